import { useEffect, useRef } from 'react';
import { useAppState } from '../../state/app-state';
import { nextLook } from '../remarks/next-look';
import type { ReviewController } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';
import { useRuns } from '../state/runs-state';

/** Reviews whose lines have come back: the keyboard goes to what sends them, where the press was. */
const takenBack = new Set<string>();

/** After an undo the keyboard goes to the button that sends, once the review stands again. */
export function leadToPrimary(key: string): void {
  takenBack.add(key);
}

/** Whether the review may take the keyboard: not from where something is typed or asked. */
function isFree(): boolean {
  const at = document.activeElement;
  return at === null || at.closest('input,textarea,select,[role=dialog],[role=alertdialog]') === null;
}

/**
 * Once a file is read the keyboard is on the first line that wants a look, or on the button that sends; not taken
 * from where the seller types meanwhile.
 */
export function useFirstFocus(review: ReviewState, controller: ReviewController, goTo: (index: number) => void): void {
  const done = useRef<string | undefined>(undefined);
  const place = useAppState((state) => state.place);
  const { key, phase } = review;
  useEffect(() => {
    if (phase !== 'ready' || done.current === key || (place !== 'send' && place !== 'stock')) return;
    done.current = key;
    const wasTakenBack = takenBack.delete(key);
    // Beneath what was just sent the keyboard is on the way back, or on what follows it.
    if (!isFree() || useRuns.getState().runs[key] !== undefined) return;
    async function lead(): Promise<void> {
      const at = wasTakenBack ? undefined : await nextLook(controller, -1, 1);
      if (!isFree()) return;
      if (at === undefined) document.querySelector<HTMLElement>('[data-testid=enqueue-button]')?.focus();
      else goTo(at);
    }
    void lead();
  }, [key, phase, place, controller, goTo]);
}
