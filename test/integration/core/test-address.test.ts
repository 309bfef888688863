import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import type { StoreId } from '../../../src-preload/contract/ids';
import { memoryKeychain } from '../../support/core/keychains';
import { assembleInTest, dispatchesOf, runStore } from '../../support/core/run-core';
import { portOf } from '../../support/http/ports';
import { folderOfTest, marketOfTest } from '../../support/market/market-in-test';

const secrets = { market: 'naver', clientId: 'real-account', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
const dispatch = {
  target: '2026112112345671',
  values: {
    kind: 'dispatch' as const,
    dispatch: {
      deliveryMethod: 'DELIVERY' as const,
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: '680001112223',
    },
  },
};

/** Whoever listens at a port of this computer, and how often somebody came. */
async function eavesdropper(): Promise<{ url: string; callers(): number }> {
  let callers = 0;
  const server = createServer((socket) => {
    callers += 1;
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { url: `http://127.0.0.1:${portOf(server)}`, callers: () => callers };
}

it('a store that was saved for the market never meets a test address', async () => {
  const dataDir = await folderOfTest();
  const loadKeychain = memoryKeychain();
  // No network, so that the real market is not asked either.
  const offline = { loadKeychain, isSystemOnline: () => false };
  const first = await runStore({ dataDir, environment: {}, secrets, ...offline });
  await first.stop();

  const { url, callers } = await eavesdropper();
  const { outcome } = await assembleInTest(dataDir, { ...offline, naverUrl: url });
  if (!outcome.ok) throw new Error(outcome.detail);
  const { handlers, outbox } = outcome.core;
  const stores = await handlers['stores-list']({});
  expect(stores).toMatchObject({ ok: true, value: [{ practice: true }, { accountId: secrets.clientId }] });
  const store = stores.ok ? stores.value.find(({ practice }) => !practice) : undefined;
  expect(store).not.toHaveProperty('testAddress');
  const storeId: StoreId = store?.id ?? first.storeId;
  await handlers['settings-set']({ undoSeconds: 0, keepPersonalDays: 90, rememberCouriers: true });
  await handlers['outbox-add-targets']({ storeId, jobs: [dispatch] });
  await expect.poll(async () => (await outbox.status(storeId)).connection).toBe('offline');
  expect(callers()).toBe(0);
  await outcome.core.stop();
  expect(callers()).toBe(0);
});

it('a store that was saved under a test address is not sent without one, and goes on by itself once it is back', async () => {
  const dataDir = await folderOfTest();
  const market = await marketOfTest({ seed: 'empty' });
  const loadKeychain = memoryKeychain();
  const keys = { market: 'naver', ...market.credentials } as const;
  const first = await runStore({ dataDir, environment: { naverUrl: market.url }, secrets: keys, loadKeychain });
  await first.stop();

  const orders = market.control.makeOrders(3, 1);
  const dispatches = () => orders.map(({ productOrderId }) => market.control.ledger()[productOrderId]?.dispatches);
  const callsBefore = market.control.requests().length;
  const without = await assembleInTest(dataDir, { loadKeychain });
  if (!without.outcome.ok) throw new Error(without.outcome.detail);
  const { handlers, outbox } = without.outcome.core;
  const stores = await handlers['stores-list']({});
  const mine = stores.ok ? stores.value.find(({ id }) => id === first.storeId) : undefined;
  expect(mine?.testAddress).toBe(market.url);
  await handlers['settings-set']({ undoSeconds: 0, keepPersonalDays: 90, rememberCouriers: true });
  await handlers['outbox-add-targets']({ storeId: first.storeId, jobs: dispatchesOf(orders) });
  expect(await handlers['stores-test']({ storeId: first.storeId })).toMatchObject({
    ok: true,
    value: { code: 'no-test-address' },
  });
  expect(await outbox.status(first.storeId)).toMatchObject({
    connection: 'paused',
    pause: { cause: 'secret', detail: 'no-test-address' },
    counts: { queued: 3 },
  });
  await without.outcome.core.stop();
  expect(without.problems).toEqual([]);
  expect(market.control.requests()).toHaveLength(callsBefore);
  expect(dispatches()).toEqual([0, 0, 0]);

  // Where it listens today is the environment's to say.
  const { outcome: back, problems } = await assembleInTest(dataDir, { loadKeychain, naverUrl: market.url });
  if (!back.ok) throw new Error(back.detail);
  await expect.poll(async () => (await back.core.outbox.status(first.storeId)).counts.succeeded).toBe(3);
  expect(dispatches()).toEqual([1, 1, 1]);
  await back.core.stop();
  expect(problems).toEqual([]);
});

it('an account at a test address is another one than its namesake at the market', async () => {
  const dataDir = await folderOfTest();
  const { url } = await eavesdropper();
  const more = { loadKeychain: memoryKeychain(), isSystemOnline: () => false };
  const real = await runStore({ dataDir, environment: {}, secrets, ...more });
  await real.stop();
  const { outcome } = await assembleInTest(dataDir, { ...more, naverUrl: url });
  if (!outcome.ok) throw new Error(outcome.detail);
  const { handlers } = outcome.core;
  const added = await handlers['stores-save']({ label: '시험상점', secrets });
  expect(added).toMatchObject({ ok: true, value: { store: { testAddress: url } } });
  expect(await handlers['stores-save']({ label: '또', secrets })).toMatchObject({
    ok: false,
    failure: { code: 'same-account' },
  });
  await outcome.core.stop();
});
