import type { Job } from '../../../src-preload/contract/job';
import { jobStates } from '../../../src-preload/contract/job-states';
import { text } from '../../text';
import { takeAction } from '../../ui/job/job-actions';
import { onePress } from '../../ui/one-press';
import { bulkActs, countDecidedAlone } from './bulk-acts';
import type { BulkAct } from './bulk-acts';
import { ExportButton } from './export-button';
import { pickNone } from './log-picked';

const words = text.log.view;

/** What all of the chosen rows, or some of them, can do; a cancel request is never decided here. */
export function BulkBar({ jobs }: { jobs: readonly Job[] }) {
  const offered = bulkActs(jobs);
  const alone = countDecidedAlone(jobs);
  const parts = jobStates
    .map((state) => ({ state, n: jobs.filter((job) => job.state === state).length }))
    .filter(({ n }) => n > 0)
    .map(({ state, n }) => words.stateAndCount(text.log.states[state], n));
  async function act({ action, jobs: ids }: BulkAct): Promise<void> {
    pickNone();
    await takeAction({ action, jobs: [...ids] });
  }
  return (
    <footer className="log-foot bulk">
      <p className="grow one-line" role="status">
        <b>{words.picked(jobs.length)}</b>
        <span> · {parts.join(' · ')}</span>
        {alone > 0 ? <span className="wide-only"> · {words.decidedAlone}</span> : null}
      </p>
      <button type="button" className="button plain quiet" data-testid="bulk-end" onClick={pickNone}>
        {words.endPicking} <kbd>Esc</kbd>
      </button>
      <ExportButton label={words.exportPicked(jobs.length)} jobs={jobs} />
      {offered.map((each, at) => (
        <button
          key={each.action}
          type="button"
          className={at === offered.length - 1 && each.action !== 'exclude' ? 'button large primary' : 'button large'}
          data-testid="bulk-act"
          data-act={each.action}
          onClick={onePress(() => void act(each))}
        >
          {each.label}
        </button>
      ))}
    </footer>
  );
}
