import type { Line, Remark } from '../line';
import type { Lookalike, ShipmentRules, TrackingCheck } from '../market-rules';
import { markRemark } from './cell-mark';
import { hasLostDigits, idFixOf } from './read-id';
import { makeRemark } from './remark-codes';

/** A line's tracking number, and what is to be said about how it is written. */
export interface TrackingReading {
  number?: string;
  remark?: Remark;
  /** The number has a group next to it; together they make this one. */
  glued?: string;
  /** It is written like something else. */
  looks?: Lookalike;
}

/** Fewer digits name no parcel at any courier. */
const fewestDigits = 6;
/** 20261121 */
const bareDayDigits = 8;

function wordsRemark(
  text: string,
  inside: readonly string[],
  looks: Lookalike | undefined,
  rules: ShipmentRules,
): Remark {
  const method = rules.methods.resolve(text);
  if (rules.couriers.isStatusWord(text) || method !== undefined) {
    return makeRemark(
      'tracking-status',
      'trackingNumber',
      method === undefined ? { value: text } : { value: text, method },
    );
  }
  const detail = { value: text, numbers: inside.join(',') };
  return makeRemark('tracking-words', 'trackingNumber', looks === undefined ? detail : { ...detail, looks });
}

/** Reads the tracking number of a line, as far as no courier is needed for it. */
export function readTracking(line: Line, rules: ShipmentRules): TrackingReading {
  const broken = markRemark(line, 'trackingNumber');
  if (broken !== undefined) return { remark: broken };
  const text = line.cells.trackingNumber ?? '';
  const found = rules.tracking.read(text);
  switch (found.is) {
    case 'empty':
      return { remark: makeRemark('tracking-missing', 'trackingNumber') };
    case 'exponent':
      return { remark: makeRemark('digits-exponent', 'trackingNumber', { value: text }) };
    case 'several':
      return { remark: makeRemark('tracking-several', 'trackingNumber', { numbers: found.numbers.join(',') }) };
    case 'words':
      return { remark: wordsRemark(found.text, found.inside, found.looks, rules) };
    case 'suffixed':
      return { number: found.number, glued: found.glued };
    case 'number':
  }
  const { number, looks } = found;
  if (number.replaceAll(/\D/gu, '').length < fewestDigits) {
    return { remark: makeRemark('tracking-short', 'trackingNumber', { number, length: String(number.length) }) };
  }
  const read = looks === undefined ? { number } : { number, looks };
  if (hasLostDigits(number, line.marks?.trackingNumber)) {
    return { ...read, remark: makeRemark('digits-broken', 'trackingNumber', { value: number }) };
  }
  if (!found.fixed) return read;
  return { ...read, remark: makeRemark('number-mended', 'trackingNumber', { how: idFixOf(text), number }) };
}

/**
 * Settles what only the courier's form decides: whether a group next to the number belongs to it. Where it does not, the
 * line has no number, and the one without the suffix is offered.
 */
export function settleTracking(
  line: Line,
  reading: TrackingReading,
  courier: string | undefined,
  { tracking }: ShipmentRules,
): TrackingReading {
  const { number, glued } = reading;
  if (number === undefined || glued === undefined) return reading;
  const text = line.cells.trackingNumber ?? '';
  if (tracking.settleSuffix(courier, number, glued)) {
    const remark = makeRemark('number-mended', 'trackingNumber', { how: idFixOf(text), number: glued });
    return { number: glued, remark };
  }
  const fits = courier === undefined || tracking.check(courier, number).length !== 'wrong';
  const detail = { value: text, numbers: fits ? number : '' };
  return { remark: makeRemark('number-suffix', 'trackingNumber', detail) };
}

/** Whether a number is what its courier's form and check digit make certain, whatever else it looks like. */
function isCertain(check: TrackingCheck | undefined): boolean {
  return check?.length === 'ok' && check.digit === 'ok';
}

/** What is to be said about a number that looks like something else, and that its courier's form does not prove. */
export function looksRemark({ number, looks }: TrackingReading, check: TrackingCheck | undefined): Remark | undefined {
  if (number === undefined || looks === undefined) return undefined;
  // 000000000000 passes every rule that divides by 7.
  if (looks !== 'filled-in' && isCertain(check)) return undefined;
  // Any eight digits can be a day: where the courier has numbers of this length it is one of them.
  if (looks === 'date' && number.length === bareDayDigits && check?.length === 'ok') return undefined;
  return makeRemark('tracking-doubtful', 'trackingNumber', { looks, number });
}

/**
 * What a number's length says at its courier. What a wrong check digit means depends on the courier's other numbers and
 * is said by sheet-facts.ts. `kept`: the seller wants the number as it is.
 */
export function lengthRemark(
  { courier, number, kept }: { courier: string; number: string; kept: boolean },
  check: TrackingCheck,
  { tracking }: ShipmentRules,
): Remark | undefined {
  if (check.length === 'ok' && tracking.isRareLength(courier, number)) {
    return makeRemark('tracking-length-rare', 'trackingNumber', { courier, number, length: String(number.length) });
  }
  // Another courier's rule fits exactly: said as "other courier", which is of more help.
  if (check.length !== 'wrong' || check.fits.length > 0) return undefined;
  const code = !check.certain ? 'tracking-length-odd' : kept ? 'tracking-length-kept' : 'tracking-length';
  return makeRemark(code, 'trackingNumber', { courier, number, length: String(number.length) });
}
