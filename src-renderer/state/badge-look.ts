import type { StoreStatus } from '../../src-preload/contract/store';
import { offlineState } from '../../src-preload/contract/store-need';

export type BadgeState =
  | 'online'
  | 'untested'
  | 'offline'
  | 'silent'
  | 'clock'
  | 'barred'
  | 'trouble'
  | 'quota'
  | 'seller'
  | 'look-first';

/**
 * The looks of the badge: paused counts over offline, offline over online; a market without a word is not the line.
 * `online` is said only of a store that the market has answered.
 */
export function badgeState(
  status: Pick<StoreStatus, 'connection' | 'pause' | 'offlineCause' | 'fault' | 'provenAt'>,
): BadgeState {
  if (status.connection === 'offline') return offlineState(status);
  if (status.connection !== 'paused') return status.provenAt === undefined ? 'untested' : 'online';
  const cause = status.pause?.cause;
  if (cause === 'seller' || cause === 'look-first') return cause;
  return cause === 'quota' ? 'quota' : 'trouble';
}
