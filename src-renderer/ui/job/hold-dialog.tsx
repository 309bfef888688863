import { AlertDialog } from '@base-ui/react/alert-dialog';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import type { Job } from '../../../src-preload/contract/job';
import type { StoreId } from '../../../src-preload/contract/ids';
import { centerPages } from '../../../src-preload/contract/market-facts';
import { marketRules } from '../../../src-preload/contract/markets/rules';
import { callOrSay } from '../../state/call-or-say';
import { marketOfStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { shortTime } from '../clock';
import { Digits } from '../digits';
import { onePress } from '../one-press';
import { StateShape } from '../shapes';
import { amountOf, useBox, type Box } from './hold-box';
import { closeHold, useHold } from './hold-state';
import { takeAction } from './job-actions';
import { isCancelledByMarket, shipmentOf } from './job-words';

const words = text.log.holdDialog;
/** What cannot be undone wakes so long after it was chosen: a second press of the same hand is not an answer. */
const wakesAfterMs = 600;

const answers = ['decline', 'refund', 'refuse'] as const;
type Answer = (typeof answers)[number];

/** Decides about a cancel request: which order of the box it is, what may become of it, and only then the press. */
export function HoldDialog() {
  const job = useHold((state) => state.job);
  return job === undefined ? null : <OpenDialog key={job.id} job={job} />;
}

function OpenDialog({ job }: { job: Job }) {
  const wayOut = useRef<HTMLButtonElement>(null);
  const box = useBox(job);
  const [answer, setAnswer] = useState<Answer>('decline');
  const [sendsOthers, setSendsOthers] = useState(true);
  const isAwake = useWakes(answer);
  const { by, number } = shipmentOf(job);
  const name = job.recipient ?? `…${job.target.slice(-4)}`;
  const asked = what(box.asked[0] ?? job);
  const canRefund = useCanRefund(job.storeId);
  const bodies: Record<Answer, string> = {
    decline: words.answers.decline.body,
    refund: canRefund ? refundBody(box) : words.refundElsewhere,
    refuse: words.answers.refuse.body,
  };
  return (
    <AlertDialog.Root open onOpenChange={(open) => (open ? undefined : closeHold())}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="dialog-shade" />
        <AlertDialog.Popup className="dialog hold-dialog" initialFocus={wayOut} data-testid="hold-dialog">
          <AlertDialog.Title render={<h2 />}>{titleOf(box, job, name)}</AlertDialog.Title>
          <AlertDialog.Description render={<p />}>
            {by} {number === undefined ? null : <Digits value={number} />} {words.nothingSent}
          </AlertDialog.Description>
          <ul className="hold-orders">
            {box.asked.map((each) => (
              <Order key={each.id} job={each} asked />
            ))}
            {box.others.map((each) => (
              <Order key={each.id} job={each} asked={false} />
            ))}
          </ul>
          <fieldset className="hold-answers">
            <legend>{words.question(asked, box.asked.length)}</legend>
            {answersOf(box).map((each) => (
              <label key={each} className={isFinal(each, canRefund) ? 'choice danger' : 'choice'}>
                <input
                  type="radio"
                  name="hold-answer"
                  data-testid={`hold-${each}`}
                  checked={answer === each}
                  onChange={() => setAnswer(each)}
                />
                <span>
                  <b>{words.answers[each].title}</b>
                  <span>
                    {bodies[each]} {isFinal(each, canRefund) ? <em>{words.noWayBack}</em> : null}
                  </span>
                </span>
              </label>
            ))}
          </fieldset>
          <OtherOrders
            answer={answer === 'refund' && !canRefund ? 'later' : answer}
            box={box}
            sends={sendsOthers}
            onSends={setSendsOthers}
          />
          <div className="hold-foot">
            <button
              type="button"
              className="button plain quiet"
              data-testid="hold-later"
              ref={wayOut}
              onClick={closeHold}
            >
              {words.later} <kbd>Esc</kbd>
            </button>
            <span className="meta grow">{answer === 'decline' ? words.undoable : ''}</span>
            <Confirm
              isRed={isFinal(answer, canRefund)}
              label={
                answer === 'refund' && !canRefund ? words.confirm.refundElsewhere : labelOf(answer, box, sendsOthers)
              }
              isAwake={isAwake}
              onConfirm={() => {
                closeHold();
                if (answer === 'refund' && !canRefund) void openCenter(job.storeId);
                else void decide(job, answer, box, sendsOthers);
              }}
            />
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

/** No buyer has asked for the market's own cancellation: there is nothing to agree to. */
function answersOf({ asked }: Box): readonly Answer[] {
  return asked.some(isCancelledByMarket) ? answers.filter((each) => each !== 'refund') : answers;
}

function titleOf({ asked, others }: Box, job: Job, name: string): string {
  if ([job, ...asked].every(isCancelledByMarket)) return words.titleByMarket(name);
  return others.length === 0 ? words.titleOne(name) : words.title(name, asked.length);
}

function requestOf(job: Job): string {
  return isCancelledByMarket(job) ? words.byMarket : words.requestSeen(job.finding && shortTime(job.finding.at));
}

function Order({ job, asked }: { job: Job; asked: boolean }) {
  return (
    <li className={asked ? 'asked' : ''} data-testid="hold-order" data-target={job.target}>
      <StateShape name={asked ? 'held' : 'ready'} />
      <b className="one-line">{what(job)}</b>
      <span>{asked ? requestOf(job) : words.noRequest}</span>
      <span className="meta" title={job.target}>
        …{job.target.slice(-4)}
      </span>
    </li>
  );
}

/** What becomes of the orders without a request. */
function OtherOrders({
  answer,
  box: { asked, others },
  sends,
  onSends,
}: {
  answer: Answer | 'later';
  box: Box;
  sends: boolean;
  onSends(sends: boolean): void;
}) {
  const [other] = others;
  if (other === undefined || answer === 'later') return null;
  if (answer === 'refuse') {
    return (
      <p className="hold-others">
        <StateShape name="stop" />
        {words.allRegistered(asked.length + others.length)}
      </p>
    );
  }
  return (
    <label className="hold-others">
      <input
        type="checkbox"
        data-testid="hold-others"
        checked={sends}
        onChange={(event) => onSends(event.target.checked)}
      />
      <span>{words.sendOthers(what(other), others.length)}</span>
    </label>
  );
}

interface ConfirmProps {
  /** It cannot be taken back once it has gone. */
  isRed: boolean;
  label: string;
  isAwake: boolean;
  onConfirm(): void;
}

function Confirm({ isRed, label, isAwake, onConfirm }: ConfirmProps) {
  return (
    <button
      type="button"
      className={isRed ? 'button large danger filled' : 'button large primary'}
      data-testid="hold-confirm"
      disabled={!isAwake}
      onClick={onePress(onConfirm)}
      // Enter is pressed without looking: the space bar or a click.
      onKeyDown={isRed ? withoutEnter : undefined}
    >
      {label}
    </button>
  );
}

function withoutEnter(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}

function labelOf(answer: Answer, { asked, others }: Box, sends: boolean): string {
  if (answer === 'refund') return words.confirm.refund(asked.length, amountOf(asked), sends ? others.length : 0);
  if (answer === 'refuse') return words.confirm.refuse(asked.length + others.length);
  return others.length > 0 && sends
    ? words.confirm.declineAndSend(others.length)
    : words.confirm.decline(asked.length + others.length);
}

async function decide(job: Job, answer: Answer, { asked, others }: Box, sends: boolean): Promise<void> {
  if (answer === 'refund') {
    await takeAction({ action: 'refund', jobs: asked.map(({ id }) => id), others: sends ? 'send' : 'leave-out' });
  } else if (answer === 'refuse') await takeAction({ action: 'approve', jobs: [job.id] });
  else if (others.length > 0 && sends) await takeAction({ action: 'leave-out', jobs: asked.map(({ id }) => id) });
  else await takeAction({ action: 'decline', jobs: [job.id] });
}

/** What cannot be taken back once it has gone. */
function isFinal(answer: Answer, canRefund: boolean): boolean {
  return answer === 'refuse' || (answer === 'refund' && canRefund);
}

/** Whether a cancel request can be agreed to from here: its market takes it, and has not refused it to this store. */
function useCanRefund(storeId: StoreId): boolean {
  const status = useAppState((state) => state.statuses.find((each) => each.storeId === storeId));
  return marketRules[marketOfStore(storeId)].orders.takesRefunds && status?.refundsRefused !== true;
}

function refundBody({ asked }: Box): string {
  const amount = amountOf(asked);
  return amount === undefined ? words.answers.refund.body : words.refundOf(amount);
}

async function openCenter(storeId: StoreId): Promise<void> {
  await callOrSay('support-open', { page: centerPages[marketOfStore(storeId)] });
}

/** What an order is, for whoever has to decide. */
function what(job: Job): string {
  return job.productName ?? `…${job.target.slice(-4)}`;
}

/** True once an answer has been chosen for a while. */
function useWakes(answer: Answer): boolean {
  const [awake, setAwake] = useState<Answer | undefined>(undefined);
  useEffect(() => {
    const timer = setTimeout(() => setAwake(answer), wakesAfterMs);
    return () => clearTimeout(timer);
  }, [answer]);
  return awake === answer;
}
