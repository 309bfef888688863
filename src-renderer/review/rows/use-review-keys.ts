import { useCallback, useLayoutEffect, useRef } from 'react';
import type { ReviewRow } from '../../sheets/protocol';
import { leavesOut, fixNumber, usePanelKeys } from '../../ui/use-panel-keys';
import { applyFix, fixesOffered } from '../remarks/fix-buttons';
import { nextLook } from '../remarks/next-look';
import type { ReviewController } from '../state/review-controller';
import { useInTurn } from './use-in-turn';
import { leaveOut } from '../remarks/review-panel';

interface Review {
  controller: ReviewController;
  /** The row with the keyboard, and the index from which the next to look at is sought. */
  active: ReviewRow | undefined;
  from: number | undefined;
  goTo(index: number): void;
}

/** Where a file is reviewed. */
const reviewPlaces = ['send', 'stock'] as const;

type Seek = (by: 1 | -1) => void;

/**
 * The keys of a review wherever the keyboard is on its screen: F8 and Shift+F8 to the lines that want a look, Alt+1 to 3
 * for the fixes of the active row in the panel's order, Ctrl+Delete to leave it out. Answers what F8 does.
 */
export function useReviewKeys(review: Review): Seek {
  const newest = useRef(review);
  // The row the last step went to: `from` follows a moment later.
  const led = useRef<number>(undefined);
  useLayoutEffect(() => {
    if (newest.current.from !== review.from) led.current = undefined;
    newest.current = review;
  });
  const inTurn = useInTurn();
  const seek = useCallback(
    (by: 1 | -1): void =>
      inTurn(async () => {
        const { controller, from, goTo } = newest.current;
        const at = await nextLook(controller, led.current ?? from ?? -1, by);
        if (at === undefined) return;
        led.current = at;
        goTo(at);
      }),
    [inTurn],
  );
  usePanelKeys(reviewPlaces, (event) => actOn(event, review, seek));
  return seek;
}

function actOn(event: KeyboardEvent, { controller, active }: Review, seek: Seek): boolean {
  if (event.key === 'F8') {
    seek(event.shiftKey ? -1 : 1);
    return true;
  }
  if (!active) return false;
  if (leavesOut(event)) {
    leaveOut(controller, active);
    return true;
  }
  const number = fixNumber(event);
  const fixes = fixesOffered(active).filter(({ fix }) => fix.do !== 'exclude');
  const fix = number === undefined ? undefined : fixes[number - 1];
  if (fix) applyFix(controller, active, fix);
  return fix !== undefined;
}
