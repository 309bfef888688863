import { useEffect } from 'react';
import { shortcutLetter } from '../../grid/grid-key';
import { useAppState } from '../../state/app-state';
import { Icon } from '../../ui/icons';
import { isOverlaid, isTyping } from '../../ui/key-owner';
import { text } from '../../text';
import type { EditStep } from '../../../src-preload/contract/edit-step';
import { importsOf, stepToRedo, stepToUndo, useHistory } from '../state/edit-history';
import { useReviewsInStore } from '../state/reviews-state';
import { stepWords } from '../state/step-label';
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
  return (
    <div className="review-tools" role="group" aria-label={words.tools}>
      <WalkButton direction="undo" step={stepToUndo(steps, inReview)} />
      <WalkButton direction="redo" step={stepToRedo(steps, inReview)} />
    </div>
  );
}

const faces = {
  undo: { name: words.undo, nameOf: words.undoStep, none: words.nothingToUndo },
  redo: { name: words.redo, nameOf: words.redoStep, none: words.nothingToRedo },
};

function WalkButton({ direction, step }: { direction: 'undo' | 'redo'; step: EditStep | undefined }) {
  const { name, nameOf, none } = faces[direction];
  const said = step && nameOf(stepWords(step.label));
  return (
    <button
      type="button"
      className="button small plain icon-only"
      data-testid={`review-${direction}`}
      aria-label={said ?? name}
      title={said ?? none}
      disabled={!step}
      onClick={() => void walkHistory(direction)}
    >
      <Icon name={direction} />
    </button>
  );
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z where the lines are shown and nothing is being typed: a field has its own. */
function useHistoryKeys(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.isComposing || event.keyCode === 229 || isTyping(event.target) || isOverlaid()) return;
      const letter = shortcutLetter(event);
      // 발송 stays mounted while another screen is shown.
      const { place } = useAppState.getState();
      if ((letter !== 'z' && letter !== 'y') || (place !== 'send' && place !== 'stock')) return;
      event.preventDefault();
      void walkHistory(letter === 'z' && !event.shiftKey ? 'undo' : 'redo');
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
}
