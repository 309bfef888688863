import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { marketOfTest } from '../../support/market/market-in-test';
import { assembleInTest, dispatchesOf, runStore } from '../../support/core/run-core';

it('a copied folder without its secret says so with the start, not when something is to go out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-missing-'));
  const market = await marketOfTest({ seed: 'empty' });
  const orders = market.control.makeOrders(3, 1, { perOrder: [1] });
  const environment = { naverUrl: market.url };
  const desk = await runStore({
    dataDir: folder,
    environment,
    secrets: { market: 'naver', ...market.credentials },
  });
  const { storeId } = desk;
  await desk.core.handlers['outbox-add-targets']({ storeId, jobs: dispatchesOf(orders) });
  await desk.settled();
  expect((await desk.core.outbox.status(storeId)).provenAt).toBeGreaterThan(0);
  await desk.stop();

  // Another keychain, as on another computer: nothing waits, and still nothing is said to be connected.
  const { outcome, problems } = await assembleInTest(folder, { environment: { ignored: [], ...environment } });
  if (!outcome.ok) throw new Error(outcome.detail);
  onTestFinished(async () => {
    await outcome.core.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const status = await outcome.core.outbox.status(storeId);
  expect(status).toMatchObject({ connection: 'paused', pause: { cause: 'secret', detail: 'no-secrets' } });
  expect(status.provenAt).toBeUndefined();
  expect(problems).toEqual([]);
});
