import type { Pause, PauseCause } from '../../../src-preload/contract/store';

export const ipProbeAfterMs = 15 * 60_000;
export const quotaProbeAfterMs = 60 * 60_000;
/** The longest period a quota is known to have; a market that names a longer one is asked again then. */
export const longestQuotaMs = 24 * 60 * 60_000;
/** Pauses that end by themselves once a probe succeeds. */
export function endsByProbe(pause: Pause): boolean {
  return pause.cause === 'ip' || pause.cause === 'quota';
}

/** A pause of one of these causes is probed with the next step. */
export function dueNow(pause: Pause | undefined, causes: readonly PauseCause[], now: number): Pause | undefined {
  return pause !== undefined && causes.includes(pause.cause) ? { ...pause, until: now } : pause;
}

/** The seller's own pause stays. */
export function endsWithNewSecret(pause: Pause | undefined): boolean {
  return pause !== undefined && pause.cause !== 'seller';
}

/** It began later than now, or ends later than any pause does. */
export function isAheadOfClock(pause: Pause, now: number): boolean {
  const longest = pause.cause === 'quota' ? longestQuotaMs : ipProbeAfterMs;
  return pause.since > now || (pause.until !== undefined && pause.until - now > longest);
}

/** What was planned by the old clock begins and ends now. */
export function movedBack(pause: Pause, now: number): Pause {
  return { ...pause, since: Math.min(pause.since, now), ...(pause.until === undefined ? {} : { until: now }) };
}
