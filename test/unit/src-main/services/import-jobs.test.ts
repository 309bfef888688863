import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImportJobs } from '../../../../src-main/services/import-jobs';
import { createImports } from '../../../../src-main/services/imports';
import type { JobRow } from '../../../../src-main/database/rows';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import type { ImportId, StoreId } from '../../../../src-preload/contract/ids';
import type { JobState } from '../../../../src-preload/contract/job-states';
import type { Line } from '../../../../src-preload/contract/line';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

interface Sent {
  state?: JobState;
  holdReason?: 'conflict' | 'by-file';
  tracking?: string;
  kind?: 'lookup';
}

const targetAt = (at: number): string => `20260302111111${String(at).padStart(2, '0')}`;

/** A file whose rows became these jobs, and whose last row is still under review. Jobs are added last row first. */
async function fileOf(...sent: readonly Sent[]): Promise<ImportId> {
  const imports = createImports({ database: desk.database, now: () => monday, newId: randomUUID });
  const begun = await imports.begin({ storeId, fileName: 'cj.xlsx', operation: 'dispatch', digest: '1'.repeat(64) });
  if (!begun.ok) throw new Error(begun.failure.code);
  const { importId } = begun.value;
  const lines = [...sent, {}].map((_, at): Line => ({ row: at + 2, cells: { productOrderId: targetAt(at) } }));
  await imports.putLines({ importId, lines });
  await desk.database.transaction(({ jobs, drafts }) => {
    const rows = sent.map(({ tracking = '', kind }, at) => {
      const dispatch = {
        deliveryMethod: 'DELIVERY',
        deliveryCompanyCode: 'CJGLS',
        trackingNumber: `6850${tracking || at}`,
      };
      const values: JobRow['values'] =
        kind === 'lookup'
          ? { kind, lookup: {} }
          : { kind: 'dispatch', dispatch: { ...dispatch, deliveryMethod: 'DELIVERY' } };
      return dispatchRow(storeId, targetAt(at), { values, importId, ...(kind === undefined ? {} : { kind }) });
    });
    for (const row of rows.toReversed()) jobs.add(row);
    drafts.markSent(
      importId,
      rows.map(({ id }, at) => ({ row: at + 2, jobId: id })),
    );
    for (const [at, { state, holdReason }] of sent.entries()) {
      const job = jobs.byId(rows[at]?.id ?? randomId());
      if (job && state !== undefined) jobs.save({ ...job, state, ...(holdReason ? { holdReason } : {}) }, job);
    }
  });
  return importId;
}

function randomId(): JobRow['id'] {
  throw new Error('the job that was just added is not there');
}

async function pageOf(importId: ImportId, offset: number, limit: number, withoutTasks = false) {
  const answer = await createImportJobs(desk.database).page({ importId, offset, limit, withoutTasks });
  if (!answer.ok) throw new Error('no page');
  return [answer.value.total, ...answer.value.jobs.map(({ job, inBox }) => [job.target.slice(-2), inBox])];
}

async function sumsOf(importId: ImportId, withBoxes = false) {
  const answer = await createImportJobs(desk.database).sums({ importId, withBoxes });
  if (!answer.ok) throw new Error(answer.failure.code);
  return answer.value;
}

describe('the jobs of a file', () => {
  it('come in the order of its rows, in pages, without the row that is still under review', async () => {
    const importId = await fileOf({}, {}, {});
    expect(await pageOf(importId, 0, 10)).toEqual([3, ['00', undefined], ['01', undefined], ['02', undefined]]);
    expect(await pageOf(importId, 1, 1)).toEqual([3, ['01', undefined]]);
  });

  it('leave out what waits for the seller where that is wanted, but not what lies in a file of theirs', async () => {
    const importId = await fileOf(
      { state: 'held', holdReason: 'conflict' },
      { state: 'rejected' },
      { state: 'held', holdReason: 'by-file' },
      { state: 'succeeded' },
    );
    expect(await pageOf(importId, 0, 10, true)).toEqual([2, ['02', undefined], ['03', undefined]]);
    expect(await pageOf(importId, 0, 10)).toHaveLength(5);
  });

  it('hang together where neighbours lie in one box, also beyond the ends of a page', async () => {
    const importId = await fileOf({}, { tracking: '77' }, { tracking: '77' }, { tracking: '77' }, {});
    const whole = await pageOf(importId, 0, 10);
    expect(whole).toEqual([
      5,
      ['00', undefined],
      ['01', 'first'],
      ['02', 'between'],
      ['03', 'last'],
      ['04', undefined],
    ]);
    expect(await pageOf(importId, 2, 1)).toEqual([5, ['02', 'between']]);
  });
});

describe('the sums of a file', () => {
  it('say how many of its jobs stand how, and how many of its boxes the market has', async () => {
    const importId = await fileOf(
      { state: 'succeeded', tracking: '77' },
      { state: 'queued', tracking: '77' },
      { state: 'succeeded' },
      { state: 'held', holdReason: 'conflict' },
      { state: 'held', holdReason: 'by-file' },
    );
    const { states, boxes } = await sumsOf(importId, true);
    expect(states).toEqual({
      queued: 1,
      sending: 0,
      waiting: 0,
      unknown: 0,
      held: 1,
      rejected: 0,
      succeeded: 2,
      cancelled: 0,
      'by-file': 1,
    });
    expect(boxes).toEqual({ all: 4, done: 2, couriers: [{ code: 'CJGLS', jobs: 5 }] });
    expect((await sumsOf(importId)).boxes).toBeUndefined();
  });

  it('do not count an order that was found as done: its own jobs are to be', async () => {
    const importId = await fileOf({ kind: 'lookup', state: 'succeeded' }, { kind: 'lookup', state: 'queued' });
    expect((await sumsOf(importId)).states).toMatchObject({ succeeded: 0, queued: 1 });
  });

  it('are of no file that is not there', async () => {
    const importId = importIdSchema.parse(randomUUID());
    expect(await createImportJobs(desk.database).sums({ importId, withBoxes: false })).toEqual({
      ok: false,
      failure: { code: 'not-found' },
    });
  });
});
