import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImports } from '../../../../src-main/services/imports';
import { storeIdSchema } from '../../../../src-preload/contract/ids';
import type { StoreId } from '../../../../src-preload/contract/ids';
import type { JobState } from '../../../../src-preload/contract/job-states';
import { foldName } from '../../../../src-preload/contract/markets/naver/fold-name';
import type { EarlierJob, Line } from '../../../../src-preload/contract/line';
import type { JobRow } from '../../../../src-main/database/rows';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

const target = '2026030211111111';
const done = {
  kind: 'dispatch',
  dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '685000000014' },
} as const;

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

/** What is known of one line of a new sheet, once a job of its target stands as this. */
async function pastOf(
  state: JobState,
  cells: Line['cells'],
  more: Partial<JobRow> = {},
): Promise<EarlierJob | undefined> {
  const row = dispatchRow(storeId, target, { values: done });
  await desk.database.transaction(({ jobs }) => {
    jobs.add(row);
    const job = jobs.byId(row.id);
    if (!job) throw new Error('the job that was just added is not there');
    jobs.save({ ...job, state, ...more }, job);
  });
  const imports = createImports({ database: desk.database, now: () => monday, newId: randomUUID });
  const digest = '0'.repeat(64);
  const begun = await imports.begin({ storeId, fileName: 'cj.xlsx', operation: 'dispatch', digest });
  if (!begun.ok) throw new Error(begun.failure.code);
  const lines: Line[] = [{ row: 2, cells: { productOrderId: target, ...cells } }];
  const put = await imports.putLines({ importId: begun.value.importId, lines });
  if (!put.ok) throw new Error(put.failure.code);
  return put.value.earlierJobs[0];
}

async function historyOf(state: JobState, cells: Line['cells']): Promise<EarlierJob['what'] | undefined> {
  return (await pastOf(state, cells))?.what;
}

it.each([
  ['the same shipment', { courier: 'CJ대한통운', trackingNumber: '6850-0000-0014' }, 'sent'],
  ['another number', { courier: 'CJ대한통운', trackingNumber: '685000000025' }, 'sent-other'],
  ['another courier', { courier: '한진택배', trackingNumber: '685000000014' }, 'sent-other'],
  ['no number', { courier: 'CJ대한통운' }, 'sent'],
  ['no courier, as in a sheet of one courier', { trackingNumber: '685000000014' }, 'sent'],
  ['no courier and another number', { trackingNumber: '685000000025' }, 'sent-other'],
  ['a word in place of the number', { courier: 'CJ대한통운', trackingNumber: '재고소진' }, 'sent'],
] as const)('a line of an order that was sent, with %s, is %s', async (_, cells, what) => {
  expect(await historyOf('succeeded', cells)).toBe(what);
});

describe('another number than the market showed last', () => {
  const finding = { at: monday, deliveryCompanyCode: 'HANJIN', trackingNumber: '403020102030' };
  const conflict = { code: 'conflict', finding };
  const sheet = { courier: 'CJ대한통운', trackingNumber: '685000000014' };
  const marketNumber = { courier: '한진택배', trackingNumber: '403020102030' };

  it.each(['succeeded', 'rejected'] as const)(
    'is a conflict with both of them, though it was %s with this one',
    async (state) => {
      expect(await pastOf(state, sheet, conflict)).toMatchObject({
        what: 'sent-other',
        registered: { courier: 'HANJIN', number: '403020102030' },
      });
    },
  );

  it('is none where the file has what the market shows', async () => {
    expect(await pastOf('succeeded', marketNumber, conflict)).toMatchObject({ what: 'sent' });
    expect(await pastOf('rejected', marketNumber, conflict)).toBeUndefined();
  });

  it('is none in a line that was refused for another reason', async () => {
    expect(await pastOf('rejected', sheet, { code: '104119' })).toBeUndefined();
  });
});

it('a line without its number stands behind the job that waits, and contradicts it not', async () => {
  expect(await historyOf('queued', { courier: 'CJ대한통운' })).toBe('live');
});

it('a courier is understood as the seller once answered', async () => {
  await desk.database.mappings.rememberCourier(foldName('가나상회'), 'HANJIN', monday);
  expect(await historyOf('succeeded', { courier: '가나상회', trackingNumber: '685000000014' })).toBe('sent-other');
});

describe('a small file that is kept in one commit', () => {
  const digest = '1'.repeat(64);
  const reading = {
    sheetName: 'Sheet1',
    headerRow: 1,
    columns: { productOrderId: 0 },
    headers: ['상품주문번호'],
    skipped: { empty: 0, titles: 0, totals: 0, otherMalls: 0 },
    lineCount: 2,
  };
  const lines: Line[] = [
    { row: 2, cells: { productOrderId: target, recipient: '김하늘' } },
    { row: 3, cells: { productOrderId: '2026030211111122' } },
  ];
  const file = () => ({ storeId, fileName: 'cj.xlsx', operation: 'dispatch', digest, reading, lines }) as const;
  const service = () => createImports({ database: desk.database, now: () => monday, newId: randomUUID });

  it('is there whole, with how it was understood, as after the three calls of a large one', async () => {
    const imports = service();
    const kept = await imports.keep(file());
    if (!kept.ok) throw new Error(kept.failure.code);
    expect(await imports.list()).toMatchObject([{ id: kept.value.importId, fileName: 'cj.xlsx', reading, open: 2 }]);
    const read = await imports.lines({ importId: kept.value.importId, afterRow: 0 });
    expect(read).toMatchObject({ ok: true, value: { lines } });
    expect(kept.value).toMatchObject({ earlierJobs: [], earlierUses: [] });
    expect(kept.value.seenBefore).toBeUndefined();
  });

  it('takes the place of what its draft held when it is read in another way', async () => {
    const imports = service();
    const first = await imports.keep(file());
    if (!first.ok) throw new Error(first.failure.code);
    const { importId } = first.value;
    const again = await imports.keep({ ...file(), importId, lines: lines.slice(1) });
    expect(again).toMatchObject({ ok: true, value: { importId } });
    expect(await imports.list()).toMatchObject([{ id: importId, open: 1 }]);
  });

  it('is told what is known of its lines, and whether the same file was sent before', async () => {
    const row = dispatchRow(storeId, target, { values: done });
    await desk.database.transaction(({ jobs }) => jobs.add(row));
    const imports = service();
    const first = await imports.keep(file());
    if (!first.ok) throw new Error(first.failure.code);
    expect(first.value.earlierJobs).toMatchObject([{ row: 2, what: 'live' }]);
    await desk.database.drafts.markSent(first.value.importId, [{ row: 3, jobId: row.id }]);
    expect(await imports.keep(file())).toMatchObject({ value: { seenBefore: { fileName: 'cj.xlsx', sent: 1 } } });
  });

  it('that was closed comes back with the lines that are taken back, and with no others', async () => {
    const imports = service();
    const kept = await imports.keep(file());
    if (!kept.ok) throw new Error(kept.failure.code);
    const { importId } = kept.value;
    const job = dispatchRow(storeId, target, { values: done });
    await desk.database.transaction((tables) => {
      tables.jobs.add(job);
      tables.drafts.markSent(importId, [{ row: 2, jobId: job.id }]);
    });
    await imports.drop(importId);
    expect(await imports.list(), 'it was closed').toEqual([]);
    await desk.database.transaction(({ drafts }) => drafts.reopen([job.id]));
    expect(await imports.list()).toMatchObject([{ id: importId, open: 1, sent: 0 }]);
    expect(await imports.lines({ importId, afterRow: 0 })).toMatchObject({ value: { lines: [lines[0]] } });
  });

  it('that was sent whole stays on the list while jobs of it are under way, and no longer', async () => {
    const imports = service();
    const kept = await imports.keep(file());
    if (!kept.ok) throw new Error(kept.failure.code);
    const { importId } = kept.value;
    const job = dispatchRow(storeId, target, { values: done, importId });
    await desk.database.transaction((tables) => {
      tables.jobs.add(job);
      tables.drafts.markSent(
        importId,
        lines.map(({ row }) => ({ row, jobId: job.id })),
      );
    });
    expect(await imports.list()).toMatchObject([{ id: importId, open: 0, underWay: true }]);
    await desk.database.transaction(({ jobs }) => {
      const now = jobs.byId(job.id);
      if (now) jobs.save({ ...now, state: 'succeeded' }, now);
    });
    expect(await imports.list()).toEqual([]);
  });

  it('leaves nothing behind where the store or the draft is gone', async () => {
    const imports = service();
    const kept = await imports.keep(file());
    if (!kept.ok) throw new Error(kept.failure.code);
    await imports.drop(kept.value.importId);
    expect(await imports.keep({ ...file(), importId: kept.value.importId })).toMatchObject({ ok: false });
    const noStore = storeIdSchema.parse(randomUUID());
    expect(await imports.keep({ ...file(), storeId: noStore })).toMatchObject({ ok: false });
    expect(await desk.database.imports.list()).toEqual([]);
  });
});
