import { logPeriods } from '../../../src-preload/contract/log-groups';
import { chosenStatus, useAppState } from '../../state/app-state';
import { countsToDecide } from '../../review/send/enqueue';
import type { LogChip } from '../../state/open-log';
import { text } from '../../text';
import { StateShape } from '../../ui/shapes';
import { GroupBy } from './group-by';
import { FilePicker } from './log-files';
import { choosePeriod, useLogFigures } from './log-figures';
import { taskChips } from './log-pages';
import { isOnly, show, useLog } from './log-state';

const words = text.log.view;

/** The sentence of the period, each part of it a filter, and the switch between periods. */
export function LogSay() {
  const period = useLog((state) => state.shown.period);
  return (
    <div className="log-say">
      <Facts />
      <GroupBy />
      <FilePicker />
      <div className="segment" role="group" aria-label={words.period} data-testid="log-period" data-period={period}>
        {logPeriods.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={period === each}
            data-period={each}
            onClick={() => choosePeriod(each)}
          >
            {words.periods[each]}
          </button>
        ))}
      </div>
    </div>
  );
}

/** The figures, each under the name of the period it was counted in. */
function Facts() {
  const states = useLog((state) => state.shown.states);
  const figures = useLogFigures();
  const held = useAppState((state) => countsToDecide(chosenStatus(state))?.held ?? 0);
  if (figures === undefined) return <h1 className="log-facts" />;
  const { period, sums } = figures;
  const fact = (testId: string, ...wanted: readonly LogChip[]) => ({
    type: 'button' as const,
    'data-testid': testId,
    'aria-pressed': isOnly(states, ...wanted),
    onClick: () => show({ states: isOnly(states, ...wanted) ? undefined : [...wanted] }),
  });
  return (
    <h1 className="log-facts">
      <button
        type="button"
        className="fact"
        aria-pressed={states === undefined}
        data-testid="log-say-all"
        onClick={() => show({ states: undefined })}
      >
        {words.say[period](sums.jobs)}
      </button>
      <Dot />
      <button {...fact('log-say-done', 'succeeded')} className="fact">
        {words.done(sums.done)}
      </button>
      {sums.tasks > 0 ? (
        <>
          <Dot />
          <button {...fact('log-say-tasks', ...taskChips)} className="fact look">
            {held > 0 ? <StateShape name="held" /> : null}
            {words.tasks(sums.tasks)}
            {sums.earlier > 0 ? <small>{words.earlier(sums.earlier)}</small> : null}
          </button>
        </>
      ) : null}
    </h1>
  );
}

function Dot() {
  return (
    <span className="dot" aria-hidden="true">
      ·
    </span>
  );
}
