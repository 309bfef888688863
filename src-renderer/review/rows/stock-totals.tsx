import { answerWords } from '../../../src-preload/contract/markets/brightmall/answers';
import { StockCounts } from '../../ui/stock-counts';
import type { Summary } from '../../sheets/protocol';
import { text } from '../../text';
import { reviewControllers } from '../state/review-controller';
import type { ReviewState } from '../state/reviews-state';

/** 가능, 불가, 아직 of a stock sheet, and the one click that answers all that is open. */
export function StockTotals({ review, summary }: { review: ReviewState; summary: Summary }) {
  const { open } = summary.stock;
  return (
    <div className="stock-totals">
      <StockCounts counts={summary.stock} />
      {open > 0 ? (
        <button
          type="button"
          className="button small"
          data-testid="answer-open"
          onClick={() =>
            void reviewControllers.get(review.key)?.changeLines('answerOpen', { available: answerWords.yes })
          }
        >
          {text.stock.answerOpen(open)}
        </button>
      ) : null}
    </div>
  );
}
