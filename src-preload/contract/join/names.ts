import { cleanText } from '../clean-text';
import { coverSigns, type Likeness } from './likeness';

/** A recipient's name as it is compared. */
export interface ReadName {
  /** Letters and digits in lower case; a covered letter is `*`. Empty: nothing that tells a person apart. */
  folded: string;
  covered: boolean;
}

const none: ReadName = { folded: '', covered: false };
const inBrackets = /[([{<][^)\]}>]*[)\]}>]/gu;
const unwritten = new RegExp(String.raw`[^\p{L}\p{N}${coverSigns}]`, 'gu');
const covers = new RegExp(`[${coverSigns}]`, 'gu');
/** O and X among Hangul cover a letter: 김O루, 홍XX. */
const letterCovers = /(?<=[가-힣*])[oxOX]+|[oxOX]+(?=[가-힣])/gu;
/** Said to a person, not part of the name. */
const titles = /(?:(?:고객|선생|사장|대표)?님(?:께|앞)?|씨|귀하)$/u;
/** 김하루 고**: a covered 고객 or 고객님 behind a person's name, as couriers' sheets have it. */
const coveredTitle = new RegExp(String.raw`^\s*([가-힣]{2,3})\s+고[${coverSigns}]{1,2}\s*$`, 'u');
/** The end of a phone number that sellers put behind a name. */
const digitsBehind = /(?<=[가-힣]{2})\d{4}$/u;
/** Stands for any recipient. */
const anybody: ReadonlySet<string> = new Set([
  '고객',
  '구매자',
  '수취인',
  '수령인',
  '받는분',
  '받는사람',
  '담당자',
  '본인',
  '선물',
]);
/** A name this short is part of many others. */
const leastWithin = 3;
const hangulOnly = /^[가-힣]+$/u;

/** Reads a name: without blanks, signs, what is said in brackets, titles, and a phone's end behind it. */
export function readName(text: string | undefined): ReadName {
  if (text === undefined || text === '') return none;
  // Most names are three syllables and nothing else.
  const isPlain = hangulOnly.test(text);
  const titled = isPlain ? undefined : coveredTitle.exec(text)?.[1];
  // Something is hidden, so it is near at the most.
  if (titled !== undefined) return { folded: titled, covered: true };
  const plain = isPlain ? text : fold(text);
  const name = plain.length > 2 ? plain.replace(titles, '') : plain;
  if (anybody.has(name)) return none;
  return { folded: name, covered: name.includes('*') };
}

function fold(text: string): string {
  const cleaned = cleanText(text);
  const outside = cleaned.replace(inBrackets, ' ');
  const letters = (outside.trim() === '' ? cleaned : outside).replace(unwritten, '').replace(covers, '*');
  return letters
    .replace(letterCovers, (found) => '*'.repeat(found.length))
    .toLowerCase()
    .replace(digitsBehind, '');
}

/**
 * Whole names are the same or not; a short one within a longer (모란상사 김하루) is near. Of a covered name the letters that
 * are to be seen must fit; it is near at the most, and where the lengths differ nothing can be said.
 */
export function compareNames(one: ReadName, other: ReadName): Likeness {
  const [a, b] = [one.folded, other.folded];
  if (a === '' || b === '') return 'unknown';
  if (!one.covered && !other.covered) {
    if (a === b) return a.length > 1 ? 'same' : 'near';
    const [short, long] = a.length < b.length ? [a, b] : [b, a];
    return short.length >= leastWithin && long.includes(short) ? 'near' : 'different';
  }
  if (a.length !== b.length) return 'unknown';
  let agreed = 0;
  for (let at = 0; at < a.length; at += 1) {
    if (a[at] === '*' || b[at] === '*') continue;
    if (a[at] !== b[at]) return 'different';
    agreed += 1;
  }
  return agreed > 0 ? 'near' : 'unknown';
}
