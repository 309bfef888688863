import type { CallRecord } from '../../markets/market';

type Rate = NonNullable<CallRecord['rate']>;

interface Bucket {
  /** undefined until the market's headers told it. */
  rate: Rate | undefined;
  tokens: number;
  /** When `tokens` was right; in the future while the bucket rests after a refusal. */
  at: number;
  inFlight: number;
  /** In a row. */
  refusals: number;
}

export interface RateLimiter {
  /** Takes one slot if there is one now. */
  take(bucket: string): boolean;
  /** When there may be a slot: `now` or later; where only an answer can bring one, when to look again. */
  nextAt(bucket: string): number;
  /** When the slot after `before` others will be there, of a bucket whose rate is known. */
  slotAt(bucket: string, before: number): number;
  /** How much of what the market lets through is left. */
  roomOf(bucket: string): 'plenty' | 'some' | 'little';
  /** A call ended, with what its headers told about the bucket. */
  answered(bucket: string, call: Pick<CallRecord, 'rate' | 'httpStatus'>): void;
  /** The slot was not needed after all. */
  giveBack(bucket: string): void;
  /** The call was refused with 429. `waitMs` is the market's own word, if it gave one. */
  refused(bucket: string, waitMs?: number): void;
  /** Calls per second as the market told; undefined before its first word. */
  rateOf(bucket: string): number | undefined;
}

/** After a first 429 without a time: two calls' worth, and at least this. */
const firstWaitMs = 300;
/** After another one: a bucket that is filled once a second has something in it again by then. */
const nextWaitMs = 1_000;
/**
 * A market that asks for more is asked again by then, since its word may be nonsense; and a time further ahead shows a
 * clock set back.
 */
const longestWaitMs = 60_000;
/** A bucket that fills more slowly than this is none we know of: a 429 still says the truth. */
const slowestPerSecond = 1000 / longestWaitMs;
/** `remaining` is told in whole tokens; on average half a one more was there. */
const half = 0.5;
/** Of its burst: above this a bucket has plenty left, above that some. */
const plentyShare = 0.5;
const someShare = 0.25;

/**
 * One token bucket per (client id, kind of call), steered by the market's headers only (resources/docs/domain.md,
 * "Pace").
 *
 * Before the first answer nothing is known, so one call goes at a time. From then on we keep the market's bucket as
 * our own count: it fills with the rate and loses a token when a call goes out. Every answer can only lower it, to what
 * the market said was left: another program with the same client id is noticed so, and what we counted too high
 * because a call left later than it was counted. It is never raised by an answer: `remaining` was counted before the
 * calls now in flight. After a 429 the count starts from nothing a little later; what the market's bucket gained
 * meanwhile stays there as a reserve, which is what a market that fills its bucket once a second needs.
 */
export function createRateLimiter(now: () => number): RateLimiter {
  const buckets = new Map<string, Bucket>();
  const bucketOf = (name: string): Bucket => {
    const known = buckets.get(name) ?? { rate: undefined, tokens: 1, at: 0, inFlight: 0, refusals: 0 };
    buckets.set(name, known);
    return known;
  };
  const fill = (bucket: Bucket): void => {
    const time = now();
    // A clock set back must not keep the bucket empty for as long as it was set back.
    if (bucket.at - time > longestWaitMs) bucket.at = time;
    if (bucket.rate === undefined || time <= bucket.at) return;
    const gained = ((time - bucket.at) * bucket.rate.replenishPerSecond) / 1000;
    bucket.tokens = Math.min(bucket.rate.burst, bucket.tokens + gained);
    bucket.at = time;
  };

  return {
    take(name) {
      const bucket = bucketOf(name);
      fill(bucket);
      if (now() < bucket.at) return false;
      if (bucket.rate === undefined ? bucket.inFlight > 0 : bucket.tokens < 1) return false;
      if (bucket.rate !== undefined) bucket.tokens -= 1;
      bucket.inFlight += 1;
      return true;
    },
    nextAt(name) {
      const bucket = bucketOf(name);
      fill(bucket);
      const time = Math.max(now(), bucket.at);
      // The call whose answer tells the rate may be another's (the order book's reading), whose end wakes no one here.
      if (bucket.rate === undefined) return bucket.inFlight > 0 ? time + nextWaitMs : time;
      if (bucket.tokens >= 1) return time;
      return time + Math.ceil(((1 - bucket.tokens) * 1000) / bucket.rate.replenishPerSecond);
    },
    slotAt(name, before) {
      const bucket = bucketOf(name);
      fill(bucket);
      const time = Math.max(now(), bucket.at);
      const missing = before + 1 - bucket.tokens;
      if (bucket.rate === undefined || missing <= 0) return time;
      return time + Math.ceil((missing * 1000) / bucket.rate.replenishPerSecond);
    },
    roomOf(name) {
      const bucket = bucketOf(name);
      fill(bucket);
      if (bucket.rate === undefined) return 'plenty';
      const share = bucket.tokens / bucket.rate.burst;
      return share >= plentyShare ? 'plenty' : share >= someShare ? 'some' : 'little';
    },
    answered(name, call) {
      const bucket = bucketOf(name);
      bucket.inFlight = Math.max(0, bucket.inFlight - 1);
      if (call.httpStatus !== 429) bucket.refusals = 0;
      const limits = call.rate;
      if (limits === undefined || limits.replenishPerSecond <= 0 || limits.burst < 1) return;
      if (bucket.rate === undefined) {
        bucket.tokens = Math.min(limits.burst, limits.remaining);
        bucket.at = Math.max(bucket.at, now());
      }
      bucket.rate = { ...limits, replenishPerSecond: Math.max(slowestPerSecond, limits.replenishPerSecond) };
      fill(bucket);
      bucket.tokens = Math.min(bucket.tokens, limits.remaining + half);
    },
    giveBack(name) {
      const bucket = bucketOf(name);
      bucket.inFlight = Math.max(0, bucket.inFlight - 1);
      if (bucket.rate !== undefined) bucket.tokens = Math.min(bucket.rate.burst, bucket.tokens + 1);
    },
    refused(name, waitMs) {
      const bucket = bucketOf(name);
      const time = now();
      bucket.tokens = bucket.rate === undefined ? 1 : 0;
      // Calls that were in flight together are refused together: that is one refusal.
      if (time >= bucket.at || bucket.refusals === 0) bucket.refusals += 1;
      const twoCallsMs = bucket.rate === undefined ? 0 : 2000 / bucket.rate.replenishPerSecond;
      const restMs = bucket.refusals > 1 || bucket.rate === undefined ? nextWaitMs : Math.max(firstWaitMs, twoCallsMs);
      bucket.at = time + Math.min(longestWaitMs, Math.max(waitMs ?? 0, restMs));
    },
    rateOf: (name) => bucketOf(name).rate?.replenishPerSecond,
  };
}
