import type { Job } from '../../../src-preload/contract/job';
import { call } from '../../state/ipc-client';
import { dayName, exactTime } from '../../ui/clock';
import { saveBytes } from '../../ui/save-bytes';
import { isTestStore, useAppState } from '../../state/app-state';
import { writeTable } from '../../sheets/write-table';
import { text } from '../../text';
import { restOf, shipmentOf, wordsFor } from '../../ui/job/job-words';
import { logFilter } from './log-pages';
import { useLog } from './log-state';

const words = text.log;
const pageLimit = 200;

/** Saves what the log shows now, all pages of it, as an .xlsx of text cells. Answers how many jobs; undefined if it failed. */
export async function exportLog(progress: (done: number, total: number) => void): Promise<number | undefined> {
  const { storeId, states, search } = useLog.getState();
  if (storeId === undefined) return 0;
  const filter = logFilter(storeId, states, search);
  const rows: string[][] = [];
  for (let total = 1; rows.length < total;) {
    const answer = await call('log-page', { filter, offset: rows.length, limit: pageLimit });
    if (!answer.ok) return undefined;
    if (answer.value.jobs.length === 0) break;
    total = answer.value.total;
    for (const job of answer.value.jobs) rows.push(rowOf(job));
    progress(rows.length, total);
  }
  const bytes = await writeTable(words.title, [header, ...rows]);
  if (!bytes) return undefined;
  saveBytes(bytes, `${words.exportName}-${dayName(Date.now())}.xlsx`);
  return rows.length;
}

const { columns } = words;
const header: string[] = [
  columns.kind,
  columns.target,
  columns.orderId,
  columns.recipient,
  columns.productName,
  text.send.fields.courier,
  text.send.fields.trackingNumber,
  columns.state,
  columns.advice,
  columns.code,
  columns.message,
  columns.file,
  columns.changedAt,
];

function rowOf(job: Job): string[] {
  const { by, number } = shipmentOf(job.values);
  const { title, body } = wordsFor(job, Date.now(), restOf(useAppState.getState().statuses, job.storeId));
  return [
    text.send.operations[job.kind],
    job.target,
    job.orderId ?? '',
    job.recipient ?? '',
    job.productName ?? '',
    by,
    number ?? '',
    isTestStore(useAppState.getState(), job.storeId)
      ? `${words.states[job.state]} (${text.shell.testAddressBand})`
      : words.states[job.state],
    [title, body].filter(Boolean).join(' '),
    job.code ?? '',
    job.message ?? '',
    job.fileName ?? '',
    exactTime(job.changedAt),
  ];
}
