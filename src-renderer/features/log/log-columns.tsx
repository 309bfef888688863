import type { Job } from '../../../src-preload/contract/job';
import { isIn, jobStateGroups } from '../../../src-preload/contract/job-states';
import type { JobState } from '../../../src-preload/contract/job-states';
import type { Column } from '../../grid/grid-row';
import { useNow } from '../../ui/clock';
import { Digits } from '../../ui/digits';
import { ItemId } from '../../ui/item-id';
import { Icon } from '../../ui/icons';
import { isTestStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { JobButtons } from '../../ui/job/job-buttons';
import { restOf, shipmentOf, whoAndWhat, wordsFor } from '../../ui/job/job-words';
import { openJob, useLog } from './log-state';
import { StateChip } from '../../ui/job/state-chip';

const words = text.log;

/** The columns of the log. */
export const logColumns: readonly Column<Job>[] = [
  {
    key: 'state',
    header: words.columns.state,
    cell: (job) => <StateCell job={job} />,
  },
  {
    key: 'target',
    header: words.columns.order,
    cell: (job) => (
      <>
        {job.kind === 'stock' ? <ItemId value={job.target} /> : <Digits value={job.target} />}
        <span
          className={decided.includes(job.state) ? 'second two-lines' : 'second one-line'}
          title={whoAndWhat(job)}
          data-testid="log-who"
        >
          {whoAndWhat(job) || text.send.operations[job.kind]}
        </span>
      </>
    ),
  },
  {
    key: 'courier',
    header: words.columns.courier,
    cell: (job) => {
      const { by, number } = shipmentOf(job.values);
      return (
        <>
          <span className="one-line">{by}</span>
          <span className="second">{number === undefined ? null : <Digits value={number} />}</span>
        </>
      );
    },
  },
  {
    key: 'advice',
    header: words.columns.advice,
    cell: (job) => <Told job={job} />,
  },
  {
    key: 'act',
    header: <span className="hidden-words">{words.columns.action}</span>,
    cell: (job) => <JobButtons job={job} />,
  },
];

/** The sentence of a row; one with a time in it counts down by itself. */
function Told({ job }: { job: Job }) {
  const now = useNow(job.dueAt !== undefined && isIn('timed', job.state));
  const rest = useAppState((state) => restOf(state.statuses, job.storeId));
  const { title, body } = wordsFor(job, now, rest);
  const isNoted = job.code !== undefined && Object.hasOwn(words.doneNotes, job.code);
  return (
    <div className={!decided.includes(job.state) && !isNoted ? 'told quiet' : 'told'}>
      <strong>{title}</strong> {body}
    </div>
  );
}

/** States in which a person decides: the end of a name, its option, is what tells two apart. */
const decided: readonly JobState[] = [...jobStateGroups.tasks, 'unknown'];

function StateCell({ job }: { job: Job }) {
  const isOpen = useLog((state) => state.open === job.id);
  const isTest = useAppState((state) => isTestStore(state, job.storeId));
  return (
    <div className="state-cell">
      <button
        type="button"
        className="open-row"
        aria-expanded={isOpen}
        aria-label={words.open(job.target)}
        onClick={() => openJob(isOpen ? undefined : job.id)}
      >
        <Icon name={isOpen ? 'down' : 'right'} />
      </button>
      <div>
        <StateChip state={job.state} word={job.holdReason === 'by-file' ? text.byFile.state : undefined} />
        {isTest ? <span className="second">{text.shell.testAddressBand}</span> : null}
        {job.state === 'held' && job.holdReason !== 'by-file' ? (
          <span className="second">{words.waitsForChoice}</span>
        ) : null}
        {job.state === 'succeeded' && (job.code?.startsWith('already-') ?? false) ? (
          <span className="second">{words.foundDone}</span>
        ) : null}
        {job.state === 'succeeded' && job.code !== undefined && Object.hasOwn(words.doneNotes, job.code) ? (
          <span className="second">{words.doneNotes[job.code]}</span>
        ) : null}
      </div>
    </div>
  );
}
