import type Database from 'better-sqlite3';
import { z } from 'zod';
import { storeIdSchema } from '../../src-preload/contract/ids';
import { jobKindSchema, jobStateSchema } from '../../src-preload/contract/job';
import type { Counts } from '../../src-preload/contract/job';
import type { CountsTable } from './tables';

const nothing: Counts = {
  queued: 0,
  sending: 0,
  waiting: 0,
  unknown: 0,
  held: 0,
  rejected: 0,
  succeeded: 0,
  cancelled: 0,
};

const perKindSchema = z.array(z.object({ kind: jobKindSchema, state: jobStateSchema, n: z.int() }));

/** How many jobs are in each state: kept with every transition, so that a million rows are never counted. */
export function countsTable(db: Database.Database): CountsTable {
  const ofStore = db.prepare('SELECT kind, state, n FROM counts WHERE store_id = ?');
  const raise = db.prepare(
    'UPDATE counts SET n = n + @by WHERE store_id = @storeId AND kind = @kind AND state = @state',
  );
  const begin = db.prepare('INSERT INTO counts (store_id, kind, state, n) VALUES (@storeId, @kind, @state, @by)');
  const adjust = (given: { storeId: string; kind: string; state: string; by: number }): void => {
    if (raise.run(given).changes === 0) begin.run(given);
  };
  const done = db.prepare('SELECT done FROM stores WHERE id = ?').pluck();
  const setDone = db.prepare('UPDATE stores SET done = ? WHERE id = ?');
  const counted = db.prepare('SELECT store_id, kind, state, COUNT(*) AS n FROM jobs GROUP BY 1, 2, 3 ORDER BY 1, 2, 3');
  const stored = db.prepare('SELECT store_id, kind, state, n FROM counts WHERE n > 0 ORDER BY 1, 2, 3');
  const clear = db.prepare('DELETE FROM counts');
  const rowsSchema = z.array(
    z.object({ store_id: storeIdSchema, kind: jobKindSchema, state: jobStateSchema, n: z.int() }),
  );

  return {
    of(storeId) {
      const counts = { ...nothing };
      for (const { state, n } of perKindSchema.parse(ofStore.all(storeId))) counts[state] += n;
      return counts;
    },
    perKind: (storeId) => perKindSchema.parse(ofStore.all(storeId)),
    adjust(storeId, kind, state, by) {
      if (by !== 0) adjust({ storeId, kind, state, by });
    },
    done: (storeId) => z.int().catch(0).parse(done.get(storeId)),
    setDone(storeId, value) {
      setDone.run(value, storeId);
    },
    verify: () => JSON.stringify(counted.all()) === JSON.stringify(stored.all()),
    recount() {
      const rows = rowsSchema.parse(counted.all());
      clear.run();
      for (const { store_id, kind, state, n } of rows) adjust({ storeId: store_id, kind, state, by: n });
    },
  };
}
