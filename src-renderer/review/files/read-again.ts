import { announce } from '../../state/announcements';
import { text } from '../../text';
import { closeFile } from './close-file';
import { reviewControllers } from '../state/review-controller';
import { addReview, updateReview, useSend } from '../state/reviews-state';
import type { ReviewState } from '../state/reviews-state';
import { pickFiles } from './sheet-input';

const words = text.send;

/**
 * Reads a file that has changed on the disk once more, with what was chosen for it. The new reading takes the place of
 * the old one, unless the seller had put lines right there: then both stay, and nothing of that work is lost.
 */
export async function readAgain(review: ReviewState): Promise<void> {
  const key = crypto.randomUUID();
  const controller = await reviewControllers.get(review.key)?.again(key);
  if (!controller) {
    announce(words.cannotReadAgain(review.fileName));
    pickFiles();
    return;
  }
  const { storeId, market, operation, fileName, apart, wholeCourier } = review;
  addReview({
    key,
    storeId,
    market,
    fileName,
    operation,
    phase: 'reading',
    rowsRead: 0,
    stored: 0,
    tab: 'all',
    ...(apart === undefined ? {} : { apart }),
    ...(wholeCourier === undefined ? {} : { wholeCourier }),
  });
  reviewControllers.set(key, controller);
  await controller.open();
  const phaseOf = (wanted: string) => useSend.getState().reviews.find((each) => each.key === wanted)?.phase;
  const before = useSend.getState().reviews.find((each) => each.key === review.key);
  if (!before || phaseOf(key) === 'failed') return;
  if ((before.summary?.corrected ?? 0) === 0) return closeFile(before);
  updateReview(review.key, { changedOnDisk: false });
  announce(words.readBeside);
}
