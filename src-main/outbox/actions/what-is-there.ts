import type { StoreId } from '../../../src-preload/contract/ids';
import type { JobRow } from '../../database/rows';
import type { Tables } from '../../database/tables';
import { admit } from '../decide/once-per-target';
import type { NewJob } from '../outbox-port';
import type { JobTransactions } from '../write/job-transaction';

/** Lines looked at, or added, in one transaction: one over 10,000 would hold the main thread for half a second. */
export const linesPerTransaction = 100;

/**
 * What there is of each line's target: asked for once for the whole chunk, and once more for a target that an earlier
 * line of the chunk has just been about.
 */
export function whatIsThere(
  { tables: { jobs } }: { tables: Tables },
  storeId: StoreId,
  chunk: readonly NewJob[],
  writeTaken: () => void,
): (line: NewJob) => { live: JobRow | undefined; done: JobRow | undefined; unread: boolean } {
  const keyOf = (kind: string, target: string): string => `${kind} ${target}`;
  const live = new Map<string, JobRow>();
  const done = new Map<string, JobRow>();
  const unread = new Set<string>();
  for (const kind of new Set(chunk.map(({ values }) => values.kind))) {
    const targets = chunk.filter(({ values }) => values.kind === kind).map(({ target }) => target);
    for (const job of jobs.liveAmong(storeId, kind, targets)) live.set(keyOf(kind, job.target), job);
    for (const target of jobs.unreadLive(storeId, kind, targets)) unread.add(keyOf(kind, target));
    // Only a dispatch is compared with what was done before (resources/docs/domain.md, "Once per target").
    if (kind !== 'dispatch') continue;
    for (const job of jobs.succeededAmong(storeId, kind, targets)) {
      const key = keyOf(kind, job.target);
      if ((done.get(key)?.seq ?? 0) < job.seq) done.set(key, job);
    }
  }
  const seen = new Set<string>();
  return ({ target, values: { kind } }) => {
    const key = keyOf(kind, target);
    const again = seen.has(key);
    seen.add(key);
    if (again) writeTaken();
    const job = again ? jobs.live(storeId, kind, target) : live.get(key);
    return { live: job, done: job === undefined ? done.get(key) : undefined, unread: unread.has(key) };
  };
}

/** How many jobs `addJobs` would make of these lines now. Each target counts once; nothing is changed. */
export async function countNewJobs(
  { database }: JobTransactions,
  storeId: StoreId,
  lines: readonly NewJob[],
  yieldToEventLoop: () => Promise<void>,
): Promise<number> {
  const targets = new Set<string>();
  for (let from = 0; from < lines.length; from += linesPerTransaction) {
    if (from > 0) await yieldToEventLoop();
    const chunk = lines.slice(from, from + linesPerTransaction);
    await database.transaction((tables) => {
      const there = whatIsThere({ tables }, storeId, chunk, () => undefined);
      for (const line of chunk) {
        const { live, done, unread } = there(line);
        if (unread) continue;
        if (admit(line.values, live, done, false).do === 'add') targets.add(`${line.values.kind} ${line.target}`);
      }
    });
  }
  return targets.size;
}
