import type { Settings } from '../../src-preload/contract/settings';
import type { Store, StoreStatus } from '../../src-preload/contract/store';
import type { AppDatabase } from '../database/tables';

interface Options {
  database: AppDatabase;
  schema: number;
  encryption: { state: string };
  stores: { list(): Promise<readonly Store[]> };
  outbox: { statuses(): Promise<readonly StoreStatus[]> };
  settings: { get(): Promise<Settings> };
}

/** What of the core goes into 문제 알리기 (diagnostics/support-report.ts): no label, no account, no address of a test server's owner. */
export async function collectSupportData(options: Options) {
  const { database, schema, encryption } = options;
  const [stores, statuses, settings, unread] = await Promise.all([
    options.stores.list(),
    options.outbox.statuses(),
    options.settings.get(),
    database.transaction((tables) => tables.unread.raw()),
  ]);
  return {
    stores: stores.map(({ id, market, practice, testAddress, hasSecrets, secretSavedAt, confirmFirst }) => {
      const status = statuses.find(({ storeId }) => storeId === id);
      return {
        id,
        market,
        practice,
        isTest: testAddress !== undefined,
        hasSecrets,
        secretSavedAt,
        confirmFirst,
        ...(status === undefined ? {} : healthOf(status)),
      };
    }),
    counts: {
      schema,
      keychain: encryption.state,
      settings,
      unread: unread.length,
      stores: statuses.map(({ storeId, counts, filed, progress }) => ({ storeId, counts, filed, progress })),
    },
    unread,
  };
}

/** The last test without the market's own sentence and the address it saw. */
function healthOf({
  connection,
  pause,
  offlineSince,
  nextProbeAt,
  offlineCause,
  provenAt,
  rateLimited,
  lastTest,
}: StoreStatus) {
  return {
    connection,
    offlineSince,
    nextProbeAt,
    offlineCause,
    provenAt,
    rateLimited,
    pause: pause && { cause: pause.cause, since: pause.since, until: pause.until },
    lastTest: lastTest && {
      at: lastTest.at,
      code: lastTest.report.code,
      ticks: lastTest.report.ticks,
      skewMs: lastTest.report.skewMs,
      marketCode: lastTest.report.marketCode,
    },
  };
}
