import { useState } from 'react';
import type { ReactNode } from 'react';
import type { StoreId } from '../../../src-preload/contract/ids';
import { useBookCounts } from '../../state/book-counts';
import { callOrSay } from '../../state/call-or-say';
import { text } from '../../text';
import { shortTime, useNow } from '../../ui/clock';
import { onePress } from '../../ui/one-press';
import { StateShape } from '../../ui/shapes';
import { FormOpen } from './forms/form-open';
import { undoConfirm, useConfirmed, confirmNew } from './book/confirm-new';

const words = text.book.steps;

/** What is done in the morning, in its order; the next open step has the screen's filled button. */
export function MorningSteps({ storeId }: { storeId: StoreId }) {
  const counts = useBookCounts((state) => state.counts);
  const [asked, setAsked] = useState(false);
  const filledAt = counts?.filledAt;
  const waiting = counts?.tabs.waiting ?? 0;
  const toConfirm = counts?.toConfirm ?? 0;
  const isFetching = counts?.isUnderWay === true || asked;
  const next = filledAt === undefined ? 'fetch' : toConfirm > 0 ? 'confirm' : 'form';
  const fetchNow = (): void => {
    setAsked(true);
    void callOrSay('book-refresh', { storeId }).finally(() => setAsked(false));
  };
  return (
    <ol className="morning-steps" aria-label={words.label}>
      <Step
        n={1}
        isDone={filledAt !== undefined}
        isNext={next === 'fetch'}
        title={words.fetch}
        said={
          isFetching
            ? text.book.fetching
            : filledAt === undefined
              ? words.notFetched
              : words.fetchedAt(shortTime(filledAt), counts?.tabs.new ?? 0)
        }
      >
        <button
          type="button"
          className={next === 'fetch' ? 'button primary' : 'button small plain'}
          data-testid="order-fetch"
          aria-disabled={isFetching}
          onClick={onePress(() => (isFetching ? undefined : fetchNow()))}
        >
          {next === 'fetch' ? words.fetchAct : words.fetchAgain}
        </button>
      </Step>
      <ConfirmStep storeId={storeId} count={toConfirm} isNext={next === 'confirm'} isKnown={filledAt !== undefined} />
      <Step
        n={3}
        isDone={false}
        isNext={next === 'form' && waiting > 0}
        title={words.form}
        said={words.formSaid(waiting)}
        hint={words.formHint}
      >
        <FormOpen storeId={storeId} isNext={next === 'form' && waiting > 0} />
      </Step>
    </ol>
  );
}

function ConfirmStep(given: { storeId: StoreId; count: number; isNext: boolean; isKnown: boolean }) {
  const { storeId, count, isNext, isKnown } = given;
  const confirmed = useConfirmed((state) => (state.sent?.storeId === storeId ? state.sent : undefined));
  const now = useNow(confirmed !== undefined);
  const left = confirmed === undefined ? 0 : confirmed.dueAt - now;
  const canUndo = confirmed?.batchId !== undefined && left > 0;
  return (
    <Step
      n={2}
      isDone={isKnown && count === 0 && !canUndo}
      isNext={isNext}
      title={words.confirm}
      said={
        canUndo ? words.confirmStarts(confirmed.added, left) : count > 0 ? words.toConfirm(count) : words.noneToConfirm
      }
      hint={count > 0 ? words.confirmHint : undefined}
    >
      {canUndo ? (
        <button
          type="button"
          className="button"
          data-testid="orders-confirm-undo"
          onClick={onePress(() => void undoConfirm())}
        >
          {words.undo}
        </button>
      ) : count > 0 ? (
        <button
          type="button"
          className={isNext ? 'button primary' : 'button small'}
          data-testid="orders-confirm-all"
          data-count={count}
          onClick={onePress(() => void confirmNew(storeId))}
        >
          {words.confirmAct(count)}
        </button>
      ) : null}
    </Step>
  );
}

interface StepProps {
  n: number;
  isDone: boolean;
  isNext: boolean;
  title: string;
  said: string;
  /** What it means, where it is pressed. */
  hint?: string | undefined;
  children: ReactNode;
}

function Step({ n, isDone, isNext, title, said, hint, children }: StepProps) {
  return (
    <li className={isNext ? 'next' : isDone ? 'did' : ''} data-step={n}>
      {isDone ? (
        <StateShape name="done" label={words.done} />
      ) : (
        <span className="step-number" aria-hidden="true">
          {n}
        </span>
      )}
      <span className="step-words">
        <b>{title}</b>
        <span className="meta">{said}</span>
        {hint === undefined ? null : <span className="meta step-hint">{hint}</span>}
      </span>
      {children}
    </li>
  );
}
