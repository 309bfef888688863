import { beforeEach, describe, expect, it } from 'vitest';
import { noCounts } from '../../../src-preload/contract/job-states';
import {
  appStarted,
  chooseStore,
  chosenStatus,
  chosenStore,
  dataLocked,
  goTo,
  isTestStore,
  statusChanged,
  storeSaved,
  storeTested,
  useAppState,
} from '../../../src-renderer/state/app-state';
import { useAnnouncements } from '../../../src-renderer/state/announcements';
import { text } from '../../../src-renderer/text';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Store, StoreStatus, StoreTest } from '../../../src-preload/contract/store';
import { newStoreId } from '../../support/outbox/test-database';
import { createFakeBridge } from '../../support/window/fake-bridge';

const [first, second] = [newStoreId(), newStoreId()];
const store = (id: StoreId, more: Partial<Store> = {}): Store => ({
  id,
  market: 'naver',
  label: '하늘상점',
  practice: false,
  accountId: 'client0001',
  hasSecrets: true,
  confirmFirst: 'ask',
  ...more,
});
const status = (storeId: StoreId, more: Partial<StoreStatus> = {}): StoreStatus => ({
  storeId,
  connection: 'online',
  rateLimited: false,
  counts: noCounts,
  filed: 0,
  unread: 0,
  progress: { done: 0, total: 0 },
  ...more,
});
const lastTest: StoreTest = {
  at: 1_772_409_600_000,
  report: { code: 'ok', ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' } },
};

const atStart = useAppState.getState();
beforeEach(() => {
  useAppState.setState(atStart, true);
  useAppState.setState({
    phase: 'ready',
    stores: [store(first), store(second)],
    statuses: [status(first), status(second)],
    chosen: first,
  });
});
const state = () => useAppState.getState();

describe('what the main process says', () => {
  it('at the start is taken over whole, and the window is ready', () => {
    const said: Omit<Parameters<typeof appStarted>[0], 'platform'> = {
      version: '1.2.3',
      stores: [store(second)],
      statuses: [status(second)],
      chosen: second,
      settings: { undoSeconds: 0, keepPersonalDays: 30, rememberCouriers: false },
      memory: { couriers: { cj: 'CJGLS' }, columns: {} },
      keychain: 'locked',
      testAddress: true,
      ignoredVariables: ['BALSONG_X'],
      isSafe: true,
    };
    appStarted({ ...said, platform: 'linux' });
    expect(state()).toEqual({ ...atStart, ...said, phase: 'ready' });
  });

  it('of the stores takes the place of what was known, and a fault ends with it', () => {
    statusChanged({ stores: [store(second)], statuses: [status(second)], chosen: second, fault: 'full' });
    expect(state()).toMatchObject({
      stores: [store(second)],
      statuses: [status(second)],
      chosen: second,
      fault: 'full',
    });
    statusChanged({ stores: [], statuses: [] });
    expect(state()).toMatchObject({ stores: [], statuses: [], chosen: undefined, fault: undefined });
  });

  it('before the answer to the first question changes nothing but a fault: the answer says the rest', () => {
    useAppState.setState({ ...atStart }, true);
    statusChanged({ stores: [store(second)], statuses: [status(second)], chosen: second, fault: 'full' });
    expect(state()).toEqual({ ...atStart, fault: 'full' });
  });

  it('of a locked database holds until it says otherwise', () => {
    dataLocked({ isLocked: true });
    expect(state().isDataLocked).toBe(true);
    dataLocked({ isLocked: false });
    expect(state().isDataLocked).toBe(false);
  });
});

describe('a store', () => {
  it('that is saved stands where it stood, or last, and is the chosen one', () => {
    const renamed = store(first, { label: '바다상점' });
    storeSaved(renamed, status(first, { connection: 'offline' }));
    expect(state().stores).toEqual([renamed, store(second)]);
    expect(state().statuses).toEqual([status(second), status(first, { connection: 'offline' })]);
    const third = newStoreId();
    storeSaved(store(third), status(third));
    expect(state().stores.map(({ id }) => id)).toEqual([first, second, third]);
    expect(chosenStore(state())).toEqual(store(third));
    expect(chosenStatus(state())).toEqual(status(third));
  });

  it('that was tested shows its test, and no other', () => {
    storeTested(second, lastTest);
    expect(state().statuses).toEqual([status(first), status(second, { lastTest })]);
  });

  it('is the chosen one at once, and the main process hears of it', async () => {
    const { calls } = createFakeBridge({ 'stores-choose': () => undefined });
    const choosing = chooseStore(second);
    expect(chosenStore(state())).toEqual(store(second));
    await choosing;
    expect(calls).toEqual([{ name: 'stores-choose', input: { storeId: second } }]);
  });

  it('that the main process does not take as the chosen one is said', async () => {
    const { turn } = useAnnouncements.getState().current;
    createFakeBridge({});
    await chooseStore(second);
    expect(useAnnouncements.getState().current).toMatchObject({ words: text.shell.callFailed, turn: turn + 1 });
  });

  it('that is gone is not the chosen one, nor has it a status', () => {
    useAppState.setState({ chosen: newStoreId() });
    expect([chosenStore(state()), chosenStatus(state())]).toEqual([undefined, undefined]);
  });

  it('of a test address is known as such', () => {
    useAppState.setState({ stores: [store(first), store(second, { testAddress: 'http://127.0.0.1:1' })] });
    expect([first, second, newStoreId()].map((id) => isTestStore(state(), id))).toEqual([false, true, false]);
  });
});

it('a place is left for another, and the rest stays', () => {
  const before = state();
  goTo('settings');
  expect(state()).toEqual({ ...before, place: 'settings' });
});
