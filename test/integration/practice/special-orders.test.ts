import { describe, expect, it } from 'vitest';
import type { SwitchesPatch } from '../../../src-main/practice/switches';
import { bareClient, dispatchItem } from '../../support/market/bare-client';
import { handClock, marketOfTest } from '../../support/market/market-in-test';

async function shopOfTest(switches: SwitchesPatch = {}) {
  const clock = handClock();
  const market = await marketOfTest({ switches, seed: 'empty' }, { now: clock.now });
  return { clock, control: market.control, client: bareClient(market, clock.now) };
}

const failed = (productOrderId: string, code: string) => ({
  body: { data: { successProductOrderIds: [], failProductOrderInfos: [{ productOrderId, code }] } },
});

describe('special orders of the practice market', () => {
  it('takes a main product before its add-on where both refuse a cancel request, and says 9999 otherwise', async () => {
    const { clock, control, client } = await shopOfTest();
    const [addOn, main] = control.makeOrders(2, 1, { specials: { 'add-on': 1 }, perOrder: [2] });
    if (addOn === undefined || main === undefined) throw new Error('two orders');
    for (const { productOrderId } of [addOn, main]) control.requestCancel(productOrderId);
    const items = [dispatchItem(addOn, clock.now()), dispatchItem(main, clock.now())];
    expect(await client.dispatch(items.slice(0, 1))).toMatchObject(failed(addOn.productOrderId, '9999'));
    expect((await client.dispatch(items.toReversed())).body).toMatchObject({
      data: { successProductOrderIds: [main.productOrderId, addOn.productOrderId] },
    });
  });

  it('lets an add-on without a claim go first, unless the switch says otherwise', async () => {
    const { clock, control, client } = await shopOfTest({ addOnBeforeMain: '9999' });
    const [addOn] = control.makeOrders(2, 1, { specials: { 'add-on': 1 }, perOrder: [2] });
    if (addOn === undefined) throw new Error('an order');
    const item = dispatchItem(addOn, clock.now());
    expect(await client.dispatch([item])).toMatchObject(failed(addOn.productOrderId, '9999'));
    control.set({ addOnBeforeMain: '9999-with-claims' });
    expect((await client.dispatch([item])).body).toMatchObject({
      data: { successProductOrderIds: [addOn.productOrderId] },
    });
  });

  it('shows of each special order what the documents show', async () => {
    const { control, client } = await shopOfTest();
    const specials = { 'direct-contracted': 1, 'hope-date': 1, 'pick-up': 1, 'partly-cancelled': 1, 'add-on': 1 };
    const orders = control.makeOrders(5, 1, { specials, perOrder: [1] });
    const shown = await client.query(orders.map(({ productOrderId }) => productOrderId));
    expect(shown.body).toMatchObject({
      data: [
        { productOrder: { deliveryAttributeType: 'ARRIVAL_GUARANTEE', logisticsDirectContracted: true } },
        { productOrder: { deliveryAttributeType: 'HOPE', hopeDelivery: { hopeDeliveryYmd: '20261126' } } },
        { productOrder: { deliveryAttributeType: 'PICKUP', expectedDeliveryMethod: 'VISIT_RECEIPT' } },
        { productOrder: { initialQuantity: expect.any(Number), remainQuantity: expect.any(Number) } },
        { productOrder: { productClass: '추가구성상품' } },
      ],
    });
  });
});
