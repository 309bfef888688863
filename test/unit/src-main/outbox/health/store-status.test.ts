import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { noCounts } from '../../../../../src-preload/contract/job-states';
import type { AppDatabase, Tables } from '../../../../../src-main/database/tables';
import type { Circuit } from '../../../../../src-main/outbox/health/circuit';
import {
  disprove,
  forgetProof,
  isProofOld,
  noteTest,
  proofOf,
  prove,
  troubleOfTest,
} from '../../../../../src-main/outbox/health/connection-proof';
import { freshHealth } from '../../../../../src-main/outbox/health/health-state';
import type { HealthInMemory } from '../../../../../src-main/outbox/health/health-state';
import { statusOf } from '../../../../../src-main/outbox/health/store-status';
import { testCodes } from '../../../../../src-preload/contract/store';
import type { StoreStatus, TestReport } from '../../../../../src-preload/contract/store';
import type { StoreId } from '../../../../../src-preload/contract/ids';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../../support/outbox/test-database';

const minute = 60_000;
let database: AppDatabase;
let storeId: StoreId;
beforeEach(async () => {
  const opened = await openTestDatabase({ inMemory: true });
  onTestFinished(opened.dispose);
  ({ database } = opened);
  storeId = await addStore(database);
});

const within = <Value>(work: (tables: Tables) => Value): Promise<Value> => database.transaction(work);
const addOrder = (target: string) =>
  within(({ jobs, counts }) => {
    jobs.add(dispatchRow(storeId, target));
    counts.recount();
  });
const status = (
  health: Partial<HealthInMemory> = {},
  given: { isSystemOnline?: boolean; rateLimited?: boolean } = {},
): Promise<StoreStatus> =>
  within((tables) =>
    statusOf(
      tables,
      storeId,
      { health: { ...freshHealth, ...health }, rateLimited: given.rateLimited ?? false },
      { now: monday, isSystemOnline: given.isSystemOnline ?? true },
    ),
  );
const open = (by: 'offline' | 'blocked' | 'clock'): Circuit => ({
  is: 'open',
  by,
  since: monday - minute,
  round: 1,
  nextProbeAt: monday + minute,
  code: undefined,
});

describe('what the window shows of a store', () => {
  const counts = noCounts;
  const calm = {
    connection: 'online',
    rateLimited: false,
    counts,
    filed: 0,
    unread: 0,
    progress: { done: 0, total: 0 },
  } as const;

  it('is nothing but counts where nothing is the matter, with or without an engine', async () => {
    expect(await status()).toStrictEqual({ storeId, ...calm });
    const given = { now: monday, isSystemOnline: true };
    expect(await within((tables) => statusOf(tables, storeId, undefined, given))).toStrictEqual({ storeId, ...calm });
    expect((await status({}, { rateLimited: true })).rateLimited).toBe(true);
  });

  it('counts what is under way into the whole', async () => {
    await addOrder('1');
    await addOrder('2');
    expect(await status()).toStrictEqual({
      storeId,
      ...calm,
      counts: { ...counts, queued: 2 },
      progress: { done: 0, total: 2 },
    });
  });

  it.each([
    ['offline', 'no-line'],
    ['blocked', 'no-word'],
    ['clock', 'wrong-clock'],
  ] as const)(
    'says of a circuit that is open by %s why, since when, and when the next probe is',
    async (by, offlineCause) => {
      expect(await status({ circuit: open(by) })).toStrictEqual({
        storeId,
        ...calm,
        connection: 'offline',
        offlineSince: monday - minute,
        nextProbeAt: monday + minute,
        offlineCause,
      });
    },
  );

  it('says that there is no network before all else, and promises no probe then', async () => {
    expect(await status({}, { isSystemOnline: false })).toStrictEqual({
      storeId,
      ...calm,
      connection: 'offline',
      offlineCause: 'no-line',
    });
    expect(await status({ circuit: open('blocked') }, { isSystemOnline: false })).toStrictEqual({
      storeId,
      ...calm,
      connection: 'offline',
      offlineSince: monday - minute,
      offlineCause: 'no-line',
    });
  });

  it('says a pause and not that it is away', async () => {
    const pause = { cause: 'secret', since: monday } as const;
    await within(({ stores }) => stores.setPause(storeId, pause));
    expect(await status({ circuit: open('blocked') })).toStrictEqual({
      storeId,
      ...calm,
      connection: 'paused',
      pause,
      offlineSince: monday - minute,
      nextProbeAt: monday + minute,
    });
  });

  describe('of calls that are not answered', () => {
    const silent = { inARow: 3, since: monday - minute, round: 0, nextTryAt: monday + 1_000 };
    const resting = { readRestUntil: monday + 2_000, tokenRestUntil: monday + 3_000 };

    it.each([
      ['dispatch', monday + 1_000],
      ['read', monday + 2_000],
      ['token', monday + 3_000],
    ] as const)('says since when those of %s are not, and when they are tried next', async (scope, nextProbeAt) => {
      await addOrder('1');
      const {
        connection,
        offlineSince,
        nextProbeAt: shown,
        offlineCause,
      } = await status({
        ...resting,
        noResponse: { confirm: { ...silent, since: undefined }, [scope]: silent },
      });
      expect({ connection, offlineSince, shown, offlineCause }).toEqual({
        connection: 'offline',
        offlineSince: monday - minute,
        shown: nextProbeAt,
        offlineCause: 'no-word',
      });
    });

    it('says nothing of a change feed, which nothing waits for', async () => {
      await addOrder('1');
      expect(await status({ noResponse: { changes: silent } })).toMatchObject({ connection: 'online' });
    });

    it('says nothing while there is nothing to send', async () => {
      expect(await status({ ...resting, noResponse: { dispatch: silent } })).toStrictEqual({ storeId, ...calm });
    });
  });
});

describe('the proof of a connection', () => {
  const ticks = { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' } as const;
  const test = (code: TestReport['code'], at = monday) => ({ at, report: { code, ticks } });
  const proof = () => within(({ settings }) => proofOf(settings, storeId));

  it('is nothing at first, and after other secrets', async () => {
    expect(await proof()).toEqual({});
    await within(({ settings }) => {
      noteTest(settings, storeId, test('ok'));
      forgetProof(settings, storeId);
    });
    expect(await proof()).toEqual({});
  });

  it('is of one store', async () => {
    const other = await addStore(database);
    await within(({ settings }) => prove(settings, other, monday));
    expect(await proof()).toEqual({});
  });

  it('is an answer or a good test; a bad test leaves it, a refusal takes it and keeps the test', async () => {
    await within(({ settings }) => prove(settings, storeId, monday));
    expect(await proof()).toEqual({ provenAt: monday });
    await within(({ settings }) => noteTest(settings, storeId, test('quota', monday + 1)));
    expect(await proof()).toEqual({ provenAt: monday, test: test('quota', monday + 1) });
    await within(({ settings }) => noteTest(settings, storeId, test('ok', monday + 2)));
    expect(await proof()).toEqual({ provenAt: monday + 2, test: test('ok', monday + 2) });
    await within(({ settings }) => prove(settings, storeId, monday + 3));
    expect(await proof()).toEqual({ provenAt: monday + 3, test: test('ok', monday + 2) });
    await within(({ settings }) => disprove(settings, storeId));
    expect(await proof()).toEqual({ test: test('ok', monday + 2) });
    expect((await status()).lastTest).toEqual(test('ok', monday + 2));
  });

  it('without a test is nothing once it is taken', async () => {
    await within(({ settings }) => {
      prove(settings, storeId, monday);
      disprove(settings, storeId);
    });
    expect(await proof()).toStrictEqual({});
  });

  it('is written once a minute, and where the clock was set back', () => {
    expect(isProofOld(undefined, monday)).toBe(true);
    expect(isProofOld(monday, monday + minute - 1)).toBe(false);
    expect(isProofOld(monday, monday + minute)).toBe(true);
    expect(isProofOld(monday, monday - minute + 1)).toBe(false);
    expect(isProofOld(monday, monday - minute)).toBe(true);
  });

  it('what a test says of a store, for every way it may end', () => {
    const said = { marketCode: 'GW.X', address: '203.0.113.7' };
    const troubles = testCodes.map((code) => [code, troubleOfTest({ code, ticks, ...said })]);
    expect(Object.fromEntries(troubles)).toStrictEqual({
      ok: undefined,
      'bad-secret': { kind: 'secret', code: 'GW.X' },
      'no-secrets': { kind: 'secret', code: 'no-secrets' },
      'no-test-address': { kind: 'secret', code: 'no-test-address' },
      'ip-not-allowed': { kind: 'ip', code: 'GW.X', address: '203.0.113.7' },
      'permission-missing': { kind: 'permission', code: 'GW.X' },
      quota: { kind: 'quota', code: 'GW.X' },
      'no-connection': { kind: 'offline' },
      'wrong-clock': { kind: 'clock', code: 'GW.X' },
      'market-trouble': { kind: 'market', code: 'GW.X' },
    });
    expect(troubleOfTest({ code: 'ip-not-allowed', ticks })).toStrictEqual({ kind: 'ip' });
  });
});
