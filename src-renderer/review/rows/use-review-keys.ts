import { useCallback, useEffect, useRef } from 'react';
import type { ReviewRow } from '../../sheets/protocol';
import { useAppState } from '../../state/app-state';
import { isOverlaid, isTyping } from '../../ui/key-owner';
import { doMend, mendsOf } from '../remarks/mends';
import { nextLook } from '../remarks/next-look';
import type { ReviewController } from '../state/review-controller';
import { leaveOut } from '../remarks/review-panel';

interface Review {
  controller: ReviewController;
  /** The row with the keyboard, and the index from which the next to look at is sought. */
  active: ReviewRow | undefined;
  from: number | undefined;
  goTo(index: number): void;
}

type Seek = (by: 1 | -1) => Promise<void>;

/**
 * The keys of a review wherever the keyboard is on its screen: F8 and Shift+F8 to the lines that want a look, Alt+1 to 3
 * for the mends of the active row in the panel's order, Ctrl+Delete to leave it out. Answers what F8 does.
 */
export function useReviewKeys(review: Review): Seek {
  const newest = useRef(review);
  useEffect(() => {
    newest.current = review;
  });
  const seek = useCallback(async (by: 1 | -1): Promise<void> => {
    const { controller, from = -1, goTo } = newest.current;
    const at = await nextLook(controller, from, by);
    if (at !== undefined) goTo(at);
  }, []);
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (event.defaultPrevented || event.isComposing || !isOnReview(event.target)) return;
      if (!actOn(event, newest.current, seek)) return;
      event.preventDefault();
    }
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [seek]);
  return seek;
}

/** A dialog, the side sheet and a text that is edited have keys of their own; 발송 stays mounted on other screens. */
function isOnReview(target: EventTarget | null): boolean {
  const { place } = useAppState.getState();
  if ((place !== 'send' && place !== 'stock') || isTyping(target) || isOverlaid()) return false;
  if (!(target instanceof Element) || target === document.body) return true;
  return target.closest('[role=dialog],[role=alertdialog],.side-sheet,[hidden]') === null;
}

function actOn(event: KeyboardEvent, { controller, active }: Review, seek: Seek): boolean {
  if (event.key === 'F8') {
    void seek(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!active) return false;
  if ((event.ctrlKey || event.metaKey) && event.key === 'Delete') {
    leaveOut(controller, active);
    return true;
  }
  const digit = event.altKey && !event.ctrlKey ? /^Digit([1-3])$/u.exec(event.code) : null;
  const mends = mendsOf(active).filter(({ fix }) => fix.do !== 'exclude');
  const mend = digit ? mends[Number(digit[1]) - 1] : undefined;
  if (mend) doMend(controller, active, mend);
  return mend !== undefined;
}
