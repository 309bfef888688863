import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { SwitchesPatch } from '../../../src-main/practice/switches';
import { bareClient, dispatchItem } from '../../support/market/bare-client';
import { handClock, marketOfTest } from '../../support/market/market-in-test';

const orders = '/external/v1/pay-order/seller';
const minute = 60_000;
const feedPage = z.object({
  data: z.object({
    count: z.number(),
    lastChangeStatuses: z.array(
      z.object({
        productOrderId: z.string(),
        lastChangedType: z.literal('DISPATCHED'),
        productOrderStatus: z.literal('DELIVERING'),
      }),
    ),
    more: z.object({ moreFrom: z.string(), moreSequence: z.string() }).optional(),
  }),
});

const feed = (from: string, more = '') =>
  `${orders}/product-orders/last-changed-statuses?lastChangedFrom=${encodeURIComponent(from)}${more}`;

async function shopOfTest(switches: SwitchesPatch = {}) {
  const clock = handClock();
  const market = await marketOfTest({ switches, seed: 'empty' }, { now: clock.now });
  return { clock, control: market.control, client: bareClient(market, clock.now) };
}

describe('confirm', () => {
  it('confirms once, tells of a changed address, and answers 105306 the second time', async () => {
    const { control, client } = await shopOfTest();
    const made = control.makeOrders(3, 2, { specials: { 'not-confirmed': 3 }, perOrder: [1] });
    const ids = made.map((order) => order.productOrderId);
    control.changeAddress(ids[1] ?? '');
    expect((await client.confirm(ids)).body).toMatchObject({
      data: {
        successProductOrderInfos: ids.map((productOrderId, index) => ({
          productOrderId,
          isReceiverAddressChanged: index === 1,
        })),
        failProductOrderInfos: [],
      },
    });
    const again = (code: string) => ({
      data: { successProductOrderInfos: [], failProductOrderInfos: [{ productOrderId: ids[0], code }] },
    });
    expect((await client.confirm([ids[0] ?? ''])).body).toMatchObject(again('105306'));
    control.set({ reConfirm: 'omit' });
    expect((await client.confirm([ids[0] ?? ''])).body).toMatchObject({
      data: { successProductOrderInfos: [], failProductOrderInfos: [] },
    });
    control.set({ reConfirm: 'success' });
    expect((await client.confirm([ids[0] ?? ''])).body).toMatchObject({
      data: { successProductOrderInfos: [{ productOrderId: ids[0] }] },
    });
    expect(control.ledger()[ids[0] ?? '']).toMatchObject({ confirms: 1, placeOrderStatus: 'OK' });
  });

  it('refuses what cannot be confirmed', async () => {
    const { control, client } = await shopOfTest();
    const specials = { 'direct-contracted': 1, foreign: 1, 'cancel-requested': 1, shipped: 1, 'gift-waiting': 1 };
    const ids = control.makeOrders(5, 2, { specials, perOrder: [1] }).map((order) => order.productOrderId);
    const { body } = await client.confirm([...ids, '1']);
    const codes = ['101011', '101009', '104442', '104442', '104442', '100001'];
    expect(body).toMatchObject({
      data: {
        successProductOrderInfos: [],
        failProductOrderInfos: [...ids, '1'].map((productOrderId, index) => ({ productOrderId, code: codes[index] })),
      },
    });
  });

  it('refuses a call of 31 and one with an empty id as a whole', async () => {
    const { client } = await shopOfTest();
    const many = Array.from({ length: 31 }, (_, index) => String(index + 1));
    expect(await client.confirm(many)).toMatchObject({ status: 400, body: { code: '000400' } });
    expect(await client.confirm([''])).toMatchObject({ status: 400, body: { code: '000400' } });
    expect(await client.confirm([])).toMatchObject({ status: 400, body: { code: '4000' } });
  });
});

describe('query', () => {
  it('shows up to 300, leaves out what it does not know, and masks a present', async () => {
    const { control, client } = await shopOfTest();
    const made = control.makeOrders(300, 2, { specials: { 'gift-waiting': 1, foreign: 1 }, perOrder: [1] });
    const ids = made.map((order) => order.productOrderId);
    const { body } = await client.query(ids);
    expect(Object(body).data).toHaveLength(299);
    expect(Object(body).data[0]).toMatchObject({
      order: { ordererTel: '010-****-****' },
      productOrder: { productOrderId: ids[0], giftReceivingStatus: 'WAIT_FOR_RECEIVING' },
    });
    expect((await client.query([...ids, '1'])).status).toBe(400);
    expect((await client.query(['1', ids[2] ?? ''])).body).toMatchObject({
      data: [
        { productOrder: { productOrderId: ids[2], placeOrderStatus: 'OK' }, order: { orderId: made[2]?.orderId } },
      ],
    });
    control.set({ queryForeign: '101009' });
    expect(await client.query(ids)).toMatchObject({ status: 400, body: { code: '101009' } });
  });
});

describe('product-order-ids', () => {
  it('answers in either published shape, and the guide’s 404 and 400', async () => {
    const { control, client } = await shopOfTest();
    const made = control.makeOrders(3, 2, { perOrder: [3] });
    const ids = made.map((order) => order.productOrderId);
    const ask = (orderId: string) => client.get(`${orders}/orders/${orderId}/product-order-ids`);
    const orderId = made[0]?.orderId ?? '';
    expect((await ask(orderId)).body).toMatchObject({ data: { productOrderIds: ids } });
    control.set({ idsShape: 'array' });
    expect((await ask(orderId)).body).toMatchObject({ data: ids });
    expect(await ask('2026010100000000')).toMatchObject({ status: 404, body: { code: '100003' } });
    expect(await ask('not-a-number')).toMatchObject({ status: 400, body: { code: '4000' } });
    control.set({ unknownOrder: 'empty' });
    expect(await ask('2026010100000000')).toMatchObject({ status: 200, body: { data: [] } });
    expect(control.requests('product-order-ids')[0]).toMatchObject({ ids: [orderId], status: 200 });
  });
});

describe('the change feed', () => {
  it('has no data when nothing changed, and no row for a confirmation', async () => {
    const { clock, control, client } = await shopOfTest();
    const [order] = control.makeOrders(1, 2, { specials: { 'not-confirmed': 1 } });
    await client.confirm([order?.productOrderId ?? '']);
    clock.forward(minute);
    const { body } = await client.get(feed('2026-11-21T16:29:00.000+09:00'));
    expect(body).not.toHaveProperty('data');
    expect(body).toHaveProperty('traceId');
  });

  it('pages by moreFrom and moreSequence until every change was seen once', async () => {
    const { clock, control, client } = await shopOfTest();
    const made = control.makeOrders(7, 2, { perOrder: [1] });
    await client.dispatch(made.map((order) => dispatchItem(order, clock.now())));
    clock.forward(minute);
    const seen: string[] = [];
    let next: string | undefined = feed('2026-11-21T16:30:00.000+09:00', '&limitCount=3');
    while (next !== undefined) {
      const { data } = feedPage.parse((await client.get(next)).body);
      expect(data.count).toBe(data.lastChangeStatuses.length);
      seen.push(...data.lastChangeStatuses.map((row) => row.productOrderId));
      const { more } = data;
      // It comes without the zeros at its end, and is refused without them.
      const from = more?.moreFrom.replace(/\.\d+/u, (decimals) => decimals.padEnd(4, '0')) ?? '';
      next = more === undefined ? undefined : feed(from, `&limitCount=3&moreSequence=${more.moreSequence}`);
    }
    expect(seen).toEqual(made.map((order) => order.productOrderId));
  });

  it('tells of cancel requests and changed addresses, late where it lags', async () => {
    const { clock, control, client } = await shopOfTest({ feedLagMs: 5 * minute });
    const [order] = control.makeOrders(1, 2);
    const id = order?.productOrderId ?? '';
    control.changeAddress(id);
    clock.forward(minute);
    control.requestCancel(id);
    const path = feed('2026-11-21T16:30:00.000+09:00');
    expect((await client.get(path)).body).not.toHaveProperty('data');
    clock.forward(5 * minute);
    expect((await client.get(path)).body).toMatchObject({
      data: {
        lastChangeStatuses: [
          { lastChangedType: 'CLAIM_REQUESTED', claimStatus: 'CANCEL_REQUEST', receiverAddressChanged: true },
        ],
      },
    });
  });

  it('refuses more than a day, and a moment in another form', async () => {
    const { client } = await shopOfTest();
    const to = `&lastChangedTo=${encodeURIComponent('2026-11-21T16:30:00.001+09:00')}`;
    expect((await client.get(feed('2026-11-20T16:30:00.000+09:00', to))).body).toMatchObject({ code: '104139' });
    expect((await client.get(feed('2026-11-20'))).body).toMatchObject({ code: '4000' });
  });
});

describe('the conditional list', () => {
  it('pages what was paid in a day, by state', async () => {
    const { clock, control, client } = await shopOfTest();
    const made = control.makeOrders(200, 2, { specials: { 'not-confirmed': 20 } });
    clock.forward(minute);
    const from = encodeURIComponent('2026-11-20T16:30:00.000+09:00');
    const path = `${orders}/product-orders?from=${from}&productOrderStatuses=PAYED&placeOrderStatusType=NOT_YET&pageSize=2`;
    const first = Object((await client.get(path)).body).data;
    expect(first).toMatchObject({ pagination: { page: 1, size: 2, hasNext: true } });
    expect(first.contents[0].content.productOrder).toMatchObject({ placeOrderStatus: 'NOT_YET' });
    const expected = made.slice(0, 20).filter((order) => order.paidHoursBefore <= 24).length;
    const all = Object((await client.get(path.replace('pageSize=2', 'pageSize=300'))).body).data;
    expect(all.contents).toHaveLength(expected);
    expect(all.pagination.hasNext).toBe(false);
  });
});
