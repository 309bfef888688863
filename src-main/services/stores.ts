import { countIn } from '../../src-preload/contract/job-states';
import { marketRules } from '../../src-preload/contract/markets/rules';
import { failure, success } from '../../src-preload/contract/result';
import type { Result } from '../../src-preload/contract/result';
import { authenticatedUntil, checkFrom, countedFrom, isUsableDay } from '../../src-preload/contract/secret-check';
import { storeIdSchema } from '../../src-preload/contract/ids';
import type { StoreId } from '../../src-preload/contract/ids';
import { markets } from '../../src-preload/contract/market-facts';
import type { MarketName } from '../../src-preload/contract/market-facts';
import { withoutTestAddress } from '../../src-preload/contract/store';
import type { ConfirmFirst, Secrets, Store, StoreStatus, TestReport } from '../../src-preload/contract/store';
import { withoutUndefined } from '../../src-preload/contract/without-undefined';
import type { StoreRow } from '../database/rows';
import type { AppDatabase } from '../database/tables';
import type { Session } from '../markets/market';
import type { Outbox } from '../outbox/outbox-port';
import type { SecretStore } from '../secrets/secret-store';
import { createSecretChecks } from './secret-checks';
import type { SettingsService } from './settings';

interface Options {
  database: AppDatabase;
  secrets: SecretStore;
  outbox: Outbox;
  settings: SettingsService;
  /** Where a store that is saved now finds its market, when that is not the market's own address. */
  testAddress(market: MarketName): string | undefined;
  /** A session of its own for the test of a store; undefined without secrets. */
  openSession(storeId: StoreId): Promise<Session | undefined>;
  now(): number;
  newId(): string;
  /** The always-visible part changed. */
  onChange(): void;
}

type SaveFailure = 'secret-form' | 'same-account' | 'not-found' | 'secrets-needed' | 'keychain-failed' | 'day-unusable';

/** Accounts at markets. Secrets go into the keychain here and never come back out of it towards the window. */
export function createStores(options: Options) {
  const { database, secrets, outbox, settings } = options;
  const table = database.stores;
  const checks = createSecretChecks(database, options.now);

  const describe = async (row: StoreRow): Promise<Store> => {
    // A practice store's credentials are made again by the practice market of each run.
    const has = row.practice ? { ok: true as const, value: true } : await secrets.has(row.id);
    const { id, market, secretSavedAt } = row;
    const authenticatedOn = row.practice ? undefined : await checks.authenticatedOn(id);
    const from = row.practice
      ? undefined
      : checkFrom(market, { authenticatedOn, secretSavedAt }, await checks.answerOf(id));
    return {
      id,
      market,
      label: row.label,
      practice: row.practice,
      accountId: row.accountId,
      hasSecrets: has.ok && has.value,
      confirmFirst: row.confirmFirst,
      ...withoutUndefined({
        testAddress: row.testAddress,
        secretSavedAt,
        authenticatedOn,
        authenticatedUntil: authenticatedUntil(market, authenticatedOn),
        checkFrom: from,
      }),
    };
  };

  const add = async (
    label: string,
    given: Secrets,
  ): Promise<Result<StoreRow, 'same-account' | 'keychain-failed' | 'not-found'>> => {
    const accountId = accountOf(given);
    const testAddress = options.testAddress(given.market);
    if (await table.hasAccount(given.market, accountId, testAddress !== undefined)) return failure('same-account');
    const id = storeIdSchema.parse(options.newId());
    // The keychain first: a row without its secrets would be a store that can never send.
    const kept = await secrets.set(id, given);
    if (!kept.ok) return failure('keychain-failed');
    await table.add({
      id,
      market: given.market,
      label,
      practice: false,
      accountId,
      testAddress,
      secretSavedAt: options.now(),
      confirmFirst: 'ask',
      createdAt: options.now(),
    });
    const row = await table.get(id);
    return row ? success(row) : failure('not-found');
  };

  const change = async (
    id: StoreId,
    label: string,
    given: Secrets | undefined,
  ): Promise<Result<StoreRow, SaveFailure>> => {
    const row = await table.get(id);
    if (!row || (given && given.market !== row.market)) return failure('not-found');
    if (given) {
      const other = await table.byAccount(given.market, accountOf(given), row.testAddress !== undefined);
      if (other && other.id !== id) return failure('same-account');
      const kept = await secrets.set(id, given);
      if (!kept.ok) return failure('keychain-failed');
    }
    await table.change(id, {
      label,
      ...(given ? { accountId: accountOf(given), secretSavedAt: options.now() } : {}),
    });
    const changed = await table.get(id);
    return changed ? success(changed) : failure('not-found');
  };

  const ask = async (storeId: StoreId): Promise<TestReport> => {
    const session = await options.openSession(storeId);
    if (!session) return withoutSecrets;
    try {
      return await session.test();
    } finally {
      await session.close();
    }
  };

  return {
    async list(): Promise<Store[]> {
      return Promise.all((await table.list()).map(describe));
    },

    /** Adds a store, or changes its label and, where given, its secrets. A saved store is the chosen one. */
    async save(input: {
      id?: StoreId | undefined;
      label: string;
      secrets?: Secrets | undefined;
      authenticatedOn?: string | undefined;
    }): Promise<Result<{ store: Store; status: StoreStatus }, SaveFailure>> {
      if (input.secrets && areSwapped(input.secrets)) return failure('secret-form');
      const { id, label, secrets: given, authenticatedOn } = input;
      if (authenticatedOn !== undefined && !isUsableDay(authenticatedOn, options.now())) return failure('day-unusable');
      const saved =
        id !== undefined
          ? await change(id, label, given)
          : given
            ? await add(label, given)
            : failure('secrets-needed' as const);
      if (!saved.ok) return saved;
      if (authenticatedOn !== undefined) await checks.authenticated(saved.value.id, authenticatedOn);
      await settings.chooseStore(saved.value.id);
      if (given) await outbox.storeChanged(saved.value.id);
      options.onChange();
      const [store, status] = await Promise.all([describe(saved.value), outbox.status(saved.value.id)]);
      return success({ store, status });
    },

    async choose(storeId: StoreId): Promise<Result<Record<string, never>, 'not-found'>> {
      if (!(await table.get(storeId))) return failure('not-found');
      await settings.chooseStore(storeId);
      options.onChange();
      return success({});
    },

    async clearSecrets(storeId: StoreId): Promise<Result<Record<string, never>, 'not-found' | 'keychain-failed'>> {
      if (!(await table.get(storeId))) return failure('not-found');
      const cleared = await secrets.clear(storeId);
      if (!cleared.ok) return failure('keychain-failed');
      await table.change(storeId, { secretSavedAt: null });
      await outbox.storeChanged(storeId);
      await outbox.storeTested(storeId, withoutSecrets);
      options.onChange();
      return success({});
    },

    /** Its jobs and log stay; it goes from the list. Not while something of it is unsettled. */
    async remove(
      storeId: StoreId,
    ): Promise<Result<Record<string, never>, 'not-found' | 'unsettled' | 'keychain-failed'>> {
      if (!(await table.get(storeId))) return failure('not-found');
      const { counts } = await outbox.status(storeId);
      if (countIn('unsettled', counts) > 0) return failure('unsettled');
      const cleared = await secrets.clear(storeId);
      if (!cleared.ok) return failure('keychain-failed');
      await outbox.storeRemoved(storeId);
      await table.remove(storeId, options.now());
      options.onChange();
      return success({});
    },

    /** Asks the market with the stored secrets. What it says holds at once: a good answer lifts a pause, a bad one makes it. */
    async test(storeId: StoreId): Promise<Result<TestReport, 'not-found'>> {
      const asked = await table.get(storeId);
      if (!asked) return failure('not-found');
      const report = await ask(storeId);
      // Other secrets meanwhile: this answer is about the old ones.
      const now = await table.get(storeId);
      if (now?.secretSavedAt === asked.secretSavedAt) await outbox.storeTested(storeId, report);
      return success(report);
    },

    /**
     * A store without its secrets (cleared, or of a copied folder), or without its test address in this run, is said to
     * need them at once, not when it is to send. A store whose test address is back goes on by itself.
     */
    async tellWhatIsMissing(): Promise<void> {
      for (const row of await table.list()) {
        if (row.testAddress !== undefined && options.testAddress(row.market) === undefined) {
          await outbox.storeTested(row.id, withoutTestAddress);
          continue;
        }
        if (row.pause?.detail === withoutTestAddress.code) await outbox.storeChanged(row.id);
        const has = row.practice || (await secrets.has(row.id));
        if (has !== true && has.ok && !has.value) await outbox.storeTested(row.id, withoutSecrets);
      }
    },

    /** The seller authenticated the application on this day, or wants to be reminded later. */
    async checked(
      storeId: StoreId,
      authenticatedOn: string | undefined,
    ): Promise<Result<Record<string, never>, 'not-found' | 'day-unusable'>> {
      const row = await table.get(storeId);
      if (row === undefined) return failure('not-found');
      if (authenticatedOn !== undefined && !isUsableDay(authenticatedOn, options.now())) return failure('day-unusable');
      if (authenticatedOn === undefined) {
        const { secretSavedAt } = row;
        const from = countedFrom({ authenticatedOn: await checks.authenticatedOn(storeId), secretSavedAt });
        if (from === undefined) return failure('not-found');
        await checks.answer(storeId, { savedAt: from, at: options.now(), looked: false });
      } else await checks.authenticated(storeId, authenticatedOn);
      options.onChange();
      return success({});
    },

    async pause(storeId: StoreId, paused: boolean): Promise<Result<Record<string, never>, 'not-found'>> {
      if (!(await table.get(storeId))) return failure('not-found');
      await outbox.setPaused(storeId, paused);
      options.onChange();
      return success({});
    },

    async setConfirmFirst(
      storeId: StoreId,
      confirmFirst: ConfirmFirst,
    ): Promise<Result<Record<string, never>, 'not-found'>> {
      if (!(await table.get(storeId))) return failure('not-found');
      await outbox.setConfirmFirst(storeId, confirmFirst);
      options.onChange();
      return success({});
    },

    /** The first start has a practice store of the first market, chosen; later starts change nothing. */
    async ensurePractice(label: string): Promise<void> {
      const [market] = markets;
      if ((await table.list()).length > 0 || (await table.hasAccount(market, 'practice', false))) return;
      const id = storeIdSchema.parse(options.newId());
      await table.add({
        id,
        market,
        label,
        practice: true,
        accountId: 'practice',
        testAddress: undefined,
        secretSavedAt: undefined,
        confirmFirst: 'ask',
        createdAt: options.now(),
      });
      await settings.chooseStore(id);
    },

    /** The chosen store, or the first there is. */
    async chosen(): Promise<StoreId | undefined> {
      const rows = await table.list();
      const id = await settings.chosenStore();
      return rows.some((row) => row.id === id) ? id : rows[0]?.id;
    },
  };
}

export type StoresService = ReturnType<typeof createStores>;

const withoutSecrets: TestReport = {
  code: 'no-secrets',
  ticks: { internet: 'unknown', clock: 'unknown', secret: 'no', ip: 'unknown', permission: 'unknown' },
};

function accountOf(secrets: Secrets): string {
  const fields: Readonly<Record<string, string>> = secrets;
  return fields[marketRules[secrets.market].credentials.account] ?? '';
}

/**
 * Only what cannot be meant is refused: id and secret in each other's place. Any other odd form is pointed out by the
 * window and decided by the market, which may change the form of its secrets.
 */
function areSwapped(secrets: Secrets): boolean {
  return marketRules[secrets.market].credentials.areSwapped(secrets);
}
