import type Database from 'better-sqlite3';
import { z } from 'zod';
import { jobKinds, jobStates } from '../../src-preload/contract/job-states';
import type { CountsTable } from './tables';
import type { UnreadRows } from './unread-rows';

/** A group of jobs under no store, kind or state that we know: nothing ever asks for them, so they are looked for here. */
const groupSchema = z.object({ store_id: z.string(), kind: z.string(), state: z.string() });
const seqsSchema = z.array(z.int());
/** More of one group than this is a file of another program. */
const mostOfGroup = 10_000;

/**
 * Passes over the jobs whose store, kind or state is none we know, so that they are listed. Goes from group to group
 * through an index: a few dozen questions, however many jobs there are.
 * @returns how many there are
 */
export function findStrangeJobs(db: Database.Database, unread: UnreadRows, counts: CountsTable): () => number {
  const nextGroup = db.prepare(
    `SELECT store_id, kind, state FROM jobs INDEXED BY jobs_states WHERE (store_id, kind, state) > (?, ?, ?)
     ORDER BY store_id, kind, state LIMIT 1`,
  );
  const ofGroup = db
    .prepare(`SELECT seq FROM jobs WHERE store_id = ? AND kind = ? AND state = ? LIMIT ${mostOfGroup}`)
    .pluck();
  const stores = db.prepare('SELECT id FROM stores').pluck();
  return () => {
    const known = new Set(stores.all());
    let found = 0;
    let at = ['', '', ''];
    for (;;) {
      const record = nextGroup.get(...at);
      if (record === undefined) break;
      const { store_id: storeId, kind, state } = groupSchema.parse(record);
      at = [storeId, kind, state];
      const isKnown =
        known.has(storeId) && jobKinds.some((each) => each === kind) && jobStates.some((each) => each === state);
      if (isKnown) continue;
      for (const seq of seqsSchema.parse(ofGroup.all(...at))) {
        unread.passOver(seq);
        found += 1;
      }
    }
    // Counted as what they were before: that number would never go down.
    if (found > 0 && !counts.verify()) counts.recount();
    return found;
  };
}
