import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import { assertNever } from '../../../src-preload/contract/result';
import type { StoreFailure } from '../../markets/market';
import { growingPauseMs, longestPauseMs } from '../decide/back-off';
import { closed, openCircuit, probeAtOnce, probeFailed } from './circuit';
import type { CallScope, HealthEvent } from './health-events';
import { mapNoResponse, noResponseOf } from './health-state';
import type { StoreHealth } from './health-state';
import { allAnswered, countNoResponse } from './no-response';
import { dueNow, endsWithNewSecret, ipProbeAfterMs, longestQuotaMs, quotaProbeAfterMs } from './pauses';
import { acceptedCall, countRejectedCall, noRejectedCalls, pointsAtOurCode } from './rejected-calls';
import { clockRead } from './set-back-clock';

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
      return notAnswered(answeredByOther(health, event.fault, now), event.scope, now);
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
      return notAnswered(answeredByOther(health, failure.fault, now), scope, now);
    default:
      return assertNever(failure.kind);
  }
}

/** Where somebody answers in the market's place, nothing more goes out until the market is read again. */
function answeredByOther(health: StoreHealth, fault: NetworkFault | undefined, now: number): StoreHealth {
  return fault === undefined ? health : { ...health, circuit: openCircuit(health.circuit, 'blocked', now, { fault }) };
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
      return { ...health, circuit: probeFailed(circuit, now, outcome) };
    case 'answered': {
      return { ...health, circuit: closed, pause: pause?.cause === cause ? undefined : pause };
    }
    case 'failed': {
      const { failure } = outcome;
      const wasOpen = circuit.is === 'open';
      if (failure.kind === 'market' || failure.kind === 'rate') {
        // Nothing was learnt about what it waits for: it is asked again later.
        return wasOpen
          ? {
              ...health,
              circuit: probeFailed(circuit, now, failure.fault === undefined ? {} : { fault: failure.fault }),
            }
          : { ...health, tokenRestUntil: now + nextProbeAfterMs };
      }
      const isSame = failure.kind === 'blocked' || failure.kind === 'no-path' || failure.kind === 'clock';
      if (wasOpen && isSame) return { ...health, circuit: probeFailed(circuit, now, failure) };
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
    noResponse: mapNoResponse(health.noResponse, (each) =>
      each.since === undefined ? each : { ...each, nextTryAt: 0 },
    ),
  };
}

/** A press on "go on" ends what shows: the pause, or behind none of them the wait for the seller's look. */
function resumed(health: StoreHealth): StoreHealth {
  return health.pause === undefined ? { ...health, lookFirstSince: undefined } : { ...health, pause: undefined };
}
