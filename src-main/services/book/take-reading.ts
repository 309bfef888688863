import type { BookFacts } from '../../../src-preload/contract/book/facts';
import type { OrderPersonal } from '../../../src-preload/contract/book/personal';
import type { BookSettings } from '../../../src-preload/contract/book/settings';
import { dispatchUntil, isUntracked, stageOf } from '../../../src-preload/contract/book/rules';
import { mustBeSent } from '../../../src-preload/contract/markets/naver/can-be-sent';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Finding } from '../../../src-preload/contract/job';
import type { BookOrder } from '../../database/book/book-port';
import type { Tables } from '../../database/tables';
import type { FeedRow, OrderDetails } from '../../markets/market';
import { isOlder } from '../../outbox/write/older-finding';
import { noticeChanges } from './notice-changes';

/** What was read of one product order, and what the feed says of it. */
export interface OrderReading {
  productOrderId: string;
  finding: Finding;
  details: OrderDetails | undefined;
  rows: readonly FeedRow[];
}

/**
 * Takes readings into the book, inside one transaction: the product orders as they are now, and what changed about them.
 * A changed address of one that is still to be sent holds its dispatch. The same reading taken twice changes nothing; of
 * one that began before the book was read last, only what the feed says counts: two readings may overtake each other.
 * @param at ms UTC
 */
export function takeReadings(
  { book, flags, forms, jobs }: Pick<Tables, 'book' | 'flags' | 'forms' | 'jobs'>,
  storeId: StoreId,
  readings: readonly OrderReading[],
  { at, keepPersonalDays, todayMinutes }: { at: number } & Pick<BookSettings, 'keepPersonalDays' | 'todayMinutes'>,
): void {
  for (const { productOrderId, finding, details, rows } of readings) {
    const before = book.get(storeId, productOrderId);
    const lastFeedRow = newestOf(before?.lastFeedRow, rows);
    const order =
      before !== undefined && isOlder(finding, before.readAt, at)
        ? { ...before, lastFeedRow }
        : orderOf(productOrderId, { finding, details, before, lastFeedRow, at, todayMinutes });
    const noticed = noticeChanges(
      before && { stage: before.stage, finding: before.facts.finding, personal: before.personal },
      { stage: order.stage, finding: order.facts.finding, personal: order.personal },
      { rows, lastOf: (what) => book.lastChange(storeId, productOrderId, what), readAt: at },
    );
    book.put(storeId, order.stage === 'closed' && keepPersonalDays === 0 ? { ...order, personal: undefined } : order);
    // A job that was about to leave on an older finding is judged by this one, whatever ends the app in between.
    jobs.readAgain(storeId, productOrderId, order.readAt);
    if (noticed.length === 0) continue;
    // On a courier's form its label may be printed, long before its number comes back.
    const isOnForm = forms.newestOf(storeId, [productOrderId]).size > 0;
    const pullOut = isOnForm || book.hasNumber(storeId, productOrderId);
    for (const { from, to, ...change } of noticed) {
      const values = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      const isNew = book.addChange(storeId, productOrderId, { ...change, ...values, foundAt: at, pullOut });
      // A reading of the outbox from before it was known must send nothing of the box.
      if (isNew && pullOut) jobs.readBoxAgain(storeId, productOrderId);
      if (isNew && change.what === 'address-changed') flags.set(storeId, productOrderId, change.at);
    }
  }
  book.clearLeftOut(
    storeId,
    readings.map(({ productOrderId }) => productOrderId),
  );
}

/** Rows of the feed that say something the book has not been read for since. */
export function isNews(order: BookOrder | undefined, { at, type }: FeedRow): boolean {
  const known = order?.lastFeedRow;
  if (order?.readAt === 0 || known === undefined || at === undefined) return true;
  return at > known.at || (at === known.at && type !== known.type);
}

function newestOf(known: BookOrder['lastFeedRow'], rows: readonly FeedRow[]): BookOrder['lastFeedRow'] {
  let newest = known;
  for (const { at, type } of rows) {
    if (at !== undefined && (newest === undefined || at >= newest.at)) newest = { at, type };
  }
  return newest;
}

function orderOf(
  productOrderId: string,
  given: {
    finding: Finding;
    details: OrderDetails | undefined;
    before: BookOrder | undefined;
    lastFeedRow: BookOrder['lastFeedRow'];
    at: number;
    todayMinutes: number | undefined;
  },
): BookOrder {
  const { finding, details, before, lastFeedRow, at, todayMinutes } = given;
  const { personal, orderId = finding.orderId, dueAt, sentAt, ...plain } = details ?? { personal: {} };
  const facts: BookFacts = { finding, ...plain, ...(dueAt === undefined ? {} : { marketDueAt: dueAt }) };
  const stage = stageOf(finding);
  return {
    productOrderId,
    orderId: orderId ?? before?.orderId,
    stage,
    dueAt: dispatchUntil(dueAt, finding.deliveryAttributeType, todayMinutes),
    mustSend: mustBeSent(finding),
    untracked: isUntracked(finding, { ...plain, sentAt, at }),
    sentAt,
    settledAt: stage === 'closed' ? (before?.settledAt ?? at) : undefined,
    lastFeedRow,
    readAt: finding.at,
    facts,
    personal: personalOf(personal, before),
  };
}

/** The market says less of an order that is over; what it said before stays until it is erased. */
function personalOf(read: OrderPersonal, before: BookOrder | undefined): OrderPersonal | undefined {
  // One that had settled and was erased stays so.
  if (before?.settledAt !== undefined && before.personal === undefined) return undefined;
  const merged = read.recipient === undefined ? { ...before?.personal, ...read } : read;
  return Object.keys(merged).length === 0 ? undefined : merged;
}
