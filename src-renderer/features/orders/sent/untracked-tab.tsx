import { useEffect } from 'react';
import { businessDaysAfter } from '../../../../src-preload/contract/book/business-days';
import { endOfKoreanDay } from '../../../../src-preload/contract/book/rules';
import type { CallOutput } from '../../../../src-preload/contract/calls';
import { koreanDay } from '../../../../src-preload/contract/korean-time';
import { figure, spanKo } from '../../../../src-preload/contract/text/numbers';
import { copyText } from '../../../ui/copy-text';
import { callOrSay } from '../../../state/call-or-say';
import { text } from '../../../text';
import { shortTime, timeOfDayOf, useSlowNow } from '../../../ui/clock';
import { courierName } from '../../../ui/courier-picker';
import { groupsOfFour } from '../../../ui/digits';
import { onePress } from '../../../ui/one-press';
import { StateShape } from '../../../ui/shapes';
import { productOf } from '../book/book-columns';
import { useBook } from '../book/book-state';
import { followUntracked, readAgain, useUntracked } from './untracked-state';
import type { UntrackedBox } from './untracked-state';

const words = text.untracked;

/** 추적 안 됨: numbers that no courier has scanned, or that the market calls wrong. */
export function UntrackedTab() {
  const storeId = useBook((state) => state.storeId);
  const boxes = useUntracked((state) => state.boxes);
  const scans = useUntracked((state) => state.scans);
  useEffect(() => (storeId === undefined ? undefined : followUntracked(storeId)), [storeId]);
  // The most urgent one that is not mended has the screen's one filled button.
  const leadKey = boxes.find(({ mended }) => mended === undefined)?.key;
  return (
    <div className="untracked">
      {boxes.length === 0 ? null : (
        <section>
          <h2>
            <StateShape name="look" />
            {words.title} <span className="faint">{words.rule}</span>
          </h2>
          <ol className="untracked-rows">
            {boxes.map((box) => (
              <UntrackedRow key={box.key} box={box} isLead={box.key === leadKey} />
            ))}
          </ol>
        </section>
      )}
      {scans === undefined ? null : <Days days={scans.days} />}
      <p className="meta untracked-foot">{words.foot}</p>
    </div>
  );
}

function UntrackedRow({ box, isLead }: { box: UntrackedBox; isLead: boolean }) {
  const {
    rows,
    rows: [first],
    mended,
  } = box;
  const courier = first.courier === undefined ? '' : courierName(first.courier);
  const sent = first.sentAt === undefined ? '' : shortTime(first.sentAt);
  const groups = groupsOfFour(first.trackingNumber ?? '');
  return (
    <li
      className={mended === undefined ? '' : 'mended'}
      data-testid="untracked-row"
      data-number={first.trackingNumber ?? ''}
      data-until={first.scannedUntil ?? ''}
    >
      <Left until={first.scannedUntil} />
      <div className="untracked-who">
        <b>{first.recipient ?? text.book.list.noName}</b>
        {rows.map((row) => (
          <span key={row.productOrderId}>{productOf(row)}</span>
        ))}
      </div>
      <div className="untracked-number">
        <span className="meta">{courier}</span>
        <span className="num">
          {groups.slice(0, -1).map((group, index) => `${group}${index < groups.length - 1 ? '-' : ''}`)}
          <b>{groups.at(-1)}</b>
        </span>
      </div>
      <div className="untracked-why">
        <b>{first.isWrongNumber === true ? words.wrong(courier) : words.notScanned}</b>
        <span className="meta num">
          {first.isWrongNumber === true ? words.wrongNote(sent) : words.notScannedNote(sent)}
        </span>
      </div>
      {mended === undefined ? <Acts box={box} isLead={isLead} /> : <Mended {...mended} />}
    </li>
  );
}

/** How long the number may still be scanned without penalty. */
function Left({ until }: { until: string | undefined }) {
  const now = useSlowNow();
  if (until === undefined) {
    return (
      <div className="untracked-left">
        <b>{words.until.unknown}</b>
      </div>
    );
  }
  const today = koreanDay(now);
  if (until < today) {
    return (
      <div className="untracked-left late">
        <b>{words.until.late}</b>
        <span>{words.daysLate(Math.max(1, businessDaysAfter(until, today)))}</span>
      </div>
    );
  }
  const isToday = until === today;
  return (
    <div className={isToday ? 'untracked-left hot' : 'untracked-left'}>
      <b>{isToday ? words.until.today : words.until.day(until)}</b>
      <span>
        {isToday ? words.left(spanKo(endOfKoreanDay(now) - now)) : words.daysLeft(businessDaysAfter(today, until))}
      </span>
    </div>
  );
}

function Acts({ box, isLead }: { box: UntrackedBox; isLead: boolean }) {
  const storeId = useBook((state) => state.storeId);
  const isReading = useUntracked((state) => state.reading.has(box.key));
  const number = box.rows[0].trackingNumber ?? '';
  return (
    <div className="untracked-acts">
      <button
        type="button"
        className={isLead ? 'button primary' : 'button'}
        data-testid="untracked-open"
        onClick={onePress(() => void copyAndOpen(number))}
      >
        {words.copyAndOpen}
      </button>
      <button
        type="button"
        className="button plain small"
        data-testid="untracked-mended"
        disabled={isReading || storeId === undefined}
        onClick={onePress(() => (storeId === undefined ? undefined : void readAgain(storeId, box)))}
      >
        {isReading ? words.reading : words.mended}
      </button>
    </div>
  );
}

async function copyAndOpen(number: string): Promise<void> {
  await copyText(number);
  await callOrSay('support-open', { page: 'smartstore-center' });
}

function Mended({ at, number }: { at: number; number: string | undefined }) {
  return (
    <p className="untracked-acts untracked-ok">
      <StateShape name="done" />
      <span>
        {words.readAgain(timeOfDayOf(at))}
        {number === undefined ? null : (
          <span className="meta num">{words.tracksNow(groupsOfFour(number).join('-'))}</span>
        )}
      </span>
    </p>
  );
}

/** What was dispatched on each of the last days, and what couriers have scanned of it: the proof that the others were read. */
function Days({ days }: { days: CallOutput<'book-scans'>['days'] }) {
  const today = koreanDay(useSlowNow());
  const { columns } = words;
  return (
    <section>
      <h2>
        {words.days} <span className="faint">{words.daysHint}</span>
      </h2>
      <table className="untracked-days">
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            <th scope="col">{columns.sent}</th>
            <th scope="col">{columns.scanned}</th>
            <th scope="col">{columns.notScanned}</th>
            <th scope="col">{columns.untracked}</th>
            <th scope="col">{columns.until}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, sent, scanned, untracked, until }) => (
            <tr key={day} data-day={day}>
              <th scope="row">{words.dayOf(day, day === today)}</th>
              <td className={sent === 0 ? 'nil' : ''}>{sent === 0 ? words.nothing : words.jobs(sent)}</td>
              <Figure count={scanned} />
              <Figure count={sent - scanned - untracked} />
              <Figure count={untracked} isLook />
              <td>{words.untilDay(until, until === today)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Figure({ count, isLook = false }: { count: number; isLook?: boolean }) {
  if (count <= 0) return <td className="nil">{words.nothing}</td>;
  return <td className={isLook ? 'num look' : 'num'}>{figure(count)}</td>;
}

/** The sentence of the tab: how many numbers, how many of them today, and when they were read. */
export function UntrackedSay() {
  const boxes = useUntracked((state) => state.boxes);
  const readAt = useUntracked((state) => state.scans?.readAt);
  const today = koreanDay(useSlowNow());
  const open = boxes.filter(({ mended }) => mended === undefined);
  const dueToday = open.filter(({ rows: [first] }) => first.scannedUntil === today).length;
  const late = open.filter(
    ({ rows: [first] }) => first.scannedUntil !== undefined && first.scannedUntil < today,
  ).length;
  return (
    <div className="book-say">
      <h1>
        {open.length === 0 ? words.none : words.look(open.length)}
        {late > 0 ? words.late(late) : words.today(dueToday)}
      </h1>
      <span className="grow" />
      <span className="book-age">{readAt === undefined ? words.neverRead : words.readAt(shortTime(readAt))}</span>
    </div>
  );
}
