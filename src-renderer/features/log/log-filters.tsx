import { jobStateGroups } from '../../../src-preload/contract/job-states';
import type { StoreStatus } from '../../../src-preload/contract/store';
import { chosenStatus, useAppState } from '../../state/app-state';
import type { LogChip } from '../../state/open-log';
import { countsToDecide } from '../../review/send/enqueue';
import { text } from '../../text';
import { stateShapes } from '../../ui/job/state-chip';
import { LineIcon, StateShape } from '../../ui/shapes';
import { isOnly, searchFor, toggleState, useLog } from './log-state';

const groups: readonly { name: keyof typeof text.log.groups; states: readonly LogChip[] }[] = [
  { name: 'tasks', states: jobStateGroups.tasks },
  { name: 'underWay', states: jobStateGroups.underWay },
  { name: 'byFile', states: ['by-file'] },
  { name: 'ended', states: jobStateGroups.ended },
];

/** The states with their counts, and the search. Counts are of all jobs of the store, whatever is shown. */
export function LogFilters() {
  // The counts are of all days: pressed is what is listed of all days.
  const shown = useLog((state) => (state.shown.period === 'all' ? state.shown.states : undefined));
  const status = useAppState(chosenStatus);
  const filed = status?.filed ?? 0;
  return (
    <div className="log-tools">
      <div className="log-filters" role="group" aria-label={text.log.view.filterLabel}>
        <span className="meta">{text.log.view.everyDay}</span>
        {groups
          // A group of its own, but only for those who use it.
          .filter(({ name }) => name !== 'byFile' || filed > 0 || isOnly(shown, 'by-file'))
          .map(({ name, states }) => (
            <div key={name} className="state-group" role="group" aria-label={text.log.groups[name]}>
              {states.map((state) => (
                <Filter
                  key={state}
                  state={state}
                  count={countOf(status, state)}
                  pressed={shown?.includes(state) ?? false}
                />
              ))}
            </div>
          ))}
      </div>
      <Search />
    </div>
  );
}

function Filter({ state, count, pressed }: { state: LogChip; count: number; pressed: boolean }) {
  return (
    <button
      type="button"
      className={count > 0 ? 'state-filter' : 'state-filter zero'}
      data-testid={`log-filter-${state}`}
      aria-pressed={pressed}
      title={text.log.view.alsoThis}
      onClick={({ ctrlKey, metaKey, shiftKey }) => toggleState(state, ctrlKey || metaKey || shiftKey)}
    >
      <StateShape name={stateShapes[state]} size={13} />
      {state === 'by-file' ? text.byFile.inFile : text.log.states[state]}
      <b data-testid={`log-count-${state}`}>{count}</b>
    </button>
  );
}

/** 보류 counts what waits for a choice; what is in a file waits for nothing here. */
function countOf(status: StoreStatus | undefined, chip: LogChip): number {
  if (chip === 'by-file') return status?.filed ?? 0;
  return countsToDecide(status)?.[chip] ?? 0;
}

/** The list follows each letter; see searchFor for what is typed while it is read. */
function Search() {
  const search = useLog((state) => state.shown.search);
  return (
    <div className="log-search">
      <LineIcon name="find" />
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
