import type { Migration } from '../file/migrate';

/** Looking first stands next to a pause: a store that stopped for a quota yesterday is asked about once the quota is over. */
export const lookFirst: Migration = {
  number: 90,
  name: 'look-first',
  up: (db) =>
    db.exec(`
ALTER TABLE stores ADD COLUMN look_first_since INTEGER;
UPDATE stores SET look_first_since = json_extract(pause, '$.since'), pause = NULL
  WHERE CASE WHEN json_valid(pause) THEN json_extract(pause, '$.cause') END = 'look-first';
`),
};
