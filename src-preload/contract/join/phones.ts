import { cleanText } from '../clean-text';
import { coverSigns, likelier, type Likeness } from './likeness';

/**
 * A phone number as it is compared. `safe`: a rented number of 050, which changes from one document to the next;
 * `stand-in`: what a market writes for a number it does not tell (presents: 01000000000); `covered`: digits are hidden.
 */
export interface ReadPhone {
  is: 'whole' | 'safe' | 'stand-in' | 'covered';
  /** Digits without zeros in front, which Excel drops. Of a covered one: its last four, or nothing. */
  digits: string;
}

const covered = new RegExp(`[${coverSigns}xX]`, 'u');
const visibleEnd = new RegExp(String.raw`\d{4}[^\d${coverSigns}xX]*$`, 'u');
const betweenPhones = /[,/;|\n]|(?<=\d)\s+(?=\(?\+?0\d)/u;
const tailLength = 4;
const leastDigits = 7;
const mostDigits = 13;
/** 010-0000-0000, 010-1111-1111, 010-1234-5678. */
const standIn = /^(?:1[016-9](?:(\d)\1{6,7}|1234567?8?)|(\d)\2*)$/u;

/** Reads all numbers of some cells; what is no phone number is left out. */
export function readPhones(texts: readonly string[]): ReadPhone[] {
  const read: ReadPhone[] = [];
  for (const text of texts) {
    if (text === '') continue;
    for (const part of cleanText(text).split(betweenPhones)) {
      const phone = readPhone(part);
      if (phone !== undefined && !read.some((each) => each.is === phone.is && each.digits === phone.digits))
        read.push(phone);
    }
  }
  return read;
}

function readPhone(text: string): ReadPhone | undefined {
  if (covered.test(text)) {
    const tail = visibleEnd.exec(text)?.[0].replaceAll(/\D/gu, '');
    return { is: 'covered', digits: tail ?? '' };
  }
  const written = text.replaceAll(/\D/gu, '');
  const digits = written.replace(/^(?:82)?0*/u, '');
  if (/^0{8,}$/u.test(written)) return { is: 'stand-in', digits: '' };
  if (digits.length < leastDigits) {
    if (written.length === tailLength) return { is: 'covered', digits: written };
    return standIn.test(digits) && written.length >= leastDigits ? { is: 'stand-in', digits: '' } : undefined;
  }
  if (digits.length > mostDigits) return undefined;
  if (standIn.test(digits)) return { is: 'stand-in', digits: '' };
  return { is: /^50\d{9,10}$/u.test(digits) ? 'safe' : 'whole', digits };
}

/** The last four digits; undefined where they are not to be seen, or say nothing. */
export function tailOf({ is, digits }: ReadPhone): string | undefined {
  return is === 'stand-in' || is === 'safe' || digits.length < tailLength ? undefined : digits.slice(-tailLength);
}

/**
 * The same where a whole number of one side is one of the other. Where only ends can be compared, or both have the same
 * rented number, near. Different only where every number of both sides is whole, or shows an end, and none agree.
 */
export function comparePhones(one: readonly ReadPhone[], other: readonly ReadPhone[]): Likeness {
  let found: Likeness = 'unknown';
  let allKnown = true;
  for (const a of one) {
    for (const b of other) {
      const likeness = compareTwo(a, b);
      if (likeness === 'same') return 'same';
      if (likeness === 'unknown') allKnown = false;
      found = likelier(found, likeness);
    }
  }
  return found === 'different' && !allKnown ? 'unknown' : found;
}

function compareTwo(a: ReadPhone, b: ReadPhone): Likeness {
  if (a.is === 'whole' && b.is === 'whole') return a.digits === b.digits ? 'same' : 'different';
  if (a.is === 'safe' && b.is === 'safe') return a.digits === b.digits ? 'near' : 'unknown';
  const [tail, other] = [tailOf(a), tailOf(b)];
  if (tail === undefined || other === undefined) return 'unknown';
  return tail === other ? 'near' : 'different';
}
