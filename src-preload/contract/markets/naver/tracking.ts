import { digitGroups, wholeAmong } from '../../digit-groups';
import { exponent, isDigits, plainCell } from '../../plain-cell';
import type { TrackingCheck, TrackingText } from '../../market-rules';
import { letteredNumber, lookalikeOf } from './lookalikes';
import { recognisable, trackingFormats } from './tracking-formats';

const separators = /[,;/|&+、\r\n]+|\s{2,}/u;
/** Digits in groups: 6850-0000-0106, and what stands next to them: 685000000106 2. */
const grouped = /\d+(?:[\s.-]\d+)*/gu;
const isLong = /^\d{10,14}$/u;
/** Two numbers parted by one blank: neither half can be a group of one number (the longest group is 6 digits). */
const twoNumbers = /^\S{9,}(?:\s\S{9,})+$/u;
/** 685,000,000,106: a column that was formatted as money. */
const thousands = /^\d{1,3}(?:,\d{3}){3,}$/u;
/** No.12345678, 송장12345678: one word and one number. */
const labelled = /^[\p{L}\s.:#()/_-]{1,20}?(\d[\d\s-]{4,}\d)$/u;
const leastOfSeveral = 9;
/** Fewer digits in groups are a price or a day (1200.50, 26-11-21), and no courier's form. */
const leastInGroups = 8;

/** Two of these lengths make one that no courier has; two of 10 or 11 digits are as long as numbers of post offices abroad. */
const lengthsGlued = [12, 13];
const leastGlued = 24;

/**
 * Numbers written one behind the other with nothing between them, as a page shows two of a cell: parts of one length that
 * all pass one courier's rule. Undefined for anything else.
 */
function gluedNumbers(digits: string): TrackingText | undefined {
  for (const length of lengthsGlued) {
    if (digits.length % length !== 0) continue;
    const parts = digits.match(new RegExp(`\\d{${length}}`, 'gu')) ?? [];
    const passed = parts.map(couriersByForm);
    if (passed[0]?.some((courier) => passed.every((each) => each.includes(courier))) !== true) continue;
    const numbers = [...new Set(parts)];
    return numbers.length > 1 ? { is: 'several', numbers } : { is: 'words', text: digits, inside: numbers };
  }
  return undefined;
}

function single(plain: string): string | undefined {
  const groups = digitGroups(plain);
  if (groups === undefined) return letteredNumber(plain);
  const number = groups.join('');
  return groups.length > 1 && number.length < leastInGroups ? undefined : number;
}

/** Several numbers in one cell, each once; undefined where it holds one, or other things as well. */
function severalNumbers(plain: string): readonly string[] | undefined {
  const apart = plain.split(separators).filter((part) => part.trim() !== '');
  const groups = digitGroups(plain) ?? [];
  const areWhole = groups.length > 1 && groups.every((group) => group.length >= leastOfSeveral);
  const parts = areWhole ? groups : apart.length === 1 && twoNumbers.test(plain) ? plain.split(/\s/u) : apart;
  if (parts.length < 2) return undefined;
  const numbers = parts.map(single);
  const found = numbers.filter((each) => each !== undefined && each.length >= leastOfSeveral).map(String);
  return found.length === parts.length ? [...new Set(found)] : undefined;
}

/** What groups of digits mean: a whole number among them, several, or one in groups. */
function numbersOf(groups: readonly string[]): string[] {
  const alone = groups.filter((group) => isLong.test(group));
  const all = alone.length > 0 ? alone : [wholeAmong(groups) ?? groups.join('')];
  return all.filter((number) => isLong.test(number));
}

/** Numbers inside a text that may be meant: behind a label, or long enough to be one among words. */
function numbersInside(plain: string): string[] {
  const behind = labelled.exec(plain)?.[1];
  const groups = behind === undefined ? undefined : digitGroups(behind);
  if (behind !== undefined && isOther(behind)) return [];
  const found =
    groups === undefined
      ? (plain.match(grouped) ?? []).flatMap((written) => numbersOf(digitGroups(written) ?? []))
      : [wholeAmong(groups) ?? groups.join('')];
  return [...new Set(found)].filter((number) => !isOther(number));
}

/** Whether a number within a text is none of a parcel. What a form was tried out with is offered, and doubted then. */
function isOther(number: string): boolean {
  const looks = lookalikeOf(number);
  return looks !== undefined && looks !== 'filled-in';
}

/**
 * Reads a tracking number's cell (resources/docs/sheets.md, "Numbers" and "Words in place of a number"): cleaned, one
 * leading apostrophe, a trailing .0, hyphens, blanks and dots go; letters stay only in forms that have them. Never
 * pads, and never glues a suffix on.
 */
export function normaliseTracking(text: string): TrackingText {
  // Nearly every cell of a sheet is plain digits.
  if (isDigits(text)) {
    const glued = text.length < leastGlued ? undefined : gluedNumbers(text);
    return glued ?? withLooks({ is: 'number', number: text, fixed: false }, text);
  }
  const plain = plainCell(text);
  if (plain === '') return { is: 'empty' };
  if (exponent.test(plain)) return { is: 'exponent' };
  const whole = plain.replace(/^(\d+)\.0+$/u, '$1');
  if (thousands.test(whole)) return { is: 'number', number: whole.replaceAll(',', ''), fixed: true };
  const looks = lookalikeOf(whole);
  const isNone = looks === 'date' || looks === 'customs' || looks === 'resident';
  if (looks !== undefined && isNone && !isDigits(whole)) return { is: 'words', text: whole, inside: [], looks };
  const several = severalNumbers(whole);
  const [only, ...others] = several ?? [];
  if (only !== undefined) {
    return others.length === 0
      ? { is: 'number', number: only, fixed: true }
      : { is: 'several', numbers: [only, ...others] };
  }
  const groups = digitGroups(whole);
  const besides = groups === undefined || looks !== undefined ? undefined : wholeAmong(groups);
  if (groups !== undefined && besides !== undefined) return { is: 'suffixed', number: besides, glued: groups.join('') };
  const number = single(whole) ?? (looks === 'phone' ? whole.replaceAll(/\D/gu, '') : undefined);
  if (number !== undefined) return withLooks({ is: 'number', number, fixed: number !== text }, whole);
  const inside = numbersInside(whole);
  const label = lookalikeOf(whole.replace(/^[\p{L}\s.:#/_-]+/u, ''));
  return { is: 'words', text: whole, inside, ...(label === undefined ? {} : { looks: label }) };
}

function withLooks(found: TrackingText & { is: 'number' }, plain: string): TrackingText {
  const looks = lookalikeOf(plain);
  return looks === undefined ? found : { ...found, looks };
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
 * The couriers whose rule a normalised number passes exactly: the check digit, for 우체국 the form alone. A random number
 * passes one of them about once in ten; only many that pass the same one say something.
 */
export function couriersByForm(number: string): string[] {
  return otherFits('', number);
}

/**
 * Checks a normalised number against its courier's form and check digit. Check digits warn, never block;
 * `fits` is evidence for another courier only where this one fails (resources/docs/sheets.md, "Check digits").
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

/**
 * Whether the groups of a suffixed number are one number after all: together they make the courier's one form, without
 * the suffix they do not (68500000010-6 at CJ대한통운).
 */
export function settleSuffix(courier: string | undefined, number: string, glued: string): boolean {
  const format = courier === undefined ? undefined : trackingFormats.get(courier);
  if (courier === undefined || format === undefined) return false;
  return format.form.test(glued) && !format.form.test(number) && digitOf(courier, glued) !== 'wrong';
}

/** Whether a length is one that a courier's numbers hardly ever have: more likely two digits are missing. */
export function isRareLength(courier: string, number: string): boolean {
  return trackingFormats.get(courier)?.rare?.includes(number.length) === true;
}
