import { useCallback, useEffect } from 'react';
import type { ReactNode } from 'react';
import { isBlankText } from '../../../src-preload/contract/clean-text';
import type { Job } from '../../../src-preload/contract/job';
import { VirtualGrid } from '../../grid/virtual-grid';
import type { DataAttributes } from '../../grid/grid-row';
import { chosenStatus, chosenStore, goTo, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { openFirstFailure } from './first-failure';
import { JobDetail } from './job-detail';
import { LogActions } from './log-acts';
import { logColumns } from './log-columns';
import { taskChips } from './log-pages';
import { LogFilters } from './log-filters';
import { UnreadRecords } from './unread-records';
import { filterByStates, openJob, searchFor, settleList, showStore, useLog } from './log-state';

function detailOf(job: Job): ReactNode {
  return <JobDetail job={job} />;
}

/** 처리 내역: every job of the chosen store, what became of it, and what can be done. */
export function LogScreen() {
  const store = useAppState(chosenStore);
  const rows = useLog((state) => state.rows);
  const open = useLog((state) => state.open);
  const rowAttributes = useCallback(
    (job: Job): DataAttributes => ({
      'data-testid': 'log-row',
      'data-job-id': job.id,
      'data-kind': job.kind,
      'data-target': job.target,
      'data-order-id': job.target,
      'data-state': job.state,
      'data-code': job.code ?? '',
      className: open === job.id ? 'open' : '',
    }),
    [open],
  );
  const below = useCallback((job: Job) => (open === job.id ? detailOf(job) : null), [open]);
  useEffect(() => showStore(store?.id), [store?.id]);
  useEffect(() => {
    openFirstFailure(rows);
    return rows.subscribe(() => openFirstFailure(rows));
  }, [rows]);
  useEffect(settleList, []);

  return (
    <>
      <h1 className="hidden-words">{text.log.title}</h1>
      <UnreadRecords />
      <LogFilters />
      <div className="log-list" onPointerLeave={settleList}>
        <VirtualGrid<Job>
          label={text.log.title}
          testId="log-grid"
          className="log-grid"
          rows={rows}
          columns={logColumns}
          estimate={64}
          rowKey={(job) => job.id}
          rowAttributes={rowAttributes}
          below={below}
          onOpen={(job) => openJob(open === job.id ? undefined : job.id)}
          empty={<EmptyLog />}
        />
      </div>
      <LogActions />
    </>
  );
}

/** Nothing to show: because nothing was sent yet, or because nothing fits the filter. */
function EmptyLog() {
  const states = useLog((state) => state.states);
  const search = useLog((state) => state.search);
  const done = useAppState((state) => chosenStatus(state)?.counts.succeeded ?? 0);
  if (!isBlankText(search) || states.length > 0) {
    const tasksOnly = isBlankText(search) && states.every((state) => taskChips.includes(state));
    const words = tasksOnly
      ? text.log.noTasks(done)
      : isBlankText(search)
        ? text.log.nothingInState
        : text.log.nothingFound;
    return (
      <div className="place">
        <p>{words}</p>
        <button
          type="button"
          className="button"
          onClick={() => {
            searchFor('');
            filterByStates([]);
          }}
        >
          {text.log.all}
        </button>
      </div>
    );
  }
  return (
    <div className="place">
      <p>{text.log.empty}</p>
      <button type="button" className="button primary" onClick={() => goTo('send')}>
        {text.log.goSend}
      </button>
    </div>
  );
}
