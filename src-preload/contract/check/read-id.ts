import { cleanText, hasUnseen } from '../clean-text';
import { digitGroups, wholeAmong } from '../digit-groups';
import { leastLost } from './lost-digits';
import { exponent, isDigits, plainCell } from '../plain-cell';

/** What stands in the cell of a product order, order or item number. */
export type IdText =
  | { is: 'empty' }
  | { is: 'id'; id: string; how?: IdFix }
  /** 2.02501E+15: the digits are gone for good. */
  | { is: 'exponent' }
  /** Several numbers in one cell: glued together they would name nothing, or somebody else's order. */
  | { is: 'several'; ids: readonly string[] }
  /** A whole number with a group next to it (…-1): together they would be another order's. */
  | { is: 'suffixed'; id: string }
  /** `inside`: the one number of usual length among them. */
  | { is: 'words'; text: string; inside?: string };

/** What was taken off a number; named in the remark. */
export type IdFix = 'unseen' | 'apostrophe' | 'decimal-zero' | 'full-width' | 'separators';

/** Which mending made `mended` of `text`, the most telling one first. */
export function idFixOf(text: string): IdFix {
  if (hasUnseen(text)) return 'unseen';
  const trimmed = text.trim();
  if (/^['’‘`]/u.test(trimmed)) return 'apostrophe';
  if (/\d\.0+$/u.test(trimmed)) return 'decimal-zero';
  if (cleanText(trimmed) !== trimmed) return 'full-width';
  return 'separators';
}

/** 2022040521691281: the day and eight more digits (resources/docs/markets/naver.md, "Address and notation"). */
export const usualIdLength = 16;

const between = /[,;/|&+、\r\n]+|\s{2,}/u;
/** A group of one number is shorter. */
const leastOfSeveral = 12;
/** 2,026,112,120,000,017: a column that was formatted as money. */
const thousands = /^\d{1,3}(?:,\d{3}){3,}$/u;
const ofUsualLength = /(?<!\d)\d{16}(?!\d)/gu;

function severalIds(plain: string): string[] {
  const groups = digitGroups(plain) ?? [];
  const areWhole = groups.length > 1 && groups.every((group) => group.length >= leastOfSeveral);
  const parts = areWhole ? groups : plain.split(between).map((part) => digitGroups(part)?.join('') ?? '');
  const areIds = parts.length > 1 && parts.every((part) => part.length >= leastOfSeveral);
  return areIds ? [...new Set(parts)] : [];
}

/** The number of usual length among groups that make a longer one together: 2026112120000001-1, 2026-1121-2000-0001 2. */
function idAmong(groups: readonly string[]): string | undefined {
  const alone = groups.find((group) => group.length === usualIdLength);
  if (alone !== undefined) return alone;
  let head = '';
  for (const group of groups.slice(0, -1)) {
    head += group;
    if (head.length === usualIdLength) return head;
  }
  return wholeAmong(groups);
}

/** Reads a market's number as a string, never through a double (17 digits do not fit one). */
export function readId(text: string): IdText {
  if (isDigits(text)) return { is: 'id', id: text };
  const plain = plainCell(text);
  if (plain === '') return { is: 'empty' };
  if (exponent.test(plain)) return { is: 'exponent' };
  const [one, ...others] = severalIds(plain);
  if (one !== undefined)
    return others.length > 0 ? { is: 'several', ids: [one, ...others] } : { is: 'id', id: one, how: 'separators' };
  const whole = plain.replace(/^(\d+)\.0+$/u, '$1');
  if (thousands.test(whole)) return { is: 'id', id: whole.replaceAll(',', ''), how: 'separators' };
  const groups = digitGroups(whole);
  if (groups === undefined) {
    const [inside, ...more] = new Set(whole.match(ofUsualLength));
    return inside === undefined || more.length > 0
      ? { is: 'words', text: plain }
      : { is: 'words', text: plain, inside };
  }
  const id = groups.join('');
  const besides = id.length === usualIdLength ? undefined : idAmong(groups);
  if (besides !== undefined && groups.length > 1) return { is: 'suffixed', id: besides };
  return id === text.trim() ? { is: 'id', id } : { is: 'id', id, how: idFixOf(text) };
}

/**
 * Whether a number has most likely lost its last digits, as far as its cell shows it: Excel keeps 15 digits of a number,
 * so a longer one ending in 0 in a number cell has, and one that was marked for its column (lost-columns.ts).
 */
export function hasLostDigits(id: string, mark: string | undefined): boolean {
  return id.length >= leastLost && (mark === 'cut-column' || (mark === 'number' && id.endsWith('0')));
}
