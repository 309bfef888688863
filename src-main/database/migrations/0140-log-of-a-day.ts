import type { Migration } from '../file/migrate';

/**
 * What the log of a day asks: how many jobs of each file stand how (`file_counts`, kept by triggers of each connection,
 * file-counts.ts), what waits for the seller by its cause, and what has ended by its time. Both indexes have all that a group
 * is counted and ordered by. A job that is sent and done is in the second only, once it is settled: what happens ten times a
 * second pays for no further index.
 */
export const logOfADay: Migration = {
  number: 140,
  name: 'log-of-a-day',
  up: (db) => db.exec(schema),
};

const schema = `
CREATE TABLE file_counts (
  store_id TEXT NOT NULL,
  -- whole days in Korea since 1970 there
  day INTEGER NOT NULL,
  -- empty: without a file
  import_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  -- by-file: held in the seller's own file
  state TEXT NOT NULL,
  n INTEGER NOT NULL,
  -- ms UTC: when the newest of them that ever were was added
  at INTEGER NOT NULL,
  PRIMARY KEY (store_id, day, import_id, kind, state)
) STRICT, WITHOUT ROWID;
INSERT INTO file_counts (store_id, day, import_id, kind, state, n, at)
  SELECT store_id, (created_at + 32400000) / 86400000, IFNULL(import_id, ''), kind,
    CASE WHEN state = 'held' AND hold_reason IS 'by-file' THEN 'by-file' ELSE state END, COUNT(*), MAX(created_at)
  FROM jobs GROUP BY 1, 2, 3, 4, 5;
CREATE INDEX jobs_tasks ON jobs (store_id, state, kind, code, created_at DESC, hold_reason, import_id, courier, tracking)
  WHERE (state = 'held' OR state = 'rejected');
CREATE INDEX jobs_ended ON jobs (store_id, state, kind, created_at DESC, import_id, courier, tracking)
  WHERE (state = 'succeeded' OR state = 'cancelled');
`;
