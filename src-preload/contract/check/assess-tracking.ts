import type { Line, Remark } from '../line';
import { statusWords } from '../markets/naver/courier-aliases';
import { normaliseTracking, type TrackingCheck } from '../markets/naver/tracking';
import { resolveMethod } from '../markets/naver/methods';
import { markRemark } from './cell-mark';
import { hasLostDigits, mendingOf } from './read-id';
import { makeRemark } from './remark-codes';

/** A line's tracking number, and what is to be said about how it is written. */
export interface TrackingReading {
  number?: string;
  remark?: Remark;
}

const statuses = new Set(statusWords);

function wordsRemark(text: string, inside: readonly string[]): Remark {
  const method = resolveMethod(text);
  if (statuses.has(text.replace(/\s/gu, '')) || method !== undefined) {
    return makeRemark(
      'tracking-status',
      'trackingNumber',
      method === undefined ? { value: text } : { value: text, method },
    );
  }
  return makeRemark('tracking-words', 'trackingNumber', { value: text, numbers: inside.join(',') });
}

/** Reads the tracking number of a line. */
export function readTracking(line: Line): TrackingReading {
  const broken = markRemark(line, 'trackingNumber');
  if (broken !== undefined) return { remark: broken };
  const text = line.cells.trackingNumber ?? '';
  const found = normaliseTracking(text);
  switch (found.is) {
    case 'empty':
      return { remark: makeRemark('tracking-missing', 'trackingNumber') };
    case 'exponent':
      return { remark: makeRemark('digits-exponent', 'trackingNumber', { value: text }) };
    case 'several':
      return { remark: makeRemark('tracking-several', 'trackingNumber', { numbers: found.numbers.join(',') }) };
    case 'words':
      return { remark: wordsRemark(found.text, found.inside) };
    case 'number':
  }
  const { number } = found;
  if (hasLostDigits(number, line.marks?.trackingNumber)) {
    return { number, remark: makeRemark('digits-broken', 'trackingNumber', { value: number }) };
  }
  if (!found.mended) return { number };
  return { number, remark: makeRemark('number-mended', 'trackingNumber', { how: mendingOf(text), number }) };
}

/**
 * What a number's length says at its courier. What a wrong check digit means depends on the courier's other numbers and
 * is said by sheet-facts.ts. `kept`: the seller wants the number as it is.
 */
export function lengthRemark(courier: string, number: string, check: TrackingCheck, kept: boolean): Remark | undefined {
  // Another courier's rule fits exactly: said as "other courier", which is of more help.
  if (check.length !== 'wrong' || check.fits.length > 0) return undefined;
  const code = !check.certain ? 'tracking-length-odd' : kept ? 'tracking-length-kept' : 'tracking-length';
  return makeRemark(code, 'trackingNumber', { courier, number, length: String(number.length) });
}
