import { randomUUID } from 'node:crypto';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import type { StoreId } from '../../../../../src-preload/contract/ids';
import type { JobState } from '../../../../../src-preload/contract/job-states';
import type { JobRow, StoreRow } from '../../../../../src-main/database/rows';
import { applyReading } from '../../../../../src-main/outbox/write/apply-reading';
import { createJobTransactions } from '../../../../../src-main/outbox/write/job-transaction';
import { createFakeMarket } from '../../../../support/outbox/fake-market';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../../support/outbox/test-database';
import type { TestDatabase } from '../../../../support/outbox/test-database';
import { createVirtualTime } from '../../../../support/outbox/virtual-time';

let desk: TestDatabase;
let storeId: StoreId;
let store: StoreRow;
beforeEach(async () => {
  desk = await openTestDatabase({ inMemory: true });
  onTestFinished(() => desk.dispose());
  storeId = await addStore(desk.database);
  const row = await desk.database.stores.get(storeId);
  if (row === undefined) throw new Error('the store that was just added is not there');
  store = row;
});

const { market } = createFakeMarket(createVirtualTime(monday));
const finding = { at: monday, productOrderStatus: 'PAYED', placeOrderStatus: 'OK' };

/** The job after a reading that showed its order as open, and that began when the job had so many attempts. */
async function readAs(
  state: JobState,
  more: { attempts: number; attemptsThen: number; known?: Partial<JobRow> },
): Promise<JobRow | undefined> {
  const row = dispatchRow(storeId, '2026030200000001');
  const transactions = createJobTransactions({
    database: desk.database,
    now: () => monday + 15_000,
    newId: randomUUID,
    onChange: () => undefined,
  });
  await transactions.run((journal) => {
    journal.tables.jobs.add(row);
    journal.tally(storeId, 'dispatch', undefined, 'queued');
    const job = journal.tables.jobs.byId(row.id);
    // The counts follow, as with every change of state.
    journal.tally(storeId, 'dispatch', 'queued', state);
    const then = { state, attempts: more.attempts, code: 'ECONNRESET', ...more.known } as const;
    if (job !== undefined) journal.tables.jobs.save({ ...job, ...then, callId: 'call' }, job);
  });
  await transactions.run((journal) =>
    applyReading(
      journal,
      [{ id: row.id, attempts: more.attemptsThen }],
      () => ({ is: 'found', finding, judgement: { is: 'open' } }),
      { callId: 'read', call: { startedAt: monday, endedAt: monday + 14_000 }, market, store, random: 0.5 },
    ),
  );
  return desk.database.jobs.byId(row.id);
}

it('a reading that began before the call decides nothing about what the call left unknown', async () => {
  const job = await readAs('unknown', { attempts: 1, attemptsThen: 0 });
  expect(job).toMatchObject({ state: 'unknown', code: 'ECONNRESET', finding: undefined });
});

it('a reading that began after the call does', async () => {
  expect(await readAs('unknown', { attempts: 1, attemptsThen: 1 })).toMatchObject({ state: 'waiting', failures: 1 });
});

it('a reading changes nothing about what is on its way: the answer decides', async () => {
  const job = await readAs('sending', { attempts: 1, attemptsThen: 0 });
  expect(job).toMatchObject({ state: 'sending', finding: undefined, readAt: undefined });
});

it.each(['queued', 'held', 'waiting', 'rejected', 'unknown'] as const)(
  'a reading that began before the one whose finding a job has replaces nothing of it: %s',
  async (state) => {
    const known = { ...finding, at: monday + 1_000, claimStatus: 'CANCEL_REQUEST' };
    const holdReason = state === 'held' ? 'cancel-requested' : undefined;
    const job = await readAs(state, { attempts: 0, attemptsThen: 0, known: { finding: known, holdReason } });
    expect(job).toMatchObject({ state, finding: known });
    expect(job?.readAt).toBeUndefined();
  },
);

it('a finding from before the clock was set back gives way', async () => {
  const known = { ...finding, at: monday + 3_600_000 };
  const job = await readAs('held', { attempts: 0, attemptsThen: 0, known: { finding: known, holdReason: 'conflict' } });
  expect(job).toMatchObject({ state: 'held', finding });
});
