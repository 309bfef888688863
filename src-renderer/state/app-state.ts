import { markets } from '../../src-preload/contract/market-facts';
import type { MarketName } from '../../src-preload/contract/market-facts';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { marketRules } from '../../src-preload/contract/markets/rules';
import { create } from 'zustand';
import type { StartTrouble } from '../../src-preload/contract/start-troubles';
import type { CallOutput } from '../../src-preload/contract/calls';
import type { KeychainState } from '../../src-preload/contract/keychain-states';
import type { Memory } from '../../src-preload/contract/import';
import type { Settings } from '../../src-preload/contract/settings';
import type { EventPayload } from '../../src-preload/contract/events';
import type { StoreId } from '../../src-preload/contract/ids';
import type { Store, StoreStatus, StoreTest } from '../../src-preload/contract/store';
import { callOrSay } from './call-or-say';
import { keepSameItems } from './keep-same';

export const places = ['send', 'log', 'orders', 'stock', 'insights', 'settings'] as const;
export type Place = (typeof places)[number];

type Started = CallOutput<'app-start'>;

export interface AppState {
  phase: 'starting' | 'ready' | 'failed';
  /** Why it failed. */
  trouble: StartTrouble;
  detail: string | undefined;
  /** Nothing can be written any more, so nothing is sent. */
  fault: StartTrouble | undefined;
  /** Another program holds the database: everything waits, and goes on by itself. */
  isDataLocked: boolean;
  place: Place;
  version: string;
  keychain: KeychainState;
  testAddress: boolean;
  ignoredVariables: readonly string[];
  /** Started with --safe: nothing is sent. */
  isSafe: boolean;
  stores: Store[];
  statuses: StoreStatus[];
  chosen: StoreId | undefined;
  settings: Settings;
  memory: Memory;
}

/** What is always visible: stores, their status, the chosen one, the settings. The main process holds the truth. */
export const useAppState = create<AppState>()(() => ({
  phase: 'starting',
  trouble: 'failed',
  detail: undefined,
  fault: undefined,
  isDataLocked: false,
  place: 'send',
  version: '',
  keychain: 'works',
  testAddress: false,
  ignoredVariables: [],
  isSafe: false,
  stores: [],
  statuses: [],
  chosen: undefined,
  settings: { undoSeconds: 5, keepPersonalDays: 90, rememberCouriers: true },
  memory: { couriers: {}, columns: {} },
}));

/** Of every store there was: it never changes, and jobs of a removed store may be shown a moment longer. */
const marketsKnown = new Map<StoreId, MarketName>();
useAppState.subscribe(({ stores }) => {
  for (const { id, market } of stores) marketsKnown.set(id, market);
});

/** The market of a store, also of one that was removed meanwhile. Throws for a store there never was: nothing is guessed. */
export function marketOfStore(storeId: StoreId): MarketName {
  const market = marketsKnown.get(storeId);
  if (market === undefined) throw new Error(`there is no store ${storeId}`);
  return market;
}

/** Takes over what `app-start` answered. */
export function appStarted(started: Started): void {
  const { version, keychain, testAddress, ignoredVariables, isSafe, stores, statuses, chosen, settings, memory } =
    started;
  useAppState.setState({
    phase: 'ready',
    version,
    keychain,
    testAddress,
    ignoredVariables,
    isSafe,
    stores,
    statuses,
    chosen,
    settings,
    memory,
  });
}

/**
 * Takes over what `status-changed` told. While the window waits for the answer to `app-start`, which says the same and
 * more, only a fault counts: nothing on the screen is known in part.
 */
export function statusChanged({ stores, statuses, chosen, fault }: EventPayload<'status-changed'>): void {
  // Up to ten times a second while something is sent: most of it says the same.
  useAppState.setState((before) =>
    before.phase === 'starting'
      ? { fault }
      : {
          stores: keepSameItems(before.stores, stores),
          statuses: keepSameItems(before.statuses, statuses),
          chosen,
          fault,
        },
  );
}

/** Takes over what `data-locked` told. */
export function dataLocked({ isLocked }: EventPayload<'data-locked'>): void {
  useAppState.setState({ isDataLocked: isLocked });
}

/** A store was added or changed: it is the chosen one, with what is known of its connection. */
export function storeSaved(store: Store, status: StoreStatus): void {
  useAppState.setState(({ stores, statuses }) => ({
    stores: stores.some(({ id }) => id === store.id)
      ? stores.map((each) => (each.id === store.id ? store : each))
      : [...stores, store],
    statuses: [...statuses.filter(({ storeId }) => storeId !== store.id), status],
    chosen: store.id,
  }));
}

/** A test of a store ended. */
export function storeTested(storeId: StoreId, lastTest: StoreTest): void {
  useAppState.setState(({ statuses }) => ({
    statuses: statuses.map((each) => (each.storeId === storeId ? { ...each, lastTest } : each)),
  }));
}

/** Leads to one of the six places. */
export function goTo(place: Place): void {
  useAppState.setState({ place });
}

/** Makes a store the chosen one; shown at once, told to the main process. */
export async function chooseStore(storeId: StoreId): Promise<void> {
  useAppState.setState({ chosen: storeId });
  await callOrSay('stores-choose', { storeId });
}

/** The store everything visible is about. */
export function chosenStore(state: AppState): Store | undefined {
  return state.stores.find((store) => store.id === state.chosen);
}

/** What its market takes; before there is a store, that of the first market of the list. */
export function chosenRules(state: AppState): MarketRules {
  return marketRules[chosenStore(state)?.market ?? markets[0]];
}

/** Whether a store was saved under a test address: nothing it did reached its market. */
export function isTestStore(state: AppState, storeId: StoreId): boolean {
  return state.stores.some(({ id, testAddress }) => id === storeId && testAddress !== undefined);
}

/** Its connection, counts and progress. */
export function chosenStatus(state: AppState): StoreStatus | undefined {
  return state.statuses.find((status) => status.storeId === state.chosen);
}
