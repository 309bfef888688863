import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SwitchesPatch } from '../../../src-main/practice/switches';
import { bareClient } from '../../support/market/bare-client';
import { handClock, marketOfTest } from '../../support/market/market-in-test';

const answerSchema = z.object({
  data: z
    .object({
      lastChangeStatuses: z.array(z.object({ productOrderId: z.string(), lastChangedType: z.string() })),
      more: z.object({ moreFrom: z.string(), moreSequence: z.string() }).optional(),
    })
    .optional(),
});
const path = (from: string, more = ''): string =>
  `/external/v1/pay-order/seller/product-orders/last-changed-statuses?lastChangedFrom=${encodeURIComponent(from)}${more}`;
const start = '2026-11-21T16:30:00.000+09:00';

async function shop(switches: SwitchesPatch) {
  const clock = handClock();
  const market = await marketOfTest({ switches, seed: 'empty' }, { now: clock.now });
  const client = bareClient(market, clock.now);
  const ids = market.control.makeOrders(6, 2, { perOrder: [1] }).map(({ productOrderId }) => productOrderId);
  const read = async (more = '') => answerSchema.parse((await client.get(path(start, more))).body).data;
  const told = async () => (await read())?.lastChangeStatuses.map(({ productOrderId }) => ids.indexOf(productOrderId));
  /** Each one changes 50 ms after the one before it. */
  const changeAll = (): void => {
    for (const id of ids) {
      clock.forward(50);
      market.control.change(id, {}, 'EXCHANGE_OPTION');
    }
    clock.forward(1);
  };
  return { clock, client, control: market.control, ids, read, told, changeAll };
}

describe('the change feed is as unkind as the documents allow', () => {
  it.each([
    ['trimmed', '2026-11-21T16:30:00.15+09:00', 400],
    ['one-decimal', '2026-11-21T16:30:00.1+09:00', 400],
    ['exact', '2026-11-21T16:30:00.150+09:00', 200],
  ] as const)('writes moreFrom %s, and takes back only what has three decimals', async (feedMoreFrom, text, status) => {
    const { client, read, changeAll } = await shop({ feedMoreFrom });
    changeAll();
    const more = (await read('&limitCount=2'))?.more;
    expect(more?.moreFrom).toBe(text);
    expect((await client.get(path(text, `&moreSequence=${more?.moreSequence}`))).status).toBe(status);
  });

  it('repeats rows, turns pages round, and tells every change where it is asked to', async () => {
    const { control, told, changeAll } = await shop({ feedTwinEvery: 2, feedOrder: 'backwards' });
    changeAll();
    expect(await told()).toEqual([5, 4, 4, 3, 2, 2, 1, 0, 0]);
    control.set({ feedTwinEvery: 0, feedOrder: 'by-time', feedRows: 'every-change' });
    changeAll();
    expect(await told()).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2, 3, 4, 5]);
  });

  it('tells some changes late and others never', async () => {
    const { clock, told, changeAll } = await shop({ feedLateEvery: 2, feedLateMs: 60_000, feedGapEvery: 3 });
    changeAll();
    // Counted with the six payments of hours ago: the second, fourth and sixth are late, the third and sixth never told.
    expect(await told()).toEqual([0, 4]);
    clock.forward(60_000);
    expect(await told()).toEqual([0, 1, 3, 4]);
  });

  it('tells of orders that come once it was read when they come, however long ago they were paid', async () => {
    const { control, read } = await shop({});
    expect(await read(), 'those before it was read have a past').toBeUndefined();
    const [late] = control.makeOrders(1, 3, { perOrder: [1] });
    const statuses = (await read())?.lastChangeStatuses;
    expect(statuses).toMatchObject([{ productOrderId: late?.productOrderId, lastChangedType: 'PAYED' }]);
  });

  it('has no data, or an empty list, where there is nothing to tell', async () => {
    const { control, read } = await shop({});
    expect(await read()).toBeUndefined();
    control.set({ feedEmpty: 'empty-list' });
    expect((await read())?.lastChangeStatuses).toEqual([]);
  });
});

it('shows in the details what changed: the address, and what the market thinks of a number', async () => {
  const { client, control, ids } = await shop({});
  const [id = ''] = ids;
  control.changeAddress(id);
  control.shipElsewhere(id, { deliveryCompanyCode: 'CJGLS', trackingNumber: '640000000001' });
  control.change(id, { deliveryStatus: 'NOT_TRACKING', wrongTrackingNumberType: 'NOT_SCANNED' });
  expect((await client.query([id])).body).toMatchObject({
    data: [
      {
        productOrder: { shippingAddress: { detailedAddress: expect.stringContaining('옮긴 곳') } },
        delivery: {
          deliveryStatus: 'NOT_TRACKING',
          isWrongTrackingNumber: true,
          wrongTrackingNumberType: 'NOT_SCANNED',
        },
      },
    ],
  });
});
