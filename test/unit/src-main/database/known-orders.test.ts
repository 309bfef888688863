import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { knownOrderQueries } from '../../../../src-main/database/known-orders';
import { migrate } from '../../../../src-main/database/file/migrate';
import { migrations } from '../../../../src-main/database/migrations';
import type { StoreId } from '../../../../src-preload/contract/ids';
import type { JobState } from '../../../../src-preload/contract/job-states';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const digits = '202603025555666';
const near = (field: 'productOrderId' | 'orderId' = 'productOrderId', of = digits, store = storeId) =>
  desk.database.knownOrders.beginningWith(store, field, of);

/** A job that stands as this; what only the seller said of it has no finding. */
async function put(
  target: string,
  state: JobState,
  more: Parameters<typeof dispatchRow>[2] & { store?: StoreId; seen?: boolean } = {},
): Promise<void> {
  const { store = storeId, seen = false, ...rest } = more;
  const row = dispatchRow(store, target, rest);
  await desk.database.transaction(({ jobs }) => {
    jobs.add(row);
    const job = jobs.byId(row.id);
    if (!job) throw new Error('the job that was just added is not there');
    const finding = seen ? { at: monday, productOrderStatus: 'PAYED' } : undefined;
    jobs.save({ ...job, state, finding, dueAt: undefined }, job);
  });
}

it('knows what was sent, what waits and what a lookup brought, with names', async () => {
  await put(`${digits}1`, 'succeeded', { recipient: '김바다', productName: '머그컵' });
  await put(`${digits}2`, 'queued', { recipient: '이하늘' });
  await put(`${digits}3`, 'succeeded', { kind: 'confirm', values: { kind: 'confirm', confirm: {} } });
  await desk.database.orders.found(storeId, '2026030200000001', [`${digits}4`, '2026030277777777'], monday);
  expect(await near()).toEqual([
    { id: `${digits}1`, done: true, recipient: '김바다', productName: '머그컵' },
    { id: `${digits}2`, done: false, recipient: '이하늘' },
    { id: `${digits}3`, done: false },
    { id: `${digits}4`, done: false },
  ]);
});

it('takes no number on the word of a sheet that was refused, or from another store', async () => {
  const other = await addStore(desk.database);
  await put(`${digits}0`, 'rejected');
  await put(`${digits}1`, 'cancelled');
  await put(`${digits}2`, 'succeeded', { store: other });
  await put(`${digits}12`, 'succeeded');
  expect(await near()).toEqual([]);
  await put(`${digits}5`, 'rejected', { seen: true });
  expect(await near()).toEqual([{ id: `${digits}5`, done: false }]);
});

it('says once, and as done, what confirm, dispatch and a reading all tell of', async () => {
  await put(`${digits}1`, 'succeeded', { kind: 'confirm', values: { kind: 'confirm', confirm: {} }, recipient: '김' });
  await put(`${digits}1`, 'succeeded', { productName: '머그컵' });
  await desk.database.orders.found(storeId, '2026030200000001', [`${digits}1`, `${digits}2`], monday);
  const finding = { at: monday, productOrderStatus: 'CANCELED' };
  await desk.database.orders.read(storeId, '2026030200000001', [{ id: `${digits}2`, finding }], monday);
  expect(await near()).toEqual([
    { id: `${digits}1`, done: true, recipient: '김', productName: '머그컵' },
    { id: `${digits}2`, done: true },
  ]);
});

it('does not offer what has left its order', async () => {
  await desk.database.orders.found(storeId, '2026030200000001', [`${digits}1`, `${digits}2`], monday);
  await desk.database.orders.found(storeId, '2026030200000001', [`${digits}2`], monday);
  expect(await near()).toEqual([{ id: `${digits}2`, done: false }]);
});

it('knows order numbers, too: those that were looked up and those of jobs', async () => {
  await desk.database.orders.found(storeId, `${digits}7`, ['2026030277777777'], monday);
  await desk.database.orders.found(storeId, `${digits}8`, [], monday);
  await put('2026030266666666', 'succeeded', { orderId: `${digits}7`, recipient: '김바다' });
  expect(await near('orderId')).toEqual([{ id: `${digits}7`, done: false, recipient: '김바다' }]);
  expect(await near()).toEqual([]);
});

it.each(Object.entries(knownOrderQueries))('finds %s through a range of an index', (_, sql) => {
  const raw = new Database(desk.file, { readonly: true });
  const steps = raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all({ storeId: '', digits: '' });
  raw.close();
  const plan = JSON.stringify(steps);
  expect(plan).toMatch(
    /(INDEX jobs_\w+|PRIMARY KEY) \([^)]*(target|order_id)>\? AND (target|order_id|product_order_id)<\?/u,
  );
  expect(plan).not.toMatch(/SCAN (?!CONSTANT)|TEMP B-TREE/u);
});

it('lists the product orders of an earlier file, too', () => {
  const db = new Database(':memory:');
  migrate(
    db,
    migrations.filter(({ number }) => number < 50),
  );
  db.exec(`INSERT INTO stores (id, market, label, practice, account_id, confirm_first, created_at)
    VALUES ('s', 'naver', '하늘상점', 0, 'a', 'ask', 1)`);
  db.prepare(`INSERT INTO orders (store_id, order_id, product_orders) VALUES ('s', 'o', ?)`).run(
    JSON.stringify([{ id: '1' }, { id: '2' }]),
  );
  expect(migrate(db, migrations)).toMatchObject({ ok: true });
  expect(db.prepare('SELECT product_order_id FROM product_orders').pluck().all()).toEqual(['1', '2']);
  db.close();
});
