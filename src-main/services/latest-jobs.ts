import type { StoreId } from '../../src-preload/contract/ids';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { AppDatabase, TargetHistory } from '../database/tables';

/** Up to three look-ups each: what fits next to everything else into one turn of the event loop. */
export const targetsAtOnce = 250;

/**
 * The latest job of each of these targets that has one. Asked in chunks: a look-up or two for each of ten thousand targets
 * in one go would hold the main thread for a third of a second.
 */
export async function latestJobs(
  database: AppDatabase,
  storeId: StoreId,
  kind: JobKind,
  targets: readonly string[],
): Promise<TargetHistory[]> {
  const latest: TargetHistory[] = [];
  for (let from = 0; from < targets.length; from += targetsAtOnce) {
    latest.push(...(await database.jobs.latestOf(storeId, kind, targets.slice(from, from + targetsAtOnce))));
  }
  return latest;
}
