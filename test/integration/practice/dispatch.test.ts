import { describe, expect, it } from 'vitest';
import { courierNames } from '../../../src-main/practice/made-orders';
import {
  sampleExtras,
  sampleLessons,
  sampleOrders,
  cancelRequestedSample,
} from '../../../src-main/practice/sample-orders';
import type { SwitchesPatch } from '../../../src-main/practice/switches';
import { withWrongDigit } from '../../../src-main/practice/tracking-number';
import { bareClient, dispatchItem } from '../../support/market/bare-client';
import { handClock, marketOfTest } from '../../support/market/market-in-test';

const day = 24 * 3_600_000;

async function shopOfTest(switches: SwitchesPatch = {}) {
  const clock = handClock();
  const market = await marketOfTest({ switches, seed: 'empty' }, { now: clock.now });
  return { clock, market, control: market.control, client: bareClient(market, clock.now) };
}

const failed = (productOrderId: string, code: string, message?: string) => ({
  status: 200,
  body: {
    data: {
      successProductOrderIds: [],
      failProductOrderInfos: [{ productOrderId, code, message: message ?? expect.any(String) }],
    },
  },
});

describe('dispatch', () => {
  it('ships a full call of 30 at once and shows each with its delivery', async () => {
    const { clock, control, client } = await shopOfTest();
    const orders = control.makeOrders(30, 1);
    const answer = await client.dispatch(orders.map((order) => dispatchItem(order, clock.now())));
    expect(answer.body).toMatchObject({
      timestamp: '2026-11-21T16:30:00.000+09:00',
      data: { successProductOrderIds: orders.map((order) => order.productOrderId), failProductOrderInfos: [] },
    });
    const first = orders[0];
    const shown = await client.query([first?.productOrderId ?? '']);
    expect(shown.body).toMatchObject({
      data: [
        {
          productOrder: { productOrderStatus: 'DELIVERING' },
          delivery: {
            deliveryCompany: first?.courier,
            trackingNumber: first?.trackingNumber,
            deliveryMethod: 'DELIVERY',
          },
        },
      ],
    });
    for (const entry of Object.values(control.ledger()))
      expect(entry).toMatchObject({ dispatches: 1, status: 'DELIVERING' });
  });

  it('answers 9999 for what is shipped already, whatever the values, and keeps the first', async () => {
    const { clock, control, client } = await shopOfTest();
    const [order] = control.makeOrders(1, 1);
    if (order === undefined) throw new Error('no order');
    const id = order.productOrderId;
    await client.dispatch([dispatchItem(order, clock.now())]);
    const again = await client.dispatch([dispatchItem(order, clock.now(), { trackingNumber: '632976615493' })]);
    expect(again).toMatchObject(failed(id, '9999', '주문상태 및 클레임상태를 확인하세요'));
    expect(control.ledger()[id]).toMatchObject({
      dispatches: 1,
      refusedDispatches: 1,
      values: [{ trackingNumber: order.trackingNumber }],
    });
    control.set({ reDispatchCode: '105306' });
    expect(await client.dispatch([dispatchItem(order, clock.now())])).toMatchObject(failed(id, '105306'));
  });

  it('ships what the buyer wants to cancel, and thereby refuses the cancel', async () => {
    const { clock, control, client } = await shopOfTest();
    const [order] = control.makeOrders(1, 1, { specials: { 'cancel-requested': 1 } });
    if (order === undefined) throw new Error('no order');
    const before = await client.query([order.productOrderId]);
    expect(before.body).toMatchObject({
      data: [
        {
          productOrder: { claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST' },
          currentClaim: { cancel: { claimStatus: 'CANCEL_REQUEST' } },
        },
      ],
    });
    await client.dispatch([dispatchItem(order, clock.now())]);
    expect(control.ledger()[order.productOrderId]).toMatchObject({
      status: 'DELIVERING',
      claimStatus: 'CANCEL_REJECT',
      dispatches: 1,
    });
  });

  it('refuses one by one, and ships the rest of the same call', async () => {
    const { clock, control, client } = await shopOfTest();
    const specials = { 'direct-contracted': 1, foreign: 1, cancelled: 1, 'gift-waiting': 1, 'no-delivery': 1 };
    const orders = control.makeOrders(14, 1, { specials, perOrder: [1] });
    const fixes: Record<string, unknown>[] = [
      {},
      {},
      {},
      {},
      {},
      { deliveryCompanyCode: undefined },
      { deliveryCompanyCode: 'LOTTE' },
      { trackingNumber: undefined },
      { trackingNumber: '12345' },
      { deliveryMethod: 'UNKNOWN' },
      { dispatchDate: '2026-10-01T09:00:00.000+09:00' },
      { dispatchDate: '2026-11-23T00:00:00.000+09:00' },
      { deliveryMethod: 'VISIT_RECEIPT', deliveryCompanyCode: undefined, trackingNumber: undefined },
      {},
    ];
    const items = orders.map((order, index) => dispatchItem(order, clock.now(), fixes[index]));
    const lost = { ...items[0], productOrderId: '2026010199999991' };
    const { body } = await client.dispatch([...items, lost]);
    const codes = ['105308', '101009', '104442', '104442', '104116', '104118', '104119', '104120', '104122', '104117'];
    expect(body).toMatchObject({
      data: {
        successProductOrderIds: orders.slice(12).map((order) => order.productOrderId),
        failProductOrderInfos: [...codes, '104105', '104105']
          .map((code, index) => ({ productOrderId: orders[index]?.productOrderId, code }))
          .concat({ productOrderId: '2026010199999991', code: '100001' }),
      },
    });
    const shipped = Object.values(control.ledger()).filter((entry) => entry.dispatches > 0);
    expect(shipped).toHaveLength(2);
  });

  it('holds an exchange and an order whose confirmation was undone', async () => {
    const { clock, control, client } = await shopOfTest();
    const [exchanged, undone] = control.makeOrders(2, 1, { perOrder: [1] });
    if (exchanged === undefined || undone === undefined) throw new Error('no order');
    const claim = { id: 'C1', type: 'EXCHANGE', status: 'COLLECTING', requestedAt: clock.now() } as const;
    control.change(exchanged.productOrderId, { status: 'DELIVERED', claim });
    control.change(undone.productOrderId, { placeOrderStatus: 'CANCEL' });
    const date = clock.now();
    expect(await client.dispatch([dispatchItem(exchanged, date)])).toMatchObject(
      failed(exchanged.productOrderId, '104417'),
    );
    expect(await client.dispatch([dispatchItem(undone, date)])).toMatchObject(failed(undone.productOrderId, '104443'));
  });

  it('takes an unconfirmed order or answers 104443, as switched', async () => {
    const { clock, control, client } = await shopOfTest({ dispatchWithoutConfirm: '104443' });
    const [order] = control.makeOrders(1, 1, { specials: { 'not-confirmed': 1 } });
    if (order === undefined) throw new Error('no order');
    const item = dispatchItem(order, clock.now());
    expect(await client.dispatch([item])).toMatchObject(failed(order.productOrderId, '104443', '발주 상태 확인 필요'));
    control.set({ dispatchWithoutConfirm: 'accept' });
    expect((await client.dispatch([item])).body).toMatchObject({
      data: { successProductOrderIds: [order.productOrderId] },
    });
  });

  it('lets parcels under way share a number or not, as switched, and never one of a finished parcel', async () => {
    const { clock, control, client } = await shopOfTest();
    const [first, second, third] = control.makeOrders(3, 1, { perOrder: [1] });
    if (first === undefined || second === undefined || third === undefined) throw new Error('no order');
    const shared = { deliveryCompanyCode: first.courier, trackingNumber: first.trackingNumber };
    await client.dispatch([dispatchItem(first, clock.now())]);
    expect((await client.dispatch([dispatchItem(second, clock.now(), shared)])).body).toMatchObject({
      data: { successProductOrderIds: [second.productOrderId] },
    });
    control.set({ sharedInvoice: '104121' });
    const item = dispatchItem(third, clock.now(), shared);
    expect(await client.dispatch([item])).toMatchObject(failed(third.productOrderId, '104121'));
    control.set({ sharedInvoice: 'accept' });
    control.deliver(first.productOrderId);
    expect(await client.dispatch([item])).toMatchObject(failed(third.productOrderId, '104121'));
  });

  it('looks at the check digit only where switched on', async () => {
    const { clock, control, client } = await shopOfTest({ trackingCheck: 'check-digit' });
    const order = control.makeOrders(20, 1).find((one) => one.courier === 'CJGLS');
    if (order === undefined) throw new Error('no CJ parcel among the made ones');
    const item = dispatchItem(order, clock.now(), { trackingNumber: withWrongDigit(order.trackingNumber) });
    expect(await client.dispatch([item])).toMatchObject(failed(order.productOrderId, '104122'));
    control.set({ trackingCheck: 'format' });
    expect((await client.dispatch([item])).body).toMatchObject({
      data: { successProductOrderIds: [order.productOrderId] },
    });
  });

  it('treats one id twice as switched', async () => {
    const { clock, control, client } = await shopOfTest();
    const [order, other] = control.makeOrders(2, 1, { perOrder: [1] });
    if (order === undefined || other === undefined) throw new Error('no order');
    const items = [order, order, other].map((one) => dispatchItem(one, clock.now()));
    expect((await client.dispatch(items)).body).toMatchObject({
      data: {
        successProductOrderIds: [other.productOrderId],
        failProductOrderInfos: [{ productOrderId: order.productOrderId, code: '104131' }],
      },
    });
    control.set({ duplicateId: '400' });
    expect((await client.dispatch(items)).status).toBe(400);
    control.set({ duplicateId: 'first' });
    await client.dispatch(items);
    expect(control.ledger()[order.productOrderId]).toMatchObject({ dispatches: 1 });
  });

  it('refuses the whole call for what its reader cannot take, and ships nothing of it', async () => {
    const { clock, control, client } = await shopOfTest();
    const orders = control.makeOrders(31, 1);
    const items = orders.map((order) => dispatchItem(order, clock.now()));
    const [first, second] = items;
    const whole = { status: 400, body: { code: '000400', traceId: expect.any(String), timestamp: expect.any(String) } };
    const path = '/external/v1/pay-order/seller/product-orders/dispatch';
    expect(await client.post(path, '{"dispatchProductOrders":[')).toMatchObject(whole);
    expect(await client.dispatch(items)).toMatchObject(whole);
    for (const fix of [
      { deliveryMethod: 'ETC' },
      { deliveryCompanyCode: '' },
      { trackingNumber: '' },
      { dispatchDate: '2026-11-21T16:30:00+09:00' },
      { dispatchDate: '2026-02-30T16:30:00.000+09:00' },
      { productOrderId: 2026010100000001 },
    ]) {
      expect(await client.dispatch([{ ...second }, { ...first, ...fix }])).toMatchObject(whole);
    }
    expect(await client.dispatch([{ ...first, dispatchDate: undefined }])).toMatchObject({ body: { code: '4000' } });
    expect(await client.dispatch([])).toMatchObject({ status: 400, body: { code: '4000' } });
    control.set({ unknownCompany: '400' });
    expect(await client.dispatch([{ ...first, deliveryCompanyCode: 'LOTTE' }])).toMatchObject(whole);
    for (const entry of Object.values(control.ledger())) expect(entry.dispatches).toBe(0);
  });
});

describe('the sample sheet at the practice market', () => {
  it('is taken but for the two it has to teach about', async () => {
    const clock = handClock();
    const market = await marketOfTest({}, { now: clock.now });
    const client = bareClient(market, clock.now);
    const orders = sampleOrders();
    const refused: { productOrderId: string; code: string }[] = [];
    for (let start = 0; start < orders.length; start += 30) {
      const { body } = await client.dispatch(
        orders.slice(start, start + 30).map((one) => dispatchItem(one, clock.now())),
      );
      refused.push(...Object(body).data.failProductOrderInfos);
    }
    expect(refused.map(({ productOrderId, code }) => ({ productOrderId, code }))).toEqual(sampleLessons().refused);
    const used = orders.find((order) => order.productOrderId === sampleLessons().refused[1]?.productOrderId);
    if (used === undefined) throw new Error('the lesson is not in the sheet');
    const fixed = await client.dispatch([
      dispatchItem(used, clock.now() + day / 48, { trackingNumber: '632976615493' }),
    ]);
    expect(fixed.body).toMatchObject({ data: { successProductOrderIds: [used.productOrderId] } });
  });

  it('has one order under a cancel request beside it, and one for each thing to try', async () => {
    const market = await marketOfTest();
    const ledger = market.control.ledger();
    expect(ledger[cancelRequestedSample().productOrderId]).toMatchObject({
      status: 'PAYED',
      claimStatus: 'CANCEL_REQUEST',
    });
    expect(Object.keys(ledger)).toEqual(expect.arrayContaining(sampleExtras().map((extra) => extra.productOrderId)));
    expect(sampleExtras().length).toBeGreaterThan(0);
    expect(Object.keys(courierNames)).toHaveLength(5);
  });
});
