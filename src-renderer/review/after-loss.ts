import type { ImportId } from '../../src-preload/contract/ids';
import { announce } from '../ui/announcer';
import type { ReaderLoss } from '../sheets/reader';
import { text } from '../text';
import { forgetUnderstood, updateReview } from './reviews-state';
import type { Phase, ReviewFace, ReviewFailure } from './reviews-state';

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
export function afterLoss(face: ReviewFace | undefined, draftIsWhole: boolean, why: ReaderLoss): ImportId | undefined {
  if (!face || !losesItsFile.includes(face.phase)) return undefined;
  if (face.phase === 'ready' && draftIsWhole && face.importId !== undefined) {
    forgetUnderstood(face.key);
    announce(text.send.cameBack(face.fileName));
    return face.importId;
  }
  updateReview(face.key, { phase: 'failed', failure: { code: codes[why] } });
  return undefined;
}
