/** Korea is this far ahead of UTC, the whole year: it has no summer time. */
export const koreaMs = 9 * 60 * 60 * 1000;

const koreanIso = (ms: number): string => new Date(ms + koreaMs).toISOString();

/** A moment in Korea as a seller reads it: yyyy-MM-dd HH:mm. `ms` is UTC. */
export function koreanMinute(ms: number): string {
  return koreanIso(ms).slice(0, 16).replace('T', ' ');
}

/** The day in Korea of a moment, as yyyy-MM-dd. */
export function koreanDay(ms: number): string {
  return koreanIso(ms).slice(0, 10);
}

/** The day in Korea of a moment as a number of eight digits, yyyymmdd: for names of files, and to be compared. */
export function koreanDayNumber(ms: number): string {
  return koreanDay(ms).replaceAll('-', '');
}

/** A moment in Korea for the name of a file, yyyymmdd-hhmmss: a seller reads it right in a file window. */
export function koreanStamp(ms: number): string {
  return `${koreanDayNumber(ms)}-${koreanIso(ms).slice(11, 19).replaceAll(':', '')}`;
}

/** A day in Korea: each is as long as the others. */
export const dayMs = 24 * 60 * 60 * 1000;

/** Whole days in Korea since 1970 there; of a midnight in Korea, the day that begins with it. */
export function koreanDayIndex(ms: number): number {
  return Math.floor((ms + koreaMs) / dayMs);
}

/** The midnight in Korea with which a day begins, ms UTC. */
export function koreanMidnight(dayIndex: number): number {
  return dayIndex * dayMs - koreaMs;
}
