import type { Pause } from '../../../src-preload/contract/store';
import type { CallScope } from './health-events';
import { noResponseOf } from './health-state';
import type { StoreHealth } from './health-state';
import { endsByProbe } from './pauses';

/** Why a store, or a kind of call, is not to be asked now. */
export type Refusal =
  /** The system says that there is no network. */
  | { why: 'offline' }
  /** `pause` may end by a probe at its `until`. */
  | { why: 'paused'; pause: Pause }
  | { why: 'look-first' }
  /** An outage, a block, a clock the market does not take. */
  | { why: 'circuit' }
  /** A probe is under way, or has to go first. */
  | { why: 'probing' }
  /** Calls of this kind, readings or the token were not answered, or were too many. */
  | { why: 'resting' };

export type Permission =
  | { may: 'call' }
  /** One call of one job (one target of a reading), and no second one next to it. */
  | { may: 'call-once' }
  /** The one question that decides whether the rest may go on: a connection without a call, or an API read. */
  | { may: 'probe'; by: 'connect' | 'read' }
  /** `until`: ms UTC at which that changes by itself, if it does. */
  | ({ may: 'not-call'; until?: number } & Refusal);

/** `direct-read`: what the seller wants to see now, outside the queue. */
export type AskedScope = CallScope | 'direct-read';

/**
 * Whether a kind of call may be asked of a store now; if not, when next and why. Pure; the only reader of the health.
 * @param isSystemOnline what the system says of the network; true for a market on this computer
 */
export function mayCall(health: StoreHealth, scope: AskedScope, now: number, isSystemOnline: boolean): Permission {
  const store = mayCallStore(health, now, isSystemOnline);
  if (store.may === 'not-call') return store;
  if (store.may === 'probe') {
    return scope === 'token' ? store : { may: 'not-call', why: 'probing' };
  }
  if (now < health.tokenRestUntil) return { may: 'not-call', why: 'resting', until: health.tokenRestUntil };
  if (scope === 'token') return { may: 'call' };
  if (scope === 'direct-read') return mayReadDirectly(health, now);
  if (scope !== 'read' && health.lookFirstSince !== undefined) return { may: 'not-call', why: 'look-first' };
  return mayCallKind(health, scope, now);
}

/** Whether calls of this kind go out one by one, since several in a row were not answered. */
export function goesOneByOne(health: Pick<StoreHealth, 'noResponse'>, scope: CallScope): boolean {
  return health.noResponse[scope]?.since !== undefined;
}

function mayCallStore(health: StoreHealth, now: number, isSystemOnline: boolean): Permission {
  const { circuit, pause, probe } = health;
  if (!isSystemOnline) return { may: 'not-call', why: 'offline' };
  if (pause !== undefined) {
    const until = endsByProbe(pause) ? pause.until : undefined;
    if (until === undefined) return { may: 'not-call', why: 'paused', pause };
    if (now < until) return { may: 'not-call', why: 'paused', pause, until };
  }
  if (circuit.is === 'open' && now < circuit.nextProbeAt) {
    return { may: 'not-call', why: 'circuit', until: circuit.nextProbeAt };
  }
  if (pause === undefined && circuit.is === 'closed') return { may: 'call' };
  if (now < health.tokenRestUntil) return { may: 'not-call', why: 'resting', until: health.tokenRestUntil };
  if (probe !== 'none') return { may: 'not-call', why: 'probing' };
  return { may: 'probe', by: circuit.is === 'open' && circuit.by === 'offline' ? 'connect' : 'read' };
}

function mayReadDirectly(health: StoreHealth, now: number): Permission {
  if (health.lookFirstSince !== undefined) return { may: 'not-call', why: 'look-first' };
  if (now < health.readRestUntil) return { may: 'not-call', why: 'resting', until: health.readRestUntil };
  return { may: 'call' };
}

function mayCallKind(health: StoreHealth, scope: CallScope, now: number): Permission {
  const { since, nextTryAt } = noResponseOf(health, scope);
  const restUntil = Math.max(scope === 'read' ? health.readRestUntil : 0, since === undefined ? 0 : nextTryAt);
  if (now < restUntil) return { may: 'not-call', why: 'resting', until: restUntil };
  return since === undefined ? { may: 'call' } : { may: 'call-once' };
}
