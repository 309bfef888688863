import { randomUUID } from 'node:crypto';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { usedNumberQueries } from '../../../../src-main/database/used-numbers';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import type { StoreId } from '../../../../src-preload/contract/ids';
import type { JobState } from '../../../../src-preload/contract/job-states';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';
import { dispatch } from '../../../support/outbox/job-row';

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const number = '602030405064';
const targetsOf = async (since = 0, store = storeId) =>
  (await desk.database.usedNumbers.usesOf(store, [number, '602030405075'], since)).map(({ target }) => target);

/** A job with the number that stands as this since monday. */
async function put(target: string, state: JobState, code?: string): Promise<void> {
  const row = dispatchRow(storeId, target, { values: dispatch('6020-3040-5064') });
  await desk.database.transaction(({ jobs }) => {
    jobs.add(row);
    const job = jobs.byId(row.id);
    if (!job) throw new Error('the job that was just added is not there');
    const callId = state === 'sending' ? 'call' : undefined;
    const holdReason = state === 'held' ? 'conflict' : undefined;
    jobs.save({ ...job, state, code, callId, holdReason, changedAt: monday }, job);
  });
}

it('knows the numbers of what went out and of what waits, however they are written', async () => {
  await put('1', 'succeeded');
  await put('2', 'queued');
  await put('3', 'held');
  await put('4', 'unknown');
  await put('5', 'sending');
  await put('6', 'cancelled', 'settled-by-hand');
  expect((await targetsOf()).toSorted()).toEqual(['1', '2', '3', '4', '5', '6']);
  expect(await targetsOf(0, await addStore(desk.database))).toEqual([]);
});

it('says which were refused', async () => {
  await put('1', 'rejected');
  expect(await desk.database.usedNumbers.usesOf(storeId, [number], 0)).toMatchObject([{ target: '1', is: 'refused' }]);
});

it('knows the numbers of orders that are still looked up', async () => {
  const thenDispatch = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: number } as const;
  const values = { kind: 'lookup', lookup: { thenDispatch } } as const;
  const row = dispatchRow(storeId, '77', { kind: 'lookup', values });
  await desk.database.transaction(({ jobs }) => jobs.add(row));
  expect(await desk.database.usedNumbers.usesOf(storeId, ['602030405064'], 0)).toEqual([
    { jobId: row.id, number, target: '77', orderId: '77', courier: 'CJGLS', at: monday, is: 'waiting' },
  ]);
  expect(await desk.database.usedNumbers.usesOf(storeId, ['602030405075'], 0)).toEqual([]);
});

it('forgets what was taken out, and what is long ago', async () => {
  await put('2', 'cancelled', 'excluded');
  expect(await targetsOf()).toEqual([]);
  await put('3', 'succeeded');
  expect(await targetsOf(monday)).toEqual(['3']);
  expect(await targetsOf(monday + 1)).toEqual([]);
});

it('tells a job as it stands, with the order a reading has shown', async () => {
  const row = dispatchRow(storeId, '1', { values: dispatch(number), recipient: '김바다' });
  await desk.database.transaction(({ jobs }) => {
    jobs.add(row);
    const job = jobs.byId(row.id);
    if (!job) throw new Error('the job that was just added is not there');
    jobs.saveReading({ ...job, finding: { at: monday, orderId: '77' } }, job);
  });
  expect(await desk.database.usedNumbers.usesOf(storeId, [number], 0)).toEqual([
    { jobId: row.id, number, target: '1', orderId: '77', courier: 'CJGLS', at: monday, is: 'waiting' },
  ]);
});

it('tells the file a job came from, and the name its line keeps where it has none itself', async () => {
  const importId = importIdSchema.parse(randomUUID());
  const { recipient: _, ...row } = dispatchRow(storeId, '1', { values: dispatch(number), importId });
  await desk.database.transaction(({ jobs, imports, drafts }) => {
    imports.add({ id: importId, storeId, fileName: 'a.xlsx', operation: 'dispatch', digest: '0', createdAt: monday });
    drafts.put(importId, [{ row: 2, cells: { recipient: '김바다' } }]);
    jobs.add(row);
    drafts.markSent(importId, [{ row: 2, jobId: row.id }]);
  });
  expect(await desk.database.usedNumbers.usesOf(storeId, [number], 0)).toMatchObject([{ jobId: row.id, importId }]);
  expect([...(await desk.database.usedNumbers.peopleOf([row.id]))]).toEqual([[row.id, { recipient: '김바다' }]]);
});

it('opens the name of a job, and the address of the line it was made of while that is kept', async () => {
  const row = dispatchRow(storeId, '1', { values: dispatch(number), recipient: '김바다' });
  const importId = importIdSchema.parse(randomUUID());
  await desk.database.transaction(({ jobs, imports, drafts }) => {
    imports.add({ id: importId, storeId, fileName: 'a.xlsx', operation: 'dispatch', digest: '0', createdAt: monday });
    drafts.put(importId, [{ row: 2, cells: { recipient: '김바다', address: '서울 1길 2' } }]);
    jobs.add({ ...row, importId });
    drafts.markSent(importId, [{ row: 2, jobId: row.id }]);
  });
  const people = () => desk.database.usedNumbers.peopleOf([row.id, row.id]);
  expect([...(await people())]).toEqual([[row.id, { recipient: '김바다', address: '서울 1길 2' }]]);
  // Closed, its lines can still be taken back.
  await desk.database.imports.drop(importId);
  expect([...(await people())]).toEqual([[row.id, { recipient: '김바다', address: '서울 1길 2' }]]);
  await desk.database.drafts.forgetPersonal(monday + 1);
  expect([...(await people())]).toEqual([[row.id, { recipient: '김바다' }]]);
});

it('knows the orders of product orders from lookups', async () => {
  await desk.database.orders.found(storeId, '77', ['1', '2'], monday);
  expect([...(await desk.database.usedNumbers.ordersOf(storeId, ['2', '3', '2']))]).toEqual([['2', '77']]);
});

it.each(Object.entries(usedNumberQueries))('%s is answered by the indexes over numbers', (_, sql) => {
  const raw = new Database(desk.file, { readonly: true });
  const given = { storeId: '', since: 0, number: '', numbers: '[]' };
  const steps = JSON.stringify(raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(given));
  raw.close();
  expect(steps).toMatch(
    /SEARCH jobs USING INDEX jobs_(tracking|live_box|one_live) \(store_id=\? AND (tracking|kind)=\?\)/u,
  );
  expect(steps.match(/SEARCH jobs/gu)).toHaveLength(sql.match(/INDEXED BY/gu)?.length ?? 0);
  expect(steps).not.toMatch(/SCAN (?!wanted|json_each|CONSTANT)|TEMP B-TREE/u);
});
