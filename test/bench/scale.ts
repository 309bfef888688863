/**
 * What a long log costs: 1,000, 100,000 and 1,000,000 settled jobs, each in a process of its own.
 * `npm run bench -- scale [size ...]`
 */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { createNaverMarket } from '../../src-main/markets/naver/market';
import { createLog } from '../../src-main/services/log';
import { createOutbox } from '../../src-main/outbox/create-outbox';
import { usualRhythm } from '../../src-main/database/write-scheduler';
import { createAgent } from '../../src-main/network/agent';
import { atMost, median, reportBench, rounded } from '../support/bench/report';
import type { Aim } from '../support/bench/report';
import { fillWithSettled } from '../support/bench/settled-log';
import { addStore, openTestDatabase } from '../support/outbox/test-database';

const figuresSchema = z.record(z.string(), z.number());
const mark = 'one-size';
const newLines = 10_000;

/** The n-th new number, somewhere among those of the settled log, in no order: so a courier's numbers fall. */
const scattered = (n: number, size: number): string => `${600_000_000_000 + ((n * 7919) % size)}5`;

async function medianOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const begun = performance.now();
    await work();
    taken.push(performance.now() - begun);
  }
  return rounded(median(taken));
}

/** The same for a question that has an answer: one that finds nothing is quick at every size. */
async function medianOfFinding(times: number, ask: () => Promise<readonly unknown[]>): Promise<number> {
  return medianOf(times, async () => {
    const found = await ask();
    if (found.length === 0) throw new Error(`found nothing: ${ask.toString()}`);
  });
}

async function measure(size: number): Promise<Record<string, number>> {
  const folder = mkdtempSync(join(tmpdir(), 'balsong-scale-'));
  try {
    const first = await openTestDatabase({ folder, now: Date.now });
    const storeId = await addStore(first.database);
    await first.database.close();
    fillWithSettled(first.file, storeId, size);

    const begun = performance.now();
    const { database } = await openTestDatabase({ folder, now: Date.now, rhythm: usualRhythm });
    const openedMs = performance.now() - begun;
    const agent = createAgent({ now: Date.now });
    const market = createNaverMarket({
      request: agent.request,
      probe: async () => false,
      now: Date.now,
      steady: () => performance.now(),
    });
    // Never started: what is measured is the database under the outbox, not the market.
    const outbox = createOutbox({
      database,
      now: Date.now,
      random: Math.random,
      newId: randomUUID,
      timers: { set: () => undefined, clear: () => undefined },
      openSession: async () => undefined,
      market: () => market,
      isSystemOnline: () => false,
      onChange: () => undefined,
      onFault(error) {
        throw error;
      },
    });
    const jobs = Array.from({ length: newLines }, (_, n) => ({
      target: `2026${String(n * 11).padStart(13, '0')}`,
      values: {
        kind: 'dispatch' as const,
        dispatch: {
          deliveryMethod: 'DELIVERY' as const,
          deliveryCompanyCode: 'CJGLS',
          // A courier's numbers fall anywhere among the old ones, and so into any page of an index.
          trackingNumber: scattered(n, size),
        },
      },
    }));
    const delay = monitorEventLoopDelay({ resolution: 2 });
    delay.enable();
    const addBegun = performance.now();
    const added = await outbox.add({ storeId, undoMs: 0, jobs });
    const addMs = performance.now() - addBegun;
    delay.disable();
    if (added.added !== newLines) throw new Error(`${added.added} of ${newLines} lines became jobs`);
    const now = Date.now() + 1000;
    const logPage = async (search?: string) =>
      (await database.log.page({ storeId, ...(search === undefined ? {} : { search }) }, 0, 100)).jobs;
    const log = createLog(database, Date.now);
    const logList = async (search?: string, offset = 0) =>
      (await log.list({ storeId, period: 'all', ...(search === undefined ? {} : { search }) }, [], offset, 100)).items;
    const figures = {
      openMs: rounded(openedMs),
      addMs: rounded(addMs),
      addLongestTaskMs: rounded(delay.max / 1e6),
      gatherMs: await medianOfFinding(50, () =>
        database.jobs.dueToRead({ storeId, kind: 'dispatch', now, readBefore: now, limit: 300 }),
      ),
      countsMs: await medianOf(50, () => outbox.status(storeId)),
      logPageMs: await medianOfFinding(20, () => logPage()),
      searchNumberMs: await medianOfFinding(20, () => logPage('600000000777')),
      // The same jobs at every size; four digits find a hundred of a million, which is more to show, not a slower search.
      searchTailMs: await medianOfFinding(20, () => logPage('00000777')),
      searchFourDigitsMs: await medianOfFinding(20, () => logPage('0777')),
      logTodayMs: await medianOf(20, () => log.list({ storeId, period: 'today' }, [], 0, 100)),
      logAllMs: await medianOfFinding(20, () => logList()),
      logDeepMs: await medianOfFinding(20, () => logList(undefined, size / 2)),
      logFilesMs: await medianOf(20, () => log.files({ storeId, period: 'all' })),
      logByNameMs: await medianOfFinding(20, () => logList('김바다7')),
      memoryMb: Math.round(process.memoryUsage().rss / 1024 / 1024),
    };
    await database.close();
    await agent.destroy();
    return figures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

if (process.argv[2] === mark) {
  console.log(JSON.stringify(await measure(Number(process.argv[3]))));
} else {
  const given = process.argv.slice(2).map(Number);
  const sizes = given.length > 0 ? given : [1000, 100_000, 1_000_000];
  const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const results = sizes.map((size) => {
    const words = ['--import', loader, import.meta.filename, mark, String(size)];
    const said = execFileSync(process.execPath, words, { encoding: 'utf8' });
    return { size, figures: figuresSchema.parse(JSON.parse(said)) };
  });
  const of = (index: number, name: string): number => results.at(index)?.figures[name] ?? Number.NaN;
  const aims: Record<string, Aim> = {};
  for (const [index, { size }] of results.entries()) {
    aims[`ms to add ${newLines} lines beside ${size}`] = atMost(of(index, 'addMs'), 1000);
    aims[`longest task of that beside ${size}, ms`] = atMost(of(index, 'addLongestTaskMs'), 50);
  }
  for (const [index, { size }] of results.entries()) {
    if (size > 100_000) continue;
    for (const name of ['logTodayMs', 'logAllMs', 'logDeepMs', 'logFilesMs', 'logByNameMs']) {
      aims[`${name} beside ${size}`] = atMost(of(index, name), 100);
    }
  }
  for (const name of ['gatherMs', 'countsMs', 'searchNumberMs', 'searchTailMs']) {
    aims[`${name}: last size over first`] = atMost(of(-1, name) / of(0, name), 3);
  }
  reportBench('scale', Object.fromEntries(results.map(({ size, figures }) => [size, figures])), aims);
}
