import { useState } from 'react';
import { differsAtMarket, offeredActions } from '../../../src-preload/contract/job-rules';
import type { RowAction } from '../../../src-preload/contract/job-rules';
import { isIn } from '../../../src-preload/contract/job-states';
import type { Job } from '../../../src-preload/contract/job';
import { centerPages } from '../../../src-preload/contract/market-facts';
import { assertNever } from '../../../src-preload/contract/result';
import { AskDialog } from '../ask-dialog';
import { onePress } from '../one-press';
import { PageButton } from '../page-button';
import { marketOfStore } from '../../state/app-state';
import { text } from '../../text';
import { openHold } from './hold-state';
import { takeAction, takeActionOnAll } from './job-actions';
import { JobEdit } from './job-edit';
import { whoAndWhat } from './job-words';
import { StockEdit } from './stock-edit';

const words = text.log;

/** Every act of a row stands in the row; its likeliest one first and strongest. */
export function JobButtons({ job }: { job: Job }) {
  const [asking, setAsking] = useState<'edit' | 'settled-by-hand' | undefined>(undefined);
  // A dialog that is not open costs, too, and a list has one a row.
  const [mayAsk, setMayAsk] = useState(false);
  const actions = offeredActions(job);
  const Edit = job.kind === 'stock' ? StockEdit : JobEdit;
  const settledKind = job.kind === 'stock' || job.kind === 'lookup' ? 'dispatch' : job.kind;
  if (actions.length === 0) return null;
  function ask(what: 'edit' | 'settled-by-hand'): void {
    setAsking(what);
    if (what === 'settled-by-hand') setMayAsk(true);
  }
  function settle(sent: boolean): void {
    setAsking(undefined);
    void takeAction({ action: 'settled-by-hand', jobs: [job.id], sent });
  }
  return (
    <div className="row-acts">
      {actions.map((each, index) => (
        <ActionButton key={each} action={each} job={job} first={index === 0} ask={ask} />
      ))}
      {differsAtMarket(job) ? (
        <PageButton
          small
          page={centerPages[marketOfStore(job.storeId)]}
          label={words.openCenters[marketOfStore(job.storeId)]}
        />
      ) : null}
      {asking === 'edit' ? <Edit job={job} onDone={() => setAsking(undefined)} /> : null}
      {mayAsk ? (
        <AskDialog
          open={asking === 'settled-by-hand'}
          title={words.settledAsk}
          body={[job.target, whoAndWhat(job)].filter(Boolean).join(' · ')}
          yes={words.settledSent[settledKind]}
          no={words.keep}
          onYes={() => settle(true)}
          onNo={() => setAsking(undefined)}
          other={{
            label: words.settledNotSent[settledKind],
            onOther: () => settle(false),
          }}
        />
      ) : null}
    </div>
  );
}

interface ActionProps {
  action: RowAction;
  job: Job;
  first: boolean;
  ask(what: 'edit' | 'settled-by-hand'): void;
}

function ActionButton({ action: what, job, first, ask }: ActionProps) {
  const { testId, label } = buttonOf(what, job);
  const jobs = [job.id];
  const danger = what === 'approve' && job.holdReason === 'cancel-requested';
  const tone = danger ? 'danger' : first && !isIn('toSend', job.state) ? 'strong' : 'quiet';
  function onClick(): void {
    if (what === 'edit') ask('edit');
    // Decided box by box, in a dialog that says which order of it is meant.
    else if (danger) openHold(job);
    else if (what === 'approve' && job.holdReason === 'not-confirmed')
      void takeActionOnAll(job.storeId, 'confirm-then-dispatch');
    else if (what !== 'settled-by-hand') void takeAction({ action: what, jobs });
    // Both numbers are in the row already: nothing is left to ask.
    else if (job.code === 'conflict') void takeAction({ action: what, jobs, sent: true });
    else ask(what);
  }
  return (
    <button type="button" className={`button small ${tone}`} data-testid={testId} onClick={onePress(onClick)}>
      {label}
    </button>
  );
}

function buttonOf(what: RowAction, job: Job): { testId: string; label: string } {
  const hold = job.holdReason === undefined ? undefined : words.holds[job.holdReason];
  switch (what) {
    case 'retry':
      return {
        testId: 'retry-button',
        label: job.state === 'waiting' ? words.retryNow : words.retry,
      };
    case 'exclude':
      return { testId: 'cancel-button', label: words.exclude };
    case 'approve':
      return { testId: 'approve-button', label: hold?.yes ?? words.retry };
    case 'decline':
      return { testId: 'decline-button', label: hold?.no ?? words.exclude };
    case 'take-all':
      return { testId: 'take-all-button', label: words.takeAll };
    case 'put-back':
      return { testId: 'put-back-button', label: words.putBack };
    case 'edit':
      return { testId: 'log-edit', label: words.editShort };
    case 'confirm-then-dispatch':
      return { testId: 'confirm-then-dispatch-button', label: words.confirmThenDispatch };
    case 'reread':
      return {
        testId: 'reread-button',
        label: job.state === 'unknown' ? words.readNow : words.readAgain,
      };
    case 'settled-by-hand':
      return {
        testId: 'settled-by-hand-button',
        label: job.code === 'conflict' ? words.marketNumberRight : words.settledByHand,
      };
    default:
      return assertNever(what);
  }
}
