import { readPhones } from '../join/phones';

/** The phones of a row as a courier's form takes them. */
export interface FormPhones {
  first: string;
  /** A second one; empty where there is none. */
  other: string;
  /** `odd-phone`: digits are hidden, or it is no phone number of Korea. */
  is: 'fine' | 'no-phone' | 'stand-in-phone' | 'odd-phone';
}

/** Lengths with the zero in front, as they are written: 02-345-6789, 031-000-0110, 010-1234-5678, 0502-1234-5678, 1588-0000. */
const shapes: readonly [RegExp, string][] = [
  [/^(050\d)(\d{3,4})(\d{4})$/u, '$1-$2-$3'],
  [/^(02)(\d{3,4})(\d{4})$/u, '$1-$2-$3'],
  // No area begins with 02 but Seoul: with a digit too many it is no number of another one.
  [/^(0(?!2)\d{2})(\d{3,4})(\d{4})$/u, '$1-$2-$3'],
  [/^(1\d{3})(\d{4})$/u, '$1-$2'],
];

/** A phone number with its hyphens; undefined where it is none of Korea's. */
export function writePhone(text: string): string | undefined {
  const written = text
    .replaceAll(/\D/gu, '')
    .replace(/^82(?=\d{8,})/u, '0')
    .replace(/^00/u, '0');
  // Excel drops the zero of 010.
  const digits = /^1[016-9]\d{7,8}$/u.test(written) ? `0${written}` : written;
  for (const [shape, parts] of shapes) if (shape.test(digits)) return digits.replace(shape, parts);
  return undefined;
}

/** Chooses from all the phones an order has: the first that rings, then another. */
export function phonesForForm(phones: readonly string[]): FormPhones {
  const all = phones.filter((text) => text.trim() !== '');
  const read = all.map((text) => ({ text, kinds: readPhones([text]).map(({ is }) => is) }));
  const usable = read.filter(({ kinds }) => kinds.includes('whole') || kinds.includes('safe'));
  const written = [...new Set(usable.flatMap(({ text }) => writePhone(text) ?? []))];
  const [first, other = ''] = written;
  if (first !== undefined) return { first, other, is: 'fine' };
  const [given] = read;
  if (given === undefined) return { first: '', other: '', is: 'no-phone' };
  const isStandIn = given.kinds.includes('stand-in');
  return { first: writePhone(given.text) ?? given.text, other: '', is: isStandIn ? 'stand-in-phone' : 'odd-phone' };
}
