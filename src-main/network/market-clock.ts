/**
 * The market's time, bounds from the `Date` header of its answers.
 *
 * A `Date` says the second in which an answer was written, and it was written between the request's start and end.
 * So each answer bounds the skew (market minus local) from both sides; bounds of later answers are cut with earlier
 * ones until they contradict, which means that a clock was set.
 */
export interface MarketClock {
  /** The most likely market time in ms UTC. */
  now(): number;
  /** Market time that is certainly not ahead of the market's own clock: a token's timestamp must not be. */
  earliest(): number;
  /** Market minus local in ms; 0 when local time may be right, undefined while nothing was learnt. */
  skewMs(): number | undefined;
  /** The wall clock moved against the monotonic one since the last answer. */
  jumped(): boolean;
  learn(answer: { headers: Readonly<Record<string, string>>; startedAt: number; endedAt: number }): void;
}

const earliestMs = Date.UTC(2020, 0, 1);
const latestMs = Date.UTC(2100, 0, 1);

interface SkewBounds {
  /** Bounds of market minus local, ms. */
  low: number;
  high: number;
  wall: number;
  steady: number;
}

/** Smaller differences between the two local clocks are slewing and rounding, not a jump. */
const jumpMs = 1_500;
/** Older bounds are not cut with new ones: cheap PC clocks drift by some 100 ms an hour. */
const boundsLastMs = 10 * 60_000;

/**
 * @param wall local time in ms UTC (Date.now)
 * @param steady milliseconds that never jump (performance.now)
 */
export function createMarketClock(wall: () => number, steady: () => number): MarketClock {
  let bounds: SkewBounds | undefined;

  /** How far the wall clock went ahead of the steady one since the last answer. */
  const drift = (known: SkewBounds): number => wall() - known.wall - (steady() - known.steady);

  /** Local time on the scale on which the bounds were learnt. */
  const local = (): number => {
    if (bounds === undefined) return wall();
    const gone = drift(bounds);
    // Set back: only a hand or a time service does that, so the steady clock is right. Ahead: nearly always the
    // computer slept, during which the steady clock may stand still, so the wall clock is right.
    return gone < -jumpMs ? wall() - gone : wall();
  };

  return {
    now: () => local() + (bounds === undefined ? 0 : likely(bounds)),
    earliest: () => local() + (bounds?.low ?? 0),
    skewMs: () => (bounds === undefined ? undefined : likely(bounds)),
    jumped: () => bounds !== undefined && Math.abs(drift(bounds)) > jumpMs,
    learn({ headers, startedAt, endedAt }) {
      const second = Date.parse(headers['date'] ?? '');
      if (!isPlausible(second) || endedAt < startedAt) return;
      // Written within [second, second + 1000) of the market, and within [startedAt, endedAt] of ours.
      const fresh = { low: second - endedAt, high: second + 999 - startedAt };
      const known = bounds;
      const comparable = known !== undefined && Math.abs(drift(known)) <= jumpMs && wall() - known.wall < boundsLastMs;
      const low = comparable ? Math.max(known.low, fresh.low) : fresh.low;
      const high = comparable ? Math.min(known.high, fresh.high) : fresh.high;
      const next = low <= high ? { low, high } : fresh;
      bounds = { ...next, wall: wall(), steady: steady() };
    },
  };
}

/** Not a moment at which this app can be run: such a `Date` is a fault, and no clock to follow. */
function isPlausible(ms: number): boolean {
  return ms >= earliestMs && ms <= latestMs;
}

/** Zero while the local clock may be right, else the middle of the bounds. */
function likely({ low, high }: SkewBounds): number {
  if (low <= 0 && high >= 0) return 0;
  return Math.round((low + high) / 2);
}
