import type { JobKind } from '../../../src-preload/contract/job-states';
import { assertNever } from '../../../src-preload/contract/result';
import type { Pause, PauseCause } from '../../../src-preload/contract/store';
import type { StoreFailure } from '../../markets/market';
import { clockSlackMs, growingPauseMs, longestPauseMs } from '../decide/back-off';
import type { CallScope, HealthEvent } from './health-events';
import { closed, openCircuit, probeAtOnce, probeFailed } from './circuit';
import type { Circuit } from './circuit';
import { allAnswered, countNoResponse } from './no-response';
import type { NoResponse } from './no-response';
import { acceptedCall, countRejectedCall, noRejectedCalls, pointsAtOurCode } from './rejected-calls';
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

const ipProbeAfterMs = 15 * 60_000;
const quotaProbeAfterMs = 60 * 60_000;
/** The longest period a quota is known to have; a market that names a longer one is asked again then. */
const longestQuotaMs = 24 * 60 * 60_000;
const shortestRestMs = 1_000;
const restUnderOtherPauseMs = 5 * 60_000;
/** After a probe that taught nothing of what it waits for. */
const nextProbeAfterMs = 60_000;

/** What an event makes of a store's health. Pure. */
export function on(health: StoreHealth, event: HealthEvent, now: number): StoreHealth {
  switch (event.type) {
    case 'store-failed':
      return storeFailed(health, event, now);
    case 'answered':
      return answered(health, event.scope);
    case 'no-response':
      return notAnswered(health, event.scope, now);
    case 'call-accepted':
      return { ...health, rejectedCalls: { ...health.rejectedCalls, [event.kind]: acceptedCall } };
    case 'call-rejected':
      return callRejected(health, event, now);
    case 'probe-started':
      return { ...health, probe: 'running' };
    case 'probe-ended':
      return probeEnded(health, event, now);
    case 'network-changed':
      return tryAtOnce({ ...health, pause: dueNow(health.pause, ['ip'], now) }, now);
    case 'retry-asked':
      return tryAtOnce({ ...health, pause: dueNow(health.pause, ['ip', 'quota'], now) }, now);
    case 'seller-paused':
      return { ...health, pause: { cause: 'seller', since: now } };
    case 'seller-resumed':
      return tryAtOnce(resumed(health), now);
    case 'secrets-changed':
      return tryAtOnce({ ...health, pause: endsWithNewSecret(health.pause) ? undefined : health.pause }, now);
    case 'look-first-needed':
      return { ...health, lookFirstSince: health.lookFirstSince ?? now };
    case 'nothing-to-look-at':
      return { ...health, lookFirstSince: undefined };
    case 'clock-read':
      return clockRead(health, event.backMs, now);
    default:
      return assertNever(event);
  }
}

/** Of one kind of call, what is known of calls without an answer. */
export function noResponseOf(health: HealthInMemory, scope: CallScope): NoResponse {
  return health.noResponse[scope] ?? allAnswered;
}

/** Pauses that end by themselves once a probe succeeds. */
export function endsByProbe(pause: Pause): boolean {
  return pause.cause === 'ip' || pause.cause === 'quota';
}

/** The closed table from a failure of the store to what it means for all its jobs. None of it was applied. */
function storeFailed(
  health: StoreHealth,
  { scope, failure, isPaced }: Extract<HealthEvent, { type: 'store-failed' }>,
  now: number,
): StoreHealth {
  switch (failure.kind) {
    case 'offline':
    case 'clock':
      return { ...health, circuit: openCircuit(health.circuit, failure.kind, now, failure) };
    case 'blocked':
    case 'no-path':
      return { ...health, circuit: openCircuit(health.circuit, 'blocked', now, failure) };
    case 'rate': {
      if (isPaced) return health;
      const restMs = Math.min(longestPauseMs, Math.max(shortestRestMs, failure.retryAfterMs ?? 0));
      return { ...health, tokenRestUntil: now + restMs };
    }
    case 'quota':
      return pausedFor(
        health,
        failure.kind,
        failure,
        now,
        Math.min(longestQuotaMs, failure.retryAfterMs ?? quotaProbeAfterMs),
      );
    case 'ip':
      return pausedFor(health, failure.kind, failure, now, ipProbeAfterMs);
    case 'secret':
    case 'permission':
      return pausedFor(health, failure.kind, failure, now);
    case 'market':
      return notAnswered(health, scope, now);
    default:
      return assertNever(failure.kind);
  }
}

function pausedFor(
  health: StoreHealth,
  cause: 'quota' | 'ip' | 'secret' | 'permission',
  failure: StoreFailure,
  now: number,
  probeAfterMs?: number,
): StoreHealth {
  const { pause } = health;
  // The seller's own pause is the stronger one; everything rests meanwhile.
  if (pause?.cause === 'seller') return { ...health, tokenRestUntil: now + restUnderOtherPauseMs };
  // Of an address that is not allowed the seller needs the address itself, or nothing to copy.
  const detail = cause === 'ip' ? failure.address : failure.code;
  return {
    ...health,
    pause: {
      cause,
      // The same cause keeps its beginning.
      since: pause?.cause === cause ? pause.since : now,
      ...(probeAfterMs === undefined ? {} : { until: now + probeAfterMs }),
      ...(detail === undefined ? {} : { detail }),
    },
  };
}

function answered(health: StoreHealth, scope: CallScope): StoreHealth {
  if (noResponseOf(health, scope).inARow === 0) return health;
  const noResponse = { ...health.noResponse, [scope]: allAnswered };
  return { ...health, noResponse, ...(scope === 'read' ? { readRestUntil: 0 } : {}) };
}

function notAnswered(health: StoreHealth, scope: CallScope, now: number): StoreHealth {
  const counted = countNoResponse(noResponseOf(health, scope), now);
  const after = { ...health, noResponse: { ...health.noResponse, [scope]: counted } };
  const restUntil = now + growingPauseMs(Math.max(0, counted.inARow - 1));
  if (scope === 'read') return { ...after, readRestUntil: restUntil };
  return scope === 'token' ? { ...after, tokenRestUntil: restUntil } : after;
}

function callRejected(
  health: StoreHealth,
  { kind, jobs, isSplit, code }: Extract<HealthEvent, { type: 'call-rejected' }>,
  now: number,
): StoreHealth {
  const counted = countRejectedCall(health.rejectedCalls[kind] ?? noRejectedCalls, jobs, isSplit);
  const isOurs = pointsAtOurCode(counted);
  const rejectedCalls = { ...health.rejectedCalls, [kind]: isOurs ? noRejectedCalls : counted };
  return isOurs
    ? { ...health, rejectedCalls, pause: { cause: 'bug', since: now, detail: code } }
    : { ...health, rejectedCalls };
}

function probeEnded(
  before: StoreHealth,
  event: Extract<HealthEvent, { type: 'probe-ended' }>,
  now: number,
): StoreHealth {
  const found = withProbe({ ...before, probe: 'none' }, event, now);
  // What it found is of the network or the secrets before: the next step asks once more.
  return before.probe === 'outdated' ? tryAtOnce({ ...found, pause: dueNow(found.pause, ['ip'], now) }, now) : found;
}

function withProbe(
  health: StoreHealth,
  { outcome, pause: cause }: Extract<HealthEvent, { type: 'probe-ended' }>,
  now: number,
): StoreHealth {
  const { circuit, pause } = health;
  switch (outcome.is) {
    case 'reached':
      return { ...health, circuit: closed };
    case 'unreachable':
      return { ...health, circuit: probeFailed(circuit, now) };
    case 'answered': {
      return { ...health, circuit: closed, pause: pause?.cause === cause ? undefined : pause };
    }
    case 'failed': {
      const { failure } = outcome;
      const wasOpen = circuit.is === 'open';
      if (failure.kind === 'market' || failure.kind === 'rate') {
        // Nothing was learnt about what it waits for: it is asked again later.
        return wasOpen
          ? { ...health, circuit: probeFailed(circuit, now) }
          : { ...health, tokenRestUntil: now + nextProbeAfterMs };
      }
      const isSame = failure.kind === 'blocked' || failure.kind === 'no-path' || failure.kind === 'clock';
      if (wasOpen && isSame) return { ...health, circuit: probeFailed(circuit, now, failure.retryAfterMs) };
      const reached = wasOpen && failure.kind !== 'offline' ? { ...health, circuit: closed } : health;
      return storeFailed(reached, { type: 'store-failed', scope: 'token', failure, isPaced: false }, now);
    }
    default:
      return assertNever(outcome);
  }
}

/** The old reasons not to try may be gone: nothing waits for a time any more. */
function tryAtOnce(health: StoreHealth, now: number): StoreHealth {
  return {
    ...health,
    probe: health.probe === 'none' ? 'none' : 'outdated',
    circuit: probeAtOnce(health.circuit, now),
    readRestUntil: 0,
    tokenRestUntil: 0,
    noResponse: mapScopes(health.noResponse, (each) => (each.since === undefined ? each : { ...each, nextTryAt: 0 })),
  };
}

/** A clock set back must not leave anything waiting for a time that is far away now. */
function clockRead(health: StoreHealth, backMs: number, now: number): StoreHealth {
  const { pause } = health;
  const isWrong =
    pause !== undefined && (isAheadOfClock(pause, now) || (backMs > clockSlackMs && pause.until !== undefined));
  const { lookFirstSince } = health;
  const moved = {
    ...health,
    pause: isWrong ? movedBack(pause, now) : pause,
    // Behind a pause it is not looked at, and moved once it shows.
    lookFirstSince:
      pause === undefined && lookFirstSince !== undefined ? Math.min(lookFirstSince, now) : lookFirstSince,
  };
  if (backMs <= 0) return moved;
  const latest = now + longestPauseMs;
  return {
    ...moved,
    circuit: probeAtOnce(health.circuit, now),
    readRestUntil: Math.min(health.readRestUntil, latest),
    tokenRestUntil: Math.min(health.tokenRestUntil, latest),
    noResponse: mapScopes(health.noResponse, (each) => ({ ...each, nextTryAt: Math.min(each.nextTryAt, latest) })),
  };
}

/** Something on the disk was planned by a clock that has been set back since. */
export function isPlannedAhead({ pause, lookFirstSince }: StoreHealth, now: number): boolean {
  if (pause !== undefined) return isAheadOfClock(pause, now);
  return lookFirstSince !== undefined && lookFirstSince > now;
}

/** It began later than now, or ends later than any pause does. */
function isAheadOfClock(pause: Pause, now: number): boolean {
  const longest = pause.cause === 'quota' ? longestQuotaMs : ipProbeAfterMs;
  return pause.since > now || (pause.until !== undefined && pause.until - now > longest);
}

/** What was planned by the old clock begins and ends now. */
function movedBack(pause: Pause, now: number): Pause {
  return { ...pause, since: Math.min(pause.since, now), ...(pause.until === undefined ? {} : { until: now }) };
}

/** A pause of one of these causes is probed with the next step. */
function dueNow(pause: Pause | undefined, causes: readonly PauseCause[], now: number): Pause | undefined {
  return pause !== undefined && causes.includes(pause.cause) ? { ...pause, until: now } : pause;
}

/** The seller's own pause stays. */
function endsWithNewSecret(pause: Pause | undefined): boolean {
  return pause !== undefined && pause.cause !== 'seller';
}

/** A press on "go on" ends what shows: the pause, or behind none of them the wait for the seller's look. */
function resumed(health: StoreHealth): StoreHealth {
  return health.pause === undefined ? { ...health, lookFirstSince: undefined } : { ...health, pause: undefined };
}

function mapScopes(
  all: HealthInMemory['noResponse'],
  change: (each: NoResponse) => NoResponse,
): HealthInMemory['noResponse'] {
  return Object.fromEntries(Object.entries(all).map(([scope, each]) => [scope, change(each)]));
}
