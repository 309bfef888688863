import { memo, useEffect } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useAppState } from '../../state/app-state';
import { openLogOn } from '../../state/open-log';
import { text } from '../../text';
import { courierName } from '../../ui/courier-picker';
import { restOf } from '../../ui/job/job-words';
import type { Rest } from '../../ui/job/job-words';
import { showUndoInFoot, useAnnouncements } from '../../state/announcements';
import { DecisionUndo } from '../../ui/decision-undo';
import { onePress } from '../../ui/one-press';
import { LineIcon } from '../../ui/shapes';
import { undo } from '../send/enqueue';
import { openTab, useNextFile } from '../state/reviews-state';
import type { ReviewState } from '../state/reviews-state';
import { pickFiles } from '../files/sheet-input';
import { useCalmRun } from './use-calm-run';
import type { RunFigures, RunStage } from '../state/run-stage';
import { focusTasks } from './run-sentence';
import type { Run } from '../state/runs-state';

const words = text.send.run;
const mostCouriers = 5;

interface Props {
  review: ReviewState;
  run: Run;
  /** What sends the lines that are left in the file, where there are any to be sent. */
  enqueue: ReactNode;
}

/** The foot from the press to the end: the way back where the press was, then how far it is, then what comes next. */
export function RunFoot({ review, run, enqueue }: Props) {
  const { figures, said, stage, now } = useCalmRun(run);
  const next = useNextFile(review.key);
  const tasks = figures.held + figures.rejected;
  // Not only as a stage begins: what was decided and taken back waits again.
  useEffect(() => moveFocus(stage, tasks), [stage, tasks]);
  // While the batch itself can be taken back there is one such button already.
  const isFoot = stage !== 'undo';
  useEffect(() => (isFoot ? showUndoInFoot() : undefined), [isFoot]);
  const isDecided = useAnnouncements((state) => state.current.undo !== undefined) && isFoot;
  const isHere = useAppState(({ place }) => place !== 'log');
  return (
    <div className="run-foot">
      <p>{enqueue === null && !isDecided ? <Boxes run={run} /> : null}</p>
      {stage === 'over' ? (
        <button
          type="button"
          className="button plain quiet"
          onClick={() => openLogOn([], { fileId: run.importId })}
          data-testid="run-see-log"
        >
          {words.seeLog}
        </button>
      ) : null}
      {enqueue}
      {isDecided && isHere ? <DecisionUndo /> : null}
      {stage === 'over' && enqueue === null ? (
        <NextFile name={next?.fileName} onNext={() => (next ? openTab(next.key) : pickFiles())} />
      ) : null}
      {stage === 'over' ? null : (
        <div
          className={`run-bar ${stage}`}
          tabIndex={-1}
          data-testid="run-bar"
          {...(stage === 'undo' ? { role: 'group', 'aria-label': words.waits } : barOf(figures))}
        >
          {stage === 'undo' ? (
            <UndoPart run={run} now={now} />
          ) : (
            <GoingPart run={run} figures={figures} said={said} now={now} />
          )}
        </div>
      )}
    </div>
  );
}

function barOf({ all, left }: RunFigures) {
  return {
    role: 'progressbar',
    'aria-label': words.bar,
    'aria-valuemin': 0,
    'aria-valuemax': all,
    'aria-valuenow': all - left,
    'aria-valuetext': words.left(left),
  };
}

/** How many boxes, and by which couriers. */
function Boxes({ run }: { run: Run }) {
  const { boxes } = run;
  if (!boxes || boxes.all === 0) return null;
  const couriers = boxes.couriers
    .slice(0, mostCouriers)
    .map(({ code, jobs }) => text.send.ofCourier(courierName(code), jobs));
  return (
    <>
      <b>{text.send.parcels(boxes.all)}</b>
      {couriers.map((each) => ` · ${each}`).join('')}
    </>
  );
}

function UndoPart({ run: { storeId, batchId, dueAt, jobs }, now }: { run: Run; now: number }) {
  const left = Math.max(0, dueAt - now);
  // 발송 stays mounted: on 처리 내역 the one way back is that screen's own.
  const isHere = useAppState(({ place }) => place !== 'log');
  // A store that rests begins nothing when the time is over.
  const rests = useAppState((state) => restOf(state, storeId) !== undefined);
  const wholeMs = useAppState(({ settings }) => settings.undoSeconds) * 1000;
  // To where it will be in a second; the style sheet draws it there evenly.
  const part = Math.max(0, Math.min(1, (left - 1000) / Math.max(wholeMs, 1)));
  return (
    <>
      <span className="run-fill" style={{ transform: `scaleX(${part})` }} aria-hidden="true" />
      <span>{rests ? words.stands(jobs) : words.startsIn(left, jobs)}</span>
      {batchId === undefined || !isHere ? null : (
        <button
          type="button"
          className="button small"
          data-testid="undo-button"
          ref={focusOnce}
          onKeyDown={refuseHeldKey}
          onClick={onePress(() => void undo(batchId))}
        >
          <LineIcon name="undo" />
          {text.send.undo.button} <kbd>Esc</kbd>
        </button>
      )}
    </>
  );
}

/** The key that sent, still held down, is no answer to what has come in its place. */
function refuseHeldKey(event: KeyboardEvent): void {
  if (event.repeat) event.preventDefault();
}

/** The keyboard follows the press: to the way back, unless the seller is at something else meanwhile. */
function focusOnce(button: HTMLButtonElement | null): void {
  if (button && isLost()) button.focus({ preventScroll: true });
}

function GoingPart({ run, figures, said, now }: { run: Run; figures: RunFigures; said: RunFigures; now: number }) {
  const rest = useAppState((state) => restOf(state, run.storeId));
  const waiting = useAppState(({ statuses }) => {
    const status = statuses.find((each) => each.storeId === run.storeId);
    return status !== undefined && status.counts.waiting > 0;
  });
  const { all, left } = figures;
  const style = { width: `${all === 0 ? 0 : (100 * (all - left)) / all}%` };
  return (
    <>
      <span className="run-fill" style={style} aria-hidden="true" />
      <span>{words.left(said.left)}</span>
      <Then run={run} isMoving={figures.moving > 0} rest={rest} isWaiting={waiting} now={now} />
    </>
  );
}

interface ThenProps {
  run: Run;
  isMoving: boolean;
  /** Why the store rests, if it does. */
  rest: Rest | undefined;
  /** Something of the store has its next try ahead. */
  isWaiting: boolean;
  now: number;
}

/** Drawn again once a second, or where another reason has come. */
const Then = memo(
  (props: ThenProps) => <span className="run-then">{thenWords(props)}</span>,
  (one, other) => one.now === other.now && one.isMoving === other.isMoving && one.rest === other.rest,
);

/** Why nothing moves, or how fast it goes and how long it still takes. */
function thenWords({ run: { pace }, isMoving, rest, isWaiting, now }: ThenProps): string {
  // The one name it has in the badge, too.
  if (rest !== undefined) return rest === 'safe' ? words.rests.safe : text.shell.badges[rest];
  if (!isMoving) return isWaiting ? words.rests.again : words.rests.asked;
  const [rate, seconds] = [pace.perMinute(now), pace.secondsLeft(now)];
  return [
    ...(rate === undefined ? [] : [words.pace(rate)]),
    ...(seconds === undefined ? [] : [words.inSeconds(seconds)]),
  ].join(' · ');
}

/** The one filled button of what has ended. */
function NextFile({ name, onNext }: { name: string | undefined; onNext(): void }) {
  return (
    <button type="button" className="button primary large" data-testid="run-next" onClick={onNext}>
      {name === undefined ? words.pickFile : words.nextFile}
      {name === undefined ? null : <kbd className="one-line">{name}</kbd>}
    </button>
  );
}

/** The keyboard is nowhere, or where a stage led it; not where something is typed or asked. */
function isLost(): boolean {
  const at = document.activeElement;
  return (
    at === null ||
    at === document.body ||
    at.matches('[data-testid=run-bar], [data-testid=enqueue-button], [data-testid=run-see-log], [data-testid=run-next]')
  );
}

/** Start: to the bar. End: to the first thing that waits for the seller, or to what comes next. */
function moveFocus(stage: RunStage, tasks: number): void {
  if (stage === 'undo' || !isLost()) return;
  const first = (selector: string) => document.querySelector<HTMLElement>(`.run-foot ${selector}`);
  if (stage === 'going') return first('[data-testid=run-bar]')?.focus({ preventScroll: true });
  if (tasks > 0 && focusTasks()) return;
  const next =
    first('[data-testid=enqueue-button]:not(:disabled)') ??
    first('[data-testid=run-next]') ??
    first('[data-testid=run-see-log]');
  next?.focus({ preventScroll: true });
}
