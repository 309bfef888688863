import { dashSigns, dotSigns } from '../../clean-text';
import { exponent, isDigits, plainCell } from '../../check/plain-cell';
import { recognisable, trackingFormats } from './tracking-formats';

/** What stands in a tracking number's cell. */
export type TrackingText =
  | { is: 'empty' }
  /** `mended`: something was taken off (hyphens, blanks, an apostrophe, .0, full-width forms). */
  | { is: 'number'; number: string; mended: boolean }
  | { is: 'several'; numbers: readonly string[] }
  /** 1.23E+15: the digits are gone for good. */
  | { is: 'exponent' }
  /** Words: a status or a memo. Never stripped to digits; long numbers inside are only offered. */
  | { is: 'words'; text: string; inside: readonly string[] };

const postForm = /^[A-Z]{2}\d{9}[A-Z]{2}$/u;
const foreignForm = /^(?=(?:[A-Z]*\d){6})[A-Z0-9]{8,35}$/u;
const fillers = new RegExp(String.raw`[\s${dotSigns}${dashSigns}]`, 'gu');
const separators = /[,;/|&+、\r\n]+|\s{2,}/u;
const longRun = /\d{10,14}/gu;
/** Two numbers parted by one blank: neither half can be a group of one number (the longest group is 6 digits). */
const twoNumbers = /^\S{9,}(?:\s\S{9,})+$/u;

function single(text: string): string | undefined {
  const bare = text.replace(fillers, '').toUpperCase();
  if (isDigits(bare)) return bare;
  if (postForm.test(bare)) return bare;
  // "CJ 6995…" is a courier's name and a number, not one number with letters.
  return !/\s/u.test(text.trim()) && foreignForm.test(bare) ? bare : undefined;
}

/**
 * Reads a tracking number's cell (facts/sheets.md 2.2, 2.3; tracking-formats.json `policy`): NFKC, one leading
 * apostrophe, a trailing .0, hyphens, blanks and dots go; letters stay only in forms that have them. Never pads.
 */
export function normaliseTracking(text: string): TrackingText {
  // Nearly every cell of a sheet is plain digits.
  if (isDigits(text)) return { is: 'number', number: text, mended: false };
  const plain = plainCell(text);
  if (plain === '') return { is: 'empty' };
  if (exponent.test(plain)) return { is: 'exponent' };
  const whole = plain.replace(/^(\d+)\.0+$/u, '$1');
  const apart = whole.split(separators).filter((part) => part.trim() !== '');
  const parts = apart.length === 1 && twoNumbers.test(whole) ? whole.split(/\s/u) : apart;
  if (parts.length > 1) {
    const numbers = parts.map(single);
    const found = numbers.filter((each) => each !== undefined && each.length >= 9).map(String);
    if (found.length === parts.length) {
      const different = [...new Set(found)];
      const [only] = different;
      return different.length === 1 && only !== undefined
        ? { is: 'number', number: only, mended: true }
        : { is: 'several', numbers: different };
    }
  }
  const number = single(whole);
  if (number !== undefined) return { is: 'number', number, mended: number !== text };
  const inside = whole.replace(/(\d)[\s.-](?=\d)/gu, '$1').match(longRun) ?? [];
  return { is: 'words', text: whole, inside: [...new Set(inside)] };
}

const s10Weights = [8, 6, 4, 2, 3, 5, 9, 7] as const;

function holdsS10(number: string): boolean {
  const sum = s10Weights.reduce((total, weight, index) => total + weight * Number(number.charAt(index + 2)), 0);
  const rest = 11 - (sum % 11);
  return (rest === 10 ? 0 : rest === 11 ? 5 : rest) === Number(number.charAt(10));
}

// At most 11 leading digits: far inside what a double holds exactly.
function holdsMod7(number: string, from: number): boolean {
  return Number(number.slice(from, -1)) % 7 === Number(number.slice(-1));
}

function digitOf(courier: string, number: string): 'ok' | 'wrong' | 'none' {
  const format = trackingFormats.get(courier);
  if (format?.check === undefined || !format.form.test(number)) return 'none';
  if (format.checked?.includes(number.length) !== true) return 'none';
  const holds =
    format.check === 's10' ? holdsS10(number) : holdsMod7(number, format.check === 'cj' ? number.length - 10 : 0);
  return holds ? 'ok' : 'wrong';
}

export interface TrackingCheck {
  /** `unlisted`: nothing is known about this courier's numbers. */
  length: 'ok' | 'wrong' | 'unlisted';
  /** With a wrong length: the courier's lengths are certain enough to call it an error. */
  certain: boolean;
  /** `none`: there is no rule for this courier or length. */
  digit: 'ok' | 'wrong' | 'none';
  /** Other couriers whose check digit (우체국: whose form) this number passes exactly; asked only when it fails here. */
  fits: readonly string[];
}

const passed: TrackingCheck = { length: 'ok', certain: true, digit: 'ok', fits: [] };
const unruled: TrackingCheck = { length: 'ok', certain: true, digit: 'none', fits: [] };

/** CU's and GS's parcels travel by CJ's rule: their numbers tell nothing against each other. */
const sameRule = new Map([
  ['CUPARCEL', 'CJGLS'],
  ['CVSNET', 'CJGLS'],
]);

function otherFits(courier: string, number: string): string[] {
  return recognisable.filter((other) => {
    if (other === courier || sameRule.get(courier) === other) return false;
    const format = trackingFormats.get(other);
    if (format === undefined || !format.form.test(number)) return false;
    return other === 'EPOST' ? true : digitOf(other, number) === 'ok';
  });
}

/**
 * Checks a normalised number against its courier's form and check digit. Check digits warn, never block;
 * `fits` is evidence for another courier only where this one fails (sheets.md 3.3).
 */
export function checkTracking(courier: string, number: string): TrackingCheck {
  const format = trackingFormats.get(courier);
  if (format === undefined) return { length: 'unlisted', certain: false, digit: 'none', fits: [] };
  if (!format.form.test(number)) {
    return { length: 'wrong', certain: format.certain, digit: 'none', fits: otherFits(courier, number) };
  }
  const digit = digitOf(courier, number);
  if (digit === 'wrong')
    return {
      length: 'ok',
      certain: format.certain,
      digit,
      fits: format.soft === true ? [] : otherFits(courier, number),
    };
  // Nearly every number of a sheet ends here: they share two answers.
  return digit === 'ok' ? passed : unruled;
}

/** A number as it is shown: 4-4-4 for twelve digits, 5-4-4 for the post's thirteen, otherwise plain. */
export function showTracking(number: string): string {
  if (/^\d{12}$/u.test(number)) return `${number.slice(0, 4)}-${number.slice(4, 8)}-${number.slice(8)}`;
  if (/^[67]\d{12}$/u.test(number)) return `${number.slice(0, 5)}-${number.slice(5, 9)}-${number.slice(9)}`;
  return number;
}
