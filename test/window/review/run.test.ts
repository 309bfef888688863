import '../../support/window/match-media';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Job } from '../../../src-preload/contract/job';
import { jobSchema } from '../../../src-preload/contract/job';
import { batchIdSchema, importIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import type { JobState } from '../../../src-preload/contract/job-states';
import {
  endRun,
  isUnderWay,
  jobsChangedForRuns,
  startRun,
  useRuns,
} from '../../../src-renderer/review/state/runs-state';
import { restoreImports } from '../../../src-renderer/review/state/restore-imports';
import { closeReview } from '../../../src-renderer/review/files/take-files';
import { useSend } from '../../../src-renderer/review/state/reviews-state';
import { useAppState } from '../../../src-renderer/state/app-state';
import { createFakeBridge } from '../../support/window/fake-bridge';

const storeId = storeIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const importId = importIdSchema.parse('018f0000-0000-7000-8000-000000000002');
const batchId = batchIdSchema.parse('018f0000-0000-7000-8000-000000000003');
const sent = { key: 'tab', storeId, importId, batchId, dueAt: 0, jobs: 3 };
const none = {
  queued: 0,
  sending: 0,
  waiting: 0,
  unknown: 0,
  held: 0,
  rejected: 0,
  succeeded: 0,
  cancelled: 0,
  'by-file': 0,
};

let states: JobState[];
const jobAt = (at: number): Job =>
  jobSchema.parse({
    id: `018f0000-0000-7000-8000-00000000010${at}`,
    seq: at + 1,
    storeId,
    kind: 'dispatch',
    target: `202603021111111${at}`,
    values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
    state: states[at],
    revision: 0,
    failures: 0,
    attempts: 0,
    createdAt: 0,
    changedAt: states[at] === 'queued' ? 0 : 1,
  });
const isTask = (state: JobState) => state === 'held' || state === 'rejected';
const answers = {
  'imports-sums': () => ({
    states: states.reduce((sums, state) => ({ ...sums, [state]: sums[state] + 1 }), none),
    boxes: { all: 3, done: states.filter((state) => state === 'succeeded').length, couriers: [] },
  }),
  'imports-jobs': () => {
    const jobs = states.flatMap((state, at) => (isTask(state) ? [] : [{ job: jobAt(at) }]));
    return { jobs, total: jobs.length };
  },
  'log-list': () => {
    const jobs = states.flatMap((state, at) => (isTask(state) ? [jobAt(at)] : []));
    const items = jobs.map((job) => ({ is: 'job', job }));
    return { items, total: items.length, jobs: jobs.length, partial: false };
  },
  'book-counts': () => ({ today: 0, late: 0, filledAt: Date.now() }),
};

beforeEach(() => {
  vi.useFakeTimers();
  states = ['queued', 'queued', 'queued'];
  createFakeBridge(answers);
});
afterEach(() => {
  endRun('tab');
  vi.useRealTimers();
});

const run = () => useRuns.getState().runs['tab'];
const rowsOf = () => {
  const { rows } = run() ?? {};
  return Array.from({ length: rows?.total ?? 0 }, (_, at) => rows?.at(at));
};

async function changeTo(...next: JobState[]): Promise<void> {
  states = next;
  jobsChangedForRuns({ storeId, jobs: [], more: false, added: false });
  await vi.advanceTimersByTimeAsync(1000);
}

it('is shown with its first rows and figures, never empty', async () => {
  await startRun(sent);
  expect(rowsOf().map((row) => row?.is)).toEqual(['head', 'job', 'job', 'job']);
  expect(run()?.boxes?.all).toBe(3);
  expect(isUnderWay('tab')).toBe(true);
});

it('marks the rows that have just become done, from top to bottom, and no row that was done before', async () => {
  await startRun(sent);
  await changeTo('succeeded', 'sending', 'succeeded');
  const turns = () => rowsOf().map((row) => (row?.is === 'job' ? row.turn?.nth : undefined));
  expect(turns()).toEqual([undefined, 0, undefined, 1]);
  const [, first] = rowsOf();
  await changeTo('succeeded', 'succeeded', 'succeeded');
  expect(turns()).toEqual([undefined, 0, 0, 1]);
  // The row that has not changed is the very same one: it is not drawn again.
  expect(rowsOf()[1]).toBe(first);
});

it('has what waits for the seller in a list of its own, and no more among the others', async () => {
  await startRun(sent);
  await changeTo('succeeded', 'held', 'rejected');
  expect(run()?.tasks.total).toBe(2);
  expect(rowsOf()).toHaveLength(2);
  expect(isUnderWay('tab')).toBe(true);
});

it('knows at its end when that was and whether the day is done, and is gone with its tab', async () => {
  await startRun(sent);
  expect(run()?.endedAt).toBeUndefined();
  await changeTo('succeeded', 'succeeded', 'succeeded');
  expect(run()?.endedAt).toBeTypeOf('number');
  expect(run()?.dayIsDone).toBe(true);
  expect(run()?.boxes?.done).toBe(3);
  expect(isUnderWay('tab')).toBe(false);
  endRun('tab');
  expect(run()).toBeUndefined();
});

it('is not read again for what changes in another store', async () => {
  await startRun(sent);
  const bridge = createFakeBridge(answers);
  jobsChangedForRuns({
    storeId: storeIdSchema.parse('018f0000-0000-7000-8000-000000000009'),
    jobs: [],
    more: false,
    added: false,
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(bridge.calls).toEqual([]);
});

it('has its pace from when it was due, not from the press', async () => {
  const dueAt = Date.now() + 5000;
  await startRun({ ...sent, dueAt });
  await changeTo('queued', 'queued', 'queued');
  await vi.advanceTimersByTimeAsync(6000);
  await changeTo('succeeded', 'sending', 'queued');
  // One in the three seconds since then.
  expect(run()?.pace.perMinute(Date.now())).toBeCloseTo(20, 0);
});

it('is followed again after a restart from where it stands, also where nothing of its file is left to send', async () => {
  states = ['succeeded', 'sending', 'queued'];
  const file = { storeId, fileName: 'cj.xlsx', operation: 'dispatch', createdAt: 0, open: 0, sent: 3 };
  const ended = importIdSchema.parse('018f0000-0000-7000-8000-000000000009');
  createFakeBridge({
    ...answers,
    'imports-list': () => [
      { ...file, id: importId, underWay: true },
      { ...file, id: ended, underWay: false },
    ],
    'edits-list': () => ({ steps: [] }),
  });
  useAppState.setState({
    stores: [
      {
        id: storeId,
        market: 'naver',
        label: 'store',
        practice: false,
        accountId: 'a',
        hasSecrets: true,
        confirmFirst: 'ask',
      },
    ],
    chosen: storeId,
  });
  await restoreImports();
  const { reviews } = useSend.getState();
  expect(reviews.map((review) => review.importId)).toEqual([importId]);
  const key = reviews[0]?.key ?? '';
  expect(useRuns.getState().runs[key]).toMatchObject({ importId, batchId: undefined, jobs: 3 });
  expect(isUnderWay(key)).toBe(true);
  closeReview(key);
});
