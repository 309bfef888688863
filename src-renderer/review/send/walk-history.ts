import type { EditStep } from '../../../src-preload/contract/edit-step';
import { announce } from '../../state/announcements';
import { goTo, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { importsOf, loadSteps, stepToRedo, stepToUndo, useHistory, walkInTurn } from '../state/edit-history';
import { useSending } from './enqueue';
import { reviewControllers } from '../state/review-controller';
import { openTab, useSend } from '../state/reviews-state';
import type { ReviewState } from '../state/reviews-state';
import { stepWords } from '../state/step-label';

const words = text.grid;

/**
 * Takes the newest edit of the store's files back, or does the one that was taken back last again; its file is shown. What
 * is pressed before the lines are sent is done before they are; while they are on their way nothing is.
 */
export async function walkHistory(direction: 'undo' | 'redo'): Promise<void> {
  if (!useSending.getState().busy) await walkInTurn(() => walkOneStep(direction));
}

async function walkOneStep(direction: 'undo' | 'redo'): Promise<void> {
  const storeId = useAppState.getState().chosen;
  if (storeId === undefined) return;
  // What was typed last is a step as soon as it is kept.
  await Promise.all([...reviewControllers.values()].map((controller) => controller.edits.written()));
  const { steps } = useHistory.getState();
  const step = (direction === 'undo' ? stepToUndo : stepToRedo)(steps, importsOf(storeId));
  if (!step) return announce(direction === 'undo' ? words.nothingToUndo : words.nothingToRedo);
  const done = await walk(step, direction);
  if (!done) await loadSteps([step.importId]);
  announce(done ? (direction === 'undo' ? words.undone : words.redone)(stepWords(step.label)) : words.undoFailed);
}

async function walk(step: EditStep, direction: 'undo' | 'redo'): Promise<boolean> {
  const review = useSend.getState().reviews.find(({ importId }) => importId === step.importId);
  const controller = review && reviewControllers.get(review.key);
  if (!review || !controller) return false;
  const isStock = review.operation === 'stock' && useAppState.getState().place === 'stock';
  if (!isStock) goTo('send');
  openTab(review.key);
  return (await isReady(review.key)) && controller.walkStep(step, direction);
}

/** Resolves once a review can be edited: one of an earlier run is read first. False where it cannot be. */
function isReady(key: string): Promise<boolean> {
  return new Promise((resolve) => {
    const look = (reviews: readonly ReviewState[]): boolean => {
      const phase = reviews.find((review) => review.key === key)?.phase;
      if (phase === 'kept' || phase === 'reading' || phase === 'storing') return false;
      stop();
      resolve(phase === 'ready');
      return true;
    };
    const stop = useSend.subscribe(({ reviews }) => void look(reviews));
    look(useSend.getState().reviews);
  });
}
