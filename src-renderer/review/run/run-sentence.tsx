import type { JobKind } from '../../../src-preload/contract/job-states';
import { marketWords } from '../../../src-preload/contract/text/market-words.ko';
import { marketOfStore, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { secondsOfDay } from '../../ui/clock';
import { restOf } from '../../ui/job/job-words';
import type { Rest } from '../../ui/job/job-words';
import { StateShape } from '../../ui/shapes';
import type { RunFigures, RunStage } from '../state/run-stage';
import type { Run } from '../state/runs-state';

const words = text.send.run;

interface Props {
  run: Run;
  stage: RunStage;
}

/** What a run has come to so far: the first part of the sentence of its file. What waits for the seller leads there. */
export function RunFacts({
  run,
  stage,
  figures: { all, done, held, rejected },
  operation,
}: Props & { figures: RunFigures; operation: JobKind }) {
  const rests = useAppState((state) => restOf(state, run.storeId) !== undefined);
  const begins = rests ? words.stored : words.soon;
  return (
    <>
      <span className="fact plain" data-testid="run-done">
        {stage === 'over' && done > 0 ? <StateShape name="done" /> : null}
        {stage === 'undo'
          ? begins(run.jobs, run.jobs === all ? run.boxes?.all : undefined)
          : stage === 'going'
            ? words.going(all, done)
            : words.did(operation, done, run.boxes?.done)}
      </span>
      {held > 0 ? <Task words={words.held(held)} state="held" /> : null}
      {rejected > 0 ? <Task words={words.failed(rejected)} state="stop" /> : null}
      {stage === 'over' && run.dayIsDone && held + rejected === 0 ? (
        <>
          <Dot />
          <span className="fact calm">{words.dayIsDone}</span>
        </>
      ) : null}
    </>
  );
}

function Dot() {
  return (
    <span className="fact-dot" aria-hidden="true">
      ·
    </span>
  );
}

function Task({ words: said, state }: { words: string; state: 'held' | 'stop' }) {
  return (
    <>
      <Dot />
      <button type="button" className={state === 'stop' ? 'fact stop' : 'fact look'} onClick={() => focusTasks(state)}>
        <StateShape name={state} />
        {said}
      </button>
    </>
  );
}

/** To the act of the first group of that kind, or to the rows themselves. */
export function focusTasks(state?: 'held' | 'stop'): boolean {
  const group = state === undefined ? '' : `[data-group^=${state === 'stop' ? 'rejected' : 'held'}] `;
  const act =
    document.querySelector<HTMLElement>(`.run-tasks ${group}[data-testid=group-act]`) ??
    document.querySelector<HTMLElement>('.run-tasks [data-testid=group-act], .run-tasks .grid-scroll');
  act?.focus();
  return act !== null;
}

/** Of what is under way: what it waits for, or that the seller may do something else. */
function goesOn(rest: Rest | undefined): string {
  if (rest === undefined) return words.goOn;
  return rest === 'safe' ? words.beginsLater : text.log.resting[rest];
}

/** What stands next to the sentence: where nothing is registered yet, that one may go on with other things, how long it took. */
export function RunAside({ run, stage }: Props) {
  const { storeId, endedAt, dueAt } = run;
  const rest = useAppState((state) => restOf(state, storeId));
  if (stage === 'undo')
    return <span className="run-aside">{words.notYet(marketWords[marketOfStore(storeId)].name)}</span>;
  if (stage === 'going') return <span className="run-aside">{goesOn(rest)}</span>;
  if (endedAt === undefined) return null;
  return <span className="run-aside">{words.took(secondsOfDay(endedAt), Math.max(1000, endedAt - dueAt))}</span>;
}
