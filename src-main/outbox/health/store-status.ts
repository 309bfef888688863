import { countIn } from '../../../src-preload/contract/job-states';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import type { StoreStatus } from '../../../src-preload/contract/store';
import type { Tables } from '../../database/tables';
import type { OpenedBy } from './circuit';
import { proofOf } from './connection-proof';
import type { HealthInMemory } from './health-state';

/** What the window shows of a store all the time. */
export function statusOf(
  tables: Tables,
  storeId: StoreId,
  engine: { health: HealthInMemory; rateLimited: boolean } | undefined,
  given: { now: number; isSystemOnline: boolean },
): StoreStatus {
  const counts = tables.counts.of(storeId);
  const { pause, refundRefusedAt } = tables.stores.get(storeId) ?? {};
  const underWay = countIn('underWay', counts);
  const done = tables.counts.done(storeId);
  const open = tables.batches.open(storeId, given.now);
  const reason = offlineReason(engine?.health, given.isSystemOnline, underWay);
  const { provenAt, test } = proofOf(tables.settings, storeId);
  return {
    storeId,
    connection: pause !== undefined ? 'paused' : reason === undefined ? 'online' : 'offline',
    ...(pause === undefined ? {} : { pause }),
    ...(reason?.since === undefined ? {} : { offlineSince: reason.since }),
    ...(reason?.nextProbeAt === undefined ? {} : { nextProbeAt: reason.nextProbeAt }),
    ...(pause !== undefined || reason === undefined ? {} : { offlineCause: reason.cause }),
    ...(pause !== undefined || reason?.fault === undefined ? {} : { fault: reason.fault }),
    ...(provenAt === undefined ? {} : { provenAt }),
    ...(test === undefined ? {} : { lastTest: test }),
    ...(refundRefusedAt === undefined ? {} : { refundsRefused: true }),
    rateLimited: engine?.rateLimited ?? false,
    counts,
    filed: counts.held === 0 ? 0 : tables.jobs.countFiled(storeId),
    unread: tables.unread.count(storeId),
    progress: { done, total: done + underWay },
    ...(open === undefined ? {} : { undo: { batchId: open.batch.id, until: open.batch.dueAt, count: open.count } }),
  };
}

type OfflineCause = NonNullable<StoreStatus['offlineCause']>;

const offlineCauseOf: Record<OpenedBy, OfflineCause> = { offline: 'no-line', blocked: 'no-word', clock: 'wrong-clock' };

/** Since when the market cannot be reached or does not answer, and when it is asked next. */
function offlineReason(
  health: HealthInMemory | undefined,
  isSystemOnline: boolean,
  moving: number,
): { cause: OfflineCause; since?: number; nextProbeAt?: number; fault?: NetworkFault } | undefined {
  if (health?.circuit.is === 'open') {
    const { since, nextProbeAt, by, fault } = health.circuit;
    if (!isSystemOnline) return { cause: 'no-line', since };
    return { cause: offlineCauseOf[by], since, nextProbeAt, ...(fault === undefined ? {} : { fault }) };
  }
  if (!isSystemOnline) return { cause: 'no-line' };
  // With nothing to send no one asks again, and what was not answered then is no news.
  const [first] = health === undefined || moving === 0 ? [] : notAnswering(health);
  return first === undefined ? undefined : { cause: 'no-word', ...first };
}

/**
 * The kinds of call that go out one by one because the market does not answer them: since when, and when it is asked
 * next. Readings and the token count, too: nothing goes out without them. The change feed does not: nothing waits for it.
 */
export function notAnswering(health: HealthInMemory): { since: number; nextProbeAt: number }[] {
  const restOf = { read: health.readRestUntil, token: health.tokenRestUntil };
  return Object.entries(health.noResponse).flatMap(([scope, { since, nextTryAt }]) => {
    if (since === undefined || scope === 'changes') return [];
    return [{ since, nextProbeAt: scope === 'read' || scope === 'token' ? restOf[scope] : nextTryAt }];
  });
}
