import type { Job } from '../../../src-preload/contract/job';
import type { Column } from '../../grid/virtual-grid';
import { Digits } from '../../parts/digits';
import { Mark } from '../../parts/marks';
import { text } from '../../text';
import { JobButtons } from './job-buttons';
import { shipmentOf, wordsFor } from './job-words';
import { openJob, useLog } from './log-state';
import { StateChip } from './state-chip';

const words = text.log;

/** The columns of the log. `now` is for the times in the sentences. */
export function logColumns(now: number): readonly Column<Job>[] {
  return [
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
          <Digits value={job.target} />
          <span className="second one-line">
            {[job.recipient, job.productName].filter(Boolean).join(' · ') || text.send.operations[job.kind]}
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
      cell: (job) => {
        const { title, body } = wordsFor(job, now);
        const quiet = job.state !== 'rejected' && job.state !== 'held' && job.state !== 'unknown';
        return (
          <div className={quiet ? 'told quiet' : 'told'}>
            <strong>{title}</strong> {body}
          </div>
        );
      },
    },
    {
      key: 'act',
      header: <span className="hidden-words">{words.columns.act}</span>,
      cell: (job) => <JobButtons job={job} />,
    },
  ];
}

function StateCell({ job }: { job: Job }) {
  const isOpen = useLog((state) => state.open === job.id);
  return (
    <div className="state-cell">
      <button
        type="button"
        className="open-row"
        aria-expanded={isOpen}
        aria-label={words.open(job.target)}
        onClick={() => openJob(isOpen ? undefined : job.id)}
      >
        <Mark name={isOpen ? 'down' : 'right'} />
      </button>
      <div>
        <StateChip state={job.state} />
        {job.state === 'held' ? <span className="second">{words.waitsForChoice}</span> : null}
        {job.state === 'succeeded' && (job.code?.startsWith('already-') ?? false) ? (
          <span className="second">{words.foundDone}</span>
        ) : null}
      </div>
    </div>
  );
}
