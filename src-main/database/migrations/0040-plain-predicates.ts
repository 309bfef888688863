import type { Migration } from '../file/migrate';

/**
 * SQLite makes a small table of an IN list each time it asks whether a row belongs to a partial index, before and after,
 * for every index: more than half of what changing a job's state cost. A row of ORs asks the same for nothing.
 */
export const plainPredicates: Migration = {
  number: 40,
  name: 'plain-predicates',
  up: (db) => db.exec(schema),
};

const settled = `(state = 'succeeded' OR state = 'rejected' OR state = 'cancelled')`;
const live = `(state = 'queued' OR state = 'sending' OR state = 'waiting' OR state = 'unknown' OR state = 'held')`;

const schema = `
DROP INDEX jobs_one_live;
DROP INDEX jobs_live_box;
DROP INDEX jobs_target;
DROP INDEX jobs_order;
DROP INDEX jobs_tracking;
DROP INDEX jobs_target_tail;
DROP INDEX jobs_order_tail;
DROP INDEX jobs_tracking_tail;
CREATE UNIQUE INDEX jobs_one_live ON jobs (store_id, kind, target) WHERE ${live} AND wait IS NOT 'in-flight';
CREATE INDEX jobs_live_box ON jobs (store_id, tracking, courier) WHERE ${live} AND tracking IS NOT NULL;
CREATE INDEX jobs_target ON jobs (store_id, target, kind) WHERE ${settled};
CREATE INDEX jobs_order ON jobs (store_id, order_id) WHERE ${settled} AND order_id IS NOT NULL;
CREATE INDEX jobs_tracking ON jobs (store_id, tracking, courier) WHERE ${settled} AND tracking IS NOT NULL;
CREATE INDEX jobs_target_tail ON jobs (target_tail) WHERE ${settled};
CREATE INDEX jobs_order_tail ON jobs (order_tail) WHERE ${settled} AND order_tail IS NOT NULL;
CREATE INDEX jobs_tracking_tail ON jobs (tracking_tail) WHERE ${settled} AND tracking_tail IS NOT NULL;
`;
