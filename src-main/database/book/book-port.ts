import type { BookChange, BookFacts, PullOutReason } from '../../../src-preload/contract/book/facts';
import type { OrderPersonal } from '../../../src-preload/contract/book/personal';
import type { BookStage } from '../../../src-preload/contract/book/rules';
import type { BookFilter, BookTab } from '../../../src-preload/contract/book/tabs';
import type { StoreId } from '../../../src-preload/contract/ids';

/** A product order of the book. Times in ms UTC. */
export interface BookOrder {
  productOrderId: string;
  orderId: string | undefined;
  stage: BookStage;
  /** undefined: the market names none. */
  dueAt: number | undefined;
  /** Its due date runs. */
  mustSend: boolean;
  untracked: boolean;
  sentAt: number | undefined;
  /** When it was first seen as settled: delivered, decided, cancelled or returned. */
  settledAt: number | undefined;
  /** The newest row of the feed that was taken in, in market time. */
  lastFeedRow: { at: number; type: string } | undefined;
  /** 0: to be read again. */
  readAt: number;
  facts: BookFacts;
  /** undefined: the market said nothing, it was erased, or its key is not at hand. */
  personal: OrderPersonal | undefined;
}

/** Which row a product order is, for what is kept next to it. */
export interface NumberedOrder extends BookOrder {
  n: number;
}

interface BookOrdersTable {
  get(storeId: StoreId, productOrderId: string): BookOrder | undefined;
  /** When it was read last (ms UTC); undefined: never, or it is to be read again. */
  readAtOf(storeId: StoreId, productOrderId: string): number | undefined;
  /** Product orders of an order, each with when it was read last (ms UTC); 0: it is to be read again. */
  readTimesOf(storeId: StoreId, orderId: string): { productOrderId: string; readAt: number }[];
  /** All of one order, in order of their numbers. */
  ofOrder(storeId: StoreId, orderId: string): BookOrder[];
  /** Adds or replaces. Personal data that cannot be sealed is kept in memory until the app ends. */
  put(storeId: StoreId, order: BookOrder): void;
  /** Open orders of 오늘출발 of a store are due by another hour from now on: minutes after midnight in Korea, or none. */
  setTodayHour(storeId: StoreId, minutes: number | undefined): void;
  /** To be read again: something of ours changed them at the market. */
  markStale(storeId: StoreId, productOrderIds: readonly string[]): void;
  /** Open ones that were read last before `before`, longest ago first. */
  readBefore(storeId: StoreId, before: number, limit: number): string[];
  /** What identifies a person goes from those settled before this moment (ms UTC). Answers how many; at most `limit`. */
  forgetPersonal(before: number, limit: number): number;
}

export type BookTable = BookOrdersTable & BookChangesTable & BookFeedsTable & BookPagesTable & BookSentTable;

/** Product orders that were dispatched on a day in Korea (yyyy-MM-dd), and what is known of their parcels. */
export interface SentDay {
  day: string;
  sent: number;
  scanned: number;
  untracked: number;
}

export interface BookSentTable {
  /** Under way and dispatched since this moment (ms UTC), and all whose number is doubted. */
  sentSince(storeId: StoreId, since: number): string[];
  /** Days since this moment on which something was dispatched. */
  sentDays(storeId: StoreId, since: number): SentDay[];
}

/** How far a store's change feed has been read. Market time in ms UTC, `filledAt` in ms UTC. */
export interface BookFeed {
  /** Everything that happened up to here has been read. */
  through: number;
  /** A window that was begun and goes on here. */
  next: { from: number; to: number; sequence?: string } | undefined;
  /** When a reading came to the feed's end last. */
  filledAt: number | undefined;
}

export interface BookFeedsTable {
  /** undefined: it was never begun. */
  feed(storeId: StoreId): BookFeed | undefined;
  setFeed(storeId: StoreId, feed: BookFeed): void;
  /** A reading left these out; since when that is. */
  noteLeftOut(storeId: StoreId, productOrderIds: readonly string[], at: number): void;
  /** They were read, or are given up. */
  clearLeftOut(storeId: StoreId, productOrderIds: readonly string[]): void;
  /** Longest left out first. */
  leftOut(storeId: StoreId, limit: number): { productOrderId: string; since: number }[];
}

export interface OpenPullOut {
  productOrderId: string;
  what: PullOutReason;
  at: number;
  isPulled: boolean;
}

export interface BookChangesTable {
  /** Notes what changed; answers false where that is known already. */
  addChange(storeId: StoreId, productOrderId: string, change: BookChange): boolean;
  /** When this was noted last of a product order, ms UTC as the change has it. */
  lastChange(storeId: StoreId, productOrderId: string, what: PullOutReason): number | undefined;
  /** Newest first. */
  changesOf(storeId: StoreId, productOrderId: string): BookChange[];
  /**
   * The seller has looked at what changed about a product order: at all of it, or at what was found until `through` (ms
   * UTC) and is none of `except`. Answers at how many of them for the first time.
   */
  noteSeen(
    storeId: StoreId,
    productOrderId: string,
    at: number,
    which?: { through?: number; except?: readonly PullOutReason[] },
  ): number;
  /** A look of this moment was taken back. */
  forgetSeen(storeId: StoreId, productOrderId: string, at: number): void;
  /** The seller has pulled its box out, or, undefined, put it back. Answers of how many changes that is noted. */
  notePulled(storeId: StoreId, productOrderId: string, at: number | undefined): number;
  /** What changed about boxes and was not looked at yet, newest first. */
  openPullOuts(storeId: StoreId): OpenPullOut[];
  /** It has a number: a dispatch that is not settled, or a line of a draft. */
  hasNumber(storeId: StoreId, productOrderId: string): boolean;
}

/** What is asked of the book. Moments in ms UTC. */
export interface BookQuestion {
  storeId: StoreId;
  /** Absent: all that is open; with a search, all of the book. */
  tab?: BookTab | undefined;
  filter?: BookFilter | undefined;
  search?: string | undefined;
  now: number;
  endOfToday: number;
  offset: number;
  limit: number;
}

export interface BookPagesTable {
  /** By due date; those sent last first where nothing is due any more, and, of chosen days, those not scanned before. `total`: all that match, a search at most 2,000. */
  bookPage(question: BookQuestion): { orders: BookPageRow[]; total: number };
  /** How many of a list are due when: what of it is late by Korean days, each moment of today, and the rest. */
  bookDues(question: Omit<BookQuestion, 'offset' | 'limit'>): DuePart[];
  /** Of a list of sent ones: how many a courier has scanned, and how many not. */
  sentParts(question: Omit<BookQuestion, 'offset' | 'limit'>): { scanned: number; notScanned: number };
  /** The number a product order has in the queue or in a draft. */
  pendingOf(storeId: StoreId, productOrderId: string): BookPageRow['pending'];
  /** New ones whose due date runs and that are not in the queue to be confirmed; by due date. */
  toConfirm(storeId: StoreId): string[];
  /** How many product orders each tab has. */
  tabCounts(storeId: StoreId): Record<BookTab, number>;
  /** What is due between these moments, or was due before: how many of each Korean day, and how many have no number. */
  dueCounts(storeId: StoreId, now: number, until: number): DueCounts;
}

export interface BookPageRow extends NumberedOrder {
  /** The number it has in the queue or in a draft: undefined without one; a number and a courier that are not known are ''. */
  pending: { number: string; courier: string } | undefined;
}

/** Product orders of a list that are due at about the same time. */
export type DuePart = {
  count: number;
  /** Of them, those whose due date runs. */
  mustSend: number;
} & ({ due: 'late'; day: number } | { due: 'until'; at: number } | { due: 'later' | 'no-date' });

export interface DueCounts {
  today: number;
  /** Of today's and of the late ones. */
  withoutNumber: number;
  /** Of all whose due date runs: with a number that the market does not have yet. */
  notRegistered: number;
  toConfirm: number;
  /** The next moment at which something is due, and how much. */
  next: { at: number; count: number } | undefined;
  /** Late ones by the Korean day they were due on: whole days since 1970 in Korean time. */
  late: { day: number; count: number }[];
}
