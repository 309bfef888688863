import type { Finding } from '../../../src-preload/contract/job';
import type { JobRow } from '../../database/rows';
import type { Journal } from './job-transaction';

/**
 * Another reading that began later has shown the job its target by now: two of them, or their places in the database,
 * may overtake each other. Times in ms UTC, by our own clock.
 */
export function isOlderThanKnown({ at }: Pick<Journal, 'at'>, job: JobRow, finding: Finding): boolean {
  return isOlder(finding, job.finding?.at, at);
}

/**
 * The order book was read since the reading of this finding began: what it shows may be over, and the job is read once
 * more.
 */
export function isOlderThanBook(journal: Journal, { storeId, target }: JobRow, finding: Finding): boolean {
  return isOlder(finding, journal.tables.book.readAtOf(storeId, target), journal.at);
}

/**
 * Whether a finding is older than the one known. What is from a time that is still to come was read before the clock was
 * set back, and would stand for hours.
 */
export function isOlder(finding: Pick<Finding, 'at'>, knownAt: number | undefined, now: number): boolean {
  return knownAt !== undefined && finding.at < knownAt && knownAt <= now;
}
