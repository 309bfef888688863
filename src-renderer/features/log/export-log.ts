import type { Job } from '../../../src-preload/contract/job';
import { call } from '../../state/ipc-client';
import { dayName, exactTime } from '../../ui/clock';
import { saveBytes } from '../../ui/save-bytes';
import { chosenRules, isTestStore, useAppState } from '../../state/app-state';
import { writeTable } from '../../sheets/write-table';
import { text } from '../../text';
import { restOf, wordsFor } from '../../ui/job/job-words';
import { readCells, readHeads } from './export-cells';
import { scopeOf } from './log-pages';
import { useLog } from './log-state';

const words = text.log;
const pageLimit = 200;

/**
 * Saves what the log shows now, all pages of it and folded groups too, as an .xlsx of text cells whose heads are those a
 * dropped file is read by. Answers how many jobs; undefined if it failed.
 */
export async function exportLog(progress: (done: number, total: number) => void): Promise<number | undefined> {
  const { storeId, shown } = useLog.getState();
  if (storeId === undefined) return 0;
  const scope = scopeOf(storeId, shown);
  const found: Job[] = [];
  for (let offset = 0, total = 1; offset < total; offset += pageLimit) {
    const answer = await call('log-list', { scope, folded: [], offset, limit: pageLimit });
    if (!answer.ok) return undefined;
    total = answer.value.total;
    for (const item of answer.value.items) if (item.is === 'job') found.push(item.job);
    progress(found.length, answer.value.jobs);
  }
  return exportJobs(found);
}

/** Saves these jobs. Answers how many; undefined if it failed. */
export async function exportJobs(jobs: readonly Job[]): Promise<number | undefined> {
  const ofStock = jobs.length > 0 && jobs.every(({ kind }) => kind === 'stock');
  const { shipments } = chosenRules(useAppState.getState());
  const table = jobs.map((job) => [...readCells(job, ofStock, shipments), ...saidOf(job)]);
  const bytes = await writeTable(words.title, [[...readHeads(ofStock), ...saidHeads], ...table]);
  if (!bytes) return undefined;
  saveBytes(bytes, `${words.exportName}-${dayName(Date.now())}.xlsx`);
  return jobs.length;
}

const { columns } = words;
/** What the log says of a job, after what a dropped file is read by. */
const saidHeads: readonly string[] = [
  columns.kind,
  columns.state,
  columns.advice,
  columns.code,
  columns.message,
  columns.file,
  columns.addedAt,
  columns.changedAt,
];

function saidOf(job: Job): string[] {
  const { title, body } = wordsFor(job, Date.now(), restOf(useAppState.getState(), job.storeId));
  const state = words.states[job.state];
  return [
    text.send.operations[job.kind],
    isTestStore(useAppState.getState(), job.storeId) ? `${state} (${text.shell.testAddressBand})` : state,
    [title, body].filter(Boolean).join(' '),
    job.code ?? '',
    job.message ?? '',
    job.fileName ?? '',
    exactTime(job.createdAt),
    exactTime(job.changedAt),
  ];
}
