import type { CheckedLine, Remark } from '../line';
import { isTickGroup, type TickGroup } from './remark-codes';

/** Why a line would stay in the draft. `again`: an earlier line says the same, and goes out in its place. */
export type StaysBecause = 'error' | 'excluded' | 'needs-tick' | 'again';

/** The warnings of a line that wait for the seller's tick. */
export function ticksNeeded(remarks: readonly Remark[]): TickGroup[] {
  return remarks.flatMap((remark) => (remark.needsTick === true && isTickGroup(remark.code) ? [remark.code] : []));
}

/** Warnings that no click frees for many lines at once: the column is wrong, and a look at one line says nothing of the next. */
const oneByOne: ReadonlySet<TickGroup> = new Set<TickGroup>(['shifted-column']);

/**
 * The group whose tick for all its lines frees this line too: the one warning it waits for. A line that waits for more
 * than one is looked at by itself, or the tick for one warning would override another that was not looked at.
 */
export function freedByTickOf(remarks: readonly Remark[]): TickGroup | undefined {
  const [group, ...others] = new Set(ticksNeeded(remarks));
  return group === undefined || others.length > 0 || oneByOne.has(group) ? undefined : group;
}

/**
 * Whether a line becomes a job: lines at ok and warning do, unless the seller took them out; those of `tickGroups`
 * only when the line was ticked. Undefined means that it goes out.
 */
export function staysBecause(checked: CheckedLine): StaysBecause | undefined {
  if (checked.line.chosen === false) return 'excluded';
  if (checked.level === 'error' || checked.job === undefined) return 'error';
  if (checked.line.chosen !== true && ticksNeeded(checked.remarks).length > 0) return 'needs-tick';
  const repeats = checked.remarks.some(({ code }) => code === 'product-order-again' || code === 'item-again');
  return repeats ? 'again' : undefined;
}
