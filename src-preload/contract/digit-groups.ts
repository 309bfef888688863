import { dashSigns, dotSigns } from './clean-text';
import { isDigits } from './plain-cell';

const parting = new RegExp(String.raw`[\s${dotSigns}${dashSigns}]+`, 'u');

/** No group of a number that is written in groups is as long: longer ones are whole numbers (CJ 4-4-4, 우체국 5-4-4, 대신 4-3-6). */
const leastWhole = 8;

/** `685000000106-1`, `…-01`: what counts the boxes of an order is no longer. */
const longestSuffix = 2;

/** Behind several groups a short last one is a suffix only when they make a whole number; DHL writes 4-4-2. */
const leastInGroups = 9;

/** The groups of a number that blanks, dots and dashes part; undefined where the text holds anything else. */
export function digitGroups(plain: string): string[] | undefined {
  const groups = plain.split(parting).filter((group) => group !== '');
  return groups.length > 0 && groups.every(isDigits) ? groups : undefined;
}

/**
 * The whole number among groups that are not all of one number: `685000000106-1`, `6850-0000-0106-1`, `1 685000000106`.
 * Glued together they would be somebody else's number. Undefined where the groups are one number.
 */
export function wholeAmong(groups: readonly string[]): string | undefined {
  if (groups.length < 2) return undefined;
  const whole = groups.find((group) => group.length >= leastWhole);
  if (whole !== undefined) return whole;
  const head = groups.slice(0, -1).join('');
  const tail = groups.at(-1) ?? '';
  return tail.length <= longestSuffix && head.length >= leastInGroups ? head : undefined;
}
