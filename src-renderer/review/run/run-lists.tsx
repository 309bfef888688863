import { useCallback } from 'react';
import type { ReactNode } from 'react';
import { isNeverMeasured } from '../../grid/grid-props';
import { usePagedRows } from '../../grid/use-paged-rows';
import { MixedGrid } from '../../grid/virtual-grid';
import { text } from '../../text';
import { RunGroup } from './run-group';
import { runColumns, runRowAttributes } from './run-columns';
import { keyOfItem } from '../state/run-rows';
import type { RunItem, RunJob } from '../state/run-rows';
import type { RunStage } from '../state/run-stage';
import type { Run } from '../state/runs-state';
import { useFollow } from './use-follow';

const words = text.send.run;
/** px of a row and of the head of a group; each is one line. */
const rowHeight = 36;
const headHeight = 32;

const jobOf = (item: RunItem): RunJob | undefined => (item.is === 'job' ? item : undefined);
const heightOf = (item: RunItem): number => (item.is === 'job' ? rowHeight : headHeight);

/** The rows of a run: what waits for the seller on top, the others beneath it in the order of their sheet. */
export function RunLists({ run, fileName, stage }: { run: Run; fileName: string; stage: RunStage }) {
  const { tasks, rows } = run;
  usePagedRows(tasks);
  usePagedRows(rows);
  const place = useFollow(run, stage);
  const head = useCallback(
    (item: RunItem): ReactNode => {
      if (item.is === 'group') return <RunGroup run={run} group={item.group} />;
      return item.is === 'head' ? <OrderHead isGoing={stage === 'going'} /> : null;
    },
    [run, stage],
  );
  const common = {
    columns: runColumns,
    estimate: rowHeight,
    heightOf,
    isMeasured: isNeverMeasured,
    itemKey: keyOfItem,
    rowOf: jobOf,
    wide: head,
    rowAttributes: runRowAttributes,
    empty: null,
  };
  return (
    <div className="run-lists" ref={place}>
      {tasks.total > 0 ? (
        <MixedGrid<RunItem, RunJob>
          {...common}
          label={words.tasks}
          testId="run-tasks"
          className="review-grid run-grid run-tasks"
          rows={tasks}
        />
      ) : null}
      {rows.total > 0 ? (
        <MixedGrid<RunItem, RunJob>
          {...common}
          label={words.listed(fileName, rows.total - 1)}
          testId="run-order"
          className={tasks.total > 0 ? 'review-grid run-grid run-order beneath' : 'review-grid run-grid run-order'}
          rows={rows}
        />
      ) : null}
    </div>
  );
}

function OrderHead({ isGoing }: { isGoing: boolean }) {
  return (
    <div className="run-group">
      <h2>{words.inOrder}</h2>
      {isGoing ? <span className="group-count">{words.topToBottom}</span> : null}
    </div>
  );
}
