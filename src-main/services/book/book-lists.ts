import { badgesOf, namesDay } from '../../../src-preload/contract/markets/naver/badges';
import { lastYearOfHolidays } from '../../../src-preload/contract/book/business-days';
import {
  endOfKoreanDay,
  isDoubtedNumber,
  isScanned,
  penaltyPoints,
  scannedUntil,
} from '../../../src-preload/contract/book/rules';
import type { BookHead } from '../../../src-preload/contract/book/list';
import type { BookRow } from '../../../src-preload/contract/book/row';
import { isSentPeriod } from '../../../src-preload/contract/book/tabs';
import type { CallOutput } from '../../../src-preload/contract/calls';
import type { StoreId } from '../../../src-preload/contract/ids';
import { dayMs, koreanDay } from '../../../src-preload/contract/korean-time';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { BookPageRow, BookQuestion } from '../../database/book/book-port';
import type { AppDatabase, Tables } from '../../database/tables';
import type { BookState } from './book';
import { filledAt } from './imported-at';
import { headsOf, itemsOfRows, partsOnPage, sentHeads } from './list-heads';

interface Options {
  database: AppDatabase;
  stateOf(storeId: StoreId): BookState;
  now(): number;
}

/** Jobs of an order that are shown with it. */
const mostJobs = 100;

/** What the window sees of the order book. */
export function createBookLists({ database, stateOf, now }: Options) {
  const has = async (storeId: StoreId): Promise<boolean> => (await database.stores.get(storeId)) !== undefined;

  return {
    async page(input: Omit<BookQuestion, 'now' | 'endOfToday'>): Promise<Result<CallOutput<'book-page'>, 'not-found'>> {
      if (!(await has(input.storeId))) return failure('not-found');
      const at = now();
      return database.transaction((tables) => {
        const { orders, total } = tables.book.bookPage({ ...input, now: at, endOfToday: endOfKoreanDay(at) });
        return success({ rows: orders.map((order) => rowOf(tables, input.storeId, order, at)), total });
      });
    },

    /** With a head for each part of it; a search is one list. */
    async list({
      folded,
      offset,
      limit,
      ...scope
    }: Omit<BookQuestion, 'now' | 'endOfToday'> & { folded: readonly string[] }): Promise<
      Result<CallOutput<'book-list'>, 'not-found'>
    > {
      if (!(await has(scope.storeId))) return failure('not-found');
      const at = now();
      const question = { ...scope, now: at, endOfToday: endOfKoreanDay(at) };
      return database.transaction((tables) => {
        const { heads, orders } = headsAndCount(tables, question);
        const { parts, total } = partsOnPage(heads, orders, folded, { offset, limit });
        const items = parts.flatMap((part) => {
          if (part.is === 'head') return [part.head];
          const page = tables.book.bookPage({ ...question, offset: part.offset, limit: part.limit });
          return itemsOfRows(page.orders.map((order) => rowOf(tables, scope.storeId, order, at)));
        });
        return success({ items, total, orders });
      });
    },

    /** New product orders that can be confirmed and are not in the queue for it. */
    toConfirm: (storeId: StoreId): Promise<string[]> => database.book.toConfirm(storeId),

    async order(storeId: StoreId, orderId: string): Promise<Result<CallOutput<'book-order'>, 'not-found'>> {
      const at = now();
      const found = await database.transaction((tables) =>
        tables.book.ofOrder(storeId, orderId).map((order) => {
          const pending = tables.book.pendingOf(storeId, order.productOrderId);
          const { phones = [], zipCode, address } = order.personal ?? {};
          return {
            row: rowOf(tables, storeId, { ...order, pending }, at),
            phones,
            ...withoutUndefined({ zipCode, address, paidAt: order.facts.paidAt }),
            changes: tables.book.changesOf(storeId, order.productOrderId),
          };
        }),
      );
      if (found.length === 0) return failure('not-found');
      const jobs = await Promise.all(
        found.map(({ row }) => database.log.page({ storeId, search: row.productOrderId }, 0, mostJobs)),
      );
      return success({ productOrders: found, jobs: jobs.flatMap((page) => page.jobs) });
    },

    async counts(storeId: StoreId): Promise<Result<CallOutput<'book-counts'>, 'not-found'>> {
      if (!(await has(storeId))) return failure('not-found');
      const at = now();
      const today = koreanDay(at);
      const { due, tabs, filled } = await database.transaction(({ book, settings }) => ({
        due: book.dueCounts(storeId, at, endOfKoreanDay(at)),
        tabs: book.tabCounts(storeId),
        filled: filledAt({ book, settings }, storeId),
      }));
      const dayOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);
      return success({
        today: due.today,
        withoutNumber: due.withoutNumber,
        late: due.late.reduce((sum, { count }) => sum + count, 0),
        points: due.late.reduce((sum, { day, count }) => sum + count * penaltyPoints(dayOf(day), today), 0),
        notRegistered: due.notRegistered,
        toConfirm: due.toConfirm,
        ...(due.next === undefined ? {} : { next: due.next }),
        tabs,
        ...stateOf(storeId),
        ...(filled === undefined ? {} : { filledAt: filled }),
        holidaysUnknown: Number(today.slice(0, 4)) > lastYearOfHolidays,
      });
    },
  };
}

/** The heads of a list, and how many orders it has. One pass over its rows: there may be hundreds of thousands. */
function headsAndCount(
  { book }: Pick<Tables, 'book'>,
  question: Omit<BookQuestion, 'offset' | 'limit'>,
): { heads: BookHead[]; orders: number } {
  const { search, tab, filter, now, endOfToday } = question;
  if (isSentPeriod(filter)) {
    const sent = book.sentParts(question);
    return { heads: sentHeads(sent), orders: sent.scanned + sent.notScanned };
  }
  const dues = book.bookDues(question);
  const hasHeads = search === undefined && tab !== 'sent' && tab !== 'untracked';
  return {
    heads: hasHeads ? headsOf(dues, now, endOfToday) : [],
    orders: dues.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Registered and scanned are two things: what is known of the way of a parcel, once it was dispatched. */
function parcelOf({ stage, untracked, readAt, facts }: Omit<BookPageRow, 'n'>): BookRow['parcel'] {
  if (stage !== 'sent') return undefined;
  if (untracked) return 'doubted';
  return isScanned({ ...facts, at: readAt }) ? 'scanned' : 'not-scanned';
}

function rowOf({ book, orders }: Tables, storeId: StoreId, order: Omit<BookPageRow, 'n'>, at: number): BookRow {
  const { facts, personal = {} } = order;
  const { finding } = facts;
  const isLate = order.mustSend && order.dueAt !== undefined && order.dueAt < at;
  const points = isLate && order.dueAt !== undefined ? penaltyPoints(koreanDay(order.dueAt), koreanDay(at)) : 0;
  const pullOut = book
    .changesOf(storeId, order.productOrderId)
    .filter((one) => one.pullOut && one.seenAt === undefined);
  return {
    productOrderId: order.productOrderId,
    stage: order.stage,
    isLate,
    points,
    hasNumber: order.pending !== undefined,
    badges: badgesOf(facts),
    memoNamesDay: namesDay(personal.memo),
    isUntracked: order.untracked,
    pullOut,
    isWatched: order.orderId !== undefined && orders.get(storeId, order.orderId)?.watchedSince !== undefined,
    readAt: order.readAt,
    ...withoutUndefined({
      orderId: order.orderId,
      pendingNumber: order.pending?.number || undefined,
      pendingCourier: order.pending?.courier || undefined,
      packageNumber: facts.packageNumber,
      dueAt: order.dueAt,
      recipient: personal.recipient,
      product: personal.product,
      option: personal.option,
      memo: personal.memo,
      quantity: facts.quantity,
      remainQuantity: finding.remainQuantity,
      initialQuantity: finding.initialQuantity,
      hopeDay: finding.hopeDeliveryYmd,
      productOrderStatus: finding.productOrderStatus,
      placeOrderStatus: finding.placeOrderStatus,
      claimStatus: finding.claimStatus,
      deliveryStatus: facts.deliveryStatus,
      courier: finding.deliveryCompanyCode,
      trackingNumber: finding.trackingNumber,
      sentAt: order.sentAt,
      parcel: parcelOf(order),
      pickedUpAt: facts.pickedUpAt,
      isWrongNumber: order.untracked ? isDoubtedNumber(finding, facts.deliveryStatus) : undefined,
      scannedUntil: order.untracked ? scannedUntil(order.sentAt) : undefined,
    }),
  };
}
