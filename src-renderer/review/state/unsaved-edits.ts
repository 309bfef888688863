import { reviewControllers } from './review-controller';
import { useSend } from './reviews-state';

/** Whether something of a review is not written down: a cell that is being written in, a file on its way, an edit that failed. */
export async function hasUnsavedEdits(): Promise<boolean> {
  if (document.querySelector('.cell-input.editing') !== null) return true;
  if (useSend.getState().reviews.some(({ phase }) => phase === 'reading' || phase === 'storing')) return true;
  const written = await Promise.all([...reviewControllers.values()].map((each) => each.settled()));
  return written.includes(false);
}
