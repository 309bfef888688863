import type { BookFilter } from '../../../src-preload/contract/book/tabs';
import { useBookCounts } from '../../state/book-counts';
import type { BookCounts } from '../../state/book-counts';
import { text } from '../../text';
import { shortTime, useNow } from '../../ui/clock';
import { StateShape } from '../../ui/shapes';
import { showBook, useBook } from './book/book-state';
import { PullOutSay } from './pull-out/pull-out-tab';
import { SentPeriods, SentSay } from './sent/sent-tab';

const words = text.book;
/** From then on the sentence says how old its figures are. */
const oldMs = 20 * 60_000;

/** The sentence of the day, each part of it a filter, and how old it is. */
export function BookSay() {
  const counts = useBookCounts((state) => state.counts);
  const tab = useBook((state) => state.shown.tab);
  return (
    <div className="book-say">
      <h1 className="log-facts">
        {tab === 'pull-out' ? (
          <PullOutSay />
        ) : counts === undefined ? (
          words.title
        ) : tab === 'sent' ? (
          <SentSay />
        ) : (
          <Facts counts={counts} />
        )}
      </h1>
      {counts === undefined ? null : <Age counts={counts} />}
      {tab === 'sent' ? <SentPeriods /> : null}
    </div>
  );
}

function Facts({ counts }: { counts: BookCounts }) {
  const filter = useBook((state) => state.shown.filter);
  const { today, withoutNumber, late, points, notRegistered, tabs, filledAt } = counts;
  if (filledAt === undefined && tabs.new + tabs.waiting === 0) return words.never;
  const fact = (wanted: BookFilter) => ({
    type: 'button' as const,
    'aria-pressed': filter === wanted,
    'data-filter': wanted,
    onClick: () => (filter === wanted ? showBook({ tab: 'waiting', filter: undefined }) : showFilter(wanted)),
  });
  return (
    <>
      {today === 0 ? (
        <span className="fact-words">{words.nothingToday}</span>
      ) : (
        <button {...fact('today')} className="fact">
          {words.today(today)}
          {withoutNumber > 0 ? ',' : ''}
        </button>
      )}
      {withoutNumber > 0 ? (
        <button {...fact('without-number')} className="fact tight">
          {words.withoutNumber(withoutNumber, today)}
        </button>
      ) : null}
      {late > 0 ? (
        <>
          <Dot />
          <button {...fact('late')} className="fact stop" title={words.pointsHint}>
            <StateShape name="stop" />
            {words.late(late)}
            {points > 0 ? <small>{words.points(points)}</small> : null}
          </button>
        </>
      ) : null}
      {notRegistered > 0 ? (
        <>
          <Dot />
          <button {...fact('not-registered')} className="fact calm">
            {words.notRegistered(notRegistered)}
          </button>
        </>
      ) : null}
    </>
  );
}

/** All that is open, with a filter on it. */
export function showFilter(filter: BookFilter): void {
  showBook({ tab: undefined, filter, search: '' });
}

function Age({ counts: { filledAt, isUnderWay, trouble, holidaysUnknown } }: { counts: BookCounts }) {
  const now = useNow(filledAt !== undefined);
  const age = filledAt === undefined ? 0 : now - filledAt;
  const said = isUnderWay
    ? words.fetching
    : trouble !== undefined
      ? words.trouble[trouble]
      : age > oldMs
        ? words.old(age)
        : filledAt === undefined
          ? ''
          : words.fetched(shortTime(filledAt));
  return (
    <span
      className={trouble === undefined && age <= oldMs ? 'book-age' : 'book-age look'}
      data-testid="book-age"
      role="status"
      title={holidaysUnknown ? words.holidaysUnknown : undefined}
    >
      {said}
    </span>
  );
}

function Dot() {
  return (
    <span className="dot" aria-hidden="true">
      ·
    </span>
  );
}
