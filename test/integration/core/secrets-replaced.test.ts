import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { storeSchema } from '../../../src-preload/contract/store';
import { openSecretStore } from '../../../src-main/secrets/secret-store';
import { createSettings } from '../../../src-main/services/settings';
import { createStores } from '../../../src-main/services/stores';
import { marketOfTest } from '../../support/market/market-in-test';
import { memoryKeychain } from '../../support/core/keychains';
import { dispatchesOf, runStore } from '../../support/core/run-core';
import { createWorld } from '../../support/outbox/world';

it('a secret is replaced: the store, its queue and its log stay, and what waited goes out', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-replaced-'));
  const market = await marketOfTest({ seed: 'empty' });
  const [sent, waiting] = [market.control.makeOrders(3, 1, { perOrder: [1] }), market.control.makeOrders(4, 2)];
  const desk = await runStore({
    dataDir: folder,
    environment: { naverUrl: market.url },
    secrets: { market: 'naver', ...market.credentials },
  });
  onTestFinished(async () => {
    await desk.stop();
    await rm(folder, { recursive: true, force: true });
  });
  const { handlers } = desk.core;
  const { storeId } = desk;
  await handlers['outbox-add-targets']({ storeId, jobs: dispatchesOf(sent) });
  await desk.settled();

  // The market takes the old secret no longer: what is sent now waits.
  const { clientId } = market.credentials;
  const wrong = { market: 'naver', clientId, clientSecret: '$2a$04$zzzzzzzzzzzzzzzzzzzzzu' } as const;
  await handlers['stores-save']({ id: storeId, label: '하늘상점', secrets: wrong });
  await handlers['outbox-add-targets']({ storeId, jobs: dispatchesOf(waiting) });
  await desk.until(({ pause }) => pause?.cause === 'secret');
  const before = await desk.log();
  expect(before.filter(({ state }) => state === 'queued')).toHaveLength(waiting.length);

  const right = { market: 'naver', ...market.credentials } as const;
  const saved = await handlers['stores-save']({ id: storeId, label: '하늘상점', secrets: right });
  expect(saved).toMatchObject({ ok: true, value: { store: { id: storeId, accountId: clientId, hasSecrets: true } } });
  await desk.settled();
  const after = await desk.log();
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  expect(after.every(({ state }) => state === 'succeeded')).toBe(true);
  const ledger = market.control.ledger();
  for (const { productOrderId } of [...sent, ...waiting]) expect(ledger[productOrderId]?.dispatches).toBe(1);
  expect(desk.problems).toEqual([]);
});

it('five months after a secret was saved the seller is reminded, later again, and not of a new secret', async () => {
  const world = await createWorld();
  const secrets = await openSecretStore({ dataDir: world.desk.folder, randomBytes, load: memoryKeychain() });
  let now = Date.parse('2026-11-21T09:00:00Z');
  let told = 0;
  const stores = createStores({
    database: world.desk.database,
    secrets,
    outbox: world.outbox,
    settings: createSettings(world.desk.database),
    testAddress: () => undefined,
    openSession: async () => undefined,
    now: () => now,
    newId: randomUUID,
    onChange: () => {
      told += 1;
    },
  });
  onTestFinished(() => world.dispose());
  const day = (instant: number | undefined): string => new Date(instant ?? 0).toISOString().slice(0, 10);
  const shown = async (): Promise<string> =>
    day((await stores.list()).find(({ label }) => label === '하늘상점 둘')?.checkFrom);

  const credentials = { market: 'naver', clientId: 'desk-app', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
  const saved = await stores.save({ label: '하늘상점 둘', secrets: credentials });
  if (!saved.ok) throw new Error(saved.failure.code);
  const { id } = saved.value.store;
  expect(await shown()).toBe('2027-04-20');

  now = Date.parse('2027-04-25T00:00:00Z');
  const toldBefore = told;
  await stores.checked(id, undefined);
  expect(await shown()).toBe('2027-05-02');
  expect(told).toBe(toldBefore + 1);

  now = Date.parse('2027-05-03T00:00:00Z');
  await stores.checked(id, '2027-05-03');
  // 150 days after that day began in Korea.
  expect(await shown()).toBe('2027-09-29');

  now = Date.parse('2027-06-10T00:00:00Z');
  await stores.save({ id, label: '하늘상점 둘', secrets: credentials });
  // Another secret says nothing about when the application was authenticated; another day does.
  expect(await shown()).toBe('2027-09-29');
  await stores.save({ id, label: '하늘상점 둘', authenticatedOn: '2027-06-09' });
  const again = (await stores.list()).find((store) => store.id === id);
  expect(again).toMatchObject({ authenticatedOn: '2027-06-09', authenticatedUntil: '2027-12-06' });
  expect(await shown()).toBe('2027-11-05');

  // A day half typed, or one to come, is refused and changes nothing, from either call.
  for (const unusable of ['0002-05-12', '2027-06-11']) {
    const refused = { ok: false, failure: { code: 'day-unusable' } };
    expect(await stores.checked(id, unusable)).toMatchObject(refused);
    expect(await stores.save({ id, label: '다른 이름', authenticatedOn: unusable })).toMatchObject(refused);
  }
  expect((await stores.list()).find((store) => store.id === id)).toEqual(again);
  // One that was stored before it was refused stops no start: what is shown is as if none was named.
  await world.desk.database.settings.set(`authenticated:${id}`, '0002-05-12');
  const stored = storeSchema.parse((await stores.list()).find((store) => store.id === id));
  expect(stored.authenticatedOn).toBeUndefined();
  expect(day(stored.checkFrom)).toBe('2027-11-07');

  // Another market asks for nothing of the kind.
  const bright = await stores.save({
    label: '밝은상점',
    secrets: { market: 'brightmall', vendorId: '01EXAMPLE', apiKey: 'bm_EXAMPLE' },
  });
  expect(bright.ok && bright.value.store.checkFrom).toBe(undefined);
});
