import type { JobId, StoreId } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { JobsTable } from '../../database/tables';

/**
 * Whether a target has a live job, `except` this one: then no other is made, and none put back. One that cannot be read
 * counts, too: it may be on its way.
 */
export function isTaken(jobs: JobsTable, storeId: StoreId, kind: JobKind, target: string, except?: JobId): boolean {
  const live = jobs.live(storeId, kind, target);
  return (live !== undefined && live.id !== except) || jobs.unreadLive(storeId, kind, [target]).size > 0;
}
