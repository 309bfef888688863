import type { JobId, StoreId } from '../../../src-preload/contract/ids';
import { countIn, isIn } from '../../../src-preload/contract/job-states';
import type { JobKind, JobState } from '../../../src-preload/contract/job-states';
import type { JobRow } from '../../database/rows';
import type { AppDatabase, Tables } from '../../database/tables';
import type { Urgency } from '../../database/write-scheduler';
import type { OutboxChange } from '../outbox-port';

/** The seller has looked at what changed about a product order; ms UTC. */
export interface SeenBox {
  storeId: StoreId;
  target: string;
  at: number;
  /** Of the address change that is no warning any more. */
  flaggedAt?: number;
}

/** What one transaction changes, on its way to the counts and to whoever listens. */
export interface Journal {
  tables: Tables;
  /** ms UTC of the whole transaction. */
  at: number;
  newId: () => string;
  changed(job: Pick<JobRow, 'storeId' | 'id'>): void;
  added(storeId: StoreId): void;
  tally(storeId: StoreId, kind: JobKind, from: JobState | undefined, to: JobState | undefined): void;
  /** While a decision of the seller is carried out: each job it moved. */
  moved?: (was: JobRow, job: JobRow) => void;
  /** While a decision of the seller is carried out: a job that was added because of it. */
  jobAdded?: (id: JobId) => void;
  /** While a decision of the seller is carried out: what changed about a box counts as looked at by it. */
  boxSeen?: (seen: SeenBox) => void;
  /** While a decision is carried out that can be taken back: so long what it puts into the queue stays there. */
  leaveAfterMs?: number;
}

export interface JobTransactions {
  database: AppDatabase;
  /** One transaction with a journal: rows, counts and progress together; whoever listens hears of it after the commit. */
  run<Value>(work: (journal: Journal) => Value, urgency?: Urgency): Promise<Value>;
}

/** Wraps the database so that counts can never be forgotten. */
export function createJobTransactions(options: {
  database: AppDatabase;
  now: () => number;
  newId: () => string;
  onChange: (change: OutboxChange) => void;
}): JobTransactions {
  const { database, now, newId, onChange } = options;
  return {
    database,
    async run(work, urgency) {
      const perStore = new Map<StoreId, { jobs: Set<JobId>; added: boolean }>();
      const of = (storeId: StoreId) => {
        const known = perStore.get(storeId) ?? { jobs: new Set<JobId>(), added: false };
        perStore.set(storeId, known);
        return known;
      };
      const tallies = new Map<string, { storeId: StoreId; kind: JobKind; state: JobState; by: number }>();
      const count = (storeId: StoreId, kind: JobKind, state: JobState, by: number): void => {
        const key = `${storeId} ${kind} ${state}`;
        const known = tallies.get(key);
        if (known === undefined) tallies.set(key, { storeId, kind, state, by });
        else known.by += by;
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
            if (isIn('underWay', from) && to !== undefined && !isIn('underWay', to))
              left.set(storeId, (left.get(storeId) ?? 0) + 1);
          },
        });
        keepCounts(tables, [...tallies.values()], left);
        return answer;
      }, urgency);
      for (const [storeId, { jobs, added }] of perStore) onChange({ storeId, jobs: [...jobs], added });
      return value;
    },
  };
}

/** Progress counts from when the outbox was last empty: the first job after that starts it again. */
function keepCounts(
  tables: Tables,
  tallies: readonly { storeId: StoreId; kind: JobKind; state: JobState; by: number }[],
  left: ReadonlyMap<StoreId, number>,
): void {
  const stores = new Set(tallies.map(({ storeId }) => storeId));
  const underWayOf = (storeId: StoreId): number => countIn('underWay', tables.counts.of(storeId));
  const before = new Map([...stores].map((storeId) => [storeId, underWayOf(storeId)]));
  // What goes up first: no count may be below nothing on the way.
  for (const { storeId, kind, state, by } of tallies.toSorted((a, b) => b.by - a.by)) {
    tables.counts.adjust(storeId, kind, state, by);
  }
  for (const storeId of stores) {
    const startsOver = before.get(storeId) === 0 && underWayOf(storeId) > 0;
    const done = (startsOver ? 0 : tables.counts.done(storeId)) + (left.get(storeId) ?? 0);
    tables.counts.setDone(storeId, done);
  }
}
