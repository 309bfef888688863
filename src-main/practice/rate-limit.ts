/** What the gateway tells about a bucket in its headers. */
export interface BucketState {
  allowed: boolean;
  /** Whole calls still allowed right now. */
  remaining: number;
}

/**
 * A token bucket that fills steadily, `rate` a second up to `burst` (restriction page: per API and application).
 * `now` in ms; a clock that goes back fills nothing and empties nothing.
 */
export class TokenBucket {
  private level: number | undefined;
  private filledAt = 0;

  take(now: number, rate: number, burst: number): BucketState {
    this.fill(now, rate, burst);
    const level = this.level ?? burst;
    // Floating seconds: a bucket filled to 0.9999999 after exactly one period holds a call.
    const allowed = level >= 1 - 1e-6;
    this.level = allowed ? Math.max(0, level - 1) : level;
    return { allowed, remaining: Math.floor(this.level + 1e-6) };
  }

  look(now: number, rate: number, burst: number): number {
    this.fill(now, rate, burst);
    return Math.floor((this.level ?? burst) + 1e-6);
  }

  private fill(now: number, rate: number, burst: number): void {
    const passed = Math.max(0, now - this.filledAt) / 1000;
    this.level = this.level === undefined ? burst : Math.min(burst, this.level + passed * rate);
    this.filledAt = now;
  }
}

const hourMs = 3_600_000;

/** The penalty's quota: one call an hour. True when this call is the one. */
export class HourlyQuota {
  private usedAt: number | undefined;

  take(now: number): boolean {
    if (this.usedAt !== undefined && Math.abs(now - this.usedAt) < hourMs) return false;
    this.usedAt = now;
    return true;
  }
}
