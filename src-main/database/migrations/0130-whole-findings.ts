import type { Migration } from '../file/migrate';

/**
 * An index over what lies in a text of JSON ends every change of a row whose text is none (a damaged byte). This one asks
 * first.
 */
export const wholeFindings: Migration = {
  number: 130,
  name: 'whole-findings',
  up: (db) =>
    db.exec(`
DROP INDEX jobs_live_order;
CREATE INDEX jobs_live_order ON jobs (store_id, coalesce(CASE WHEN json_valid(finding) THEN json_extract(finding, '$.orderId') END, order_id))
  WHERE ${unsettled} AND kind = 'dispatch' AND (finding IS NOT NULL OR order_id IS NOT NULL);
`),
};

const unsettled = `(state = 'queued' OR state = 'sending' OR state = 'waiting' OR state = 'unknown' OR state = 'held')`;
