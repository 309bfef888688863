import { create } from 'zustand';
import type { EditLabel, EditStep } from '../../../src-preload/contract/edit-step';
import type { LinePatch } from '../../../src-preload/contract/check/line-patch';
import { linesPerChunk } from '../../../src-preload/contract/chunks';
import type { ImportId, StoreId } from '../../../src-preload/contract/ids';
import { announce } from '../../state/announcements';
import { call } from '../../state/ipc-client';
import { text } from '../../text';
import { useSend } from './reviews-state';

interface HistoryState {
  /** The steps of all files under review, the oldest first. Their lines are in the main process. */
  steps: readonly EditStep[];
}

/** What the seller did to lines before sending, over all files, as the main process keeps it. */
export const useHistory = create<HistoryState>()(() => ({ steps: [] }));

/** The walk before: presses that come faster than a step takes are done one after the other, and none is lost. */
let walking: Promise<void> = Promise.resolve();

/** Takes one step back, or does one again, behind those asked for before. */
export function walkInTurn(walk: () => Promise<void>): Promise<void> {
  walking = walking.then(walk, walk);
  return walking;
}

/** Resolves when every step that was asked for has been walked, or could not be. */
export async function walked(): Promise<void> {
  await Promise.allSettled([walking]);
}

/** Reads the steps of these files again, in place of what was known of them. */
export async function loadSteps(importIds: readonly ImportId[]): Promise<void> {
  if (importIds.length === 0) return;
  const answer = await call('edits-list', { importIds: [...importIds] });
  if (!answer.ok) return;
  const { steps: read } = answer.value;
  useHistory.setState(({ steps }) => ({
    steps: [...steps.filter((step) => !importIds.includes(step.importId)), ...read].toSorted(
      (one, other) => one.id - other.id,
    ),
  }));
}

/** Keeps a step that was done, and forgets those that were taken back before it, in all files of the store. */
export async function keepStep(
  importId: ImportId,
  storeId: StoreId,
  label: EditLabel,
  patches: readonly LinePatch[],
): Promise<void> {
  const answer = await call('edits-add', { importId, label, patches: patches.slice(0, linesPerChunk) });
  if (!answer.ok) return sayLost(answer.failure);
  const { step } = answer.value;
  const inStore = importsOf(storeId);
  useHistory.setState(({ steps }) => ({
    steps: [
      ...steps.filter(({ undone, importId: other }) => !undone || !inStore.has(other)),
      { id: step, importId, label, undone: false },
    ],
  }));
  for (let part = 1; part * linesPerChunk < patches.length; part += 1) {
    const rest = patches.slice(part * linesPerChunk, (part + 1) * linesPerChunk);
    const extended = await call('edits-extend', { step, part, patches: rest });
    if (!extended.ok) return sayLost(extended.failure);
  }
}

/** All lines of a step; undefined where it is gone. */
export async function patchesOf(step: EditStep): Promise<LinePatch[] | undefined> {
  const all: LinePatch[] = [];
  for (let part = 0; ; part += 1) {
    const answer = await call('edits-patches', { step: step.id, part });
    if (!answer.ok) return undefined;
    for (const patch of answer.value.patches) all.push(patch);
    if (!answer.value.more) return all;
  }
}

/** Notes that a step was taken back, or done again. */
export async function markStep({ id }: EditStep, undone: boolean): Promise<void> {
  const answer = await call('edits-mark', { step: id, undone });
  if (!answer.ok) sayLost(answer.failure);
  useHistory.setState(({ steps }) => ({
    steps: steps.map((step) => (step.id === id ? { ...step, undone } : step)),
  }));
}

/** The step may be missing after a restart. Of a file that was closed meanwhile there is nothing to say. */
function sayLost({ code }: { code: string }): void {
  if (code !== 'not-found') announce(text.grid.historyFailed);
}

/** The file is read another way: its steps are gone. Answers whether there were any. */
export async function clearSteps(importId: ImportId): Promise<boolean> {
  const had = useHistory.getState().steps.some((step) => step.importId === importId);
  if (!had) return false;
  await call('edits-clear', { importId });
  useHistory.setState(({ steps }) => ({ steps: steps.filter((step) => step.importId !== importId) }));
  return true;
}

/** The step that would be taken back next in a store: the newest done in any of its files under review. */
export function stepToUndo(steps: readonly EditStep[], inReview: ReadonlySet<ImportId>): EditStep | undefined {
  return steps.findLast(({ undone, importId }) => !undone && inReview.has(importId));
}

/** The step that would be done again next: the one taken back last. */
export function stepToRedo(steps: readonly EditStep[], inReview: ReadonlySet<ImportId>): EditStep | undefined {
  return steps.find(({ undone, importId }) => undone && inReview.has(importId));
}

/** The drafts of a store's files under review. */
export function importsOf(storeId: StoreId): ReadonlySet<ImportId> {
  const here = useSend.getState().reviews.filter((review) => review.storeId === storeId);
  return new Set(here.flatMap(({ importId }) => importId ?? []));
}
