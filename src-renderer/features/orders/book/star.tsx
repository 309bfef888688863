import type { BookRow } from '../../../../src-preload/contract/book/row';
import { callOrSay } from '../../../state/call-or-say';
import { text } from '../../../text';
import { useBook } from './book-state';

/** Whether the seller wants to be told of every change of an order; a press changes it. */
export function Star({ row }: { row: BookRow }) {
  const storeId = useBook((state) => state.storeId);
  const { orderId, isWatched } = row;
  if (storeId === undefined || orderId === undefined) return null;
  return (
    <button
      type="button"
      className="star"
      tabIndex={-1}
      data-testid="book-star"
      aria-pressed={isWatched}
      aria-label={text.book.list.star(row.recipient ?? orderId)}
      onClick={() =>
        void callOrSay('orders-watch', { storeId, orderId, watched: !isWatched }).then(() =>
          useBook.getState().rows.refresh(),
        )
      }
    >
      <svg viewBox="0 0 16 16" width={16} height={16} aria-hidden="true">
        <path d="m8 1.9 1.9 3.9 4.2.6-3 3 .7 4.2L8 11.6l-3.8 2 .7-4.2-3-3 4.2-.6z" />
      </svg>
    </button>
  );
}
