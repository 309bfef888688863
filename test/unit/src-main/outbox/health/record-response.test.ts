import { randomUUID } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import type { JobRow, NewJobRow } from '../../../../../src-main/database/rows';
import { newHealthHolder, recordResponse } from '../../../../../src-main/outbox/health/update-health';
import { createJobTransactions } from '../../../../../src-main/outbox/write/job-transaction';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../../support/outbox/test-database';

it('an answer frees the jobs whose rounds went into the circuit of its kind, and no other that backs off', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const storeId = await addStore(database);
  const options = { now: () => monday, onChange: () => undefined };
  const transactions = createJobTransactions({ database, newId: randomUUID, ...options });
  const later = monday + 300_000;
  const backingOff = (target: string, inCircuit: boolean, more: Partial<NewJobRow> = {}): Promise<JobRow['id']> =>
    transactions.run((journal) => {
      const { jobs } = journal.tables;
      const row = dispatchRow(storeId, target, { state: 'waiting', dueAt: later, ...more });
      jobs.add(row);
      journal.tally(storeId, row.kind, undefined, 'waiting');
      const job = jobs.byId(row.id);
      if (job !== undefined) jobs.save({ ...job, wait: 'back-off', inCircuit }, job);
      return row.id;
    });
  const ofCircuit = await backingOff('1', true);
  const ofItsOwn = await backingOff('2', false);
  const confirm = { kind: 'confirm', values: { kind: 'confirm', confirm: {} } } as const;
  const ofOtherKind = await backingOff('3', true, confirm);

  const noWord = { inARow: 3, since: monday, round: 0, nextTryAt: later };
  const holder = newHealthHolder(storeId);
  holder.health = { ...holder.health, noResponse: { dispatch: noWord, confirm: noWord } };
  await recordResponse({ transactions, options }, holder, 'dispatch');

  const stateOf = async (id: JobRow['id']) => (await database.jobs.byId(id))?.state;
  expect(await stateOf(ofCircuit)).toBe('queued');
  expect(await stateOf(ofItsOwn)).toBe('waiting');
  expect(await stateOf(ofOtherKind)).toBe('waiting');
});
