/**
 * A stand-in for the main process behind `window.desk`, for looking at the window alone: two stores, a log with every
 * state, drafts in memory, and a market that answers after a moment. Not used by the app.
 */
import type { DeskBridge } from '../../../src-preload/contract/bridge';
import type { CallFailure, CallInput, CallOutput } from '../../../src-preload/contract/calls';
import type { Import } from '../../../src-preload/contract/import';
import { checkAll } from '../../../src-preload/contract/check/review';
import { staysBecause } from '../../../src-preload/contract/check/goes-out';
import type { EventPayload } from '../../../src-preload/contract/events';
import { batchIdSchema, importIdSchema } from '../../../src-preload/contract/ids';
import type { BatchId } from '../../../src-preload/contract/ids';
import { jobStates } from '../../../src-preload/contract/job';
import type { Counts, Job, JobState } from '../../../src-preload/contract/job';
import type { Line } from '../../../src-preload/contract/line';
import type { CallName, EventName } from '../../../src-preload/contract/names';
import { failure, success } from '../../../src-preload/contract/result';
import type { Result } from '../../../src-preload/contract/result';
import type { StoreStatus } from '../../../src-preload/contract/store';
import { practiceStore, realStore, sampleJob, sampleJobs, settledJob } from './fake-jobs';

type Handlers = {
  [Name in CallName]?: (input: CallInput<Name>) => Result<CallOutput<Name>, CallFailure<Name>>;
};

interface Scene {
  jobs?: number;
  status?: Partial<StoreStatus>;
  testAddress?: boolean;
  chosen?: 'practice' | 'real';
}

const noCounts = (): Counts => ({
  queued: 0,
  sending: 0,
  waiting: 0,
  unknown: 0,
  held: 0,
  rejected: 0,
  succeeded: 0,
  cancelled: 0,
});

/** Builds the bridge; `scene` sets what the window meets. */
export function fakeDesk(scene: Scene = {}): DeskBridge {
  const stores = [practiceStore, realStore];
  let chosen = scene.chosen === 'real' ? realStore.id : practiceStore.id;
  let jobs: Job[] = sampleJobs(scene.jobs ?? 0, chosen);
  const drafts = new Map<string, { about: Import; lines: Map<number, Line> }>();
  const listeners = new Map<EventName, Set<(payload: never) => void>>();
  let undo:
    | { batchId: BatchId; until: number; count: number; jobs: Job[]; lines: Line[]; importId: string }
    | undefined;

  const countsOf = (storeId: string): Counts => {
    const counts = noCounts();
    for (const job of jobs) if (job.storeId === storeId) counts[job.state] += 1;
    return counts;
  };
  const statuses = (): StoreStatus[] =>
    stores.map((store) => {
      const counts = countsOf(store.id);
      const total = jobs.filter((job) => job.storeId === store.id).length;
      const open = counts.queued + counts.sending + counts.waiting + counts.unknown;
      return {
        storeId: store.id,
        connection: 'online',
        paced: false,
        counts,
        progress: { done: total - open, total },
        ...(undo && store.id === chosen
          ? { undo: { batchId: undo.batchId, until: undo.until, count: undo.count } }
          : {}),
        ...(store.id === chosen ? scene.status : {}),
      };
    });
  function tell<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
    for (const listener of listeners.get(name) ?? []) (listener as (payload: EventPayload<Name>) => void)(payload);
  }
  function changed(added = false): void {
    tell('status-changed', { stores, statuses: statuses(), chosen });
    tell('jobs-changed', { storeId: chosen, jobs: [], more: true, added });
  }
  function setState(id: string, state: JobState): void {
    jobs = jobs.map((job) => (job.id === id ? settledJob(job, state) : job));
    changed();
  }
  /** The market answers: one in twenty is refused. */
  function run(batch: readonly Job[]): void {
    batch.forEach((job, index) => {
      setTimeout(() => setState(job.id, 'sending'), 60 * Math.floor(index / 30));
      setTimeout(
        () => setState(job.id, index % 20 === 19 ? 'rejected' : 'succeeded'),
        300 + 60 * Math.floor(index / 30),
      );
    });
  }

  const handlers: Handlers = {
    'desk-start': () =>
      success({
        version: '0.1.0',
        platform: 'linux',
        stores,
        chosen,
        statuses: statuses(),
        settings: { undoSeconds: 5, keepPersonalDays: 90, rememberCouriers: true },
        memory: { couriers: {}, columns: {} },
        keychain: true,
        testAddress: scene.testAddress ?? false,
      }),
    'stores-choose': ({ storeId }) => {
      chosen = stores.find((store) => store.id === storeId)?.id ?? chosen;
      changed();
      return success({});
    },
    'stores-pause': ({ paused }) => {
      scene.status = paused ? { connection: 'paused', pause: { cause: 'seller', since: Date.now() } } : {};
      changed();
      return success({});
    },
    'stores-test': () =>
      success({
        code: 'ip-not-allowed',
        ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'no', permission: 'unknown' },
        address: '203.0.113.7',
        marketCode: 'GW.IP_NOT_ALLOWED',
        traceId: 'fake-trace-1',
      }),
    'stores-save': () => success(realStore),
    'settings-set': () => success({}),
    'stores-set-confirm-first': () => success({}),
    'mappings-remember': () => success({}),
    'support-open': () => success({}),
    'imports-begin': ({ storeId, fileName, operation }) => {
      const id = importIdSchema.parse(crypto.randomUUID());
      const store = stores.find((each) => each.id === storeId) ?? practiceStore;
      const about: Import = { id, storeId: store.id, fileName, operation, createdAt: Date.now(), open: 0, sent: 0 };
      drafts.set(id, { about, lines: new Map() });
      return success({ importId: id });
    },
    'imports-put-lines': ({ importId, startOver, lines }) => {
      const draft = drafts.get(importId);
      if (startOver) draft?.lines.clear();
      for (const line of lines) draft?.lines.set(line.row, line);
      return success({ histories: [] });
    },
    'imports-finish': () => success({}),
    'imports-list': () => success([...drafts.values()].map(({ about, lines }) => ({ ...about, open: lines.size }))),
    'imports-lines': ({ importId, afterRow }) => {
      const lines = [...(drafts.get(importId)?.lines.values() ?? [])]
        .filter((line) => line.row > afterRow)
        .toSorted((one, other) => one.row - other.row);
      return success({ lines: lines.slice(0, 1000), histories: [] });
    },
    'imports-drop': ({ importId }) => {
      drafts.delete(importId);
      return success({});
    },
    'outbox-add': ({ importId }) => {
      const draft = drafts.get(importId);
      if (!draft) return failure('not-found');
      const checked = checkAll([...draft.lines.values()], {
        market: 'naver',
        operation: draft.about.operation,
        now: Date.now(),
      });
      const going = checked.filter((each) => staysBecause(each) === undefined);
      const added = going.flatMap(({ line, job }) =>
        job ? [sampleJob(jobs.length + line.row, chosen, line, job)] : [],
      );
      for (const { line } of going) draft.lines.delete(line.row);
      jobs = [...added, ...jobs];
      const batchId = batchIdSchema.parse(crypto.randomUUID());
      undo = {
        batchId,
        until: Date.now() + 5000,
        count: added.length,
        jobs: added,
        lines: going.map(({ line }) => line),
        importId,
      };
      setTimeout(() => {
        if (undo?.batchId !== batchId) return;
        undo = undefined;
        run(added);
      }, 5000);
      changed(true);
      return success({ batchId, dueAt: Date.now() + 5000, added: added.length, already: 0, lines: [] });
    },
    'outbox-undo': () => {
      if (!undo) return failure('too-late');
      const { jobs: taken, lines, importId } = undo;
      for (const line of lines) drafts.get(importId)?.lines.set(line.row, line);
      const ids = new Set(taken.map((job) => job.id));
      jobs = jobs.filter((job) => !ids.has(job.id));
      undo = undefined;
      changed();
      return success({ takenBack: taken.length, importId: importIdSchema.parse(importId) });
    },
    'log-page': ({ filter, offset, limit }) => {
      const wanted = jobs.filter(
        (job) =>
          job.storeId === filter.storeId &&
          (filter.states === undefined || filter.states.includes(job.state)) &&
          (filter.search === undefined || job.target.startsWith(filter.search) || job.target.endsWith(filter.search)),
      );
      return success({ jobs: wanted.slice(offset, offset + limit), total: wanted.length });
    },
    'log-job': ({ jobId }) => {
      const job = jobs.find((each) => each.id === jobId);
      if (!job) return failure('not-found');
      const at = job.changedAt;
      return success({
        job,
        attempts: [
          { callId: 'c1', at: at - 900, purpose: 'read', httpStatus: 200, traceId: 'cr1e-7a31f0' },
          {
            callId: 'c2',
            at: at - 200,
            purpose: 'send',
            httpStatus: 200,
            outcome: job.state,
            ...(job.code === undefined ? {} : { code: job.code }),
            ...(job.message === undefined ? {} : { message: job.message }),
            traceId: 'cr1e-7a31f1',
          },
        ],
        decisions: [{ at: at - 100, cause: 'retried' }],
        parcel: [],
      });
    },
    'log-act': (action) => {
      for (const id of action.jobs) {
        setState(id, action.action === 'exclude' || action.action === 'decline' ? 'cancelled' : 'queued');
        if (action.action === 'retry') setTimeout(() => setState(id, 'rejected'), 400);
      }
      return success({ changed: action.jobs.length, refused: [] });
    },
    'log-act-all': () => success({ changed: 0, refused: [] }),
  };

  return {
    call: (name, input) => {
      const handler = handlers[name] as ((given: typeof input) => Awaited<ReturnType<DeskBridge['call']>>) | undefined;
      // What crosses the real bridge is cloned; a fake that shares objects would hide mistakes.
      const answer = handler ? structuredClone(handler(structuredClone(input))) : failure('internal', name);
      return Promise.resolve(answer) as never;
    },
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      set.add(listener);
      listeners.set(name, set);
      return () => set.delete(listener);
    },
  };
}

/** All states, for those who check that a scene shows each. */
export const everyState = jobStates;
