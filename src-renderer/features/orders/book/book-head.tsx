import type { BookHead } from '../../../../src-preload/contract/book/list';
import { text } from '../../../text';
import { timeOfDayOf, useNow } from '../../../ui/clock';
import { LineIcon, StateShape } from '../../../ui/shapes';
import { foldHead, useBook } from './book-state';

const words = text.book.list;

function titleOf({ due, until, daysLate }: BookHead): string {
  const { heads } = words;
  if (due === 'late') return daysLate === 0 ? heads.lateToday : daysLate === 1 ? heads.lateYesterday : heads.late;
  return due === 'until' ? heads.until(until === undefined ? '' : timeOfDayOf(until)) : heads[due];
}

function countOf({ count, points, due }: BookHead, left: number | undefined): string {
  return [
    words.headCount(count),
    ...(points > 0 ? [words.headPoints(points)] : []),
    ...(due === 'not-scanned' ? [words.scanComes] : []),
    ...(left === undefined ? [] : [words.headLeft(left)]),
  ].join(' · ');
}

/** The head of the orders that are due at about the same time. */
export function BookHeadRow({ head }: { head: BookHead }) {
  const isFolded = useBook((state) => state.folded.includes(head.key));
  const now = useNow(head.until !== undefined);
  const title = titleOf(head);
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
      <span className="log-group-count">{countOf(head, left)}</span>
    </div>
  );
}
