import type { StoreStatus } from './store';

/** Why a store needs the seller although another one is looked at; `tasks`: it works, and something waits for a choice. */
export type StoreNeed =
  | { is: 'trouble' | 'quota' | 'look-first' | 'silent' | 'clock' | 'offline' | 'barred' | 'seller' }
  | { is: 'tasks'; jobs: number };

type Status = Pick<StoreStatus, 'connection' | 'pause' | 'offlineCause' | 'fault' | 'counts' | 'filed'>;

/** Jobs of a store that the seller has to decide about or to mend. */
export function taskCount({ counts, filed }: Pick<Status, 'counts' | 'filed'>): number {
  return counts.held - filed + counts.rejected;
}

const offlineStates = {
  'no-line': 'offline',
  'no-word': 'silent',
  'wrong-clock': 'clock',
} as const satisfies Record<NonNullable<StoreStatus['offlineCause']>, StoreNeed['is']>;

/** How a store looks that cannot be sent for, by why; `barred`: something known stands in between. */
export function offlineState({ offlineCause, fault }: Pick<StoreStatus, 'offlineCause' | 'fault'>): OfflineState {
  return fault === undefined ? offlineStates[offlineCause ?? 'no-line'] : 'barred';
}
type OfflineState = (typeof offlineStates)[keyof typeof offlineStates] | 'barred';

/** What a store needs; undefined: nothing. A pause of the seller's own, or an outage, counts only while jobs wait for its end. */
export function storeNeed(status: Status): StoreNeed | undefined {
  const { counts, pause, connection } = status;
  const waits = counts.queued + counts.sending + counts.waiting + counts.unknown > 0;
  if (connection === 'paused' && pause !== undefined) {
    if (pause.cause === 'quota' || pause.cause === 'look-first') return { is: pause.cause };
    if (pause.cause !== 'seller') return { is: 'trouble' };
    if (waits) return { is: 'seller' };
  }
  if (connection === 'offline' && waits) return { is: offlineState(status) };
  const jobs = taskCount(status);
  return jobs > 0 ? { is: 'tasks', jobs } : undefined;
}
