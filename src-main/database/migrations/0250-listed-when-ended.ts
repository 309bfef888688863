import type { Migration } from '../file/migrate';

/**
 * A job that has ended is listed on the day it ended, and no longer on the day it was added: what was sent in the evening
 * and registered in the morning is in the morning's list. The index of what has ended has when that is (`listedAt`,
 * predicates.ts), and the counts of a day follow.
 */
export const listedWhenEnded: Migration = {
  number: 250,
  name: 'listed-when-ended',
  up: (db) => db.exec(schema),
};

const schema = `
DROP INDEX jobs_ended;
CREATE INDEX jobs_ended ON jobs (store_id, state, kind,
    MAX(created_at, (changed_at + 32400000) / 86400000 * 86400000 - 32400000) DESC, import_id, courier, tracking)
  WHERE (state = 'succeeded' OR state = 'cancelled');
DELETE FROM file_counts;
INSERT INTO file_counts (store_id, day, import_id, kind, state, n, at)
  SELECT store_id,
    (CASE WHEN state IN ('succeeded', 'cancelled') THEN MAX(created_at, changed_at) ELSE created_at END + 32400000) / 86400000,
    IFNULL(import_id, ''), kind,
    CASE WHEN state = 'held' AND hold_reason IS 'by-file' THEN 'by-file' ELSE state END, COUNT(*), MAX(created_at)
  FROM jobs GROUP BY 1, 2, 3, 4, 5;
`;
