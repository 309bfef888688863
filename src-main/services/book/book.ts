import type { JobId, StoreId } from '../../../src-preload/contract/ids';
import { hasOrders } from '../../../src-preload/contract/market-facts';
import type { CallOutput } from '../../../src-preload/contract/calls';
import { countIn } from '../../../src-preload/contract/job-states';
import type { JobKind } from '../../../src-preload/contract/job-states';
import { koreanDay } from '../../../src-preload/contract/korean-time';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import type { AppDatabase } from '../../database/tables';
import type { Outbox, Timers } from '../../outbox/outbox-port';
import { createAsking } from './ask';
import type { BookSettingsService } from './book-settings';
import { createFeedReader } from './read-feed';
import { createSentReadings } from './sent-readings';
import type { TodayHours } from './today-hour';

interface Options {
  database: AppDatabase;
  outbox: Outbox;
  settings: BookSettingsService;
  hours: Pick<TodayHours, 'settingsOf' | 'readIfDue'>;
  /** The store the window shows. */
  chosenStore(): Promise<StoreId | undefined>;
  timers: Timers;
  now(): number;
  /** Something of the book changed, or a reading of it began or ended. */
  onChange(storeId: StoreId): void;
  report(problem: unknown): void;
}

/** Why the last reading did not come to the feed's end. */
type BookTrouble = 'resting' | 'no-answer' | 'refused';

export interface BookState {
  isUnderWay: boolean;
  trouble?: BookTrouble;
}

interface StoreBook {
  running?: Promise<void>;
  trouble?: BookTrouble;
  /** The day on which its last day was read once more. */
  wideOn?: string;
  /** ms UTC of the end of the last round; undefined: none in this run. */
  endedAt?: number;
  /** What we changed at the market: to be read soon. */
  changedJobs: Set<JobId>;
  hasNoFeed?: boolean;
}

const stepMs = 1_000;
/** Not at once: the first seconds belong to the window and to what is due. */
const firstAfterMs = 3_000;
/** Between two rounds while something is in a draft or in the queue, or while the store rests, which costs no call. */
const busyEveryMs = 90_000;
/** After a change of our own: the market's details have it by then. */
const afterOwnChangeMs = 3_000;
/** Our changes are looked at in pieces: 500 read at once would hold the main thread for longer than a frame. */
const jobsAtOnce = 50;

/**
 * Keeps each store's order book: reads the market's change feed at the start, on a call, every minute and a half while
 * something is to be sent, and otherwise as often as the seller chose. It gives way to everything that sends, rests with
 * the store's health, and no store holds up another.
 */
export function createBook({ database, outbox, settings, hours, chosenStore, timers, now, onChange, report }: Options) {
  const asking = createAsking({ directReads: outbox.directReads, timers, now });
  const reader = createFeedReader({ database, outbox, ask: asking.ask, now, onChange });
  const sent = createSentReadings({
    database,
    now,
    readSome: async (storeId, ids) => reader.readSome(storeId, ids, await hours.settingsOf(storeId)),
  });
  const books = new Map<StoreId, StoreBook>();
  let timer: unknown;
  let stepping: Promise<void> | undefined;
  let stopped = false;

  const bookOf = (storeId: StoreId): StoreBook => {
    const known = books.get(storeId) ?? { changedJobs: new Set() };
    books.set(storeId, known);
    return known;
  };

  /** What was confirmed or dispatched is to be read again: the feed says nothing of a confirmation. */
  const noteOwnChanges = async (storeId: StoreId, book: StoreBook): Promise<boolean> => {
    const changed = [...book.changedJobs];
    let isStale = false;
    for (let from = 0; from < changed.length; from += jobsAtOnce) {
      const ids = changed.slice(from, from + jobsAtOnce);
      for (const id of ids) book.changedJobs.delete(id);
      const marked = await database.transaction((tables) => {
        const done = tables.jobs.byIds(ids).filter(({ kind, state }) => state === 'succeeded' && changesOrder(kind));
        tables.book.markStale(
          storeId,
          done.map(({ target }) => target),
        );
        return done.length > 0;
      });
      isStale ||= marked;
    }
    return isStale;
  };

  const round = async (storeId: StoreId, book: StoreBook): Promise<void> => {
    onChange(storeId);
    try {
      await noteOwnChanges(storeId, book);
      const today = koreanDay(now());
      const end = await reader.read(storeId, book.wideOn !== today, await hours.settingsOf(storeId));
      if (end === 'done') book.wideOn = today;
      const ended = end === 'done' || end === 'no-feed' ? await sent.readIfDue(storeId) : undefined;
      if (end === 'done') await hours.readIfDue(storeId);
      if (end === 'no-feed') book.hasNoFeed = true;
      const trouble = ended ?? end;
      if (trouble === 'resting' || trouble === 'no-answer' || trouble === 'refused') book.trouble = trouble;
      else delete book.trouble;
    } catch (problem) {
      book.trouble = 'no-answer';
      if (!stopped) report(problem);
    } finally {
      book.endedAt = now();
      delete book.running;
      if (!stopped) onChange(storeId);
    }
  };

  const begin = (storeId: StoreId): 'begun' | 'under-way' => {
    const book = bookOf(storeId);
    if (book.running !== undefined) return 'under-way';
    // It is under way before its first event is sent.
    book.running = Promise.resolve().then(() => round(storeId, book));
    return 'begun';
  };

  const isDue = async (storeId: StoreId, everyMs: number): Promise<boolean> => {
    const book = bookOf(storeId);
    if (book.running !== undefined || book.hasNoFeed === true) return false;
    if (book.endedAt === undefined) return true;
    // A clock set back must not leave the book unread until it is caught up with.
    const since = Math.abs(now() - book.endedAt);
    if (book.changedJobs.size > 0 && since >= afterOwnChangeMs && (await noteOwnChanges(storeId, book))) return true;
    if (since < Math.min(busyEveryMs, everyMs)) return false;
    return since >= everyMs || book.trouble === 'resting' || (await isBusy(database, storeId, now()));
  };

  const step = async (): Promise<void> => {
    const everyMs = (await settings.get()).everyMinutes * 60_000;
    const chosen = await chosenStore();
    for (const store of await database.stores.list()) {
      if (stopped) return;
      // A practice market that is not shown need not run.
      if (store.practice && store.id !== chosen) continue;
      if (!hasOrders(store)) {
        // What of it changed is of no interest here, and must not pile up.
        books.delete(store.id);
        continue;
      }
      if (store.pause !== undefined) continue;
      if (await isDue(store.id, everyMs)) begin(store.id);
    }
  };

  const plan = (ms: number): void => {
    if (stopped) return;
    timer = timers.set(() => {
      stepping = step()
        .catch((problem: unknown) => {
          if (!stopped) report(problem);
        })
        .finally(() => plan(stepMs));
    }, ms);
  };

  return {
    start: (): void => plan(firstAfterMs),
    async stop() {
      stopped = true;
      timers.clear(timer);
      asking.stop();
      await stepping;
      await Promise.all([...books.values()].map(({ running }) => running));
    },

    /** Reads now, whatever the plan. */
    async refresh(storeId: StoreId): Promise<Result<{ is: 'begun' | 'under-way' }, 'not-found' | 'no-feed'>> {
      const store = await database.stores.get(storeId);
      if (store === undefined) return failure('not-found');
      if (!hasOrders(store) || bookOf(storeId).hasNoFeed === true) return failure('no-feed');
      return success({ is: begin(storeId) });
    },

    /** Reads some product orders now: the seller has mended something at the market. */
    async reread(
      storeId: StoreId,
      productOrderIds: readonly string[],
    ): Promise<Result<CallOutput<'book-reread'>, 'not-found'>> {
      const store = await database.stores.get(storeId);
      if (store === undefined) return failure('not-found');
      if (store.pause !== undefined) return success({ is: 'resting' });
      const ended = await reader.readSome(storeId, productOrderIds, await hours.settingsOf(storeId));
      return success({ is: ended === undefined ? 'read' : ended === 'resting' ? 'resting' : 'no-answer' });
    },

    /** What couriers have scanned of the last days. */
    async scans(storeId: StoreId): Promise<Result<CallOutput<'book-scans'>, 'not-found'>> {
      if ((await database.stores.get(storeId)) === undefined) return failure('not-found');
      return success(await sent.days(storeId));
    },

    stateOf(storeId: StoreId): BookState {
      const { running, trouble } = bookOf(storeId);
      return { isUnderWay: running !== undefined, ...(trouble === undefined ? {} : { trouble }) };
    },

    /** Jobs of the outbox changed: what of them was done at the market is read soon. */
    jobsChanged(storeId: StoreId, jobs: readonly JobId[]): void {
      const { changedJobs } = bookOf(storeId);
      for (const id of jobs) changedJobs.add(id);
    },
  };
}

/** Whether a job of this kind, once done, has changed a product order at the market. */
function changesOrder(kind: JobKind): boolean {
  return kind !== 'lookup' && kind !== 'stock';
}

/**
 * Something is to be sent, lies in a draft or went on a courier's form today, or the seller wants to hear of an order: its
 * orders must be seen as they are.
 */
async function isBusy(database: AppDatabase, storeId: StoreId, at: number): Promise<boolean> {
  return database.transaction(({ counts, imports, forms, orders }) => {
    if (countIn('unsettled', counts.of(storeId)) > 0 || imports.hasOpenLines('dispatch')) return true;
    const [lastForm] = forms.list(storeId, 1);
    if (lastForm !== undefined && koreanDay(lastForm.form.madeAt) === koreanDay(at)) return true;
    return orders.watched(storeId).length > 0;
  });
}
