import type { BookChange } from '../../../../src-preload/contract/book/facts';
import type { Job } from '../../../../src-preload/contract/job';
import { text } from '../../../text';
import { exactTime, shortTime } from '../../../ui/clock';
import { StateChip } from '../../../ui/job/state-chip';
import { shipmentOf } from '../../../ui/job/job-words';
import { Digits } from '../../../ui/digits';

const words = text.book.panel;

/** What changed about a product order at the market, and what was done with it here; newest first. */
export function OrderHistory({ changes, jobs }: { changes: readonly BookChange[]; jobs: readonly Job[] }) {
  return (
    <>
      {changes.length > 0 ? (
        <section className="panel-part">
          <h3>{words.history}</h3>
          <ol className="panel-changes">
            {changes.map((change) => (
              <li key={`${change.what} ${change.at}`} data-testid="order-change" data-what={change.what}>
                <b>{text.book.list.changes[change.what]}</b>{' '}
                <time title={exactTime(change.at)}>{shortTime(change.at)}</time>
                {change.from === undefined ? null : <p className="faint">{words.from(change.from)}</p>}
                {change.to === undefined ? null : <p>{words.to(change.to)}</p>}
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <section className="panel-part">
        <h3>{words.jobs}</h3>
        {jobs.length === 0 ? <p className="faint">{words.noJobs}</p> : null}
        <ol className="panel-changes">
          {jobs.map((job) => {
            const { by, number } = shipmentOf(job);
            return (
              <li key={job.id} data-testid="order-job" data-kind={job.kind} data-state={job.state}>
                <b>{text.send.operations[job.kind]}</b> <StateChip state={job.state} />{' '}
                <time title={exactTime(job.changedAt)}>{shortTime(job.changedAt)}</time>
                {job.kind === 'dispatch' ? (
                  <p className="faint">
                    {by} {number === undefined ? null : <Digits value={number} />}
                  </p>
                ) : null}
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}
