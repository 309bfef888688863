import type { LineSort } from '../../sheets/sort-lines';
import type { ReviewController } from '../state/review-controller';
import { arrangeReview } from '../state/reviews-state';

/** What a press on a column's name makes of the order: ascending, then descending, then that of the sheet. */
export function nextSort(now: LineSort | undefined, column: string): LineSort | undefined {
  if (now?.column !== column) return { column, direction: 'ascending' };
  return now.direction === 'ascending' ? { column, direction: 'descending' } : undefined;
}

/** Shows the lines of the tab in the next order of a column. */
export function sortBy(controller: ReviewController, column: string): void {
  const { review } = controller;
  if (!review) return;
  arrangeReview(controller.key, { sort: nextSort(review.sort, column) });
  controller.showTab(review.tab);
}

/** Shows the lines with remarks of these kinds; of none of them: all lines. */
export function showRemarks(controller: ReviewController, codes: readonly string[]): void {
  const { review } = controller;
  if (!review) return;
  arrangeReview(controller.key, { remarks: codes.length === 0 ? undefined : codes });
  controller.showTab(review.tab);
}
