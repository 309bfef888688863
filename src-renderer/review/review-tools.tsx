import { useEffect } from 'react';
import { shortcutLetter } from '../grid/grid-key';
import { useAppState } from '../state/app-state';
import { Icon } from '../ui/icons';
import { text } from '../text';
import { importsOf, stepToRedo, stepToUndo, useHistory } from './edit-history';
import { useReviewsInStore } from './reviews-state';
import { stepWords } from './step-label';
import { walkHistory } from './walk-history';

const words = text.grid;

/** Takes edits back and does them again, over all files of the store; the titles say which one is next. */
export function ReviewTools() {
  const steps = useHistory((state) => state.steps);
  const storeId = useAppState((state) => state.chosen);
  // The files under review decide which steps count.
  useReviewsInStore();
  useHistoryKeys();
  const inReview = storeId === undefined ? new Set<never>() : importsOf(storeId);
  const undo = stepToUndo(steps, inReview);
  const redo = stepToRedo(steps, inReview);
  return (
    <div className="review-tools" role="group" aria-label={words.tools}>
      <button
        type="button"
        className="button small plain icon-only"
        data-testid="review-undo"
        aria-label={undo ? words.undoStep(stepWords(undo.label)) : words.undo}
        title={undo ? words.undoStep(stepWords(undo.label)) : words.nothingToUndo}
        disabled={!undo}
        onClick={() => void walkHistory('undo')}
      >
        <Icon name="undo" />
      </button>
      <button
        type="button"
        className="button small plain icon-only"
        data-testid="review-redo"
        aria-label={redo ? words.redoStep(stepWords(redo.label)) : words.redo}
        title={redo ? words.redoStep(stepWords(redo.label)) : words.nothingToRedo}
        disabled={!redo}
        onClick={() => void walkHistory('redo')}
      >
        <Icon name="redo" />
      </button>
    </div>
  );
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z, wherever nothing is being typed: a field has its own. */
function useHistoryKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || isTyping(event.target)) return;
      const letter = shortcutLetter(event);
      if (letter !== 'z' && letter !== 'y') return;
      event.preventDefault();
      void walkHistory(letter === 'z' && !event.shiftKey ? 'undo' : 'redo');
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}

/** A field with text of its own, or a dialog over the lines. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('[role=dialog], [role=alertdialog]')) return true;
  return target.matches('input:not([type=checkbox]):not(.cell-input), textarea, .cell-input.editing');
}
