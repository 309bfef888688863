import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { holdLock } from '../../support/core/hold-lock';
import { memoryKeychain } from '../../support/core/keychains';
import { runCore } from '../../support/core/run-core';
import { marketOfTest } from '../../support/market/market-in-test';

const beatMs = 50;

/** Counts how often the main thread came to its timers. */
function startHeartbeat() {
  const since = performance.now();
  let beats = 0;
  let wanted = Number.POSITIVE_INFINITY;
  let reached: () => void = () => undefined;
  const timer = setInterval(() => {
    beats += 1;
    if (beats >= wanted) reached();
  }, beatMs);
  onTestFinished(() => clearInterval(timer));
  return {
    beats: () => beats,
    /** Of the beats there was time for, how many there were: 1 on an idle machine, nearly 0 where something blocks. */
    share: () => (beats * beatMs) / (performance.now() - since),
    more: (count: number) =>
      new Promise<void>((resolve) => {
        wanted = beats + count;
        reached = resolve;
      }),
  };
}

async function deskOfTest() {
  const dataDir = await mkdtemp(join(tmpdir(), 'balsong-locked-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const market = await marketOfTest({ seed: 'empty' });
  const messages: unknown[] = [];
  const logged: string[] = [];
  let isSaid: () => void = () => undefined;
  const said = new Promise<void>((resolve) => {
    isSaid = resolve;
  });
  const about = {
    dataDir,
    loadKeychain: memoryKeychain(),
    naverUrl: market.url,
    credentials: market.credentials,
    logger: { log: (event: string) => void logged.push(event) },
    onEvent(name: string, payload: unknown) {
      if (name !== 'data-locked') return;
      messages.push(payload);
      isSaid();
    },
  };
  const lock = async () => {
    const held = await holdLock(join(dataDir, 'desk.db'));
    onTestFinished(held.release);
    return held;
  };
  return { market, messages, logged, said, about, lock };
}

it('a lock in the middle of adding and sending: the thread stays free, nothing goes out unwritten, all goes out once', async () => {
  const { market, messages, logged, said, about, lock } = await deskOfTest();
  market.control.set({ rate: 2, burst: 2 });
  const orders = market.control.makeOrders(180, 8, { perOrder: [1] });
  const desk = await runCore(about);
  await desk.send(orders.slice(0, 120));
  await market.control.ended('dispatch', 1);
  const { release } = await lock();
  const heart = startHeartbeat();
  const adding = desk.send(orders.slice(120));
  await said;
  const sent = market.control.requests('dispatch').length;
  expect(sent).toBeLessThan(orders.length / 30);
  await heart.more(60);
  // What is sent is on the disk first: as long as that cannot be, nothing is sent.
  expect(market.control.requests('dispatch')).toHaveLength(sent);
  expect(heart.share()).toBeGreaterThan(0.1);
  await release();
  await adding;
  market.control.set({ rate: 50, burst: 100 });
  await desk.settled();
  const log = await desk.log();
  expect(log).toHaveLength(orders.length);
  expect(log.every(({ state }) => state === 'succeeded')).toBe(true);
  expect(Object.values(market.control.ledger()).every(({ dispatches }) => dispatches === 1)).toBe(true);
  expect(messages[0]).toEqual({ isLocked: true });
  expect(messages.at(-1)).toEqual({ isLocked: false });
  expect(logged.filter((event) => event === 'data-locked').length).toBeGreaterThan(0);
  expect(logged.filter((event) => event === 'data-unlocked').length).toBe(
    logged.filter((event) => event === 'data-locked').length,
  );
  expect(desk.problems).toEqual([]);
  await desk.stop();
});

it('closing under a lock ends, says what was not written, and the next start goes on without sending twice', async () => {
  const { market, logged, said, about, lock } = await deskOfTest();
  market.control.set({ rate: 2, burst: 2 });
  const orders = market.control.makeOrders(90, 8, { perOrder: [1] });
  const desk = await runCore(about);
  await desk.send(orders);
  await market.control.ended('dispatch', 1);
  const { release } = await lock();
  await said;
  // It ends by itself, though the lock does not; what could not be written is the reason it gives.
  await desk.stop().catch((problem: unknown) => expect(String(problem)).toContain('locked'));
  expect(logged).toContain('data-still-locked');
  await release();

  market.control.set({ rate: 50, burst: 100 });
  const next = await runCore(about);
  await next.settled();
  const log = await next.log();
  expect(log).toHaveLength(orders.length);
  expect(log.every(({ state }) => state === 'succeeded')).toBe(true);
  expect(Object.values(market.control.ledger()).every(({ dispatches }) => dispatches === 1)).toBe(true);
  await next.stop();
});
