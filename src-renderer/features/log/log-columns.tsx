import type { Job } from '../../../src-preload/contract/job';
import type { Column } from '../../grid/grid-row';
import { isTestStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { exactTime, rowTime } from '../../ui/clock';
import { Digits } from '../../ui/digits';
import { JobButtons } from '../../ui/job/job-buttons';
import { JobNote } from '../../ui/job/job-note';
import { shipmentOf, whoAndWhat } from '../../ui/job/job-words';
import { stateShapes } from '../../ui/job/state-chip';
import { LineIcon, StateShape } from '../../ui/shapes';
import type { JobItem } from '../../ui/job/row-phrase';
import { pick, pickAll, usePicked } from './log-picked';
import { openJob, useLog } from './log-state';

const words = text.log;
const { columns } = words.view;

/** Which file a row came from, where the list has rows of several. */
const fileColumn: Column<JobItem> = {
  key: 'file',
  header: columns.file,
  isStateless: true,
  cell: ({ job }) => (
    <span className="log-from one-line" title={job.fileName}>
      {job.fileName ?? ''}
    </span>
  ),
};

/** The columns of the log: who and what before the numbers. */
export const logColumns: readonly Column<JobItem>[] = [
  { key: 'pick', header: <PickAll />, isStateless: true, cell: (item) => <Pick job={item.job} /> },
  {
    key: 'state',
    header: <span className="hidden-words">{words.columns.state}</span>,
    isStateless: true,
    cell: ({ job }) => <StateCell job={job} />,
  },
  {
    key: 'time',
    header: columns.time,
    isStateless: true,
    cell: ({ job }) => (
      <time className="log-time" dateTime={new Date(job.createdAt).toISOString()} title={exactTime(job.createdAt)}>
        {rowTime(job.createdAt)}
      </time>
    ),
  },
  {
    key: 'who',
    header: columns.who,
    isStateless: true,
    cell: ({ job }) => <span className="log-name one-line">{job.recipient ?? ''}</span>,
  },
  {
    key: 'what',
    header: columns.what,
    isStateless: true,
    cell: ({ job }) => (
      <span className="one-line" title={whoAndWhat(job)} data-testid="log-who">
        <span className="hidden-words">{job.recipient === undefined ? '' : `${job.recipient} · `}</span>
        {job.productName ?? text.send.operations[job.kind]}
      </span>
    ),
  },
  { key: 'ship', header: columns.ship, isStateless: true, cell: ({ job }) => <Shipment job={job} /> },
  {
    key: 'order',
    header: columns.order,
    isStateless: true,
    cell: ({ job }) => (
      <span className="log-tail" title={job.target}>
        {job.kind === 'stock' ? job.target : job.target.slice(-4)}
        <span className="hidden-words">{job.target}</span>
      </span>
    ),
  },
  {
    key: 'advice',
    header: columns.note,
    isStateless: true,
    cell: (item) => <JobNote item={item} />,
    late: ({ job }) => <RowActs job={job} />,
  },
];

/** The same with the file before the last of them. */
export const logColumnsWithFile: readonly Column<JobItem>[] = [
  ...logColumns.slice(0, -1),
  fileColumn,
  ...logColumns.slice(-1),
];

function Shipment({ job }: { job: Job }) {
  const { by, number } = shipmentOf(job);
  if (job.kind === 'confirm' || job.kind === 'lookup') return null;
  return (
    <span className="one-line">
      {by} {number === undefined ? null : <Digits value={number} />}
    </span>
  );
}

function StateCell({ job }: { job: Job }) {
  const isTest = useAppState((state) => isTestStore(state, job.storeId));
  const isFiled = job.holdReason === 'by-file' && job.state === 'held';
  const word = isFiled ? text.byFile.state : words.states[job.state];
  const note = job.state === 'held' && !isFiled ? words.waitsForChoice : '';
  return (
    <span className="log-state" title={isTest ? `${word} (${text.shell.testAddressBand})` : word}>
      <StateShape name={isFiled ? stateShapes['by-file'] : stateShapes[job.state]} />
      <span className="hidden-words">{[word, note, isTest ? text.shell.testAddressBand : ''].join(' ')}</span>
    </span>
  );
}

/** What can be done with a row; of an opened one it stands beneath it. */
function RowActs({ job }: { job: Job }) {
  const isOpen = useLog((state) => state.open === job.id);
  return (
    <span className="log-acts">
      {isOpen ? null : <JobButtons job={job} />}
      <OpenButton job={job} isOpen={isOpen} />
    </span>
  );
}

function OpenButton({ job, isOpen }: { job: Job; isOpen: boolean }) {
  return (
    <button
      type="button"
      className="open-row"
      tabIndex={-1}
      aria-expanded={isOpen}
      aria-label={words.open(job.target)}
      onClick={() => openJob(isOpen ? undefined : job.id)}
    >
      <LineIcon name={isOpen ? 'down' : 'right'} />
    </button>
  );
}

function Pick({ job }: { job: Job }) {
  const isPicked = usePicked((state) => state.jobs.has(job.id));
  return (
    <input
      type="checkbox"
      className="log-pick"
      tabIndex={-1}
      aria-label={words.view.pick(job.target)}
      checked={isPicked}
      onClick={(event) => pick(job, event.shiftKey)}
      // The press above says with which keys; this one is for the space bar of a screen reader.
      onChange={() => undefined}
    />
  );
}

function PickAll() {
  const picked = usePicked((state) => state.jobs.size);
  const listed = useLog((state) => state.jobs ?? 0);
  return (
    <input
      type="checkbox"
      className="log-pick"
      data-testid="log-select-all"
      aria-label={words.view.pickAll}
      ref={(box) => {
        if (box) box.indeterminate = picked > 0 && picked < listed;
      }}
      checked={picked > 0 && picked >= listed}
      onChange={() => void pickAll()}
    />
  );
}
