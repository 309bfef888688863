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
