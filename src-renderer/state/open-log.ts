import type { LogChip } from '../features/log/log-pages';
import { filterByStates } from '../features/log/log-state';
import { goTo } from './app-state';

/** Leads to the log with only these states shown. */
export function openLogOn(states: readonly LogChip[]): void {
  filterByStates(states);
  goTo('log');
}
