import { jobStateGroups } from '../../../src-preload/contract/job-states';
import type { StoreStatus } from '../../../src-preload/contract/store';
import { Icon } from '../../ui/icons';
import { chosenStatus, useAppState } from '../../state/app-state';
import { text } from '../../text';
import { filterByStates, searchFor, toggleState, useLog } from './log-state';
import type { LogChip } from '../../state/open-log';
import { inFile, stateStyles } from '../../ui/job/state-chip';

const groups: readonly { name: keyof typeof text.log.groups; states: readonly LogChip[] }[] = [
  { name: 'tasks', states: jobStateGroups.tasks },
  { name: 'byFile', states: ['by-file'] },
  { name: 'underWay', states: jobStateGroups.underWay },
  { name: 'ended', states: jobStateGroups.ended },
];

/** The three groups of states with their counts, and the search. Counts are of all jobs, whatever is shown. */
export function LogFilters() {
  const shown = useLog((state) => state.states);
  const status = useAppState(chosenStatus);
  const filed = status?.filed ?? 0;
  return (
    <div className="log-filters">
      {groups
        // A group of its own, but only for those who use it.
        .filter(({ name }) => name !== 'byFile' || filed > 0 || shown.includes('by-file'))
        .map(({ name, states }) => (
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
                className={`state-filter ${countOf(status, state) > 0 ? styleOf(state).tone : ''}`}
                data-testid={`log-filter-${state}`}
                aria-pressed={shown.includes(state)}
                onClick={() => toggleState(state)}
              >
                <Icon name={styleOf(state).icon} />
                {state === 'by-file' ? text.byFile.inFile : text.log.states[state]}
                <b data-testid={`log-count-${state}`}>{countOf(status, state)}</b>
              </button>
            ))}
          </div>
        ))}
      <Search />
    </div>
  );
}

function styleOf(chip: LogChip) {
  return chip === 'by-file' ? inFile : stateStyles[chip];
}

/** 보류 counts what waits for a choice; what is in a file waits for nothing here. */
function countOf(status: StoreStatus | undefined, chip: LogChip): number {
  if (status === undefined) return 0;
  if (chip === 'by-file') return status.filed;
  return chip === 'held' ? status.counts.held - status.filed : status.counts[chip];
}

/** Searches as soon as the typing rests. */
function Search() {
  const search = useLog((state) => state.search);
  return (
    <div className="log-search">
      <Icon name="glass" />
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
