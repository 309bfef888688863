import { freedByTickOf, ticksNeeded } from '../../src-preload/contract/check/goes-out';
import { tickGroups } from '../../src-preload/contract/check/remark-codes';
import type { TickGroup } from '../../src-preload/contract/check/remark-codes';
import type { StockValues } from '../../src-preload/contract/job';
import type { CheckedLine, EarlierJob, Remark } from '../../src-preload/contract/line';
import type { MarketRules, StockRules } from '../../src-preload/contract/market-rules';
import { isConflicting, isAlreadyHandled } from './already-handled';
import { levelToShow } from './level-to-show';
import { placeOf } from './line-place';
import type { ReviewRow, Summary } from './protocol';
import { isTrimmed } from './trimmed';

/** The figures of a review: counted over all lines, in one pass. */
export function summarise(
  lines: readonly CheckedLine[],
  staysBecause: (checked: CheckedLine) => ReviewRow['staysBecause'],
  file: Remark[],
  earlierJobs: ReadonlyMap<number, EarlierJob>,
  isWaiting: (checked: CheckedLine) => boolean,
  rules: MarketRules,
): Omit<Summary, 'asksCourier'> {
  const counts = { ok: 0, warning: 0, error: 0 };
  const couriers = new Map<string, number>();
  // By courier: gluing courier and number together would make a text for each line.
  const parcels = new Map<string, Set<string>>();
  const ticks: Summary['ticks'] = {};
  const ticksForAll: Summary['ticksForAll'] = {};
  const stock = { available: 0, unavailable: 0, open: 0 };
  const goingStock = { available: 0, unavailable: 0, amount: 0 };
  let going = 0;
  let waitingForAnswer = 0;
  let warnings = 0;
  let looks = 0;
  let conflicts = 0;
  let boxes = 0;
  let corrected = 0;
  let dated = 0;
  let trimmed = 0;
  const hidden = { lines: 0, out: 0 };
  const places = { look: 0, open: 0, waits: 0, ready: 0, out: 0, done: 0 };
  const answers = { available: 0, unavailable: 0 };
  for (const checked of lines) {
    const earlierJob = earlierJobs.get(checked.line.row);
    const handled = isAlreadyHandled(checked, earlierJob);
    const differs = isConflicting(checked, earlierJob);
    const waits = !handled && isWaiting(checked);
    if (waits) waitingForAnswer += 1;
    const { kind } = placeOf(checked, earlierJob, waits, rules);
    places[kind] += 1;
    const answer = kind === 'done' || kind === 'out' ? undefined : answerOf(checked, rules.stock);
    if (answer !== undefined) answers[answer] += 1;
    counts[levelToShow(checked, { handled, waits, differs })] += 1;
    if (!handled) countTicks(checked, ticks, ticksForAll);
    if (!handled && checked.level !== 'error') boxes += 1;
    countAnswer(checked, stock, rules.stock);
    if (checked.line.hidden === true) {
      hidden.lines += 1;
      if (checked.line.chosen === false) hidden.out += 1;
    }
    // Hidden rows are left out by the reader, until the seller decides for all of them.
    const { edited, chosen, hidden: isHidden } = checked.line;
    if (edited !== undefined || (chosen !== undefined && isHidden !== true)) corrected += 1;
    if (checked.remarks.some(isTrimmed)) trimmed += 1;
    if ((checked.line.cells.dispatchDate ?? '') !== '') dated += 1;
    if (earlierJob?.what === 'conflict') conflicts += 1;
    if (staysBecause(checked) !== undefined) continue;
    going += 1;
    if (checked.level === 'warning') warnings += 1;
    if (kind === 'look') looks += 1;
    const values = checked.job?.values;
    if (values?.kind === 'stock') countGoing(values.stock, goingStock);
    if (values?.kind !== 'dispatch') continue;
    const { deliveryMethod, deliveryCompanyCode, trackingNumber } = values.dispatch;
    const by = deliveryCompanyCode ?? deliveryMethod;
    couriers.set(by, (couriers.get(by) ?? 0) + 1);
    if (trackingNumber === undefined) continue;
    const numbers = parcels.get(by);
    if (numbers) numbers.add(trackingNumber);
    else parcels.set(by, new Set([trackingNumber]));
  }
  let parcelCount = 0;
  for (const numbers of parcels.values()) parcelCount += numbers.size;
  const sorted = [...couriers].toSorted(([, one], [, other]) => other - one);
  return {
    counts,
    waiting: waitingForAnswer,
    tabs: {
      all: lines.length,
      send: places.ready,
      ...answers,
      look: places.look,
      open: places.open,
      waits: places.waits,
      out: places.out,
      done: places.done,
    },
    going: { lines: going, warnings, looks, parcels: parcelCount, couriers: sorted },
    ticks,
    ticksForAll,
    hidden,
    trimmed,
    corrected,
    dated,
    file,
    conflicts,
    boxes,
    stock,
    goingStock,
  };
}

function countAnswer({ line }: CheckedLine, stock: Summary['stock'], rules: StockRules): void {
  if (line.chosen === false || line.cells.itemId === undefined) return;
  stock[answerOf({ line }, rules) ?? 'open'] += 1;
}

/** What a stock line answers; undefined where it does not yet, and of any other line. */
export function answerOf(
  { line: { cells } }: Pick<CheckedLine, 'line'>,
  rules: StockRules,
): 'available' | 'unavailable' | undefined {
  if (cells.itemId === undefined) return undefined;
  const available = rules.resolveAvailable(cells.available ?? '');
  return available === undefined ? undefined : available ? 'available' : 'unavailable';
}

function countGoing({ available, price }: StockValues, going: Summary['goingStock']): void {
  going[available ? 'available' : 'unavailable'] += 1;
  if (available) going.amount += price?.total ?? 0;
}

type Ticks = Summary['ticks'];

function countTicks({ line, remarks, level }: CheckedLine, ticks: Ticks, ticksForAll: Ticks): void {
  if (level === 'error') return;
  const needed = ticksNeeded(remarks);
  // Nearly every line of a large sheet.
  if (needed.length === 0) return;
  for (const group of tickGroups) if (needed.includes(group)) countTick(ticks, group, line.chosen === true);
  const group = freedByTickOf(remarks);
  if (group !== undefined) countTick(ticksForAll, group, line.chosen === true);
}

function countTick(ticks: Ticks, group: TickGroup, isTicked: boolean): void {
  const so = ticks[group] ?? { lines: 0, ticked: 0 };
  ticks[group] = { lines: so.lines + 1, ticked: so.ticked + (isTicked ? 1 : 0) };
}
