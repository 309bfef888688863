import { useEffect } from 'react';
import { sentPeriods } from '../../../../src-preload/contract/book/tabs';
import { koreanDay } from '../../../../src-preload/contract/korean-time';
import { text } from '../../../text';
import { useSlowNow } from '../../../ui/clock';
import { BookPlace } from '../book/book-place';
import { showBook, useBook } from '../book/book-state';
import { followUntracked, useUntracked } from './untracked-state';

const words = text.book.sent;

/** 발송 처리됨: what the market has a number of, and whether couriers have it. */
export function SentTab() {
  const storeId = useBook((state) => state.storeId);
  useEffect(() => (storeId === undefined ? undefined : followUntracked(storeId)), [storeId]);
  return <BookPlace />;
}

/** Which days of it are listed. */
export function SentPeriods() {
  const filter = useBook(({ shown: { search, ...shown } }) => (search === '' ? shown.filter : 'searched'));
  if (filter === 'searched') return null;
  const choices = [...sentPeriods, undefined];
  return (
    <div className="segment sent-periods" role="group" aria-label={words.period} data-testid="sent-period">
      {choices.map((each) => (
        <button
          key={each ?? 'all'}
          type="button"
          aria-pressed={filter === each}
          data-period={each ?? 'all'}
          onClick={() => showBook({ tab: 'sent', filter: each })}
        >
          {words.periods[each ?? 'all']}
        </button>
      ))}
    </div>
  );
}

/** The sentence above it: how many were registered today, and of how many a courier knows. */
export function SentSay() {
  const today = koreanDay(useSlowNow());
  const day = useUntracked(({ scans }) => scans?.days.find((each) => each.day === today));
  if (day === undefined || day.sent === 0) return words.none;
  const { sent, scanned } = day;
  return (
    <>
      <span className="fact-words">{words.today(sent)}</span>
      {scanned === 0 ? null : <Fact>{words.scanned(scanned)}</Fact>}
      {sent === scanned ? null : <Fact isCalm>{words.notScanned(sent - scanned)}</Fact>}
    </>
  );
}

function Fact({ isCalm = false, children }: { isCalm?: boolean; children: string }) {
  return (
    <>
      <span className="dot" aria-hidden="true">
        ·
      </span>
      <span className={isCalm ? 'fact-words calm' : 'fact-words'}>{children}</span>
    </>
  );
}
