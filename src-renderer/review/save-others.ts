import { announce } from '../state/announcements';
import { dayName } from '../ui/clock';
import { saveBytes } from '../ui/save-bytes';
import { text } from '../text';
import type { ReviewWorker } from './review-worker';

const words = text.send;

/** Lines of other malls, as they stand in the sheet, as a file of their own. */
export async function saveOthers(worker: ReviewWorker): Promise<void> {
  const { bytes, rows } = await worker.ask('writeOthers', { name: words.othersName });
  saveBytes(bytes, `${words.othersName}-${dayName(Date.now())}.xlsx`);
  announce(words.othersSaved(rows));
}
