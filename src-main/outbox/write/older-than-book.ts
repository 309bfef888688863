import type { Finding } from '../../../src-preload/contract/job';
import type { JobRow } from '../../database/rows';
import type { Journal } from './job-transaction';

/**
 * The order book was read since the reading of this finding began: what it shows may be over, and the job is read once
 * more. Times in ms UTC, by our own clock.
 */
export function isOlderThanBook(journal: Journal, { storeId, target }: JobRow, finding: Finding): boolean {
  const bookAt = journal.tables.book.readAtOf(storeId, target);
  // One from a time that is still to come was taken before the clock was set back, and would stand for hours.
  return bookAt !== undefined && finding.at < bookAt && bookAt <= journal.at;
}
