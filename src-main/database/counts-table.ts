import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { StoreId } from '../../src-preload/contract/ids';
import { jobKindSchema, jobStateSchema } from '../../src-preload/contract/job';
import { noCounts } from '../../src-preload/contract/job-states';
import { keepFileCounts, recountFiles, verifyFiles } from './file-counts';
import type { CountsTable } from './tables';
import { prepareUnread } from './unread-rows';

/** A kind or state that we do not know is not counted. */
const perKindSchema = z.object({ kind: jobKindSchema, state: jobStateSchema, n: z.int() });

/** How many jobs are in each state: kept with every transition, so that a million rows are never counted. */
export function countsTable(db: Database.Database): CountsTable {
  prepareUnread(db);
  keepFileCounts(db);
  // What cannot be read is in no state that anything waits for: it is counted by itself (unread-rows.ts).
  const ofStore = db.prepare(
    `SELECT kind, state, n - (SELECT COUNT(*) FROM temp.unread_jobs u CROSS JOIN jobs j ON j.seq = u.seq
       WHERE j.store_id = counts.store_id AND j.kind = counts.kind AND j.state = counts.state) AS n
     FROM counts WHERE store_id = ?`,
  );
  const raise = db.prepare(
    'UPDATE counts SET n = n + @by WHERE store_id = @storeId AND kind = @kind AND state = @state',
  );
  const begin = db.prepare('INSERT INTO counts (store_id, kind, state, n) VALUES (@storeId, @kind, @state, @by)');
  const adjust = (given: { storeId: string; kind: string; state: string; by: number }): void => {
    if (raise.run(given).changes === 0) begin.run(given);
  };
  const done = db.prepare('SELECT done FROM stores WHERE id = ?').pluck();
  const setDone = db.prepare('UPDATE stores SET done = ? WHERE id = ?');
  // Of a store that is not there nothing can be counted, and nothing is ever asked.
  const counted = db.prepare(
    `SELECT store_id, kind, state, COUNT(*) AS n FROM jobs WHERE store_id IN (SELECT id FROM stores)
     GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
  );
  const stored = db.prepare('SELECT store_id, kind, state, n FROM counts WHERE n > 0 ORDER BY 1, 2, 3');
  const clear = db.prepare('DELETE FROM counts');
  const rowsSchema = z.array(z.object({ store_id: z.string(), kind: z.string(), state: z.string(), n: z.int() }));

  const perKind = (storeId: StoreId) =>
    ofStore.all(storeId).flatMap((record) => {
      const { data } = perKindSchema.safeParse(record);
      return data === undefined ? [] : [{ ...data, n: Math.max(0, data.n) }];
    });

  return {
    of(storeId) {
      const counts = { ...noCounts };
      for (const { state, n } of perKind(storeId)) counts[state] += n;
      return counts;
    },
    perKind,
    adjust(storeId, kind, state, by) {
      if (by !== 0) adjust({ storeId, kind, state, by });
    },
    done: (storeId) => z.int().catch(0).parse(done.get(storeId)),
    setDone(storeId, value) {
      setDone.run(value, storeId);
    },
    verify: () => JSON.stringify(counted.all()) === JSON.stringify(stored.all()) && verifyFiles(db),
    recount() {
      const rows = rowsSchema.parse(counted.all());
      clear.run();
      for (const { store_id, kind, state, n } of rows) adjust({ storeId: store_id, kind, state, by: n });
      recountFiles(db);
    },
  };
}
