import type { ImportId } from '../../../src-preload/contract/ids';
import { announce } from '../../state/announcements';
import type { ReaderLoss } from '../../sheets/reader';
import { text } from '../../text';
import { forgetUnderstood, updateReview } from './reviews-state';
import type { Phase, ReviewState, ReviewFailure } from './reviews-state';

const codes: Readonly<Record<ReaderLoss, ReviewFailure>> = {
  memory: 'out-of-memory',
  stuck: 'no-progress',
  broke: 'internal',
};
const losesItsFile: readonly Phase[] = ['reading', 'storing', 'ready'];

/**
 * The reader of a review is gone with all it held. Answers the draft to bring it back from where every line is kept
 * (`draftIsWhole`); a file that was not kept yet is refused; whatever else a tab shows stays.
 */
export function afterLoss(
  review: ReviewState | undefined,
  draftIsWhole: boolean,
  why: ReaderLoss,
): ImportId | undefined {
  if (!review || !losesItsFile.includes(review.phase)) return undefined;
  if (review.phase === 'ready' && draftIsWhole && review.importId !== undefined) {
    forgetUnderstood(review.key);
    announce(text.send.cameBack(review.fileName));
    return review.importId;
  }
  updateReview(review.key, { phase: 'failed', failure: { code: codes[why] } });
  return undefined;
}
