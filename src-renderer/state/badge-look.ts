import type { StoreStatus } from '../../src-preload/contract/store';
import { awayLooks } from '../../src-preload/contract/store-need';

export type BadgeLook =
  | 'online'
  | 'untested'
  | 'offline'
  | 'silent'
  | 'clock'
  | 'trouble'
  | 'quota'
  | 'seller'
  | 'look-first';

/**
 * The looks of the badge: paused counts over offline, offline over online; a market without a word is not the line.
 * `online` is said only of a store that the market has answered.
 */
export function badgeLook(status: Pick<StoreStatus, 'connection' | 'pause' | 'away' | 'provenAt'>): BadgeLook {
  if (status.connection === 'offline') return awayLooks[status.away ?? 'no-line'];
  if (status.connection !== 'paused') return status.provenAt === undefined ? 'untested' : 'online';
  const cause = status.pause?.cause;
  if (cause === 'seller' || cause === 'look-first') return cause;
  return cause === 'quota' ? 'quota' : 'trouble';
}
