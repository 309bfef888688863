import type { JobKind } from '../../../src-preload/contract/job-states';
import type { Pause } from '../../../src-preload/contract/store';
import { closed } from './circuit';
import type { Circuit } from './circuit';
import type { CallScope } from './health-events';
import { allAnswered } from './no-response';
import type { NoResponse } from './no-response';
import type { RejectedCalls } from './rejected-calls';

/** What a run keeps in memory of a store's health; a restart begins with `freshHealth`. All times are ms UTC. */
export interface HealthInMemory {
  circuit: Circuit;
  noResponse: Readonly<Partial<Record<CallScope, NoResponse>>>;
  rejectedCalls: Readonly<Partial<Record<JobKind, RejectedCalls>>>;
  /** Readings rest until then, after one that was not answered. */
  readRestUntil: number;
  /** Everything that needs a token rests until then. */
  tokenRestUntil: number;
  /** `outdated`: the network or the secrets have changed since the probe began, so that its answer says nothing. */
  probe: 'none' | 'running' | 'outdated';
}

/**
 * Whether a store, and a kind of call, may be asked now; if not, when next and why. This is the one owner of that
 * decision: `on` changes it, `mayCall` reads it, and the engine, direct reads, status and window read only that.
 */
export interface StoreHealth extends HealthInMemory {
  /** Why nothing goes out; on the disk, in the store's row. Never `look-first`. */
  pause: Pause | undefined;
  /** ms UTC. Everything is read, and the seller asked, before it goes on; on the disk, and behind any pause. */
  lookFirstSince: number | undefined;
}

export const freshHealth: HealthInMemory = {
  circuit: closed,
  noResponse: {},
  rejectedCalls: {},
  readRestUntil: 0,
  tokenRestUntil: 0,
  probe: 'none',
};

/** Of one kind of call, what is known of calls without an answer. */
export function noResponseOf(health: HealthInMemory, scope: CallScope): NoResponse {
  return health.noResponse[scope] ?? allAnswered;
}

/** Changes what is known of calls without an answer, of each kind. */
export function mapNoResponse(
  all: HealthInMemory['noResponse'],
  change: (each: NoResponse) => NoResponse,
): HealthInMemory['noResponse'] {
  return Object.fromEntries(Object.entries(all).map(([scope, each]) => [scope, change(each)]));
}
