/** Korea has had no summer time since 1988: nine hours, always. */
const kstOffsetMs = 9 * 60 * 60 * 1000;

/** The calendar day in Korea as yyyymmdd. */
export function kstDay(at: number): string {
  return new Date(at + kstOffsetMs).toISOString().slice(0, 10).replaceAll('-', '');
}

/** Day and time in Korea as yyyymmdd-hhmmss, for names of files. */
export function kstStamp(at: number): string {
  const time = new Date(at + kstOffsetMs).toISOString().slice(11, 19).replaceAll(':', '');
  return `${kstDay(at)}-${time}`;
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days in Korea since 1970 there; of a midnight in Korea, the day that begins with it. */
export function kstDayNumber(at: number): number {
  return Math.floor((at + kstOffsetMs) / dayMs);
}

/** The midnight in Korea with which a day begins, ms UTC. */
export function kstMidnight(dayNumber: number): number {
  return dayNumber * dayMs - kstOffsetMs;
}
