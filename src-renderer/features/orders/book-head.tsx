import type { BookHead } from '../../../src-preload/contract/book/list';
import { text } from '../../text';
import { timeOfDayOf, useNow } from '../../ui/clock';
import { LineIcon, StateShape } from '../../ui/shapes';
import { foldHead, useBook } from './book-state';

const words = text.book.list;

/** The head of the orders that are due at about the same time. */
export function BookHeadRow({ head }: { head: BookHead }) {
  const isFolded = useBook((state) => state.folded.includes(head.key));
  const now = useNow(head.until !== undefined);
  const title = words.head(head, head.until === undefined ? '' : timeOfDayOf(head.until));
  const left = head.until === undefined || head.until <= now ? undefined : head.until - now;
  return (
    <div className={isFolded ? 'log-group folded' : 'log-group'} data-testid="order-head" data-due={head.due}>
      <button
        type="button"
        className="log-fold"
        aria-expanded={!isFolded}
        aria-label={words.fold(title)}
        onClick={() => foldHead(head.key)}
      >
        <LineIcon name={isFolded ? 'right' : 'down'} />
      </button>
      {head.due === 'late' ? <StateShape name="stop" /> : <span className="book-no-shape" />}
      <h2 className="one-line">{title}</h2>
      <span className="log-group-count">{words.headCount(head, left)}</span>
    </div>
  );
}
