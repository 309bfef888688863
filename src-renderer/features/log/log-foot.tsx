import { useAnnouncements } from '../../state/announcements';
import { chosenStatus, useAppState } from '../../state/app-state';
import { useCountsAll } from '../../state/counts-all';
import { text } from '../../text';
import { takeActionOnAll } from '../../ui/job/job-actions';
import { DecisionUndo } from '../../ui/decision-undo';
import { onePress } from '../../ui/one-press';
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
      <DecisionUndo />
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
