import type { Migration } from '../file/migrate';

/**
 * The unsettled dispatches of an order: an add-on goes after the main product of its order. Which order that is the
 * market's reading says, or else the sheet. (A finding that is no JSON made the index, and so the start, fail: it asks first.)
 */
export const orderOfJobs: Migration = {
  number: 60,
  name: 'order-of-jobs',
  up: (db) => db.exec(schema),
};

const unsettled = `(state = 'queued' OR state = 'sending' OR state = 'waiting' OR state = 'unknown' OR state = 'held')`;

const schema = `
CREATE INDEX jobs_live_order ON jobs (store_id, coalesce(CASE WHEN json_valid(finding) THEN json_extract(finding, '$.orderId') END, order_id))
  WHERE ${unsettled} AND kind = 'dispatch' AND (finding IS NOT NULL OR order_id IS NOT NULL);
`;
