import { cleanText, dashSigns, hasUnseen } from '../clean-text';
import { exponent, isDigits, plainCell } from './plain-cell';

/** What stands in the cell of a product order, order or item number. */
export type IdText =
  | { is: 'empty' }
  | { is: 'id'; id: string; how?: Mending }
  /** 2.02501E+15: the digits are gone for good. */
  | { is: 'exponent' }
  /** Several numbers in one cell: glued together they would name nothing, or somebody else's order. */
  | { is: 'several'; ids: readonly string[] }
  | { is: 'words'; text: string };

/** What was taken off a number (facts/sheets.md 2.2); named in the remark. */
export type Mending = 'unseen' | 'apostrophe' | 'decimal-zero' | 'full-width' | 'separators';

/** Which mending made `mended` of `text`, the most telling one first. */
export function mendingOf(text: string): Mending {
  if (hasUnseen(text)) return 'unseen';
  const trimmed = text.trim();
  if (/^['’‘`]/u.test(trimmed)) return 'apostrophe';
  if (/\d\.0+$/u.test(trimmed)) return 'decimal-zero';
  if (cleanText(trimmed) !== trimmed) return 'full-width';
  return 'separators';
}

/** What parts two numbers; a group of one number is shorter than `leastOfSeveral`. */
const dashes = new RegExp(`[${dashSigns}]`, 'gu');
const fillers = new RegExp(String.raw`[\s${dashSigns}]`, 'gu');
const between = /[\s,;/|&+、]+/u;
const leastOfSeveral = 12;

function severalIds(plain: string): string[] {
  const parts = plain.split(between).map((part) => part.replace(dashes, ''));
  const areIds = parts.length > 1 && parts.every((part) => part.length >= leastOfSeveral && isDigits(part));
  return areIds ? [...new Set(parts)] : [];
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
  const bare = plain.replace(/^(\d+)\.0+$/u, '$1').replace(fillers, '');
  if (isDigits(bare))
    return bare === text.trim() ? { is: 'id', id: bare } : { is: 'id', id: bare, how: mendingOf(text) };
  return { is: 'words', text: plain };
}

/** Excel keeps 15 digits of a number: a longer one ending in 0 in a number cell has most likely lost its last digits. */
export function hasLostDigits(id: string, mark: string | undefined): boolean {
  return mark === 'number' && id.length >= 16 && id.endsWith('0');
}
