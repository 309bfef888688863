import { endOfKoreanDay } from '../../../src-preload/contract/book/rules';
import { useBookCounts } from '../../state/book-counts';
import type { BookCounts } from '../../state/book-counts';
import { openBookOn } from '../../state/open-book';
import { text } from '../../text';
import { shortTime, timeOfDayOf, useNow } from '../../ui/clock';
import { StateShape } from '../../ui/shapes';

const words = text.send.startOfDay;
/** A due time in the last minute of a day is the day itself: nothing to count down to. */
const lastMinuteMs = 60_000;

/** What is due today, as the order book knows it; nothing where it was never filled. */
export function DayOfOrders() {
  const counts = useBookCounts((state) => state.counts);
  if (counts?.filledAt === undefined) return null;
  const { today, late, filledAt } = counts;
  return (
    <section className="start-day" aria-label={words.today}>
      <div className="say">
        <h1 className="facts">
          {today > 0 ? (
            <button type="button" className="fact" onClick={() => openBookOn({ filter: 'today' })}>
              {words.due(today)}
            </button>
          ) : (
            <span className="fact plain">{words.nothingDue}</span>
          )}
          {late > 0 ? (
            <>
              <span className="fact-dot" aria-hidden="true">
                ·
              </span>
              <button type="button" className="fact stop" onClick={() => openBookOn({ filter: 'late' })}>
                <StateShape name="stop" />
                {words.late(late)}
              </button>
            </>
          ) : null}
        </h1>
        <span className="grow" />
        <span className="run-aside">{words.fetched(shortTime(filledAt))}</span>
        <button type="button" className="button small plain link" onClick={() => openBookOn({ filter: 'today' })}>
          {words.seeOrders}
        </button>
      </div>
      {today + late > 0 ? <Parts counts={counts} /> : null}
    </section>
  );
}

/** The same in a line as long as the day: what is late, what is due next, and the rest of today. */
function Parts({ counts: { today, late, next } }: { counts: BookCounts }) {
  const now = useNow(true);
  const isHour = next !== undefined && next.at > now && next.at < endOfKoreanDay(now) - lastMinuteMs;
  const rest = isHour ? today - next.count : today;
  const { parts } = words;
  return (
    <ol className="due-line" aria-label={parts.label}>
      {late > 0 ? <Part count={late} what={parts.late} until={parts.lateUntil} look="late" /> : null}
      {isHour ? (
        <Part
          count={next.count}
          what={parts.next(timeOfDayOf(next.at))}
          until={parts.nextLeft(next.at - now)}
          look="next"
        />
      ) : null}
      {rest > 0 ? <Part count={rest} what={parts.rest} until={parts.restUntil} look="rest" /> : null}
    </ol>
  );
}

function Part({ count, what, until, look }: { count: number; what: string; until: string; look: string }) {
  return (
    <li className={`due-part ${look}`} style={look === 'late' ? undefined : { flexGrow: count }}>
      <span>
        <b>{words.parts.count(count)}</b> {what}
      </span>
      <i aria-hidden="true" />
      <span className="meta">{until}</span>
    </li>
  );
}
