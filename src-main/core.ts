import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { StartTrouble } from '../src-preload/contract/start-troubles';
import type { EventPayload } from '../src-preload/contract/events';
import { watchNotice } from '../src-preload/contract/text/ko/order-states';
import type { UnreadSource } from '../src-preload/contract/unread';
import type { MarketName } from '../src-preload/contract/market-facts';
import { createAnnouncer } from './bridge/announce';
import { createHandlers } from './bridge/handlers';
import type { StartFailure } from './bridge/answer';
import type { Handlers } from './bridge/answer';
import { openDatabase } from './database/file/open';
import { restoreBackup } from './database/file/restore';
import { troubleOf } from './database/file/sqlite-file';
import { testAddressIn } from './environment';
import { aboutApp } from './about-app';
import { openAppUpdates } from './app-updates';
import { createConnections } from './connections';
import { createMarketSessions } from './market-sessions';
import type { SupportData } from './diagnostics/support-report';
import { createOutbox } from './outbox/create-outbox';
import type { Outbox, Timers } from './outbox/outbox-port';
import { createPracticeKeeper } from './practice/practice-keeper';
import { sealingWith } from './secrets/personal';
import { openSecretStore } from './secrets/secret-store';
import { dataFiles } from './services/backup';
import { createAddresses } from './services/addresses';
import { dueToday } from './services/book/due-today';
import { createOrderBook } from './services/book/order-book';
import { isCopiedFolder } from './services/copied-folder';
import { createDayNotices } from './services/day-notices';
import { createImports } from './services/imports';
import { createLockNotice } from './lock-notice';
import { createLog } from './services/log';
import { createOrders } from './services/orders';
import { createSending } from './services/sending';
import { createSettings } from './services/settings';
import { createSheetPasswords } from './services/sheet-passwords';
import { createStores } from './services/stores';
import { noteSystemEnd, takeLeftBehind } from './services/system-end';
import { collectSupportData } from './services/support-data';
import { createUpkeep } from './services/upkeep';
import { createWatch } from './services/watch';
import type { Surroundings } from './surroundings';

export interface Core {
  handlers: Handlers;
  outbox: Outbox;
  /** What is not settled or still to be sent today: to be asked about before the app closes. */
  unfinished: ReturnType<typeof createDayNotices>['unfinished'];
  /** Pauses every store that works, or lets those go on that the seller paused. */
  pauseAll(paused: boolean): Promise<void>;
  /** Makes a backup now. Rejects with SQLite's error when it cannot. */
  backUp(): Promise<string>;
  /** What of it goes into 문제 알리기. */
  supportData(): Promise<SupportData>;
  /** The computer woke up, or the system says something else about the network. */
  networkChanged(): void;
  /** The system is ending the app: the next start says what was left. To be called before `stop`. */
  systemEnds(): Promise<void>;
  stop(): Promise<void>;
}

export type CoreOutcome = { ok: true; core: Core } | { ok: false; code: StartFailure; detail: string };

/** Name of the practice store of a first start; the window shows it as the seller may rename it. */
const practiceLabel = '연습용 스토어';

/** Puts the parts of the main process together: keychain, database, markets, outbox, services, in this order. */
export async function createCore(surroundings: Surroundings): Promise<CoreOutcome> {
  const { dataDir, environment, report, logger, loadKeychain, restore } = surroundings;
  // Looked up at each call: the clock of the process may be another one by then.
  const now = (): number => Date.now();
  await mkdir(dataDir, { recursive: true });
  const secrets = await openSecretStore({
    dataDir,
    randomBytes,
    ...(loadKeychain === undefined ? {} : { load: loadKeychain }),
  });
  const encryption = await secrets.encryptionKeys();
  const maxPages = surroundings.roomInPages?.();
  const timers: Timers = {
    set: (work, ms) => setTimeout(work, ms),
    clear: (handle) => clearTimeout(handle as NodeJS.Timeout),
  };
  const lockNotice = createLockNotice({ send: (payload) => surroundings.send('data-locked', payload), logger, timers });
  const place = {
    ...dataFiles(dataDir),
    now,
    personal: sealingWith(encryption, randomBytes),
    lockWatch: lockNotice,
    onUnread: (source: UnreadSource, key: string) => logger.log('record-unread', { source, key }),
    ...(maxPages === undefined ? {} : { maxPages }),
    ...(surroundings.withoutBackup === true ? { withoutBackup: true } : {}),
  };
  const openedAt = performance.now();
  const opened = await (restore === undefined ? openDatabase(place) : restoreBackup({ ...place, backup: restore }));
  const openMs = performance.now() - openedAt;
  if (!opened.ok) {
    logger.log('data-refused', { code: opened.code, ms: openMs });
    return { ok: false, code: opened.code, detail: opened.detail };
  }
  const { database, schema, endedRestore } = opened;
  if (schema.from !== schema.to) logger.log('migration', schema);
  logger.log('data-opened', { ...schema, ms: openMs, ...(endedRestore === undefined ? {} : { endedRestore }) });

  const { agent, connect, renew, signInWith } = createConnections(secrets, surroundings);
  const practice = createPracticeKeeper({ ledgerFile: join(dataDir, 'practice.jsonl') });
  const testAddress = (market: MarketName): string | undefined => testAddressIn(environment, market);
  const sessions = createMarketSessions({ database, agent, connect, secrets, practice, testAddress, logger, now });
  const { openSession, marketOf } = sessions;
  const settings = createSettings(database);
  let fault: StartTrouble | undefined;
  const statusPayload = async (): Promise<EventPayload<'status-changed'>> => {
    const [list, chosen, statuses] = await Promise.all([stores.list(), stores.chosen(), outbox.statuses()]);
    return {
      stores: list,
      ...(chosen === undefined ? {} : { chosen }),
      statuses,
      ...(fault === undefined ? {} : { fault }),
    };
  };
  const announcer = createAnnouncer({
    send: surroundings.send,
    async status() {
      const status = await statusPayload();
      surroundings.showPresence?.(status);
      return status;
    },
    afterStatus: async () => surroundings.keepAwake(surroundings.safe !== true && (await outbox.busy()).due),
    startTimer: (run, ms) => void setTimeout(run, ms),
    report: (problem) => report('announce', problem),
  });
  const outbox = createOutbox({
    database,
    now,
    random: Math.random,
    newId: randomUUID,
    timers,
    openSession,
    market: marketOf,
    isSystemOnline: (storeId) => sessions.isOnLoopback(storeId) || surroundings.isSystemOnline(),
    logger,
    onChange({ storeId, jobs, added }) {
      announcer.jobs(storeId, jobs, added);
      book.keeper.jobsChanged(storeId, jobs);
    },
    onFault(error) {
      report('outbox', error);
      fault = troubleOf(error);
      logger.log('outbox-stopped', { code: fault });
      announcer.status();
    },
  });
  const stores = createStores({
    database,
    secrets,
    outbox,
    settings,
    testAddress,
    openSession,
    now,
    newId: randomUUID,
    onChange: () => announcer.status(),
  });
  await stores.ensurePractice(practiceLabel);
  const leftBehind = await takeLeftBehind(database);
  const upkeep = createUpkeep({
    database,
    settings,
    backUp: opened.backUp,
    now,
    report: (problem) => report('upkeep', problem),
  });

  const notices = createDayNotices({
    timers,
    now,
    stores: () => stores.list(),
    statuses: () => outbox.statuses(),
    due: () => dueToday(database, now()),
    notify: surroundings.notify,
    report: (problem) => report('evening', problem),
  });
  const orders = createOrders({ database, outbox, now });
  const watch = createWatch({
    database,
    outbox,
    orders,
    timers,
    now,
    onChange({ storeId, orders: changed }) {
      surroundings.send('orders-changed', { storeId, orderIds: changed.map(({ orderId }) => orderId) });
      surroundings.notify(watchNotice(changed));
    },
    report: (problem) => report('watch', problem),
  });

  const book = createOrderBook({
    database,
    outbox,
    chosenStore: () => settings.chosenStore(),
    timers,
    now,
    onChange: (storeId) => {
      surroundings.send('book-changed', { storeId });
      notices.bookChanged();
    },
    notify: surroundings.notify,
    report: (problem) => report('book', problem),
  });

  const updates = openAppUpdates(surroundings, { database, outbox, connect, timers, now });
  const handlers = createHandlers({
    database,
    outbox,
    stores,
    settings,
    sheetPasswords: createSheetPasswords(secrets),
    imports: createImports({ database, now, newId: randomUUID }),
    orders,
    addresses: createAddresses({ database, outbox }),
    book,
    sending: createSending({ database, outbox, settings, now }),
    log: createLog(database, now),
    practiceOrders: async (storeId, count) => {
      const row = (await database.stores.list()).find((one) => one.id === storeId);
      return row?.practice === true ? (await practice.running()).newOrders(count) : undefined;
    },
    signInToProxy: signInWith(openSession, () => outbox.networkChanged()),
    openSupportPage: surroundings.openOutside,
    updates,
    about: aboutApp(surroundings, { keychain: encryption.state, endedRestore, leftBehind }),
    now,
  });
  if (surroundings.safe !== true) {
    await outbox.start({ lookFirst: await isCopiedFolder(database, place.file, encryption) });
    await stores.tellWhatIsMissing();
    watch.start();
    if (surroundings.bookRests !== true) book.keeper.start();
    updates.start();
  }
  upkeep.start();
  notices.start();
  surroundings.showPresence?.(await statusPayload());

  return {
    ok: true,
    core: {
      handlers,
      outbox,
      unfinished: notices.unfinished,
      async pauseAll(paused) {
        const statuses = await outbox.statuses();
        const meant = statuses.filter(({ pause }) => (paused ? pause === undefined : pause?.cause === 'seller'));
        for (const { storeId } of meant) await stores.pause(storeId, paused);
      },
      backUp: opened.backUp,
      supportData: () => collectSupportData({ database, schema: schema.to, encryption, stores, outbox, settings }),
      networkChanged() {
        renew();
        outbox.networkChanged();
      },
      systemEnds() {
        updates.systemEnds();
        database.limitLockWait(lockGraceMs);
        return noteSystemEnd(database, now());
      },
      async stop() {
        database.limitLockWait(lockGraceMs);
        upkeep.stop();
        notices.stop();
        // They begin no further reading; one under way is cut below: neither sending nor the seller waits for its answer.
        const readersEnd = Promise.all([watch.stop(), book.keeper.stop()]);
        try {
          await outbox.stop(leavingGraceMs);
        } finally {
          await updates.stop();
          await announcer.stop();
          // On a full disk the outbox cannot write its last word: the next start finds the calls as they are.
          await agent.destroy();
          await readersEnd;
          await practice.stop();
          await database.close();
          lockNotice.stop();
        }
      },
    },
  };
}

/** A call in flight gets this long to end before its jobs are left as unknown; the market is read at the next start. */
const leavingGraceMs = 5000;
/** A lock that another program holds on the database is waited for so long; the next start finds the rest as it is. */
const lockGraceMs = 3000;
