import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImports } from '../../../../src-main/services/imports';
import type { ImportId, StoreId } from '../../../../src-preload/contract/ids';
import type { JobState } from '../../../../src-preload/contract/job-states';
import type { EarlierUse, Line } from '../../../../src-preload/contract/line';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';
import { dispatch } from '../../../support/outbox/job-row';

const number = '602030405064';
const dayMs = 24 * 60 * 60 * 1000;

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const importsAt = (now: number) => createImports({ database: desk.database, now: () => now, newId: randomUUID });

async function beginFile(): Promise<ImportId> {
  const file = { storeId, fileName: 'cj.xlsx', operation: 'dispatch', digest: '0'.repeat(64) } as const;
  const begun = await importsAt(monday).begin(file);
  if (!begun.ok) throw new Error(begun.failure.code);
  return begun.value.importId;
}

/** A job with the number, done on monday unless told otherwise. */
async function before(
  target: string,
  more: Parameters<typeof dispatchRow>[2] = {},
  state: JobState = 'succeeded',
  at = monday,
): Promise<void> {
  const row = dispatchRow(storeId, target, { values: dispatch(number), ...more });
  await desk.database.transaction(({ jobs }) => {
    jobs.add(row);
    const job = jobs.byId(row.id);
    if (!job) throw new Error('the job that was just added is not there');
    jobs.save({ ...job, state, changedAt: at }, job);
  });
}

async function usesOf(lines: Line[], given: { now?: number; importId?: ImportId } = {}): Promise<EarlierUse[]> {
  const { now = monday + dayMs, importId = await beginFile() } = given;
  const put = await importsAt(now).putLines({ importId, lines });
  if (!put.ok) throw new Error(put.failure.code);
  const read = await importsAt(now).lines({ importId, afterRow: 0 });
  if (!read.ok) throw new Error(read.failure.code);
  // A draft that is opened again learns the same.
  expect(read.value.earlierUses).toEqual(put.value.earlierUses);
  return put.value.earlierUses;
}

const line = (cells: Line['cells'], row = 2): Line => ({
  row,
  cells: { productOrderId: '2026030211110099', courier: 'CJ대한통운', trackingNumber: '6020-3040-5064', ...cells },
});

describe('a number that went out before', () => {
  it('is told with when and for whom', async () => {
    await before('2026030211110001', { recipient: '김바다' });
    expect(await usesOf([line({ recipient: '이하늘' })])).toEqual([
      { row: 2, at: monday, target: '2026030211110001', recipient: '김○○', is: 'done', others: 0 },
    ]);
  });

  it('is told by the latest of several orders', async () => {
    await before('2026030211110001', {}, 'succeeded', monday - dayMs);
    await before('2026030211110002', {}, 'succeeded', monday);
    await before('2026030211110003', {}, 'succeeded', monday - 2 * dayMs);
    expect(await usesOf([line({})])).toEqual([
      { row: 2, at: monday, target: '2026030211110002', is: 'done', others: 2 },
    ]);
  });

  it('is told while it still waits, too', async () => {
    await before('2026030211110001', {}, 'queued');
    expect(await usesOf([line({})])).toMatchObject([{ target: '2026030211110001', is: 'waiting' }]);
  });

  it('is told where the line does not name a courier', async () => {
    await before('2026030211110001');
    expect(await usesOf([line({ courier: '' })])).toHaveLength(1);
  });

  it('is free again when that was taken out', async () => {
    await before('2026030211110001', { recipient: '김바다' }, 'cancelled');
    expect(await usesOf([line({ recipient: '이하늘' })])).toEqual([]);
  });

  it('that the market refused is told only where the names tell two boxes apart', async () => {
    await before('2026030211110001', { recipient: '김바다' }, 'rejected');
    expect(await usesOf([line({})])).toEqual([]);
    expect(await usesOf([line({ recipient: '김바다' })])).toEqual([]);
    expect(await usesOf([line({ recipient: '이하늘' })])).toMatchObject([{ is: 'refused' }]);
    await before('2026030211110002', { recipient: '박구름' }, 'succeeded', monday - dayMs);
    expect(await usesOf([line({ recipient: '이하늘' })])).toMatchObject([{ is: 'done', others: 1 }]);
  });

  it('is free again after four months: couriers give numbers out again', async () => {
    await before('2026030211110001');
    expect(await usesOf([line({})], { now: monday + 120 * dayMs })).toHaveLength(1);
    expect(await usesOf([line({})], { now: monday + 120 * dayMs + 1 })).toEqual([]);
  });

  it('is another number under another courier', async () => {
    await before('2026030211110001');
    expect(await usesOf([line({ courier: '한진택배' })])).toEqual([]);
  });

  it('is asked about for every line of a large sheet', async () => {
    await before('2026030211110001');
    const lines = Array.from({ length: 600 }, (_, n) => line({ productOrderId: `2026030222220${n + 100}` }, n + 2));
    expect(await usesOf(lines)).toHaveLength(600);
  });
});

describe('one parcel', () => {
  it('is the same product order again', async () => {
    await before('2026030211110099', { recipient: '김바다' });
    expect(await usesOf([line({ recipient: '이하늘' })])).toEqual([]);
  });

  it('is another order of the same recipient, in a second file', async () => {
    await before('2026030211110001', { recipient: '김바다' });
    expect(await usesOf([line({ recipient: '김*다' })])).toEqual([]);
  });

  it('is another product order of the same order, as the sheet, a job or a lookup tells', async () => {
    await before('2026030211110001', { orderId: '2026030200000001' });
    expect(await usesOf([line({ orderId: '2026030200000001' })])).toEqual([]);
    expect(await usesOf([line({})])).toHaveLength(1);
    await desk.database.orders.found(storeId, '2026030200000001', ['2026030211110099'], monday);
    expect(await usesOf([line({})])).toEqual([]);
  });

  it('is the order itself in a sheet of order numbers', async () => {
    await before('2026030211110001', { orderId: '2026030200000001' });
    const order = (orderId: string) => line({ productOrderId: '', orderId });
    expect(await usesOf([order('2026030200000001')])).toEqual([]);
    expect(await usesOf([order('2026030200000002')])).toHaveLength(1);
  });

  it('is what one file says of a box without names; with two names it is not', async () => {
    const importId = await beginFile();
    await before('2026030211110001', { importId });
    expect(await usesOf([line({})], { importId })).toEqual([]);
    await before('2026030211110002', { importId, recipient: '김바다' });
    expect(await usesOf([line({ recipient: '이하늘' })], { importId })).toHaveLength(1);
  });
});
