import { create } from 'zustand';
import type { ImportId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { Job } from '../../src-preload/contract/job';
import type { JobState } from '../../src-preload/contract/job-states';
import { bulkHeader, bulkRow, bulkSheet } from '../../src-preload/contract/markets/naver/bulk-file';
import { call } from '../desk';
import { announce } from '../parts/announcer';
import { dayName } from '../parts/clock';
import { saveBytes } from '../parts/save-bytes';
import { writeTable } from '../sheets/write-table';
import { text } from '../text';

const words = text.byFile;
const pageLimit = 200;
/** The most one act may name (contract/acts.ts). */
const actLimit = 1000;

/** Whether a file is being made: one at a time, and its buttons say so. */
export const useByFile = create<{ busy: boolean }>()(() => ({ busy: false }));

/**
 * Everything of a store that still waits goes into SmartStore's 일괄발송 file. Marked first, written after: what the app
 * could still send must never be in the seller's file too.
 */
export async function saveWaitingByFile(storeId: StoreId): Promise<void> {
  await whileBusy(async () => {
    const waiting = await jobsIn(storeId, ['queued', 'waiting']);
    if (!waiting) return announce(words.failed);
    const fitting = waiting.filter((job) => job.afterJob === undefined && rowOf(job) !== undefined);
    let marked = 0;
    for (let from = 0; from < fitting.length; from += actLimit) {
      const jobs: JobId[] = fitting.slice(from, from + actLimit).map(({ id }) => id);
      const answer = await call('log-act', { action: 'by-file', jobs });
      if (!answer.ok) return announce(words.failed);
      marked += answer.value.changed;
    }
    await saveMarked(storeId, undefined, waiting.length - marked);
    return undefined;
  });
}

/** What of an import is marked, as a file. `left` lines stay where they are, and that is said. */
export async function saveImportByFile(storeId: StoreId, importId: ImportId, left: number): Promise<void> {
  await whileBusy(() => saveMarked(storeId, importId, left));
}

async function whileBusy(work: () => Promise<void>): Promise<void> {
  if (useByFile.getState().busy) return;
  useByFile.setState({ busy: true });
  await work().finally(() => useByFile.setState({ busy: false }));
}

async function saveMarked(storeId: StoreId, importId: ImportId | undefined, left: number): Promise<void> {
  const held = await jobsIn(storeId, ['held']);
  if (!held) return announce(words.failed);
  const rows = held
    .filter((job) => job.holdReason === 'by-file' && (importId === undefined || job.importId === importId))
    // The log is newest first; the seller's file follows the sheet.
    .toReversed()
    .flatMap((job) => {
      const row = rowOf(job);
      return row === undefined ? [] : [row];
    });
  const rest = left > 0 ? ` ${words.left(left)}` : '';
  if (rows.length === 0) return announce(`${words.nothing}${rest}`);
  const bytes = await writeTable(bulkSheet, [[...bulkHeader], ...rows]);
  if (!bytes) return announce(words.failed);
  saveBytes(bytes, `${words.fileName}-${dayName(Date.now())}.xlsx`);
  return announce(`${words.saved(rows.length)}${rest}`);
}

function rowOf({ target, values }: Job): string[] | undefined {
  return values.kind === 'dispatch' ? bulkRow(target, values.dispatch) : undefined;
}

async function jobsIn(storeId: StoreId, states: JobState[]): Promise<Job[] | undefined> {
  const found: Job[] = [];
  for (;;) {
    const filter = { storeId, states, kinds: ['dispatch' as const] };
    const answer = await call('log-page', { filter, offset: found.length, limit: pageLimit });
    if (!answer.ok) return undefined;
    found.push(...answer.value.jobs);
    if (answer.value.jobs.length < pageLimit) return found;
  }
}
