import { isBlankText } from '../../src-preload/contract/clean-text';
import type { CheckedLine, Line } from '../../src-preload/contract/line';
import { resolveCourier } from '../../src-preload/contract/markets/naver/courier-aliases';
import { couriersByForm, normaliseTracking } from '../../src-preload/contract/markets/naver/tracking';
import type { CourierQuestion } from './protocol';

/** So many of the numbers have to pass a courier's rule: the rest are slips of the pen. */
const nearlyAll = 0.9;
/** With more couriers than these the numbers say nothing. */
const mostLikely = 2;

/**
 * Whether no line of a file names a courier by itself: nothing stands there, or 택배. What the seller wrote in by hand is
 * no word of the file's.
 */
export function namesNoCourier(lines: readonly Line[]): boolean {
  return lines.every(({ cells, edited }) => isNoName(cells.courier ?? '') || edited?.includes('courier') === true);
}

function isNoName(text: string): boolean {
  return isBlankText(text) || resolveCourier(text).is === 'default';
}

/** What is asked of a file whose lines name no courier; undefined where no line with a number lacks one. */
export function askCourier(lines: readonly CheckedLine[]): CourierQuestion | undefined {
  const passes = new Map<string, number>();
  let numbered = 0;
  for (const { line, remarks } of lines) {
    if (line.chosen === false || !remarks.some(({ code }) => code === 'courier-missing')) continue;
    const found = normaliseTracking(line.cells.trackingNumber ?? '');
    if (found.is !== 'number') continue;
    numbered += 1;
    for (const code of couriersByForm(found.number)) passes.set(code, (passes.get(code) ?? 0) + 1);
  }
  if (numbered === 0) return undefined;
  const likely = [...passes]
    .filter(([, passing]) => passing >= numbered * nearlyAll)
    .toSorted(([, one], [, other]) => other - one);
  return { numbered, likely: likely.length > mostLikely ? [] : likely };
}
