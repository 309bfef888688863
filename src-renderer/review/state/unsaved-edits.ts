import { isSomethingUnsaved } from '../../state/unsaved';
import { reviewControllers } from './review-controller';
import { useSend } from './reviews-state';

/**
 * Whether a new start would lose something: a cell that is being written in, a file on its way, an edit that failed, or
 * what another place of the window holds until it is saved.
 */
export async function hasUnsavedEdits(): Promise<boolean> {
  if (document.querySelector('.cell-input.editing') !== null || isSomethingUnsaved()) return true;
  if (useSend.getState().reviews.some(({ phase }) => phase === 'reading' || phase === 'storing')) return true;
  const written = await Promise.all([...reviewControllers.values()].map((each) => each.settled()));
  return written.includes(false);
}
