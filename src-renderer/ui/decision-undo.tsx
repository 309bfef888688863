import { hideAnnouncement, useAnnouncements } from '../state/announcements';
import { text } from '../text';
import { afterNextFrame } from './after-frame';
import { onePress } from './one-press';
import { LineIcon } from './shapes';

const words = text.log.view;

/** The way back from what was just decided, where the press was; the bar drains as its time runs out. */
export function DecisionUndo() {
  const { words: said, undo, turn } = useAnnouncements((state) => state.current);
  if (undo === undefined) return null;
  function takeBack(): void {
    hideAnnouncement();
    void undo?.run();
  }
  return (
    <div className="log-undo" role="group" aria-label={words.canUndo} key={turn}>
      <span className="log-undo-fill" aria-hidden="true" />
      <span className="log-undo-words" title={said}>
        {said}
      </span>
      <UndoButton label={undo.label} onUndo={takeBack} />
    </div>
  );
}

function UndoButton({ label, onUndo }: { label: string; onUndo(): void }) {
  return (
    <button
      type="button"
      className="button small"
      data-testid="undo-button"
      ref={focusAtFirst}
      onClick={onePress(onUndo)}
    >
      <LineIcon name="undo" />
      {label} <kbd>Esc</kbd>
    </button>
  );
}

/** After a decision the keyboard is on the way back, and after that on the next group's act, never nowhere. */
function focusAtFirst(button: HTMLButtonElement | null): (() => void) | undefined {
  if (button === null) return undefined;
  button.focus({ preventScroll: true });
  return () => {
    if (document.activeElement !== button && document.activeElement !== document.body) return;
    afterNextFrame(() => {
      if (document.activeElement !== document.body) return;
      const all = document.querySelectorAll<HTMLElement>(
        '[data-testid=group-act],[data-testid=log-grid],[data-testid=run-bar],[data-testid=run-see-log]',
      );
      // A screen that is not shown keeps its rows, and takes no keyboard.
      [...all].find((each) => each.checkVisibility())?.focus({ preventScroll: true });
    });
  };
}
