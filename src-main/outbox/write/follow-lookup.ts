import { jobIdSchema } from '../../../src-preload/contract/ids';
import { priorities } from '../../database/rows';
import type { JobRow } from '../../database/rows';
import { isTaken } from './is-taken';
import type { Journal } from './job-transaction';
import { update } from './transition';

/** What a lookup found is to be dispatched: one product order goes on, several are read and asked about. */
export function followLookup(journal: Journal, lookup: JobRow, productOrderIds: readonly string[]): void {
  if (lookup.values.kind !== 'lookup' || lookup.values.lookup.thenDispatch === undefined) return;
  const { thenDispatch } = lookup.values.lookup;
  const { jobs } = journal.tables;
  const targets = new Set(productOrderIds);
  for (const target of targets) {
    if (isTaken(jobs, lookup.storeId, 'dispatch', target)) continue;
    const id = jobIdSchema.parse(journal.newId());
    const state = targets.size === 1 ? 'queued' : 'held';
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
    // Only those that are open count (several.ts), so they are read at once.
    const added = state === 'held' ? jobs.byId(id) : undefined;
    if (added !== undefined) update(journal, added, { reread: true });
    journal.tally(lookup.storeId, 'dispatch', undefined, state);
    journal.changed({ storeId: lookup.storeId, id });
    journal.added(lookup.storeId);
  }
}
