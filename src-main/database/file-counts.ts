import type Database from 'better-sqlite3';
import { koreaMs } from '../../src-preload/contract/korean-time';
import { listedAt } from './predicates';

const dayMs = 24 * 60 * 60 * 1000;

/** The state of the log (log-groups.ts) of a row: what lies in the seller's file stands apart. */
export const stateOf = (row: string) =>
  `CASE WHEN ${row}state = 'held' AND ${row}hold_reason IS 'by-file' THEN 'by-file' ELSE ${row}state END`;
/** The day a job is listed on: of its end once it has ended, of being added before; whole days in Korea since 1970 there. */
export const dayOf = (row: string) => `(${listedAt(row)} + ${koreaMs}) / ${dayMs}`;
const raise = (row: string) => `
  INSERT INTO file_counts (store_id, day, import_id, kind, state, n, at)
    VALUES (${row}store_id, ${dayOf(row)}, IFNULL(${row}import_id, ''), ${row}kind, ${stateOf(row)}, 1, ${row}created_at)
    ON CONFLICT (store_id, day, import_id, kind, state) DO UPDATE SET n = n + 1, at = MAX(at, excluded.at);`;
const lower = (row: string) => `
  UPDATE file_counts SET n = n - 1 WHERE store_id = ${row}store_id AND day = ${dayOf(row)}
    AND import_id = IFNULL(${row}import_id, '') AND kind = ${row}kind AND state = ${stateOf(row)};`;

const triggers = `
CREATE TEMP TRIGGER IF NOT EXISTS file_counts_added AFTER INSERT ON main.jobs BEGIN ${raise('new.')} END;
CREATE TEMP TRIGGER IF NOT EXISTS file_counts_removed AFTER DELETE ON main.jobs BEGIN ${lower('old.')} END;
CREATE TEMP TRIGGER IF NOT EXISTS file_counts_changed AFTER UPDATE OF state, hold_reason, changed_at ON main.jobs
  WHEN ${stateOf('old.')} IS NOT ${stateOf('new.')} OR ${dayOf('old.')} IS NOT ${dayOf('new.')} BEGIN ${lower('old.')} ${raise('new.')} END;
`;

/** A row of `file_counts` as it has to be, counted from the jobs. */
const countedRows = `SELECT store_id, ${dayOf('')} AS day, IFNULL(import_id, '') AS import_id, kind, ${stateOf('')} AS state, COUNT(*) AS n,
  MAX(created_at) AS at FROM jobs GROUP BY 1, 2, 3, 4, 5`;

/**
 * Keeps `file_counts` in step with the jobs, by triggers, so that nothing that ever writes a job can forget it. They are the
 * connection's own: a trigger that lies in the file is refused at the start, since whoever put it there is not us.
 */
export function keepFileCounts(db: Database.Database): void {
  db.exec(triggers);
}

/** Counts every job again; after a restore, and after a change that no connection with the triggers has made. */
export function recountFiles(db: Database.Database): void {
  db.exec(
    `DELETE FROM file_counts; INSERT INTO file_counts (store_id, day, import_id, kind, state, n, at) ${countedRows};`,
  );
}

/** Counts every job and answers whether the stored counts are right; for tests and for support. */
export function verifyFiles(db: Database.Database): boolean {
  const columns = 'store_id, day, import_id, kind, state, n';
  const wrong = db.prepare(
    `SELECT COUNT(*) FROM (SELECT ${columns} FROM (${countedRows}) EXCEPT SELECT ${columns} FROM file_counts
     UNION ALL SELECT ${columns} FROM (SELECT ${columns} FROM file_counts WHERE n <> 0 EXCEPT SELECT ${columns} FROM (${countedRows})))`,
  );
  return wrong.pluck().get() === 0;
}
