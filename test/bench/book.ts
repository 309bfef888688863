/**
 * The order book: filled with 20,000 orders from the feed at the market's pace, and asked at 50,000 open and 1,000,000
 * past product orders. `npm run bench -- book [orders [open past]]`
 */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { BookQuestion } from '../../src-main/database/book/book-port';
import { usualRhythm } from '../../src-main/database/write-scheduler';
import { createNaverMarket } from '../../src-main/markets/naver/market';
import { createAgent } from '../../src-main/network/agent';
import { createOutbox } from '../../src-main/outbox/create-outbox';
import { createOrderBook } from '../../src-main/services/book/order-book';
import { endOfKoreanDay } from '../../src-preload/contract/book/rules';
import { atLeast, atMost, median, reportBench, rounded } from '../support/bench/report';
import { fillBook, personalOfBench } from '../support/bench/large-book';
import { startMarketProcess } from '../support/market/market-process';
import { addStore, openTestDatabase } from '../support/outbox/test-database';

const rate = 2;
const burst = 2 * rate;
const credentials = { clientId: 'benchClientId0001', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
const requestSchema = z.looseObject({ at: z.number(), status: z.number().optional() });

const [orders = 20_000, open = 50_000, past = 1_000_000] = process.argv.slice(2).map(Number);

/**
 * From the first page of the feed to the last details. Ideal is what the calls of the kind of which more are needed, pages
 * of the feed or details, take at the market's rate after its burst; none of them is made twice.
 */
async function fill(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'balsong-book-'));
  const account = ['--client-id', credentials.clientId, '--client-secret', credentials.clientSecret];
  const pace = ['--rate', String(rate), '--burst', String(burst)];
  const ledger = ['--empty', '--ledger', join(folder, 'ledger.jsonl')];
  const market = await startMarketProcess([...pace, ...ledger, ...account]);
  const agent = createAgent({ now: Date.now });
  try {
    await market.act('make-orders', { count: orders, seed: 3, perOrder: [1] });
    const { database } = await openTestDatabase({
      folder,
      now: Date.now,
      rhythm: usualRhythm,
      personal: personalOfBench,
    });
    const storeId = await addStore(database);
    const naver = createNaverMarket({
      request: agent.request,
      probe: async () => true,
      now: Date.now,
      steady: () => performance.now(),
    });
    const timers = {
      set: (work: () => void, ms: number) => setTimeout(work, ms),
      clear: (handle: unknown) => clearTimeout(handle as NodeJS.Timeout),
    };
    const fault = (error: unknown): never => {
      throw error;
    };
    const outbox = createOutbox({
      database,
      now: Date.now,
      random: Math.random,
      newId: randomUUID,
      timers,
      openSession: async () =>
        naver.open({ secrets: { market: 'naver', ...credentials }, baseUrl: `${market.url}/external` }),
      market: () => naver,
      isSystemOnline: () => true,
      onChange: () => undefined,
      onFault: fault,
    });
    await outbox.start();
    let done: () => void = () => undefined;
    const filled = new Promise<void>((resolve) => {
      done = resolve;
    });
    const book = createOrderBook({
      database,
      outbox,
      chosenStore: async () => storeId,
      timers,
      now: Date.now,
      onChange(id) {
        if (!book.keeper.stateOf(id).isUnderWay) done();
      },
      report: fault,
    });
    // The HTTP client loads with its first request, which in the app tests the store, long before a book is filled.
    await import('undici');
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    await book.keeper.refresh(storeId);
    await filled;
    delay.disable();
    const counts = await database.book.tabCounts(storeId);
    const requests = async (api: string) => z.array(requestSchema).parse(await market.act('requests', { api }));
    const [feed, details] = [await requests('changes'), await requests('query')];
    const times = [...feed, ...details].map(({ at }) => at).toSorted((a, b) => a - b);
    const taken = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    const ideal = (Math.max(feed.length, details.length) - burst) / rate;
    const figures = {
      orders: counts.new + counts.waiting,
      feedCalls: feed.length,
      queryCalls: details.length,
      refused: [...feed, ...details].filter(({ status }) => status === 429).length,
      idealSeconds: rounded(ideal),
      takenSeconds: rounded(taken),
      share: rounded(ideal / taken),
      longestTaskMs: rounded(delay.max / 1e6),
      memoryMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
    };
    await book.keeper.stop();
    await outbox.stop();
    await database.close();
    return figures;
  } finally {
    await agent.destroy();
    await market.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ask(): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'balsong-book-'));
  try {
    const first = await openTestDatabase({ folder, personal: personalOfBench });
    const storeId = await addStore(first.database);
    await first.database.close();
    const now = Date.now();
    fillBook(first.file, storeId, { open, past, numbered: 5_000, now });
    const { database } = await openTestDatabase({ folder, rhythm: usualRhythm, personal: personalOfBench });
    const endOfToday = endOfKoreanDay(now);
    const figures: Record<string, number> = {};
    const measure = async (name: string, work: () => Promise<unknown>): Promise<void> => {
      const taken: number[] = [];
      for (let n = 0; n < 9; n += 1) {
        const begun = performance.now();
        await work();
        taken.push(performance.now() - begun);
      }
      figures[name] = rounded(median(taken));
    };
    const page = (more: Partial<BookQuestion>) => () =>
      database.book.bookPage({ storeId, now, endOfToday, offset: 0, limit: 100, ...more });
    await measure('tabCounts', () => database.book.tabCounts(storeId));
    await measure('dueCounts', () => database.book.dueCounts(storeId, now, endOfToday));
    await measure('firstPage', page({ tab: 'waiting' }));
    await measure('lastPage', page({ tab: 'waiting', offset: Math.floor(open * 0.6) }));
    await measure('newPage', page({ tab: 'new' }));
    await measure('pullOutPage', page({ tab: 'pull-out' }));
    await measure('untrackedPage', page({ tab: 'untracked' }));
    for (const filter of ['today', 'late', 'without-number', 'not-registered'] as const) {
      await measure(`filter ${filter}`, page({ tab: 'waiting', filter }));
    }
    await measure('searchName', page({ search: '김민준' }));
    await measure('searchTwoLetters', page({ search: '김민' }));
    await measure('searchPhone', page({ search: '1234' }));
    await measure('searchNumber', page({ search: '2026000000070' }));
    await measure('searchWholeNumber', page({ search: '2026000000000071' }));
    await database.close();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = await ask();
const filled = await fill();
reportBench(
  'book',
  { fill: filled, ask: asked },
  {
    'orders that stand in the book': atLeast(filled['orders'] ?? 0, orders),
    'ideal over taken at 2 calls a second': atLeast(filled['share'] ?? 0, 0.95),
    'refused calls': atMost(filled['refused'] ?? 1, 0),
    'longest task of the fill, ms': atMost(filled['longestTaskMs'] ?? Infinity, 50),
    'memory of the fill, MB': atMost(filled['memoryMb'] ?? Infinity, 350),
    ...Object.fromEntries(
      Object.entries(asked).map(([name, ms]) => [`${name} at ${open} and ${past}, ms`, atMost(ms, 100)]),
    ),
  },
);
