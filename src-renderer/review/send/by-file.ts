import { create } from 'zustand';
import { jobStateGroups } from '../../../src-preload/contract/job-states';
import type { ImportId, StoreId } from '../../../src-preload/contract/ids';
import { marketRules } from '../../../src-preload/contract/markets/rules';
import { marketOfStore } from '../../state/app-state';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import type { Undo } from '../../state/announcements';
import { dayName } from '../../ui/clock';
import { saveBytes } from '../../ui/save-bytes';
import { writeTable } from '../../sheets/write-table';
import { text } from '../../text';
import { takeBackOf } from '../../state/take-back';

const words = text.byFile;

/** Whether a file is being made: one at a time, and its buttons say so. */
export const useByFile = create<{ busy: boolean }>()(() => ({ busy: false }));

/**
 * Everything of a store that still waits goes into SmartStore's 일괄발송 file. Marked first, written after: what the app
 * could still send must never be in the seller's file too.
 */
export async function saveWaitingByFile(storeId: StoreId): Promise<void> {
  await whileBusy(async () => {
    const waiting = await call('log-page', {
      filter: { storeId, states: [...jobStateGroups.toSend], kinds: ['dispatch'] },
      offset: 0,
      limit: 1,
    });
    const answer = await call('log-act-all', { storeId, action: 'by-file' });
    if (!answer.ok || !waiting.ok) return announce(words.failed);
    const { changed, undo } = answer.value;
    const left = Math.max(0, waiting.value.total - changed);
    return saveMarked(
      storeId,
      undefined,
      left,
      undo === undefined ? undefined : takeBackOf(undo, words.undone(changed)),
    );
  });
}

/** What of an import is marked, as a file. `left` lines stay where they are, and that is said. */
export async function saveImportByFile(
  storeId: StoreId,
  importId: ImportId,
  left: number,
  undo: Undo | undefined,
): Promise<void> {
  await whileBusy(() => saveMarked(storeId, importId, left, undo));
}

/** What was to go by file is sent from here after all. */
export async function sendHereInstead(storeId: StoreId): Promise<void> {
  const answer = await call('log-act-all', { storeId, action: 'here-instead' });
  if (!answer.ok) return announce(text.shell.callFailed);
  const { changed, undo } = answer.value;
  return announce(words.hereInstead(changed), undo === undefined ? undefined : takeBackOf(undo));
}

async function whileBusy(work: () => Promise<void>): Promise<void> {
  if (useByFile.getState().busy) return;
  useByFile.setState({ busy: true });
  await work().finally(() => useByFile.setState({ busy: false }));
}

async function saveMarked(
  storeId: StoreId,
  importId: ImportId | undefined,
  left: number,
  undo: Undo | undefined,
): Promise<void> {
  const answer = await call('log-by-file', { storeId, ...(importId === undefined ? {} : { importId }) });
  if (!answer.ok) return announce(words.failed, undo);
  const { bulkFile } = marketRules[marketOfStore(storeId)];
  const rows = answer.value.lines.flatMap(({ target, dispatch }) => {
    const row = bulkFile?.row(target, dispatch);
    return row === undefined ? [] : [row];
  });
  const rest = left > 0 ? ` ${words.left(left)}` : '';
  if (bulkFile === undefined || rows.length === 0) return announce(`${words.nothing}${rest}`);
  const bytes = await writeTable(bulkFile.sheet, [[...bulkFile.header], ...rows]);
  if (!bytes) return announce(words.failed, undo);
  saveBytes(bytes, `${words.fileName}-${dayName(Date.now())}.xlsx`);
  return announce(`${words.saved(rows.length)}${rest}`, undo);
}
