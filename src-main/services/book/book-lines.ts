import { endOfKoreanDay } from '../../../src-preload/contract/book/rules';
import { compareNames, readName } from '../../../src-preload/contract/join/names';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { DispatchValues, Finding } from '../../../src-preload/contract/job';
import type { BookLine, CheckedLine, EarlierJob } from '../../../src-preload/contract/line';
import { marketRules } from '../../../src-preload/contract/markets/rules';
import type { MarketRules } from '../../../src-preload/contract/market-rules';
import type { BookOrder } from '../../database/book/book-port';
import type { AppDatabase } from '../../database/tables';

/** A line of a sheet of shipments, as far as the book is asked about it. */
export interface AskedLine {
  row: number;
  /** Product order number. */
  target: string;
  recipient: string | undefined;
  dispatch: DispatchValues | undefined;
}

/** Looked up in one piece: opening a sealed name takes its time. */
const atOnce = 50;

/**
 * What the order book knows of lines under review: orders that the market has a number of already, those that the buyer
 * cancels or has cancelled, those it does not know, and lines with another recipient; until when each is due, and its
 * product. Empty while the book was never filled: that it does not know an order says nothing then.
 * @param now ms UTC
 */
export async function bookLinesOf(
  database: AppDatabase,
  storeId: StoreId,
  lines: readonly AskedLine[],
  now: number,
): Promise<{ earlierJobs: EarlierJob[]; bookLines: BookLine[] }> {
  const earlierJobs: EarlierJob[] = [];
  const bookLines: BookLine[] = [];
  const store = await database.stores.get(storeId);
  const feed = await database.book.feed(storeId);
  if (store === undefined || feed?.filledAt === undefined) return { earlierJobs, bookLines };
  const rules = marketRules[store.market];
  for (let from = 0; from < lines.length; from += atOnce) {
    const some = lines.slice(from, from + atOnce);
    const orders = await database.transaction(({ book }) => some.map(({ target }) => book.get(storeId, target)));
    for (const [index, line] of some.entries()) {
      const order = orders[index];
      const { row } = line;
      if (order === undefined) {
        bookLines.push({ row, is: 'unknown' });
        continue;
      }
      const registered = registeredAs(row, order, line, rules);
      if (registered !== undefined) earlierJobs.push(registered);
      const about = aboutOrder(row, order, line, rules);
      if (about !== undefined) bookLines.push({ ...about, ...duesOf(order, endOfKoreanDay(now)) });
    }
  }
  return { earlierJobs, bookLines };
}

/** The market has a shipment of it: the line's own, or another. */
function registeredAs(
  row: number,
  { facts: { finding }, sentAt, readAt }: BookOrder,
  { dispatch }: AskedLine,
  { orders }: MarketRules,
): EarlierJob | undefined {
  if (!orders.showsShipment(finding)) return undefined;
  const { deliveryCompanyCode: courier, trackingNumber: number } = finding;
  const isOther = dispatch !== undefined && differs(dispatch, finding);
  return {
    row,
    what: isOther ? 'sent-other' : 'sent',
    at: sentAt ?? readAt,
    state: 'succeeded',
    detail: 'already-dispatched',
    ...(isOther
      ? { registered: { ...(courier === undefined ? {} : { courier }), ...(number === undefined ? {} : { number }) } }
      : {}),
  };
}

/** Only what both say can differ. */
function differs(dispatch: DispatchValues, finding: Finding): boolean {
  const { trackingNumber: here } = dispatch;
  const { trackingNumber: there } = finding;
  if (here === undefined || there === undefined) return false;
  return bare(here) !== bare(there);
}

function bare(number: string): string {
  return number.replaceAll(/[^0-9a-z]/giu, '').toUpperCase();
}

function aboutOrder(
  row: number,
  { stage, facts: { finding }, personal }: BookOrder,
  { recipient }: AskedLine,
  { orders }: MarketRules,
): BookLine | undefined {
  if (orders.showsShipment(finding)) return undefined;
  if (stage === 'closed') return { row, is: 'cancelled' };
  if (orders.hasOpenCancel(finding)) return { row, is: 'cancel-requested' };
  const there = personal?.recipient;
  if (there === undefined || !isOtherPerson(recipient, there)) return { row, is: 'open' };
  return { row, is: 'other-recipient', recipient: there };
}

function duesOf({ stage, dueAt, personal }: BookOrder, endOfToday: number): Partial<BookLine> {
  const product = [personal?.product, personal?.option].filter((part) => part !== undefined).join(' ');
  const isDue = stage !== 'closed' && dueAt !== undefined;
  return {
    ...(isDue ? { dueAt } : {}),
    ...(isDue && dueAt <= endOfToday ? { isDueToday: true } : {}),
    ...(product === '' ? {} : { product }),
  };
}

/** A name with covered letters, or none at all, neither agrees nor differs. */
function isOtherPerson(written: string | undefined, known: string): boolean {
  const [here, there] = [readName(written), readName(known)];
  return !here.covered && !there.covered && compareNames(here, there) === 'different';
}

/**
 * Which lines stay in the draft by what the book knows, whatever the window showed: those the buyer has cancelled, and those
 * with another recipient that no one has ticked.
 */
export async function stayByBook(
  database: AppDatabase,
  storeId: StoreId,
  checked: readonly CheckedLine[],
  now: number,
): Promise<Map<number, 'error' | 'needs-tick'>> {
  const asked = checked.flatMap(({ line, job }): AskedLine[] =>
    job?.values.kind === 'dispatch' && line.chosen !== false
      ? [{ row: line.row, target: job.target, recipient: line.cells.recipient, dispatch: job.values.dispatch }]
      : [],
  );
  const ticked = new Set(checked.flatMap(({ line }) => (line.chosen === true ? [line.row] : [])));
  const { bookLines } = await bookLinesOf(database, storeId, asked, now);
  return new Map(
    bookLines.flatMap(({ row, is }): [number, 'error' | 'needs-tick'][] => {
      if (is === 'cancelled') return [[row, 'error']];
      return is === 'other-recipient' && !ticked.has(row) ? [[row, 'needs-tick']] : [];
    }),
  );
}
