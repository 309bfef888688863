import { koreaMs } from '../../korean-time';

/**
 * A moment in the one form the market takes: yyyy-MM-dd'T'HH:mm:ss.SSS+09:00 (resources/docs/markets/naver.md, "Address
 * and notation"). Korea has no summer time, so the offset is constant. `ms` is UTC.
 */
export function marketTime(ms: number): string {
  return `${new Date(ms + koreaMs).toISOString().slice(0, -1)}+09:00`;
}
