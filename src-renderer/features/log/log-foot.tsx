import { hideAnnouncement, useAnnouncements } from '../../state/announcements';
import { chosenStatus, useAppState } from '../../state/app-state';
import { useCountsAll } from '../../state/counts-all';
import { text } from '../../text';
import { takeActionOnAll } from '../../ui/job/job-actions';
import { onePress } from '../../ui/one-press';
import { LineIcon } from '../../ui/shapes';
import { BulkBar } from './bulk-bar';
import { ExportButton } from './export-button';
import { useLogFigures } from './log-figures';
import { usePicked } from './log-picked';

const words = text.log.view;

/** The foot: what is left to do, the export, and the way back from a decision; or what can be done with the chosen rows. */
export function LogFoot() {
  const picked = usePicked((state) => state.jobs);
  const undo = useAnnouncements((state) => state.current.undo);
  const tasks = useLogFigures()?.sums.tasks;
  if (picked.size > 0 && undo === undefined) return <BulkBar jobs={[...picked.values()]} />;
  return (
    <footer className="log-foot">
      <p className="grow one-line">
        <TasksLeft tasks={tasks} />
      </p>
      <ExportButton label={text.log.export} />
      <RetryAll />
      <UndoBar />
    </footer>
  );
}

function TasksLeft({ tasks }: { tasks: number | undefined }) {
  if (tasks === undefined) return null;
  if (tasks === 0) return words.noTasksNow;
  return (
    <>
      <b>{words.tasks(tasks)}</b> <span>· {words.worstFirst}</span>
    </>
  );
}

function RetryAll() {
  const storeId = useAppState((state) => chosenStatus(state)?.storeId);
  const { retry } = useCountsAll(storeId);
  // A button that would do nothing is none.
  if (retry === 0 || storeId === undefined) return null;
  return (
    <button
      type="button"
      className="button"
      data-testid="retry-all-button"
      onClick={onePress(() => void takeActionOnAll(storeId, 'retry'))}
    >
      {text.log.retryAll(retry)}
    </button>
  );
}

/** The way back from what was just decided, where the press was; the bar drains as its time runs out. */
function UndoBar() {
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
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return;
      const next = document.querySelector<HTMLElement>('[data-testid=group-act],[data-testid=log-grid]');
      next?.focus({ preventScroll: true });
    });
  };
}
