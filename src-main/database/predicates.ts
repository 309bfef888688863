/**
 * The words of the partial indexes over jobs (migration 40): a query must repeat them as they stand there for SQLite to
 * use one.
 */
export const unsettled = `(state = 'queued' OR state = 'sending' OR state = 'waiting' OR state = 'unknown' OR state = 'held')`;
export const live = `${unsettled} AND wait IS NOT 'in-flight'`;
export const settled = `(state = 'succeeded' OR state = 'rejected' OR state = 'cancelled')`;
