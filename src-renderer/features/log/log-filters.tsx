import type { JobState } from '../../../src-preload/contract/job-states';
import { Mark } from '../../parts/marks';
import { chosenStatus, useDesk } from '../../shell/desk-state';
import { text } from '../../text';
import { filterByStates, searchFor, toggleState, useLog } from './log-state';
import { stateLooks } from './state-chip';

const groups: readonly { name: keyof typeof text.log.groups; states: readonly JobState[] }[] = [
  { name: 'tasks', states: ['held', 'rejected'] },
  { name: 'underWay', states: ['queued', 'sending', 'waiting', 'unknown'] },
  { name: 'ended', states: ['succeeded', 'cancelled'] },
];

/** The three groups of states with their counts, and the search. Counts are of all jobs, whatever is shown. */
export function LogFilters() {
  const shown = useLog((state) => state.states);
  const counts = useDesk((state) => chosenStatus(state)?.counts);
  return (
    <div className="log-filters">
      {groups.map(({ name, states }) => (
        <div key={name} className="state-group" role="group" aria-label={text.log.groups[name]}>
          <button
            type="button"
            className="group-name"
            aria-pressed={shown.length === states.length && states.every((state) => shown.includes(state))}
            onClick={() => filterByStates(shown.length === states.length && shown[0] === states[0] ? [] : states)}
          >
            {text.log.groups[name]}
          </button>
          {states.map((state) => (
            <button
              key={state}
              type="button"
              className={`state-filter ${(counts?.[state] ?? 0) > 0 ? stateLooks[state].tone : ''}`}
              data-testid={`log-filter-${state}`}
              aria-pressed={shown.includes(state)}
              onClick={() => toggleState(state)}
            >
              <Mark name={stateLooks[state].mark} />
              {text.log.states[state]}
              <b data-testid={`log-count-${state}`}>{counts?.[state] ?? 0}</b>
            </button>
          ))}
        </div>
      ))}
      <Search />
    </div>
  );
}

/** Searches as soon as the typing rests. */
function Search() {
  const search = useLog((state) => state.search);
  return (
    <div className="log-search">
      <Mark name="glass" />
      <input
        className="input"
        type="search"
        data-testid="log-search"
        aria-label={text.log.search}
        placeholder={text.log.searchHint}
        value={search}
        onChange={(event) => searchFor(event.target.value)}
      />
    </div>
  );
}
