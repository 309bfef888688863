import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { CoreOutcome } from '../../../src-main/core';
import type { Surroundings } from '../../../src-main/surroundings';
import { createCoreLifecycle } from '../../../src-main/core-lifecycle';
import { events } from '../../../src-preload/contract/events';
import { memoryKeychain } from '../../support/core/keychains';
import { refusingPort } from '../../support/http/refusing-port';
import { marketOfTest } from '../../support/market/market-in-test';
import { dispatchesOf, isSettled, runCore } from '../../support/core/run-core';

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-files-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function lifeIn(
  dataDir: string,
  more: Partial<Surroundings> = {},
  unwritable?: { code: 'read-only' | 'full'; detail: string; startAgain(): void },
) {
  const seen: CoreOutcome[] = [];
  const life = createCoreLifecycle({
    surroundings: {
      dataDir,
      environment: { ignored: [] },
      version: '0.0.0',
      platform: 'test',
      isSystemOnline: () => true,
      send: () => undefined,
      openOutside: async () => undefined,
      notify: () => undefined,
      keepAwake: () => undefined,
      loadKeychain: memoryKeychain(),
      report: () => undefined,
      logger: { log: () => undefined },
      ...more,
    },
    ...(unwritable ? { unwritable } : {}),
    onNewCore: (outcome) => seen.push(outcome),
  });
  onTestFinished(() => life.stop());
  return { life, seen };
}

describe('a database that cannot be used', () => {
  it('is corrupt: kept beside, and the newest backup brings the stores back', async () => {
    const dataDir = await folderOfTest();
    const first = lifeIn(dataDir);
    await first.life.current();
    expect(await first.life.handlers['backups-make']({})).toMatchObject({ ok: true });
    await first.life.stop();
    await writeFile(join(dataDir, 'desk.db'), 'not a database, but long enough to look like one. '.repeat(200));
    const { life, seen } = lifeIn(dataDir);
    expect(await life.current()).toMatchObject({ ok: false, code: 'corrupt' });
    expect((await readdir(dataDir)).some((name) => name.startsWith('desk.db.corrupt-'))).toBe(true);
    const list = await life.handlers['backups-list']({});
    const [backup] = list.ok ? list.value : [];
    expect(backup).toMatchObject({ kind: 'backup' });
    expect(await life.handlers['backups-restore']({ name: backup?.name ?? '' })).toEqual({ ok: true, value: {} });
    expect(seen).toMatchObject([{ ok: true }]);
    const again = await life.current();
    const stores = again.ok ? await again.core.handlers['stores-list']({}) : undefined;
    expect(stores).toMatchObject({ ok: true, value: [{ practice: true }] });
  });

  it('is corrupt without a backup: trying again begins with an empty one', async () => {
    const dataDir = await folderOfTest();
    await writeFile(join(dataDir, 'desk.db'), 'not a database, but long enough to look like one. '.repeat(200));
    const { life } = lifeIn(dataDir);
    expect(await life.current()).toMatchObject({ ok: false, code: 'corrupt' });
    await life.handlers['app-restart']({});
    expect(await life.current()).toMatchObject({ ok: true });
  });

  it('comes from a newer version: refused and left as it is', async () => {
    const dataDir = await folderOfTest();
    const newer = new Database(join(dataDir, 'desk.db'));
    newer.pragma('user_version = 99990');
    newer.close();
    const { life } = lifeIn(dataDir);
    expect(await life.current()).toMatchObject({ ok: false, code: 'newer-schema' });
  });

  it('cannot be written: said, and no other file is named', async () => {
    const dataDir = await folderOfTest();
    await mkdir(join(dataDir, 'desk.db'));
    const { life } = lifeIn(dataDir);
    expect(await life.current()).toMatchObject({ ok: false, code: 'read-only' });
    expect(await life.handlers['backups-restore']({ name: '../../etc/passwd' })).toMatchObject({
      failure: { code: 'not-found' },
    });
  });

  it('lies where not even the lock can be written: no core is tried on it, and only a start again goes on', async () => {
    const dataDir = await folderOfTest();
    let renewed = 0;
    const unwritable = { code: 'read-only', detail: 'EROFS', startAgain: () => (renewed += 1) } as const;
    const { life, seen } = lifeIn(dataDir, {}, unwritable);
    expect(await life.current()).toEqual({ ok: false, code: 'read-only', detail: 'EROFS' });
    await life.handlers['app-restart']({});
    expect(renewed).toBe(1);
    expect(seen, 'another app may hold the folder by now').toEqual([]);
    expect(await readdir(dataDir)).toEqual([]);
  });
});

describe('going back to a backup', () => {
  it('reads what was sent after it before anything moves, and can be undone', async () => {
    const dataDir = await folderOfTest();
    const market = await marketOfTest({ seed: 'empty' });
    const orders = market.control.makeOrders(20, 3, { perOrder: [1] });
    const keychain = memoryKeychain();
    const about = { dataDir, loadKeychain: keychain };
    const desk = await runCore({ ...about, naverUrl: market.url, credentials: market.credentials });
    await desk.core.handlers['stores-pause']({ storeId: desk.storeId, paused: true });
    await desk.send(orders);
    await desk.core.backUp();
    await desk.core.handlers['stores-pause']({ storeId: desk.storeId, paused: false });
    expect(await desk.settled()).toMatchObject({ succeeded: 20 });
    await desk.stop();

    const calls = market.control.requests('dispatch').length;
    const { life } = lifeIn(dataDir, {
      loadKeychain: keychain,
      environment: { ignored: [], naverUrl: market.url },
      send(name) {
        if (name === 'status-changed') for (const look of looks) look();
      },
    });
    const looks = new Set<() => void>();
    const list = await life.handlers['backups-list']({});
    await life.handlers['backups-restore']({ name: list.ok ? (list.value[0]?.name ?? '') : '' });
    const restored = await life.current();
    if (!restored.ok) throw new Error(restored.code);
    const { outbox } = restored.core;
    // All of them were sent after the backup: the readings find that, without a single call and without a yes, and with
    // nothing left to look at the store starts by itself.
    await new Promise<void>((resolve) => {
      const look = (): void =>
        void outbox
          .status(desk.storeId)
          .then(({ counts, pause }) => (counts.succeeded === 20 && pause === undefined ? resolve() : undefined));
      looks.add(look);
      look();
    });
    expect(market.control.requests('dispatch')).toHaveLength(calls);

    const after = await life.handlers['backups-list']({});
    const replaced = after.ok ? after.value.find((file) => file.kind === 'replaced') : undefined;
    expect(await life.handlers['backups-restore']({ name: replaced?.name ?? '' })).toEqual({ ok: true, value: {} });
    const undone = await life.current();
    const counts = undone.ok ? (await undone.core.outbox.status(desk.storeId)).counts : undefined;
    expect(counts).toMatchObject({ succeeded: 20 });
  });

  it('in a copied data folder on another computer nothing moves until the seller looked', async () => {
    const dataDir = await folderOfTest();
    const market = await marketOfTest({ seed: 'empty' });
    const orders = market.control.makeOrders(5, 4, { perOrder: [1] });
    const addressWithoutMarket = `http://127.0.0.1:${await refusingPort()}`;
    const desk = await runCore({ dataDir, naverUrl: addressWithoutMarket, credentials: market.credentials });
    await desk.send(orders);
    await desk.stop();
    // Another keychain: another computer.
    const { life } = lifeIn(dataDir, { environment: { ignored: [], naverUrl: market.url } });
    const there = await life.current();
    if (!there.ok) throw new Error(there.code);
    const { handlers, outbox } = there.core;
    // What is missing is said first: the secrets stayed in the other keychain.
    expect(await outbox.status(desk.storeId)).toMatchObject({ pause: { cause: 'secret' }, counts: { succeeded: 0 } });
    const secrets = { market: 'naver', ...market.credentials } as const;
    await handlers['stores-save']({ id: desk.storeId, label: '하늘상점', secrets });
    await expect
      .poll(async () => outbox.status(desk.storeId))
      .toMatchObject({ pause: { cause: 'look-first' }, counts: { succeeded: 0 } });
    expect(market.control.requests('dispatch')).toHaveLength(0);
  });
});

describe('a disk that fills up while the app runs', () => {
  it('stops sending, says so, and goes on when there is room again; nothing is lost', async () => {
    const dataDir = await folderOfTest();
    const market = await marketOfTest({ seed: 'empty' });
    const orders = market.control.makeOrders(4000, 8, { perOrder: [1] });
    const keychain = memoryKeychain();
    const faults: string[] = [];
    let tell: (() => void) | undefined;
    const full = new Promise<void>((resolve) => {
      tell = resolve;
    });
    const about = { dataDir, loadKeychain: keychain, naverUrl: market.url, credentials: market.credentials };
    const desk = await runCore({
      ...about,
      roomInPages: () => 420,
      report: (place) => {
        faults.push(place);
        if (place === 'outbox') tell?.();
      },
    });
    const accepted = new Set<string>();
    for (let at = 0; at < orders.length && faults.length === 0; at += 200) {
      const some = orders.slice(at, at + 200);
      const added = await desk.send(some).then(
        () => true,
        () => false,
      );
      if (!added) break;
      for (const order of some) accepted.add(order.productOrderId);
    }
    await full;
    expect(faults).toContain('outbox');
    // Its file takes nothing more, so stopping may fail, too; what counts is what the next start finds.
    await desk.stop().catch(() => undefined);

    const roomy = await runCore(about);
    await roomy.settled();
    const log = await roomy.log();
    const ledger = market.control.ledger();
    expect(Object.values(ledger).every((order) => order.dispatches <= 1)).toBe(true);
    expect(accepted.size).toBeGreaterThan(0);
    for (const id of accepted) {
      expect(log.some((job) => job.target === id && job.state === 'succeeded')).toBe(true);
      expect(ledger[id]?.dispatches).toBe(1);
    }
    await roomy.stop();
  });

  it('is told to the window as a fault, and one click goes on in the same process', async () => {
    const dataDir = await folderOfTest();
    const market = await marketOfTest({ seed: 'empty' });
    const orders = market.control.makeOrders(3000, 9, { perOrder: [1] });
    const faults = new Set<string>();
    const looks = new Set<() => void>();
    let maxPages: number | undefined = 330;
    const surroundings: Partial<Surroundings> = {
      environment: { ignored: [], naverUrl: market.url },
      // Asked again by every core: the disk after room was made.
      roomInPages: () => maxPages,
      send(name, payload) {
        if (name !== 'status-changed') return;
        const { fault } = events['status-changed'].parse(payload);
        if (fault !== undefined) faults.add(fault);
        for (const look of looks) look();
      },
    };
    const { life } = lifeIn(dataDir, surroundings);
    const first = await life.current();
    if (!first.ok) throw new Error(first.code);
    const { handlers } = first.core;
    await handlers['settings-set']({ undoSeconds: 0, keepPersonalDays: 90, rememberCouriers: true });
    const secrets = { market: 'naver' as const, ...market.credentials };
    const saved = await handlers['stores-save']({ label: '하늘상점', secrets });
    if (!saved.ok) throw new Error(saved.failure.code);
    const storeId = saved.value.store.id;
    const told = new Promise<void>((resolve) => {
      looks.add(() => (faults.size > 0 ? resolve() : undefined));
    });
    let accepted = 0;
    for (let at = 0; at < orders.length && faults.size === 0; at += 100) {
      const jobs = dispatchesOf(orders.slice(at, at + 100));
      const added = await Promise.resolve(handlers['outbox-add-targets']({ storeId, jobs })).then(
        () => true,
        () => false,
      );
      if (!added) break;
      accepted += jobs.length;
    }
    await told;
    expect([...faults]).toEqual(['full']);

    maxPages = undefined;
    await life.handlers['app-restart']({});
    const again = await life.current();
    if (!again.ok) throw new Error(again.code);
    const { outbox } = again.core;
    await new Promise<void>((resolve) => {
      const look = (): void =>
        void outbox
          .status(storeId)
          .then(({ counts }) => (counts.succeeded >= accepted && isSettled(counts) ? resolve() : undefined));
      looks.add(look);
      look();
    });
    const dispatches = Object.values(market.control.ledger()).map((order) => order.dispatches);
    expect(Math.max(...dispatches)).toBe(1);
    expect(accepted).toBeGreaterThan(0);
  });
});
