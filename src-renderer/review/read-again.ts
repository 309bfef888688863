import { announce } from '../ui/announcer';
import { text } from '../text';
import { closeFile } from './close-file';
import { desks } from './review-controller';
import { addReview, updateReview, useSend } from './reviews-state';
import type { ReviewFace } from './reviews-state';
import { pickFiles } from './sheet-input';

const words = text.send;

/**
 * Reads a file that has changed on the disk once more, with what was chosen for it. The new reading takes the place of
 * the old one, unless the seller had put lines right there: then both stay, and nothing of that work is lost.
 */
export async function readAgain(face: ReviewFace): Promise<void> {
  const key = crypto.randomUUID();
  const desk = await desks.get(face.key)?.again(key);
  if (!desk) {
    announce(words.cannotReadAgain(face.fileName));
    pickFiles();
    return;
  }
  const { storeId, market, operation, fileName, apart, wholeCourier } = face;
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
  desks.set(key, desk);
  await desk.open();
  const phaseOf = (wanted: string) => useSend.getState().reviews.find((each) => each.key === wanted)?.phase;
  const before = useSend.getState().reviews.find((each) => each.key === face.key);
  if (!before || phaseOf(key) === 'failed') return;
  if ((before.summary?.corrected ?? 0) === 0) return closeFile(before);
  updateReview(face.key, { changedOnDisk: false });
  announce(words.readBeside);
}
