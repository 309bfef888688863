import type { Migration } from '../file/migrate';

/**
 * Numbers fall anywhere in an index: a page each, read and written. Ten thousand new lines next to a million settled ones
 * paid that at once, with the window waiting. From here on the large indexes over numbers hold settled jobs only: a job
 * pays when it settles, thirty at a time. What is live is found through the small indexes over live jobs.
 */
export const settledNumbers: Migration = {
  number: 30,
  name: 'settled-numbers',
  up: (db) => db.exec(schema),
};

const settled = `state IN ('succeeded', 'rejected', 'cancelled')`;
const live = `state IN ('queued', 'sending', 'waiting', 'unknown', 'held')`;

const schema = `
DROP INDEX jobs_target;
DROP INDEX jobs_order;
DROP INDEX jobs_tracking;
CREATE INDEX jobs_target ON jobs (store_id, target, kind) WHERE ${settled};
CREATE INDEX jobs_order ON jobs (store_id, order_id) WHERE ${settled} AND order_id IS NOT NULL;
CREATE INDEX jobs_tracking ON jobs (store_id, tracking, courier) WHERE ${settled} AND tracking IS NOT NULL;
CREATE INDEX jobs_live_box ON jobs (store_id, tracking, courier) WHERE ${live} AND tracking IS NOT NULL;
`;
