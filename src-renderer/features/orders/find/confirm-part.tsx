import { useCallback, useEffect, useState } from 'react';
import type { AddOutcome } from '../../../../src-preload/contract/actions';
import type { BatchId } from '../../../../src-preload/contract/ids';
import type { Job } from '../../../../src-preload/contract/job';
import type { Store } from '../../../../src-preload/contract/store';
import { confirmCodeWords } from '../../../../src-preload/contract/text/confirm-codes.ko';
import { call, listen } from '../../../state/ipc-client';
import { announce } from '../../../state/announcements';
import { Digits } from '../../../ui/digits';
import { onePress } from '../../../ui/one-press';
import { goTo, marketOfStore } from '../../../state/app-state';
import { useTabStop } from '../../../ui/tab-stop';
import { text } from '../../../text';
import { StateChip } from '../../../ui/job/state-chip';
import { NumbersCard } from './numbers-card';
import { useOrders } from './orders-state';

const words = text.orders.confirm;
/** Shown here; all of them stand in the log. */
const mostShown = 200;

interface Sent {
  targets: ReadonlySet<string>;
  outcome: AddOutcome;
}

/** Confirms pasted product order numbers through the outbox, and shows what becomes of each. */
export function ConfirmPart({ store }: { store: Store }) {
  const pasted = useOrders((state) => state.confirmPasted);
  const [sent, setSent] = useState<Sent | undefined>(undefined);

  async function send(numbers: readonly string[]): Promise<void> {
    const jobs = numbers.map((target) => ({ target, values: { kind: 'confirm' as const, confirm: {} }, chosen: true }));
    const answer = await call('outbox-add-targets', { storeId: store.id, jobs });
    if (!answer.ok) {
      announce(text.shell.callFailed);
      return;
    }
    useOrders.setState({ confirmPasted: '' });
    setSent({ targets: new Set(numbers), outcome: answer.value });
  }

  return (
    <NumbersCard
      title={words.title}
      inputId="confirm-input"
      label={words.label}
      pasted={pasted}
      onPaste={(confirmPasted) => useOrders.setState({ confirmPasted })}
      notNumbers={words.notNumbers}
      actionId="confirm-send"
      action={(count) => words.action(store.label, count)}
      onAction={(numbers) => void send(numbers)}
    >
      {sent === undefined ? null : <Results key={[...sent.targets].join()} store={store} sent={sent} />}
    </NumbersCard>
  );
}

function Results({ store, sent }: { store: Store; sent: Sent }) {
  const tabStop = useTabStop();
  const [jobs, setJobs] = useState<readonly Job[]>([]);
  const read = useCallback(async () => {
    const targets = [...sent.targets].slice(0, mostShown);
    const answer = await call('log-latest', { storeId: store.id, kind: 'confirm', targets });
    if (answer.ok) setJobs(answer.value.jobs);
  }, [store.id, sent]);
  useEffect(() => {
    void Promise.resolve().then(read);
    return listen('jobs-changed', (change) => {
      if (change.storeId === store.id) void read();
    });
  }, [read, store.id]);
  const { added, batchId, lines } = sent.outcome;
  const notAdded = lines.slice(0, mostShown);
  const rest = sent.targets.size - Math.min(sent.targets.size, Math.max(jobs.length, notAdded.length));
  return (
    <div data-testid="confirm-results" className="confirm-results">
      <h3>{words.results}</h3>
      <p role="status">{words.added(added)}</p>
      <div className="card-acts">
        {batchId === undefined || !jobs.some(({ state }) => state === 'queued') ? null : <Undo batchId={batchId} />}
        <button type="button" className="button" tabIndex={tabStop} onClick={() => goTo('log')}>
          {words.toLog}
        </button>
      </div>
      <ul className="order-list">
        {notAdded.map(({ target, outcome }) => (
          <li key={`not ${target}`} className="order-head" data-testid="confirm-refused" data-outcome={outcome}>
            <Digits value={target} /> <span className="hint">{words.outcomes[outcome]}</span>
          </li>
        ))}
        {jobs.map((job) => (
          <li
            key={job.id}
            className="order-head"
            data-testid="confirm-result"
            data-target={job.target}
            data-state={job.state}
            data-code={job.code ?? ''}
          >
            <Digits value={job.target} /> <StateChip state={job.state} />{' '}
            <span className="hint">{jobSentence(job)}</span>
          </li>
        ))}
      </ul>
      {rest > 0 ? <p className="hint">{words.more(rest)}</p> : null}
    </div>
  );
}

function Undo({ batchId }: { batchId: BatchId }) {
  const tabStop = useTabStop();
  async function undo(): Promise<void> {
    const answer = await call('outbox-undo', { batchId });
    announce(answer.ok ? words.undone(answer.value.takenBack) : words.tooLate);
  }
  return (
    <button
      type="button"
      className="button"
      tabIndex={tabStop}
      data-testid="confirm-undo"
      onClick={onePress(() => void undo())}
    >
      {words.undo}
    </button>
  );
}

function jobSentence(job: Job): string {
  if (job.code !== undefined) {
    const { title, advice } = confirmCodeWords(job.code, job.message, marketOfStore(job.storeId));
    return `${title} ${advice}`;
  }
  return job.state === 'succeeded' ? words.done : '';
}
