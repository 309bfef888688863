import { nextState } from '../../src-preload/contract/job';
import type { Cause, JobKind, JobState } from '../../src-preload/contract/job';
import type { JobId, StoreId } from '../../src-preload/contract/ids';
import type { JobRow } from '../database/rows';
import type { DeskDatabase, Tables } from '../database/tables';
import { followSettled } from './follow-up';
import type { OutboxChange } from './outbox-port';

/** What one transaction changes, on its way to the counts and to whoever listens. */
export interface Journal {
  tables: Tables;
  /** ms UTC of the whole transaction. */
  at: number;
  newId: () => string;
  changed(job: Pick<JobRow, 'storeId' | 'id'>): void;
  added(storeId: StoreId): void;
  tally(storeId: StoreId, kind: JobKind, from: JobState | undefined, to: JobState | undefined): void;
}

/** The fields a caller of `move` may set; the state is the table's to say. */
export type Patch = Partial<Omit<JobRow, 'seq' | 'id' | 'storeId' | 'kind' | 'target' | 'state' | 'createdAt'>>;

/** A choice of the seller, logged with what was known when it was made. */
export interface Choice {
  reason?: string;
  detail?: string;
}

/**
 * The one way a job changes its state: what `transitions` does not list cannot happen, and a job that somebody else
 * changed since it was read stays as it is. Writes the row, the counts and, for a choice of the seller, the decision;
 * then whatever follows from it (the step after, the newer answer behind).
 * @returns the job as it now is; undefined when nothing was changed
 */
export function move(
  journal: Journal,
  job: JobRow,
  cause: Cause,
  patch: Patch = {},
  choice?: Choice,
): JobRow | undefined {
  const state = nextState(job.state, cause);
  if (state === undefined) return undefined;
  const next: JobRow = {
    ...job,
    code: undefined,
    message: undefined,
    holdReason: undefined,
    wait: undefined,
    dueAt: undefined,
    callId: undefined,
    ...patch,
    plannedAt: patch.dueAt === undefined ? undefined : journal.at,
    // What was read while it was something else was never decided upon: whatever comes back into the queue is read anew.
    ...(state === 'queued' ? { readAt: undefined } : {}),
    state,
    changedAt: journal.at,
  };
  const { jobs, decisions } = journal.tables;
  const saved = patch.values === undefined ? jobs.save(next, job) : jobs.saveValues(next, job);
  if (!saved) return undefined;
  journal.tally(job.storeId, job.kind, job.state, state);
  journal.changed(job);
  if (choice !== undefined) {
    decisions.add(job.seq, {
      at: journal.at,
      cause,
      ...(choice.reason === undefined ? {} : { reason: choice.reason }),
      ...(choice.detail === undefined ? {} : { detail: choice.detail }),
      ...(job.finding === undefined ? {} : { finding: job.finding }),
    });
  }
  followSettled(journal, job, next);
  return next;
}

/** Changes something about a job and leaves its state. */
export function touch(journal: Journal, job: JobRow, patch: Patch): JobRow | undefined {
  const replans = Object.hasOwn(patch, 'dueAt') && patch.dueAt !== job.dueAt;
  const plannedAt = replans && patch.dueAt !== undefined ? journal.at : job.plannedAt;
  const next: JobRow = { ...job, ...patch, plannedAt: patch.dueAt === undefined && replans ? undefined : plannedAt };
  const { jobs } = journal.tables;
  // Three hundred rows a reading: only one index has to follow, and nothing the window shows changes.
  if (isMerelyRead(job, next)) return jobs.saveReading(next, job) ? next : undefined;
  if (!jobs.save(next, job)) return undefined;
  journal.changed(job);
  return next;
}

function isMerelyRead(before: JobRow, after: JobRow): boolean {
  if (before.state !== 'queued') return false;
  return (
    before.dueAt === after.dueAt &&
    before.code === after.code &&
    before.message === after.message &&
    before.reread === after.reread &&
    before.failures === after.failures &&
    before.batchCap === after.batchCap
  );
}

/** Still to be moved by us or the market; what is held waits for the seller. */
const movingStates: readonly JobState[] = ['queued', 'sending', 'waiting', 'unknown'];

export interface Desk {
  database: DeskDatabase;
  /** One transaction with a journal: rows, counts and progress together; whoever listens hears of it after the commit. */
  change<Value>(work: (journal: Journal) => Value): Promise<Value>;
}

/** Wraps the database so that counts can never be forgotten. */
export function createDesk(options: {
  database: DeskDatabase;
  now: () => number;
  newId: () => string;
  onChange: (change: OutboxChange) => void;
}): Desk {
  const { database, now, newId, onChange } = options;
  return {
    database,
    async change(work) {
      const perStore = new Map<StoreId, { jobs: Set<JobId>; added: boolean }>();
      const of = (storeId: StoreId) => {
        const known = perStore.get(storeId) ?? { jobs: new Set<JobId>(), added: false };
        perStore.set(storeId, known);
        return known;
      };
      const tallies = new Map<string, { storeId: StoreId; kind: JobKind; state: JobState; by: number }>();
      const count = (storeId: StoreId, kind: JobKind, state: JobState, by: number): void => {
        const key = `${storeId} ${kind} ${state}`;
        const known = tallies.get(key) ?? { storeId, kind, state, by: 0 };
        tallies.set(key, { ...known, by: known.by + by });
      };
      const value = await database.transaction((tables) => {
        const left = new Map<StoreId, number>();
        const answer = work({
          tables,
          at: now(),
          newId,
          changed: ({ storeId, id }) => of(storeId).jobs.add(id),
          added: (storeId) => {
            of(storeId).added = true;
          },
          tally(storeId, kind, from, to) {
            if (from !== undefined) count(storeId, kind, from, -1);
            if (to !== undefined) count(storeId, kind, to, 1);
            const wasMoving = from !== undefined && movingStates.includes(from);
            const isMoving = to !== undefined && movingStates.includes(to);
            if (wasMoving && !isMoving && to !== undefined) left.set(storeId, (left.get(storeId) ?? 0) + 1);
          },
        });
        keepCounts(tables, [...tallies.values()], left);
        return answer;
      });
      for (const [storeId, { jobs, added }] of perStore) onChange({ storeId, jobs: [...jobs], added });
      return value;
    },
  };
}

/** Progress counts from when the outbox was last empty: the first job after that starts it anew. */
function keepCounts(
  tables: Tables,
  tallies: readonly { storeId: StoreId; kind: JobKind; state: JobState; by: number }[],
  left: ReadonlyMap<StoreId, number>,
): void {
  const stores = new Set(tallies.map(({ storeId }) => storeId));
  const movingOf = (storeId: StoreId): number => {
    const counts = tables.counts.of(storeId);
    return movingStates.reduce((sum, state) => sum + counts[state], 0);
  };
  const before = new Map([...stores].map((storeId) => [storeId, movingOf(storeId)]));
  // What goes up first: no count may be below nothing on the way.
  for (const { storeId, kind, state, by } of tallies.toSorted((a, b) => b.by - a.by)) {
    tables.counts.adjust(storeId, kind, state, by);
  }
  for (const storeId of stores) {
    const startsAnew = before.get(storeId) === 0 && movingOf(storeId) > 0;
    const done = (startsAnew ? 0 : tables.counts.done(storeId)) + (left.get(storeId) ?? 0);
    tables.counts.setDone(storeId, done);
  }
}
