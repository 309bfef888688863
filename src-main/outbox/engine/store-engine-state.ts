import type { JobId, StoreId } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { StoreRow } from '../../database/rows';
import type { Market, Session } from '../../markets/market';
import { closed, noSilence } from '../health/circuit';
import type { Circuit, Silence } from '../health/circuit';
import type { JobTransactions } from '../write/job-transaction';
import type { OutboxOptions } from '../outbox-port';
import type { RateLimiter } from './rate-limiter';
import { noSuspicion } from '../health/suspicion';
import type { Suspicion } from '../health/suspicion';

/** What is counted in silences: kinds of call, readings, and the step before any of them. */
export type CallScope = JobKind | 'read' | 'ready';

/** What every part of the engine is given. */
export interface Engine {
  transactions: JobTransactions;
  rateLimiter: RateLimiter;
  options: OutboxOptions;
  /** The database failed: everything stops. */
  fault: (error: unknown) => void;
}

/** What the engine keeps in memory of one store; a restart begins anew from what is on the disk. */
export interface StoreEngineState {
  storeId: StoreId;
  session: Session | undefined;
  circuit: Circuit;
  silences: Map<CallScope, Silence>;
  suspicions: Map<JobKind, Suspicion>;
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
  /** Readings rest until then, after one without the market's word. */
  readHoldUntil: number;
  readyHoldUntil: number;
  probing: boolean;
  /** The line changed while a probe was under way: what it finds is of the line before. */
  probeAgain: boolean;
  rateLimited: boolean;
  /** When this run last wrote down that the market answered; undefined: not yet. */
  provenAt: number | undefined;
  /** Batches being added or taken back; nothing is sent meanwhile. */
  enqueueLocks: number;
}

/** A line that nothing has happened to yet. */
export function newStoreEngineState(storeId: StoreId): StoreEngineState {
  return {
    storeId,
    session: undefined,
    circuit: closed,
    silences: new Map(),
    suspicions: new Map(),
    sending: new Map(),
    reading: new Map(),
    readsInFlight: 0,
    halves: [],
    fresh: new Map(),
    readMs: 100,
    settledAt: undefined,
    readHoldUntil: 0,
    readyHoldUntil: 0,
    probing: false,
    probeAgain: false,
    rateLimited: false,
    provenAt: undefined,
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

/** How long a kind of call has been without the market's word. */
export function silenceOf(engineState: StoreEngineState, what: CallScope): Silence {
  return engineState.silences.get(what) ?? noSilence;
}

/** What whole refusals of a kind have been counted. */
export function suspicionOf(engineState: StoreEngineState, kind: JobKind): Suspicion {
  return engineState.suspicions.get(kind) ?? noSuspicion;
}

/** Calls in flight of all kinds, readings included. */
export function inFlightOf(engineState: StoreEngineState): number {
  return [...engineState.sending.values()].reduce((sum, calls) => sum + calls, engineState.readsInFlight);
}
