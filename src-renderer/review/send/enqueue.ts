import { create } from 'zustand';
import type { AddOutcome } from '../../../src-preload/contract/actions';
import type { BatchId, ImportId, StoreId } from '../../../src-preload/contract/ids';
import type { Counts } from '../../../src-preload/contract/job';
import type { StoreStatus } from '../../../src-preload/contract/store';
import { call } from '../../state/ipc-client';
import { announce } from '../../state/announcements';
import type { Undo } from '../../state/announcements';
import { takeBackOf } from '../../state/take-back';
import { saveImportByFile } from './by-file';
import { chosenStatus, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { reviewControllers } from '../state/review-controller';
import { reopenImport } from '../state/restore-imports';
import { updateReview, useSend } from '../state/reviews-state';
import { endRun, startRun } from '../state/runs-state';
import { leadToPrimary } from '../rows/use-first-focus';
import type { ReviewState } from '../state/reviews-state';

interface Sent {
  storeId: StoreId;
  batchId: BatchId | undefined;
  /** When sending begins; before it the batch can be taken back. */
  dueAt: number;
  jobs: number;
  /** The counts of the store just before: what came since then came of this batch. */
  before: Counts | undefined;
}

interface SendingState {
  busy: boolean;
  /** The batch sent last in this run, until another one or its undo. */
  last: Sent | undefined;
}

/** Whether lines are on their way to the outbox, and the batch that went there last. */
export const useSending = create<SendingState>()(() => ({ busy: false, last: undefined }));

const words = text.send.outcome;

/** The counts of a store in which 보류 is what waits for a choice: not what is in a file. */
export function countsToDecide(status: StoreStatus | undefined): Counts | undefined {
  return status && { ...status.counts, held: status.counts.held - status.filed };
}

/** Hands the lines that go to the outbox. `replace`: instead only those where a job with other values waits. */
export async function enqueue(review: ReviewState, replace: boolean): Promise<void> {
  const { storeId } = review;
  const before = countsToDecide(chosenStatus(useAppState.getState()));
  await addLines(review, replace ? { replace } : {}, async (outcome, importId) => {
    noteSent(storeId, outcome, before);
    if (replace) announce(words.replaced(outcome.added), wayBackOf(outcome.undo, importId));
    else announceAdded(outcome);
    const { batchId, dueAt = Date.now(), added: jobs } = outcome;
    if (!replace && jobs > 0) await startRun({ key: review.key, storeId, importId, batchId, dueAt, jobs });
  });
}

/** The older values come back, and the lines of the file under review with them. */
function wayBackOf(id: string | undefined, importId: ImportId): Undo | undefined {
  if (id === undefined) return undefined;
  const { label, run } = takeBackOf(id);
  return {
    label,
    async run() {
      await run();
      await showAgain(importId);
    },
  };
}

/** Lines of it are open again. */
async function showAgain(importId: ImportId): Promise<void> {
  const open = useSend.getState().reviews.find((each) => each.importId === importId);
  if (open) updateReview(open.key, { phase: 'reading', byFile: false });
  await reopenImport(importId);
}

/** How many lines of a review would go into a file now; undefined where that cannot be known, which is said. */
export async function countByFile({ key, importId, storeId }: ReviewState): Promise<number | undefined> {
  const controller = reviewControllers.get(key);
  // What was typed last is written through first.
  if (importId === undefined || !controller || !(await controller.settled())) return undefined;
  const answer = await call('outbox-count', { importId, storeId, byFile: true });
  if (answer.ok) return answer.value.jobs;
  announce(text.shell.callFailed);
  return undefined;
}

/** The lines that would go, as a file for the market's own upload: kept as jobs, sent by no one here. */
export async function enqueueByFile(review: ReviewState): Promise<void> {
  await addLines(review, { byFile: true }, async ({ lines, batchId }, importId) => {
    updateReview(review.key, { byFile: true });
    const staysBecause = lines.filter(({ outcome }) => outcome === 'not-by-file' || outcome === 'in-flight');
    const back: Undo | undefined =
      batchId === undefined
        ? undefined
        : { label: text.send.undo.button, run: () => undo(batchId, text.byFile.undone) };
    await saveImportByFile(review.storeId, importId, staysBecause.length, back);
  });
}

/** Adds the lines of a review as jobs, one wish at a time, and shows the review as it is then. */
async function addLines(
  { key, importId, storeId }: ReviewState,
  how: { replace?: boolean; byFile?: boolean },
  done: (outcome: AddOutcome, importId: ImportId) => void | Promise<void>,
): Promise<void> {
  const controller = reviewControllers.get(key);
  if (importId === undefined || !controller || useSending.getState().busy) return;
  useSending.setState({ busy: true });
  try {
    if (!(await controller.settled())) return;
    const answer = await call('outbox-add', { importId, storeId, ...how });
    if (answer.ok) {
      await done(answer.value, importId);
      await controller.restore(importId);
    } else {
      announce(answer.failure.code === 'nothing-to-send' ? text.send.nothingToSend : text.shell.callFailed);
    }
  } finally {
    useSending.setState({ busy: false });
  }
}

/** From here on the foot of the screen tells how far these jobs are. */
export function noteSent(storeId: StoreId, { batchId, dueAt, added }: AddOutcome, before: Counts | undefined): void {
  if (added === 0) return;
  useSending.setState({ last: { storeId, batchId, dueAt: dueAt ?? Date.now(), jobs: added, before } });
}

/** The review and the log show what was added; what stays behind they do not. */
function announceAdded(outcome: AddOutcome): void {
  const said = outcomeWords(outcome);
  announce(said, undefined, said === words.added(outcome.added) ? ['send', 'stock', 'log'] : []);
}

/** What became of the lines, each kind that occurred in a sentence. */
export function outcomeWords({ added, already, lines }: AddOutcome): string {
  const count = (outcome: AddOutcome['lines'][number]['outcome']): number =>
    lines.filter((line) => line.outcome === outcome).length;
  const sentences: [number, (jobs: number) => string][] = [
    [added, words.added],
    [already, words.already],
    [count('conflict'), words.conflict],
    [count('in-flight'), words.inFlight],
    [count('sent'), words.sent],
    [count('needs-tick'), words.needsTick],
    [count('not-by-file'), words.notByFile],
    [count('unread'), words.unread],
  ];
  return sentences.flatMap(([jobs, say]) => (jobs > 0 ? [say(jobs)] : [])).join(' ');
}

/** Takes the fresh batch back whole. */
export async function undo(batchId: BatchId, say = text.send.undo.done): Promise<void> {
  const answer = await call('outbox-undo', { batchId });
  if (!answer.ok) {
    announce(answer.failure.code === 'too-late' ? text.send.undo.tooLate : text.shell.callFailed);
    return;
  }
  useSending.setState({ last: undefined });
  announce(say(answer.value.takenBack));
  const { importId } = answer.value;
  if (importId === undefined) return;
  const open = useSend.getState().reviews.find((each) => each.importId === importId);
  // Back to where the press was.
  if (open) leadToPrimary(open.key);
  await showAgain(importId);
  if (open) endRun(open.key);
}
