import { logPeriods } from '../../../src-preload/contract/log-groups';
import { chosenStatus, useAppState } from '../../state/app-state';
import type { LogChip } from '../../state/open-log';
import { text } from '../../text';
import { StateShape } from '../../ui/shapes';
import { FilePicker } from './log-files';
import { useLogFigures } from './log-figures';
import { taskChips } from './log-pages';
import { isOnly, show, useLog } from './log-state';

const words = text.log.view;

/** The sentence of the period, each part of it a filter, and the switch between periods. */
export function LogSay() {
  const period = useLog((state) => state.shown.period);
  const states = useLog((state) => state.shown.states);
  const { sums } = useLogFigures();
  const held = useAppState((state) => {
    const status = chosenStatus(state);
    return status === undefined ? 0 : status.counts.held - status.filed;
  });
  const toggle = (...wanted: readonly LogChip[]) =>
    show({ states: isOnly(states, ...wanted) ? undefined : [...wanted] });
  return (
    <div className="log-say">
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
        <span className="dot" aria-hidden="true">
          ·
        </span>
        <button
          type="button"
          className="fact"
          aria-pressed={isOnly(states, 'succeeded')}
          data-testid="log-say-done"
          onClick={() => toggle('succeeded')}
        >
          {words.done(sums.done)}
        </button>
        {sums.tasks > 0 ? (
          <>
            <span className="dot" aria-hidden="true">
              ·
            </span>
            <button
              type="button"
              className="fact look"
              aria-pressed={isOnly(states, ...taskChips)}
              data-testid="log-say-tasks"
              onClick={() => toggle(...taskChips)}
            >
              {held > 0 ? <StateShape name="held" /> : null}
              {words.tasks(sums.tasks)}
              {sums.earlier > 0 ? <small>{words.earlier(sums.earlier)}</small> : null}
            </button>
          </>
        ) : null}
      </h1>
      <FilePicker />
      <div className="segment" role="group" aria-label={words.period} data-testid="log-period" data-period={period}>
        {logPeriods.map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={period === each}
            data-period={each}
            onClick={() => show({ period: each, files: undefined })}
          >
            {words.periods[each]}
          </button>
        ))}
      </div>
    </div>
  );
}
