import { useCallback, useEffect } from 'react';
import type { FocusEvent, KeyboardEvent } from 'react';
import { isNeverMeasured } from '../../grid/grid-props';
import { shortcutLetter } from '../../grid/grid-key';
import { MixedGrid } from '../../grid/virtual-grid';
import type { DataAttributes } from '../../grid/grid-row';
import { chosenStatus, chosenStore, goTo, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { HoldDialog } from '../../ui/job/hold-dialog';
import { JobDetail } from './job-detail';
import { logColumns, logColumnsWithFile } from './log-columns';
import { LogFiles } from './log-files';
import { LogFilters } from './log-filters';
import { LogFoot } from './log-foot';
import { LogGroupHead } from './log-group';
import { isFiltered, keyOfItem, taskChips } from './log-pages';
import type { LogRow, LogRows } from './log-pages';
import type { JobItem } from '../../ui/job/row-phrase';
import { pick, pickAll, pickNone, usePicked } from './log-picked';
import { LogSay } from './log-say';
import { useFileColumn } from './use-file-column';
import { noteScroll, openJob, settleList, show, showAll, showStore, useLog } from './log-state';
import { UnreadRecords } from './unread-records';

/** px of a head of a group, and of a row (styles/log.css). */
const headHeight = 32;
const rowHeight = 36;

const boxClass = { first: 'box-first', between: 'box-between', last: 'box-last' } as const;
const jobOf = (item: LogRow): JobItem | undefined => (item.is === 'job' ? item : undefined);
const headOf = (item: LogRow) => (item.is === 'group' ? <LogGroupHead item={item} /> : null);
const heightOf = (item: LogRow): number => (item.is === 'group' ? headHeight : rowHeight);

/** 처리 내역: what became of every job of the chosen store, today first, by what is to be done. */
export function LogScreen() {
  const store = useAppState(chosenStore);
  const rows = useLog((state) => state.rows);
  const open = useLog((state) => state.open);
  const picked = usePicked((state) => state.jobs);
  const withFile = useFileColumn();
  const rowAttributes = useCallback(
    ({ job, inBox }: JobItem): DataAttributes => ({
      'data-testid': 'log-row',
      'data-job-id': job.id,
      'data-kind': job.kind,
      'data-target': job.target,
      'data-order-id': job.target,
      'data-state': job.state,
      'data-code': job.code ?? '',
      'aria-selected': picked.has(job.id),
      className: [
        open === job.id ? 'open' : '',
        picked.has(job.id) ? 'picked' : '',
        inBox === undefined ? '' : boxClass[inBox.at],
      ].join(' '),
    }),
    [open, picked],
  );
  const below = useCallback(({ job }: JobItem) => (open === job.id ? <JobDetail job={job} /> : null), [open]);
  useEffect(() => showStore(store?.id), [store?.id]);
  useEffect(() => {
    openFirstFailure(rows);
    return rows.subscribe(() => openFirstFailure(rows));
  }, [rows]);
  useEffect(settleList, []);

  return (
    <div className={picked.size > 0 ? 'log picking' : 'log'}>
      <LogSay />
      <UnreadRecords />
      <LogFilters />
      <div className="log-work">
        <LogFiles />
        <div
          className="log-list"
          onPointerLeave={settleList}
          onBlur={onGridBlur}
          onKeyDownCapture={onGridKey}
          onScrollCapture={noteScroll}
        >
          <MixedGrid<LogRow, JobItem>
            label={text.log.title}
            testId="log-grid"
            className={withFile ? 'log-grid with-file' : 'log-grid'}
            rows={rows}
            columns={withFile ? logColumnsWithFile : logColumns}
            estimate={rowHeight}
            heightOf={heightOf}
            isMeasured={isNeverMeasured}
            itemKey={keyOfItem}
            rowOf={jobOf}
            wide={headOf}
            rowAttributes={rowAttributes}
            below={below}
            onOpen={({ job }) => openJob(open === job.id ? undefined : job.id)}
            empty={<EmptyLog />}
          />
        </div>
      </div>
      <LogFoot />
      <HoldDialog />
    </div>
  );
}

/** The keyboard has left the list. */
function onGridBlur({ currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>): void {
  if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) && !currentTarget.matches(':hover')) {
    settleList();
  }
}

/** Space ticks the row with the keyboard, Ctrl+A all of them, Escape ends choosing. */
function onGridKey(event: KeyboardEvent<HTMLDivElement>): void {
  if (event.nativeEvent.isComposing) return;
  const origin = event.target instanceof HTMLElement ? event.target : undefined;
  const isTyping = origin?.closest('input:not([type=checkbox]),textarea,[data-keeps-keys]') !== null;
  if (shortcutLetter(event) === 'a' && !isTyping) {
    event.preventDefault();
    event.stopPropagation();
    void pickAll();
  } else if (event.key === 'Escape' && usePicked.getState().jobs.size > 0) {
    event.preventDefault();
    event.stopPropagation();
    pickNone();
  } else if (event.key === ' ' && origin?.closest('button,a,input,summary,[data-keeps-keys]') === null) {
    const id = origin.closest('[data-testid=log-row]')?.getAttribute('data-job-id');
    const { rows } = useLog.getState();
    const item = rows.at(rows.find((each) => each.is === 'job' && each.job.id === id));
    if (item?.is !== 'job') return;
    event.preventDefault();
    event.stopPropagation();
    pick(item.job, event.shiftKey);
  }
}

/** Nothing to show: because nothing was sent yet, nothing that day, or because nothing fits the filter. */
function EmptyLog() {
  const shown = useLog((state) => state.shown);
  const status = useAppState(chosenStatus);
  const done = status?.counts.succeeded ?? 0;
  const hasAny = Object.values(status?.counts ?? {}).some((count) => count > 0);
  if (isFiltered(shown)) {
    const isSearch = shown.search.trim() !== '';
    const tasksOnly =
      !isSearch && shown.states !== undefined && shown.states.every((state) => taskChips.includes(state));
    return (
      <div className="place">
        <p>{tasksOnly ? text.log.noTasks(done) : isSearch ? text.log.nothingFound : text.log.nothingInState}</p>
        {isSearch && shown.period !== 'all' ? (
          <button type="button" className="button" onClick={() => show({ ...shown, period: 'all' })}>
            {text.log.view.searchEveryDay}
          </button>
        ) : (
          <button type="button" className="button" onClick={showAll}>
            {text.log.all}
          </button>
        )}
      </div>
    );
  }
  if (hasAny && shown.period !== 'all') {
    return (
      <div className="place">
        <p>{text.log.view.nothingInPeriod[shown.period]}</p>
        <button type="button" className="button" onClick={() => show({ period: 'all' })}>
          {text.log.view.everyDayShow}
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

const firstFailureKey = 'first-failure-was-opened';

/** The very first failure a seller ever meets opens by itself, to show that rows open; later ones wait to be opened. */
function openFirstFailure(rows: LogRows): void {
  if (localStorage.getItem(firstFailureKey) !== null || useLog.getState().open !== undefined) return;
  const failed = rows.inView().find((item) => item.is === 'job' && item.job.state === 'rejected');
  if (failed?.is !== 'job') return;
  localStorage.setItem(firstFailureKey, 'yes');
  openJob(failed.job.id);
}
