import { deliveryMethods } from '../../src-preload/contract/delivery-methods';
import { oneOf } from '../../src-preload/contract/one-of';
import type { Store, StoreStatus } from '../../src-preload/contract/store';
import { useNow } from '../ui/clock';
import { courierName } from '../ui/courier-picker';
import { restOf } from '../ui/job/job-words';
import { onePress } from '../ui/one-press';
import { chosenRules, chosenStatus, chosenStore, useAppState } from '../state/app-state';
import { openLogOn } from '../state/open-log';
import type { Summary } from '../sheets/protocol';
import { text } from '../text';
import { countsToDecide, enqueue, undo, useSending } from './send/enqueue';
import { useJoin } from './join/joins-state';
import { SendMore } from './send-more';
import type { ReviewState } from './state/reviews-state';
import { RunFoot } from './run/run-foot';
import { figuresOf } from './state/run-stage';
import { useRun, useRuns } from './state/runs-state';

const words = text.send;

/** The foot of the screen: what was just sent and how far it is, and the button that sends. */
export function SendBar({ review }: { review: ReviewState | undefined }) {
  const store = useAppState(chosenStore);
  const status = useAppState(chosenStatus);
  const run = useRun(review?.key);
  const join = useJoin(review?.key);
  const summary = review?.summary;
  // The join has a foot of its own.
  if (join !== undefined && review?.phase === 'ready') return null;
  const enqueueButton =
    review && summary && store && review.phase !== 'sent' ? (
      <Enqueue review={review} summary={summary} store={store} />
    ) : null;
  if (review && run) {
    const isOver = figuresOf(run.sums).left === 0;
    const sends = review.phase === 'ready' && summary !== undefined && summary.tabs.all > 0;
    // While it goes on only what can be sent besides is offered next to it.
    const isWanted = sends && (isOver || summary.going.lines > 0 || summary.conflicts > 0);
    return (
      <div className="send-bar">
        <RunFoot review={review} run={run} enqueue={isWanted ? enqueueButton : null} />
      </div>
    );
  }
  return (
    <div className="send-bar">
      {status ? <Under status={status} /> : null}
      {enqueueButton}
    </div>
  );
}

function Enqueue({ review, summary, store }: { review: ReviewState; summary: Summary; store: Store }) {
  const busy = useSending((state) => state.busy);
  const { lines, warnings } = summary.going;
  const label = words.enqueue[review.operation](store.label, lines, warnings);
  const ready = review.phase === 'ready';
  return (
    <div className="enqueue">
      <p>
        {busy ? (
          words.run.adding(lines)
        ) : review.phase === 'storing' ? (
          words.storing(review.stored, summary.tabs.all)
        ) : lines === 0 ? (
          nothingWords(review, summary)
        ) : (
          <Going summary={summary} operation={review.operation} />
        )}
      </p>
      {summary.conflicts > 0 ? (
        <button
          type="button"
          className="button large"
          data-testid="replace-button"
          disabled={!ready || busy}
          onClick={onePress(() => void enqueue(review, true))}
        >
          {words.replace(summary.conflicts)}
        </button>
      ) : null}
      {review.operation === 'dispatch' ? <SendMore review={review} lines={ready && !busy ? lines : 0} /> : null}
      <button
        type="button"
        className="button primary large"
        data-testid="enqueue-button"
        disabled={!ready || lines === 0}
        // While the lines are on their way the keyboard stays on it; a second press does nothing.
        aria-disabled={busy ? true : undefined}
        onClick={onePress(() => void enqueue(review, false))}
      >
        {label}
      </button>
    </div>
  );
}

/** What goes: boxes and couriers; and what is left behind. */
function Going({ summary, operation }: { summary: Summary; operation: ReviewState['operation'] }) {
  const { parcels, couriers, lines, looks } = summary.going;
  const stays = summary.tabs.look - looks;
  if (operation === 'stock') {
    const { available, unavailable, amount } = summary.goingStock;
    const [first = '', ...more] = text.stock.going(available, unavailable, amount);
    const rest = [...more, ...text.stock.stays(summary.tabs.open, stays), ...waitingWords(summary)];
    return <GoingWords what={first} rest={rest} />;
  }
  const rest = [
    ...couriers.slice(0, 5).map(([code, count]) => words.ofCourier(nameOf(code), count)),
    ...(stays > 0 ? [words.staysBehind(stays)] : []),
    ...waitingWords(summary),
  ];
  const what = operation === 'dispatch' && parcels > 0 ? words.parcels(parcels) : words.groups.jobs(lines);
  return <GoingWords what={what} rest={rest} />;
}

function GoingWords({ what, rest }: { what: string; rest: readonly string[] }) {
  return (
    <>
      <b title={[what, ...rest].join(' · ')}>{what}</b>
      <span className="going-rest">{rest.map((each) => ` · ${each}`).join('')}</span>
    </>
  );
}

/** Why nothing can be sent: everything is dealt with, or something has to be mended first. */
function nothingWords({ operation }: ReviewState, summary: Summary): string {
  const { tabs } = summary;
  if (tabs.all > 0 && tabs.done === tabs.all) return words.allDealtWith;
  const waiting = Object.values(summary.ticks).some(({ lines, ticked }) => ticked < lines);
  if (summary.counts.error === 0 && waiting) return words.nothingTicked;
  if (summary.waiting > 0) return words.answerFirst(summary.waiting);
  return operation === 'stock' ? words.nothingToAnswer : words.nothingToSend;
}

/** Lines that stay behind until a question is answered, said next to those that go. */
function waitingWords({ waiting }: Summary): string[] {
  return waiting > 0 ? [words.answerFirst(waiting)] : [];
}

function nameOf(code: string): string {
  const method = oneOf(deliveryMethods, code);
  return method ? chosenRules(useAppState.getState()).shipments.methods.nameOf(method) : courierName(code);
}

/** The batch sent last: still to be taken back, under way, or done. */
function Under({ status }: { status: StoreStatus }) {
  const last = useSending((state) => (state.last?.storeId === status.storeId ? state.last : undefined));
  const now = useNow(last !== undefined || status.undo !== undefined);
  const until = status.undo?.until ?? last?.dueAt;
  const batchId = status.undo?.batchId ?? last?.batchId;
  const hasTab = useRuns(({ runs }) => Object.values(runs).some((run) => run.batchId === last?.batchId));
  const rests = useAppState((state) => restOf(state, status.storeId) !== undefined);
  // 발송 stays mounted: on 처리 내역 the one way back is that screen's own.
  const isHere = useAppState(({ place }) => place !== 'log');
  if (until !== undefined && until > now && batchId !== undefined) {
    return (
      <div className="under">
        <p>{rests ? words.run.stands(status.undo?.count ?? last?.jobs ?? 0) : words.undo.startsIn(until - now)}</p>
        {isHere ? (
          <button
            type="button"
            className="button"
            data-testid="undo-button"
            onClick={onePress(() => void undo(batchId))}
          >
            {words.undo.button}
          </button>
        ) : null}
      </div>
    );
  }
  // A file's own tab shows how far it is.
  return last && !hasTab ? (
    <Progress status={status} jobs={last.jobs} dueAt={last.dueAt} before={last.before} now={now} />
  ) : null;
}

interface ProgressProps {
  status: StoreStatus;
  jobs: number;
  dueAt: number;
  before: StoreStatus['counts'] | undefined;
  now: number;
}

function Progress({ status, jobs, dueAt, before, now }: ProgressProps) {
  const counts = countsToDecide(status) ?? status.counts;
  const since = (state: keyof typeof counts): number => Math.max(0, counts[state] - (before?.[state] ?? 0));
  const [done, held, failed] = [since('succeeded'), since('held'), since('rejected')];
  const ended = done + held + failed + since('cancelled');
  const passed = now - dueAt;
  // What waits for a reading or its next try has a time of its own, not this pace.
  const moving = counts.queued + counts.sending > 0 && status.connection === 'online';
  const left = moving && ended > 0 && passed > 0 ? (passed / ended) * (jobs - ended) : undefined;
  const finished = ended >= jobs;
  // Nothing is left to be done or said: a bar that stays would be in the way.
  if (finished && held + failed === 0) return null;
  return (
    <div className="under">
      <div className="progress-track" aria-hidden="true">
        <div className="progress-fill" style={{ width: `${Math.min(100, (100 * ended) / jobs)}%` }} />
      </div>
      <p>{finished ? words.finished(done, held, failed) : words.under(jobs, done, held, left)}</p>
      {held > 0 ? (
        <button type="button" className="button small" onClick={() => openLogOn(['held'])}>
          {words.seeHeld(held)}
        </button>
      ) : null}
      {failed > 0 ? (
        <button type="button" className="button small" onClick={() => openLogOn(['rejected'])}>
          {words.seeFailed(failed)}
        </button>
      ) : null}
    </div>
  );
}
