/** One aim of an issue: what was measured, what is wanted, and whether it holds. */
export interface Aim {
  is: number;
  want: string;
  holds: boolean;
}

/** Prints a bench's figures as the last line of stdout; a missed aim of speed is a figure, not a failure. */
export function reportBench(bench: string, figures: Record<string, unknown>, aims: Record<string, Aim>): void {
  console.log(JSON.stringify({ bench, figures, aims }));
}

/** The same for a bench that proves a rule: the process ends with 1 where an aim does not hold. */
export function reportProof(bench: string, figures: Record<string, unknown>, aims: Record<string, Aim>): void {
  reportBench(bench, figures, aims);
  if (!Object.values(aims).every(({ holds }) => holds)) process.exitCode = 1;
}

/** An aim of at most `limit`. */
export function atMost(is: number, limit: number): Aim {
  return { is: rounded(is), want: `<= ${limit}`, holds: is <= limit };
}

/** An aim of at least `limit`. */
export function atLeast(is: number, limit: number): Aim {
  return { is: rounded(is), want: `>= ${limit}`, holds: is >= limit };
}

/** To three places: what a bench measures is no finer. */
export function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** The middle of the values; the mean of the two in the middle of an even number. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  if (low === undefined || high === undefined) throw new Error('the median of nothing');
  return (low + high) / 2;
}
