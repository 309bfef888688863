import type { LogGroup } from '../../../src-preload/contract/calls/log';
import { openLogOn } from '../../state/open-log';
import { text } from '../../text';
import { onePress } from '../../ui/one-press';
import { StateShape } from '../../ui/shapes';
import { actOfGroup, shapeOfJobs, titleOfJobs } from '../send/job-group';
import { tasksScope } from '../state/run-rows';
import type { Run } from '../state/runs-state';

const words = text.log.view;

/** The head of what waits for the seller in a run: its cause, how many, and the one act for all of them. */
export function RunGroup({ run, group }: { run: Run; group: LogGroup }) {
  const { storeId, importId } = run;
  const act = actOfGroup(group, {
    scope: tasksScope(storeId, importId),
    showJob: (jobId) => openLogOn(['held', 'rejected'], { fileId: importId, jobId }),
  });
  const { jobs, boxes } = group;
  const isRefused = group.key.startsWith('rejected');
  return (
    <div className={isRefused ? 'run-group stop' : 'run-group'} data-testid="run-group" data-group={group.key}>
      <StateShape name={shapeOfJobs(group)} />
      <h2 className="one-line">{titleOfJobs(group)}</h2>
      <span className="group-count">
        {boxes === undefined || isRefused ? words.jobs(jobs) : words.boxAndJobs(boxes, jobs)}
      </span>
      <span className="grow" />
      {act === undefined ? null : (
        <button
          type="button"
          className="button small lead"
          data-testid="group-act"
          onClick={onePress(() => void act.run())}
        >
          {act.label}
        </button>
      )}
    </div>
  );
}
