import type { JobId, StoreId } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { StoreRow } from '../../database/rows';
import type { Market, Session } from '../../markets/market';
import type { StoreHealth } from '../health/health-state';
import { healthOf, newHealthHolder } from '../health/update-health';
import type { HealthHolder } from '../health/update-health';
import type { JobTransactions } from '../write/job-transaction';
import type { OutboxOptions } from '../outbox-port';
import type { RateLimiter } from './rate-limiter';

/** What every part of the engine is given. */
export interface Engine {
  transactions: JobTransactions;
  rateLimiter: RateLimiter;
  options: OutboxOptions;
  /** The database failed: everything stops. */
  fault: (error: unknown) => void;
}

/** What the engine keeps in memory of one store; a restart begins from what is on the disk. */
export interface StoreEngineState extends HealthHolder {
  session: Session | undefined;
  /** How many sessions were closed, for other secrets among them: one that was being opened meanwhile has the old ones. */
  sessionsClosed: number;
  /** Calls in flight, by kind. */
  sending: Map<JobKind, number>;
  /** Jobs that are being read now, or wait for their half of a reading that was refused as a whole. */
  reading: Map<JobId, JobKind>;
  readsInFlight: number;
  halves: JobId[][];
  /** Read lately and not sent yet: how far ahead the reading is. */
  fresh: Map<JobKind, Map<JobId, number>>;
  /** ms. How long readings took lately. */
  readMs: number;
  /** When a call or a reading last settled something; undefined since the start. */
  settledAt: number | undefined;
  rateLimited: boolean;
  /** Batches being added or taken back; nothing is sent meanwhile. */
  enqueueLocks: number;
}

/** The state of a store that nothing has happened to yet. */
export function newStoreEngineState(storeId: StoreId): StoreEngineState {
  return {
    ...newHealthHolder(storeId),
    session: undefined,
    sessionsClosed: 0,
    sending: new Map(),
    reading: new Map(),
    readsInFlight: 0,
    halves: [],
    fresh: new Map(),
    readMs: 100,
    settledAt: undefined,
    rateLimited: false,
    enqueueLocks: 0,
  };
}

/** One step of the engine for one store: everything it may use, as it was when the step began. */
export interface Step {
  engine: Engine;
  engineState: StoreEngineState;
  store: StoreRow;
  market: Market;
  session: Session;
  now: number;
  /** Something wants to be looked at again at this time. */
  wakeAt: (at: number) => void;
  /** Runs in the background; the step goes on. Whatever it changes is followed by another step. */
  launch: (work: () => Promise<void>) => void;
}

/** The store's health as this step sees it: its row as the step began, its memory as it is now. */
export function healthIn({ store, engineState }: Pick<Step, 'store' | 'engineState'>): StoreHealth {
  return healthOf(store, engineState.health);
}

/** Calls in flight of all kinds, readings included. */
export function inFlightOf(engineState: StoreEngineState): number {
  return [...engineState.sending.values()].reduce((sum, calls) => sum + calls, engineState.readsInFlight);
}
