import { expect, it, onTestFinished, vi } from 'vitest';
import type { CoreOutcome, Core } from '../../../src-main/core';
import { createCoreLifecycle } from '../../../src-main/core-lifecycle';
import { dispatchesOf, runStore } from '../../support/core/run-core';
import { memoryKeychain } from '../../support/core/keychains';
import { folderOfTest, marketOfTest } from '../../support/market/market-in-test';

it('an app started with --safe sends nothing and asks the market nothing by itself, until the seller says so', async () => {
  const dataDir = await folderOfTest();
  const loadKeychain = memoryKeychain();
  const market = await marketOfTest({ seed: 'empty' });
  const orders = market.control.makeOrders(3, 1, { perOrder: [1] });
  const environment = { naverUrl: market.url };
  const secrets = { market: 'naver' as const, ...market.credentials };
  const before = await runStore({ dataDir, environment, loadKeychain, secrets });
  const { storeId } = before;
  await before.core.handlers['stores-pause']({ storeId, paused: true });
  await before.core.handlers['outbox-add-targets']({ storeId, jobs: dispatchesOf(orders.slice(0, 1)) });
  await before.core.handlers['stores-pause']({ storeId, paused: false });
  await before.stop();
  market.control.clearRequests();

  const problems: unknown[] = [];
  const logged: string[] = [];
  const told: string[] = [];
  let settled: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    settled = resolve;
  });
  // The core looks its timers up at each call: what it planned by itself comes up below, within milliseconds.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], shouldAdvanceTime: true });
  onTestFinished(() => void vi.useRealTimers());
  const life = createCoreLifecycle({
    surroundings: {
      dataDir,
      environment: { ignored: [], ...environment },
      version: '0.0.0',
      platform: 'test',
      isSystemOnline: () => true,
      send(name, payload) {
        told.push(name);
        if (name !== 'status-changed' || !('statuses' in payload)) return;
        const counts = payload.statuses.find((status) => status.storeId === storeId)?.counts;
        if (counts?.succeeded === 2) settled();
      },
      openOutside: async () => undefined,
      notify: () => undefined,
      keepAwake: () => undefined,
      loadKeychain,
      report: (place, problem) => problems.push(place, problem),
      logger: { log: (event) => void logged.push(event) },
      safe: true,
    },
    onNewCore: () => undefined,
  });
  onTestFinished(() => life.stop());

  const safe = coreOf(await life.current());
  const start = await safe.handlers['app-start']({});
  expect(start).toMatchObject({ ok: true, value: { isSafe: true } });
  await safe.handlers['outbox-add-targets']({ storeId, jobs: dispatchesOf(orders.slice(1, 2)) });
  // Past the first round of the order book, and what comes a minute after a start.
  for (let second = 0; second < 65; second += 1) {
    await vi.advanceTimersByTimeAsync(1000);
    // A turn of the database between: what has begun gets as far as its call.
    await safe.handlers['book-counts']({ storeId });
  }
  expect(market.control.requests()).toEqual([]);
  // An outbox that did not start would let no round ask anything; here none has begun.
  expect(told).not.toContain('book-changed');
  // What the seller asks for himself goes through.
  expect(await safe.handlers['stores-test']({ storeId })).toMatchObject({ ok: true, value: { code: 'ok' } });
  const askedByTest = market.control.requests().map(({ api }) => api);
  expect((await safe.outbox.status(storeId)).counts).toMatchObject({ queued: 2, succeeded: 0 });
  // The first word of an outbox that starts.
  expect(logged).not.toContain('recovered');

  // A new try after a trouble is no word of the seller on sending.
  await life.handlers['app-restart']({});
  expect(await coreOf(await life.current()).handlers['app-start']({})).toMatchObject({ value: { isSafe: true } });
  expect(market.control.requests().map(({ api }) => api)).toEqual(askedByTest);

  await life.handlers['app-restart']({ sending: true });
  expect(await coreOf(await life.current()).handlers['app-start']({})).toMatchObject({ value: { isSafe: false } });
  await done;
  expect(logged).toContain('recovered');
  expect(problems).toEqual([]);
});

function coreOf(outcome: CoreOutcome): Core {
  if (!outcome.ok) throw new Error(`${outcome.code}: ${outcome.detail}`);
  return outcome.core;
}
