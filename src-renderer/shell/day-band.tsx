import type { ReactNode } from 'react';
import type { BookFilter } from '../../src-preload/contract/book/tabs';
import { endOfKoreanDay } from '../../src-preload/contract/book/rules';
import { useAppState } from '../state/app-state';
import { useBookCounts } from '../state/book-counts';
import type { BookCounts } from '../state/book-counts';
import { openBookOn } from '../state/open-book';
import { text } from '../text';
import { timeOfDayOf, useNow } from '../ui/clock';
import { StateShape } from '../ui/shapes';

const words = text.book.band;
/** A figure older than this says its age. */
const oldMs = 20 * 60_000;
/** A due time in the last minute of a day is the day itself: nothing to count down to. */
const lastMinuteMs = 60_000;

/**
 * The day's due dates in the navigation, so on every screen; each part leads to 주문 with a filter. Nothing before the
 * book was filled once. 주문 itself says the same in its sentence: there only the digits for automation are left.
 */
export function DayBand() {
  const counts = useBookCounts((state) => state.counts);
  const isOnOrders = useAppState((state) => state.place === 'orders');
  if (counts?.filledAt === undefined) return null;
  return (
    <section className="day-band" aria-label={words.label} data-testid="day-band">
      <p className="hidden-words" aria-hidden="true">
        <span data-testid="today-due">{counts.today}</span>
        <span data-testid="today-without-number">{counts.withoutNumber}</span>
        <span data-testid="today-late">{counts.late}</span>
      </p>
      {isOnOrders ? null : <Parts counts={counts} filledAt={counts.filledAt} />}
    </section>
  );
}

function Parts({ counts, filledAt }: { counts: BookCounts; filledAt: number }) {
  const now = useNow(true);
  const { withoutNumber, late, points, next } = counts;
  const isHour = next !== undefined && next.at > now && next.at < endOfKoreanDay(now) - lastMinuteMs;
  return (
    <>
      {late > 0 ? (
        <Part filter="late" className="stop">
          <StateShape name="stop" />
          <span>
            {words.late(late)} {points > 0 ? <small>{text.book.points(points)}</small> : null}
          </span>
        </Part>
      ) : null}
      {withoutNumber > 0 ? (
        <Part filter="without-number">
          <StateShape name="yet" />
          <span>{words.withoutNumber(withoutNumber)}</span>
        </Part>
      ) : null}
      {isHour ? (
        <Part filter="today">
          <StateShape name="queue" />
          <span>
            {words.next(timeOfDayOf(next.at))} <small>{words.left(next.count, next.at - now)}</small>
          </span>
        </Part>
      ) : null}
      {now - filledAt > oldMs ? <p className="day-old">{text.book.old(now - filledAt)}</p> : null}
    </>
  );
}

interface PartProps {
  filter: BookFilter;
  className?: string;
  children: ReactNode;
}

function Part({ filter, className = '', children }: PartProps) {
  return (
    <button type="button" className={className} data-filter={filter} onClick={() => openBookOn({ filter })}>
      {children}
    </button>
  );
}
