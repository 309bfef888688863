/** Full jitter from 2 s, cap 15 min (resources/docs/domain.md, "Back-off"). */
const firstMs = 2_000;
const capMs = 15 * 60_000;

/**
 * How long one job waits after its n-th failure: anything up to twice the last bound, so that jobs that failed together
 * do not come back together.
 * @param failures 1 for the first; 0 counts as 1
 * @param random 0 to 1
 */
export function backOffMs(failures: number, random: number): number {
  const bound = Math.min(capMs, firstMs * 2 ** Math.min(failures, 30));
  return Math.max(firstMs / 2, Math.floor(bound * Math.min(1, Math.max(0, random))));
}

const firstPauseMs = 4_000;
/** No growing pause, and no rest of a reading, is longer. */
export const longestPauseMs = 5 * 60_000;

/**
 * The growing pause between two single attempts while a market gives no word: 4 s, 8 s, ... up to 5 min.
 * @param round 0 for the first
 */
export function growingPauseMs(round: number): number {
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(round, 20));
}

/** A plan made more than this ahead of the clock shows that the clock was set back. */
export const clockSlackMs = 15 * 60_000;
