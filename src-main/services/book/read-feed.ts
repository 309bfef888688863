import type { BookSettings } from '../../../src-preload/contract/book/settings';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { BookFeed } from '../../database/book/book-port';
import type { AppDatabase } from '../../database/tables';
import type { FeedPosition, FeedRow } from '../../markets/market';
import type { FeedAnswer, Outbox } from '../../outbox/outbox-port';
import type { Ask, AskOutcome } from './ask';
import { readDetails } from './read-details';
import { isNews, takeReadings } from './take-reading';
import type { OrderReading } from './take-reading';

interface Options {
  database: AppDatabase;
  outbox: Outbox;
  ask: Ask;
  now(): number;
  /** Something of the book changed. */
  onChange(storeId: StoreId): void;
}

type RoundEnd = 'done' | 'resting' | 'no-answer' | 'refused' | 'no-feed' | 'stopped';

type PageOutcome = AskOutcome<FeedAnswer> | { is: 'no-feed' };

const dayMs = 24 * 60 * 60_000;
/** Windows overlap by this: rows of the feed may come some 5 s late (resources/docs/markets/naver.md, "Change feed"). */
const overlapMs = 30_000;
/** Product orders written in one piece: sealing and digesting take their time. */
const writtenAtOnce = 10;
/** Orders of the book that are held against a page of the feed in one transaction. */
const comparedAtOnce = 50;
/** An open order is read again after this, should the feed have missed something about it. */
const readAgainAfterMs = 6 * 60 * 60_000;
/** Rounds of 300 in which what is to be read again is read; the rest has its turn next time. */
const readAgainRounds = 4;
/** What readings leave out for so long is given up. */
const leftOutForMs = dayMs;

/**
 * Reads the change feed to its end, and the details of what it names. How far it has been read is written when all that a
 * page names is on the disk: killed anywhere, the next round begins with that page, and the same rows taken twice change
 * nothing.
 */
export function createFeedReader({ database, outbox, ask, now, onChange }: Options) {
  const askPage = async (storeId: StoreId, position: FeedPosition): Promise<PageOutcome> => {
    let hasFeed = true;
    const answer = await ask<FeedAnswer>(storeId, 'changes', async () => {
      const page = await outbox.directReads.readChanges(storeId, position);
      hasFeed = page !== undefined;
      return page ?? { is: 'no-answer' };
    });
    return hasFeed ? answer : ({ is: 'no-feed' } as const);
  };

  /** Product orders of a page about which it says something new, each with its rows. */
  const newsOf = async (storeId: StoreId, rows: readonly FeedRow[]): Promise<Map<string, FeedRow[]>> => {
    const byOrder = new Map<string, FeedRow[]>();
    for (const row of rows) byOrder.set(row.productOrderId, [...(byOrder.get(row.productOrderId) ?? []), row]);
    const ids = [...byOrder.keys()];
    for (let from = 0; from < ids.length; from += comparedAtOnce) {
      await database.transaction(({ book }) => {
        for (const id of ids.slice(from, from + comparedAtOnce)) {
          const order = book.get(storeId, id);
          const isAddressChange = (row: FeedRow): boolean =>
            row.type === 'DELIVERY_ADDRESS_CHANGED' &&
            row.at !== undefined &&
            (book.lastChange(storeId, id, 'address-changed') ?? 0) < row.at;
          if (!byOrder.get(id)?.some((row) => isNews(order, row) || isAddressChange(row))) byOrder.delete(id);
        }
      });
    }
    return byOrder;
  };

  /** Reads these product orders into the book. */
  const readInto = (
    storeId: StoreId,
    ids: readonly string[],
    rowsOf: ReadonlyMap<string, readonly FeedRow[]>,
    settings: BookSettings,
  ) =>
    readDetails(outbox, ask, storeId, ids, async ({ answer, call, asked }) => {
      const readings = asked.flatMap((productOrderId): OrderReading[] => {
        const finding = answer.findings.get(productOrderId);
        if (finding === undefined) return [];
        const details = answer.details?.get(productOrderId);
        return [{ productOrderId, finding, details, rows: rowsOf.get(productOrderId) ?? [] }];
      });
      const { keepPersonalDays, todayMinutes } = settings;
      for (let from = 0; from < readings.length; from += writtenAtOnce) {
        const some = readings.slice(from, from + writtenAtOnce);
        await database.transaction((tables) =>
          takeReadings(tables, storeId, some, { at: now(), keepPersonalDays, todayMinutes }),
        );
      }
      const missing = asked.filter((id) => !answer.findings.has(id));
      if (missing.length > 0) await database.book.noteLeftOut(storeId, missing, now());
      // After the book: an address change that was noted holds together with what else the reading shows.
      await outbox.takeFindings(storeId, answer.findings, call);
      onChange(storeId);
    });

  /** What a reading left out, what we changed at the market, and what was not read for long. */
  const readAgain = async (storeId: StoreId, settings: BookSettings): Promise<RoundEnd> => {
    const tried = new Set<string>();
    for (let round = 0; round < readAgainRounds; round += 1) {
      const before = now() - readAgainAfterMs;
      const ids = await database.transaction(({ book }) => {
        const leftOut = book.leftOut(storeId, 300);
        const givenUp = leftOut.filter(({ since }) => since < now() - leftOutForMs).map((one) => one.productOrderId);
        book.clearLeftOut(storeId, givenUp);
        const all = [...leftOut.map((one) => one.productOrderId), ...book.readBefore(storeId, before, 300)];
        return [...new Set(all)].filter((id) => !tried.has(id) && !givenUp.includes(id)).slice(0, 300);
      });
      if (ids.length === 0) return 'done';
      for (const id of ids) tried.add(id);
      const ended = await readInto(storeId, ids, new Map(), settings);
      if (ended !== undefined) return ended;
    }
    return 'done';
  };

  const beginAt = (feed: BookFeed | undefined, isWide: boolean, settings: BookSettings): FeedPosition => {
    if (feed === undefined) return { from: now() - settings.daysBack * dayMs };
    if (feed.next !== undefined) return feed.next;
    return { from: feed.through - (isWide ? dayMs : overlapMs) };
  };

  return {
    /** Reads these product orders into the book; undefined: all were asked. */
    readSome: (storeId: StoreId, ids: readonly string[], settings: BookSettings) =>
      readInto(storeId, ids, new Map(), settings),

    /** One round. @param isWide the last day is read once more, for rows that came later than the overlap */
    async read(storeId: StoreId, isWide: boolean, settings: BookSettings): Promise<RoundEnd> {
      let feed: BookFeed | undefined = await database.book.feed(storeId);
      const begin = beginAt(feed, isWide, settings);
      let asking: Promise<PageOutcome> | undefined = askPage(storeId, begin);
      while (asking !== undefined) {
        const page: PageOutcome = await asking;
        if (page.is !== 'answered') return page.is;
        const answer: FeedAnswer = page.answer;
        if (answer.type !== 'answered') return 'refused';
        const { rows, next, to }: Extract<FeedAnswer, { type: 'answered' }> = answer;
        const following = followingOf(answer);
        // The next page is on its way while this one's details are read: each has a bucket of its own.
        asking = following && askPage(storeId, following);
        // Should it fail while the details are read: it is looked at when its turn comes, or its round has ended.
        asking?.catch(() => undefined);
        const news = await newsOf(storeId, rows);
        const ended = await readInto(storeId, [...news.keys()], news, settings);
        if (ended !== undefined) return ended;
        const through = next === undefined ? Math.max(to, feed?.through ?? 0) : (feed?.through ?? begin.from);
        const filledAt = following === undefined ? now() : feed?.filledAt;
        feed = { through, next: next && { ...next, to: next.to ?? to }, filledAt };
        await database.book.setFeed(storeId, feed);
      }
      return readAgain(storeId, settings);
    },
  };
}

/** Where the feed is read on after a page; undefined at its end. */
function followingOf({ next, to, now }: Extract<FeedAnswer, { type: 'answered' }>): FeedPosition | undefined {
  return next ?? (to < now ? { from: Math.max(0, to + 1 - overlapMs) } : undefined);
}
