import { linesPerChunk } from '../../src-preload/contract/chunks';
import type { StoreId } from '../../src-preload/contract/ids';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { DeskDatabase, TargetHistory } from '../database/tables';

/**
 * The latest job of each of these targets that has one. Asked in chunks: a look-up or two for each of ten thousand targets
 * in one go would hold the main thread for a third of a second.
 */
export async function latestJobs(
  database: DeskDatabase,
  storeId: StoreId,
  kind: JobKind,
  targets: readonly string[],
): Promise<TargetHistory[]> {
  const latest: TargetHistory[] = [];
  for (let from = 0; from < targets.length; from += linesPerChunk) {
    latest.push(...(await database.jobs.latestOf(storeId, kind, targets.slice(from, from + linesPerChunk))));
  }
  return latest;
}
