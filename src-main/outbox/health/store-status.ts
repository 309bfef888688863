import type { StoreId } from '../../../src-preload/contract/ids';
import type { StoreStatus } from '../../../src-preload/contract/store';
import type { Tables } from '../../database/tables';
import type { OpenedBy } from './circuit';
import type { StoreEngineState } from '../engine/store-engine-state';
import { proofOf } from './connection-proof';

type ShownLine = Pick<StoreEngineState, 'circuit' | 'silences' | 'rateLimited' | 'readHoldUntil' | 'readyHoldUntil'>;

/** What the window shows of a store all the time. */
export function statusOf(
  tables: Tables,
  storeId: StoreId,
  engineState: ShownLine | undefined,
  given: { now: number; isSystemOnline: boolean },
): StoreStatus {
  const counts = tables.counts.of(storeId);
  const pause = tables.stores.get(storeId)?.pause;
  const moving = counts.queued + counts.sending + counts.waiting + counts.unknown;
  const done = tables.counts.done(storeId);
  const open = tables.batches.open(storeId, given.now);
  const away = awayOf(engineState, given.isSystemOnline, moving);
  const { provenAt, test } = proofOf(tables.settings, storeId);
  return {
    storeId,
    connection: pause !== undefined ? 'paused' : away === undefined ? 'online' : 'offline',
    ...(pause === undefined ? {} : { pause }),
    ...(away?.since === undefined ? {} : { offlineSince: away.since }),
    ...(away?.nextProbeAt === undefined ? {} : { nextProbeAt: away.nextProbeAt }),
    ...(pause !== undefined || away === undefined ? {} : { away: away.cause }),
    ...(provenAt === undefined ? {} : { provenAt }),
    ...(test === undefined ? {} : { lastTest: test }),
    rateLimited: engineState?.rateLimited ?? false,
    counts,
    filed: counts.held === 0 ? 0 : tables.jobs.countFiled(storeId),
    progress: { done, total: done + moving },
    ...(open === undefined ? {} : { undo: { batchId: open.batch.id, until: open.batch.dueAt, count: open.count } }),
  };
}

type Away = NonNullable<StoreStatus['away']>;

const awayCauseOf: Record<OpenedBy, Away> = { offline: 'no-line', blocked: 'no-word', clock: 'wrong-clock' };

/** Since when the market cannot be reached or gives no word, and when it is asked next. */
function awayOf(
  engineState: ShownLine | undefined,
  isSystemOnline: boolean,
  moving: number,
): { cause: Away; since?: number; nextProbeAt?: number } | undefined {
  if (engineState?.circuit.is === 'open') {
    const { since, nextProbeAt, by } = engineState.circuit;
    if (!isSystemOnline) return { cause: 'no-line', since };
    return { cause: awayCauseOf[by], since, nextProbeAt };
  }
  if (!isSystemOnline) return { cause: 'no-line' };
  // With nothing to send nobody asks again, and what was silent then is no news.
  const [silent] = engineState === undefined || moving === 0 ? [] : silencesShown(engineState);
  return silent === undefined ? undefined : { cause: 'no-word', ...silent };
}

/**
 * Of which kinds of call the market has given no word for long enough to be told: since when, and when it is asked next.
 * Readings and the token count, too: nothing goes out without them.
 */
export function silencesShown(
  engineState: Pick<StoreEngineState, 'silences' | 'readHoldUntil' | 'readyHoldUntil'>,
): { since: number; nextProbeAt: number }[] {
  return [...engineState.silences].flatMap(([what, { since, nextTryAt }]) => {
    if (since === undefined) return [];
    const restUntil =
      what === 'read' ? engineState.readHoldUntil : what === 'ready' ? engineState.readyHoldUntil : nextTryAt;
    return [{ since, nextProbeAt: restUntil }];
  });
}
