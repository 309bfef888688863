import { clockSlackMs, longestPauseMs } from '../decide/back-off';
import { probeAtOnce } from './circuit';
import { mapNoResponse } from './health-state';
import type { StoreHealth } from './health-state';
import { isAheadOfClock, movedBack } from './pauses';

/** A clock set back must not leave anything waiting for a time that is far away now. */
export function clockRead(health: StoreHealth, backMs: number, now: number): StoreHealth {
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
    noResponse: mapNoResponse(health.noResponse, (each) => ({ ...each, nextTryAt: Math.min(each.nextTryAt, latest) })),
  };
}

/** Something on the disk was planned by a clock that has been set back since. */
export function isPlannedAhead({ pause, lookFirstSince }: StoreHealth, now: number): boolean {
  if (pause !== undefined) return isAheadOfClock(pause, now);
  return lookFirstSince !== undefined && lookFirstSince > now;
}
