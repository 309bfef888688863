/** Korea has had no summer time since 1988. */
const kstOffsetMs = 9 * 60 * 60 * 1000;

/** Number of the calendar day in Korea: later days have larger numbers. */
export function kstDay(at: number): number {
  return Math.floor((at + kstOffsetMs) / 86_400_000);
}
