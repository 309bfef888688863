import { live } from '../predicates';

/** A line of a draft that has a number, as the index of migration 150 says it. */
const draftTarget = `(CASE WHEN json_valid(line) AND COALESCE(line ->> '$.cells.trackingNumber', '') <> ''
    THEN line ->> '$.cells.productOrderId' END)`;

/**
 * Product orders that have a number: a dispatch that is not settled, or a line of a draft. The indexes are named because
 * SQLite, without statistics, chooses ones that go through a whole queue for each order.
 */
export const numberedTargets = `(SELECT target FROM jobs INDEXED BY jobs_one_live WHERE store_id = @storeId
    AND kind = 'dispatch' AND ${live}
  UNION ALL SELECT ${draftTarget} FROM drafts INDEXED BY drafts_numbered
    WHERE job_id IS NULL AND ${draftTarget} IS NOT NULL)`;

/** Whether one has: 1 or 0. */
export const isNumbered = `SELECT EXISTS (SELECT 1 FROM jobs INDEXED BY jobs_one_live WHERE store_id = @storeId
    AND kind = 'dispatch' AND target = @id AND ${live})
  OR EXISTS (SELECT 1 FROM drafts INDEXED BY drafts_numbered WHERE job_id IS NULL AND ${draftTarget} = @id)`;

/** The number one has and its courier, as far as they are known: of the queue before that of a draft. */
export const numberOf = `SELECT tracking AS number, courier FROM jobs INDEXED BY jobs_one_live WHERE store_id = @storeId AND kind = 'dispatch' AND target = @id AND ${live}
  UNION ALL SELECT line ->> '$.cells.trackingNumber', NULL
  FROM drafts INDEXED BY drafts_numbered WHERE job_id IS NULL AND ${draftTarget} = @id LIMIT 1`;
