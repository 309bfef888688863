import { assertNever } from '../../../src-preload/contract/result';
import type { Pause, PauseCause } from '../../../src-preload/contract/store';
import type { StoreFailure } from '../../markets/market';
import type { OpenedBy } from './circuit';

/** What a trouble of the store means for all its jobs. None of it was applied, and none of it costs a failure. */
export type Consequence =
  | { do: 'open-circuit'; by: OpenedBy }
  | { do: 'pause'; pause: Pause }
  /** 429: the pacer waits. */
  | { do: 'slow-down'; waitMs: number | undefined }
  /** A read or a token call without the market's word. */
  | { do: 'count-silence' };

const ipProbeAfterMs = 15 * 60_000;
const quotaProbeAfterMs = 60 * 60_000;
/** The longest period a quota is known to have; a market that names a longer one is asked again then. */
const longestQuotaMs = 24 * 60 * 60_000;

/** The closed table from trouble to consequence (resources/docs/domain.md, "Store health"). */
export function consequenceOf(trouble: StoreFailure, now: number): Consequence {
  // Of an address that is not allowed the seller needs the address itself, or nothing to copy.
  const said = trouble.kind === 'ip' ? trouble.address : trouble.code;
  const detail = said === undefined ? {} : { detail: said };
  const pause = (cause: PauseCause, afterMs?: number): Consequence => ({
    do: 'pause',
    pause: { cause, since: now, ...(afterMs === undefined ? {} : { until: now + afterMs }), ...detail },
  });
  switch (trouble.kind) {
    case 'offline':
      return { do: 'open-circuit', by: 'offline' };
    case 'blocked':
    case 'no-path':
      return { do: 'open-circuit', by: 'blocked' };
    case 'clock':
      return { do: 'open-circuit', by: 'clock' };
    case 'rate':
      return { do: 'slow-down', waitMs: trouble.retryAfterMs };
    case 'quota':
      return pause('quota', Math.min(longestQuotaMs, trouble.retryAfterMs ?? quotaProbeAfterMs));
    case 'ip':
      return pause('ip', ipProbeAfterMs);
    case 'secret':
      return pause('secret');
    case 'permission':
      return pause('permission');
    case 'market':
      return { do: 'count-silence' };
    default:
      return assertNever(trouble.kind);
  }
}

/** Pauses that end by themselves once a probe succeeds. */
export function endsByProbe(pause: Pause): boolean {
  return pause.cause === 'ip' || pause.cause === 'quota';
}

/** Planned by a clock that has been set back since: it began later than now, or ends later than any pause does. */
export function isAheadOfClock(pause: Pause, now: number): boolean {
  const longest = pause.cause === 'quota' ? longestQuotaMs : ipProbeAfterMs;
  return pause.since > now || (pause.until !== undefined && pause.until - now > longest);
}

/** Pauses a new or well-tested secret ends; the seller's own pause and "look first" stay. */
export function endsWithNewSecret(pause: Pause): boolean {
  return pause.cause !== 'seller' && pause.cause !== 'look-first';
}
