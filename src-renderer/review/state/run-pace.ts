/** Looked back so far, ms: a pace of longer ago says nothing of a market that has slowed down. */
const windowMs = 15_000;
/** Before so long nothing can be known. */
const firstMs = 1000;
/** Of the distance to a new estimate, the part that is left after a second. */
const keptPerSecond = 0.7;
/** A time left grows on the screen only where it grew by so much. */
const noticedGrowth = 1.3;

interface Sample {
  at: number;
  ended: number;
}

/**
 * How fast a run goes, and how long it still takes. The time left follows the last seconds, a new estimate is approached and
 * not jumped to, and where nothing moves there is none.
 */
export class RunPace {
  #samples: Sample[] = [];
  /** When it will have ended, as it is shown. */
  #endAt: number | undefined;
  #shown: number | undefined;

  /** Another reading: `ended` of `all` jobs at `at`, ms. A run that grows or is taken back begins again. */
  note(at: number, ended: number, all: number): void {
    const last = this.#samples.at(-1);
    if (last && ended < last.ended) this.begin();
    this.#samples.push({ at, ended });
    // One from before the window stays: the pace is known from the first moment of it on.
    while (this.#samples.length > 2 && (this.#samples[1]?.at ?? at) < at - windowMs) this.#samples.shift();
    this.#approach(at, all - ended, last?.at ?? at);
  }

  /** Forgets what was seen. */
  begin(): void {
    this.#samples = [];
    this.#endAt = undefined;
    this.#shown = undefined;
  }

  /** Jobs a minute; undefined where nothing has moved for a while. */
  perMinute(at: number): number | undefined {
    const rate = this.#rateAt(at);
    return rate === undefined ? undefined : rate * 60_000;
  }

  /** Seconds left, rounded to what is known of them; undefined where nothing is. */
  secondsLeft(at: number): number | undefined {
    if (this.#endAt === undefined || this.#rateAt(at) === undefined) return undefined;
    const next = rounded(Math.max(0, this.#endAt - Math.max(at, this.#samples.at(-1)?.at ?? at)) / 1000);
    const before = this.#shown;
    this.#shown = before !== undefined && next > before && next < before * noticedGrowth ? before : next;
    return this.#shown;
  }

  /** Jobs a ms over the window. A clock that is read once a second may be behind the last reading. */
  #rateAt(now: number): number | undefined {
    const at = Math.max(now, this.#samples.at(-1)?.at ?? now);
    const from = this.#samples.find((sample) => sample.at >= at - windowMs) ?? this.#samples.at(-1);
    const to = this.#samples.at(-1);
    if (!from || !to || to.ended === from.ended || at - from.at < firstMs) return undefined;
    return (to.ended - from.ended) / (at - from.at);
  }

  #approach(at: number, left: number, before: number): void {
    const rate = this.#rateAt(at);
    if (rate === undefined) return;
    const endAt = at + left / rate;
    const kept = keptPerSecond ** ((at - before) / 1000);
    this.#endAt = this.#endAt === undefined ? endAt : endAt + (this.#endAt - endAt) * kept;
  }
}

/** Whole seconds to ten, then steps of five, from a minute on half minutes, from ten minutes on minutes. */
function rounded(seconds: number): number {
  const step = seconds <= 10 ? 1 : seconds <= 60 ? 5 : seconds <= 600 ? 30 : 60;
  return Math.max(1, Math.ceil(seconds / step) * step);
}
