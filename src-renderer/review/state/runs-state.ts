import { create } from 'zustand';
import type { EventPayload } from '../../../src-preload/contract/events';
import type { BatchId, ImportId, StoreId } from '../../../src-preload/contract/ids';
import { atMostEvery } from '../../state/at-most-every';
import { call } from '../../state/ipc-client';
import { dayName } from '../../ui/clock';
import { RunPace } from './run-pace';
import { orderRows, taskRows } from './run-rows';
import type { RunRows } from './run-rows';
import { figuresOf } from './run-stage';
import type { RunSums } from './run-stage';

/** What was sent of one file under review, from the press until its tab is closed. The figures are the main process's. */
export interface Run {
  /** The tab of its file. */
  key: string;
  storeId: StoreId;
  importId: ImportId;
  /** The batch that can be taken back until it is due. */
  batchId: BatchId | undefined;
  dueAt: number;
  /** Of this batch. */
  jobs: number;
  sums: RunSums;
  /** Its boxes, as they were counted last: when it began, and at its end. */
  boxes: RunSums['boxes'];
  tasks: RunRows;
  rows: RunRows;
  pace: RunPace;
  /** When all of it had first come to an end; ms UTC. */
  endedAt: number | undefined;
  /** Nothing of the store is due today any more, as its order book said at the end. */
  dayIsDone: boolean;
}

/** The runs by the keys of their tabs. */
export const useRuns = create<{ runs: Readonly<Record<string, Run>> }>()(() => ({ runs: {} }));

/** The run of a tab; undefined where nothing of its file was sent. */
export function useRun(key: string | undefined): Run | undefined {
  return useRuns(({ runs }) => (key === undefined ? undefined : runs[key]));
}

/** Begins to follow what was sent of a file; resolves when its first rows and figures are there to be shown. */
export async function startRun(
  sent: Pick<Run, 'key' | 'storeId' | 'importId' | 'batchId' | 'dueAt' | 'jobs'>,
  now: () => number = Date.now,
): Promise<void> {
  const { key, storeId, importId } = sent;
  const tasks = taskRows(storeId, importId);
  const rows = orderRows(importId, now);
  const [sums] = await Promise.all([
    call('imports-sums', { importId, withBoxes: true }),
    tasks.refresh(),
    rows.refresh(),
  ]);
  if (!sums.ok) return;
  const { all, left } = figuresOf(sums.value);
  const pace = new RunPace();
  // Nothing moves before it is due: that time is no part of its pace.
  pace.note(Math.max(sent.dueAt, now()), all - left, all);
  const run: Run = {
    ...sent,
    sums: sums.value,
    boxes: sums.value.boxes,
    tasks,
    rows,
    pace,
    endedAt: undefined,
    dayIsDone: false,
  };
  useRuns.setState(({ runs }) => ({ runs: { ...runs, [key]: run } }));
}

/** Follows a run no more: its tab was closed, or it was taken back. */
export function endRun(key: string): void {
  useRuns.setState(({ runs }) => {
    const { [key]: _, ...others } = runs;
    return { runs: others };
  });
}

/** Whether something of a file that was sent goes on, or waits for the seller. */
export function isUnderWay(key: string): boolean {
  const run = useRuns.getState().runs[key];
  if (run === undefined) return false;
  const { left, held, rejected } = figuresOf(run.sums);
  return left + held + rejected > 0;
}

/** Read again at most this often while jobs change: more the eye does not follow. */
const readingRestMs = 250;

/** Stores of which something changed since the last reading. */
const changed = new Set<StoreId>();

const readRuns = atMostEvery(readingRestMs, async () => {
  const stores = new Set(changed);
  changed.clear();
  const runs = Object.values(useRuns.getState().runs).filter(({ storeId }) => stores.has(storeId));
  await Promise.all(runs.map(readRun));
  return undefined;
});

/** Applies `jobs-changed`. */
export function jobsChangedForRuns({ storeId }: EventPayload<'jobs-changed'>): void {
  const { runs } = useRuns.getState();
  if (!Object.values(runs).some((run) => run.storeId === storeId)) return;
  changed.add(storeId);
  readRuns();
}

async function readRun({ key, importId, storeId, tasks, rows, pace, dueAt, endedAt }: Run): Promise<void> {
  const asked = await call('imports-sums', { importId, withBoxes: false });
  if (!asked.ok) return;
  const figures = figuresOf(asked.value);
  if (Date.now() >= dueAt) pace.note(Date.now(), figures.all - figures.left, figures.all);
  const isOver = figures.left === 0;
  const [boxes, dayIsDone] = isOver ? await readEnd(storeId, importId) : [undefined, false];
  // In this order, so that a row that is held is for a moment in both lists and never in none.
  await tasks.refresh();
  await rows.refresh();
  const ended = isOver ? (endedAt ?? Date.now()) : endedAt;
  changeRun(key, { sums: asked.value, endedAt: ended, dayIsDone, ...(boxes === undefined ? {} : { boxes }) });
}

async function readEnd(storeId: StoreId, importId: ImportId): Promise<[RunSums['boxes'], boolean]> {
  const [sums, book] = await Promise.all([
    call('imports-sums', { importId, withBoxes: true }),
    call('book-counts', { storeId }),
  ]);
  const boxes = sums.ok ? sums.value.boxes : undefined;
  if (!book.ok || book.value.trouble !== undefined) return [boxes, false];
  // A book that was not read today does not know what is due today.
  const { filledAt, today, late } = book.value;
  const isOfToday = filledAt !== undefined && dayName(filledAt) === dayName(Date.now());
  return [boxes, isOfToday && today + late === 0];
}

function changeRun(key: string, change: Partial<Run>): void {
  useRuns.setState(({ runs }) => {
    const run = runs[key];
    return run === undefined ? {} : { runs: { ...runs, [key]: { ...run, ...change } } };
  });
}
