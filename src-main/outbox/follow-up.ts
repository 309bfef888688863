import type { JobRow } from '../database/rows';
import { priorities } from '../database/rows';
import { jobIdSchema } from '../../src-preload/contract/ids';
import type { JobState } from '../../src-preload/contract/job';
import { move } from './move';
import type { Journal } from './move';

const settled: readonly JobState[] = ['succeeded', 'rejected', 'cancelled'];

/**
 * What follows from a job's new state, in the same transaction: the step tied to it by `after_job` goes on or fails, and
 * a newer stock answer that waited behind it takes its place.
 */
export function followSettled(journal: Journal, before: JobRow, after: JobRow): void {
  if (settled.includes(after.state)) {
    for (const follower of journal.tables.jobs.followers(after.id)) {
      if (follower.state !== 'waiting' || follower.wait !== 'step-before') continue;
      if (after.state === 'succeeded') move(journal, follower, 'step-before-done', { dueAt: journal.at });
      else move(journal, follower, 'step-before-failed', { code: 'step-before-failed' });
    }
  }
  // The older answer is on its way, or may have arrived: the newer one must come after it.
  const inFlight: readonly JobState[] = ['sending', 'unknown'];
  const landed = inFlight.includes(before.state) && !inFlight.includes(after.state);
  if (after.kind === 'stock' && landed) releaseBehind(journal, after);
}

function releaseBehind(journal: Journal, ended: JobRow): void {
  const behind = journal.tables.jobs.behind(ended.storeId, ended.kind, ended.target);
  if (behind === undefined) return;
  // The older answer must not go out again after the newer one.
  if (ended.state === 'waiting') move(journal, ended, 'excluded', { code: 'replaced' });
  move(journal, behind, 'due', { dueAt: journal.at });
}

/** What a lookup found is to be dispatched: one product order goes on, several wait for the seller's choice. */
export function followLookup(journal: Journal, lookup: JobRow, productOrderIds: readonly string[]): void {
  if (lookup.values.kind !== 'lookup' || lookup.values.lookup.thenDispatch === undefined) return;
  const { thenDispatch } = lookup.values.lookup;
  const { jobs } = journal.tables;
  for (const target of new Set(productOrderIds)) {
    if (jobs.live(lookup.storeId, 'dispatch', target) !== undefined) continue;
    const id = jobIdSchema.parse(journal.newId());
    const state = productOrderIds.length === 1 ? 'queued' : 'held';
    jobs.add({
      id,
      storeId: lookup.storeId,
      kind: 'dispatch',
      target,
      orderId: lookup.target,
      values: { kind: 'dispatch', dispatch: thenDispatch },
      state,
      holdReason: state === 'held' ? 'several-product-orders' : undefined,
      code: state === 'held' ? 'several-product-orders' : undefined,
      priority: priorities.ordinary,
      dueAt: state === 'queued' ? journal.at : undefined,
      sealed: { recipient: lookup.recipient, productName: lookup.productName },
      importId: lookup.importId,
      sheetRow: lookup.sheetRow,
      createdAt: journal.at,
    });
    journal.tally(lookup.storeId, 'dispatch', undefined, state);
    journal.changed({ storeId: lookup.storeId, id });
    journal.added(lookup.storeId);
  }
}
