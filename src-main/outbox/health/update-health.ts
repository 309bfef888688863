import type { JobKind } from '../../../src-preload/contract/job-states';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { StoreRow } from '../../database/rows';
import type { OutboxOptions } from '../outbox-port';
import type { Journal, JobTransactions } from '../write/job-transaction';
import { transition } from '../write/transition';
import { disprove, isProofOld, prove } from './connection-proof';
import { goesOneByOne } from './may-call';
import type { CallScope, HealthEvent } from './health-events';
import { freshHealth } from './health-state';
import type { HealthInMemory, StoreHealth } from './health-state';
import { on } from './store-health';

/** What of a store's health lives in memory, with the time at which its connection was last written down as proven. */
export interface HealthHolder {
  storeId: StoreId;
  health: HealthInMemory;
  /** ms UTC; undefined: not yet in this run. */
  provenAt: number | undefined;
}

/** A store whose engine does not run, or has not begun. */
export function newHealthHolder(storeId: StoreId): HealthHolder {
  return { storeId, health: freshHealth, provenAt: undefined };
}

interface Surroundings {
  transactions: JobTransactions;
  options: Pick<OutboxOptions, 'now' | 'onChange'>;
}

/** The health of a store as its row and this run's memory have it. */
export function healthOf(
  row: Pick<StoreRow, 'pause' | 'lookFirstSince'> | undefined,
  held: HealthInMemory,
): StoreHealth {
  const { pause, lookFirstSince } = row ?? {};
  const shown = pause?.cause === 'look-first' ? pause.since : undefined;
  return {
    ...held,
    pause: shown === undefined ? pause : undefined,
    lookFirstSince: lookFirstSince ?? shown,
  };
}

/** Applies an event within a transaction: memory and row change together. Answers the health before and after. */
export function applyHealthEvent(
  { tables, at }: Pick<Journal, 'tables' | 'at'>,
  holder: HealthHolder,
  event: HealthEvent,
): { before: StoreHealth; after: StoreHealth } {
  const { storeId } = holder;
  const row = tables.stores.get(storeId);
  const before = healthOf(row, holder.health);
  const after = on(before, event, at);
  holder.health = inMemory(after);
  if (row === undefined) return { before, after };
  if (!isSame(before.lookFirstSince, after.lookFirstSince)) {
    const { lookFirstSince: since } = after;
    tables.stores.setPause(storeId, since === undefined ? undefined : { cause: 'look-first', since });
  }
  if (!isSame(before.pause, after.pause)) tables.stores.setPause(storeId, after.pause);
  if (disproves(event)) {
    disprove(tables.settings, storeId);
    holder.provenAt = undefined;
  }
  if (event.type === 'probe-ended' && event.outcome.is === 'answered') prove(tables.settings, storeId, at);
  return { before, after };
}

/** Applies an event; a transaction is begun only for what may change the store's row. */
export async function updateHealth(given: Surroundings, holder: HealthHolder, event: HealthEvent): Promise<void> {
  if (mayChangeRow(event)) await given.transactions.run((journal) => applyHealthEvent(journal, holder, event));
  else holder.health = inMemory(on(healthOf(undefined, holder.health), event, given.options.now()));
}

/** A usable answer came: what was counted against this kind of call is over, and jobs that waited for it are due. */
export async function recordResponse(given: Surroundings, holder: HealthHolder, scope: CallScope): Promise<void> {
  const { transactions, options } = given;
  const now = options.now();
  // A token alone proves nothing: it is given to an address that no call is allowed from, too.
  if (scope !== 'token' && isProofOld(holder.provenAt, now)) {
    holder.provenAt = now;
    await transactions.run(({ tables, at }) => prove(tables.settings, holder.storeId, at));
    options.onChange({ storeId: holder.storeId, jobs: [], added: false });
  }
  const wasOneByOne = goesOneByOne(holder.health, scope);
  await updateHealth(given, holder, { type: 'answered', scope });
  if (wasOneByOne && scope !== 'read' && scope !== 'changes' && scope !== 'token') {
    await transactions.run((journal) => releaseRounds(journal, holder.storeId, scope));
  }
}

/** Jobs whose rounds were spent in the open circuit of this kind are due; those of other kinds still wait. */
function releaseRounds(journal: Journal, storeId: StoreId, kind: JobKind): void {
  for (const job of journal.tables.jobs.waitingOn(storeId, 'back-off', 1000)) {
    if (job.kind === kind && job.inCircuit) transition(journal, job, 'due', { dueAt: journal.at });
  }
}

function mayChangeRow(event: HealthEvent): boolean {
  switch (event.type) {
    case 'answered':
    case 'no-response':
    case 'call-accepted':
    case 'probe-started':
      return false;
    case 'store-failed':
      return ['quota', 'ip', 'secret', 'permission'].includes(event.failure.kind);
    default:
      return true;
  }
}

/** A quota is not a refusal: the market knows the store, and has had enough of it for now. */
function disproves(event: HealthEvent): boolean {
  const failure =
    event.type === 'store-failed'
      ? event.failure
      : event.type === 'probe-ended' && event.outcome.is === 'failed'
        ? event.outcome.failure
        : undefined;
  return failure !== undefined && ['ip', 'secret', 'permission'].includes(failure.kind);
}

function inMemory(health: StoreHealth): HealthInMemory {
  const { circuit, noResponse, rejectedCalls, readRestUntil, tokenRestUntil, probe } = health;
  return { circuit, noResponse, rejectedCalls, readRestUntil, tokenRestUntil, probe };
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
