import { nextLook } from './next-look';
import type { ReviewController } from '../state/review-controller';

/** Leads the keyboard to a row of a review, and says where it is. */
interface Guide {
  /** The index of the row with the keyboard. */
  from(): number | undefined;
  goTo(index: number): void;
}

/** The guide of each review that is on the screen. */
const guides = new Map<ReviewController, Guide>();

/** Lets the keyboard be led through the rows of a review; answers what ends it. */
export function guideReview(controller: ReviewController, guide: Guide): () => void {
  guides.set(controller, guide);
  return () => {
    if (guides.get(controller) === guide) guides.delete(controller);
  };
}

/**
 * After a fix the keyboard is on the next row that wants a look, the fixed one itself if it still does; where none is
 * left, on the button that sends. Not taken from where the seller went meanwhile.
 */
export async function goOnAfterFix(controller: ReviewController, fix: Promise<unknown>): Promise<void> {
  const from = guides.get(controller)?.from() ?? 0;
  await fix;
  const at = (await nextLook(controller, from - 1, 1)) ?? (await nextLook(controller, -1, 1));
  const guide = guides.get(controller);
  if (!guide || !isAtFixes()) return;
  if (at !== undefined) return guide.goTo(at);
  const send = document.querySelector<HTMLElement>('[data-testid=enqueue-button]:not(:disabled)');
  // Nothing can be sent: the keyboard stays in the rows.
  if (send) send.focus();
  else guide.goTo(from);
}

/** The keyboard is still where a fix was pressed, or lost with it. */
function isAtFixes(): boolean {
  const at = document.activeElement;
  return (
    at === null || at === document.body || at.closest('.review-panel, .row-mends, .group-acts, .active-row') !== null
  );
}
