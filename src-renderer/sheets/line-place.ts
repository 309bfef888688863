import { ticksNeeded } from '../../src-preload/contract/check/goes-out';
import type { CheckedLine, EarlierJob, Level, Remark } from '../../src-preload/contract/line';
import type { MarketRules } from '../../src-preload/contract/market-rules';
import { remarkText } from '../../src-preload/contract/text/remarks.ko';
import { isAlreadyHandled, isConflicting } from './already-handled';

/**
 * What a line is to the seller, in the order in which a review shows it.
 * look: a person must look at it. open: what it lacks is merely not there yet. waits: a question about the file is open.
 * ready: goes with the next press. out: taken out, or said before. done: dealt with before.
 */
export const placeKinds = ['look', 'open', 'waits', 'ready', 'out', 'done'] as const;
export type PlaceKind = (typeof placeKinds)[number];

/**
 * The parts of a review that can be shown by themselves; `send` is what goes with the next press and wants no look.
 * `available` and `unavailable`: stock lines by what they answer, those to look at too.
 */
export type LineTab = 'all' | 'send' | 'available' | 'unavailable' | 'others' | Exclude<PlaceKind, 'ready'>;

/** Where a line stands in its review: lines with the same key are one group. */
export interface Place {
  kind: PlaceKind;
  key: string;
  /** What is to be looked at: the code of its remark, or what is known of its order from before. */
  code?: string;
  level?: Exclude<Level, 'ok'>;
  /** The sentence of the group; of a remark with values of its own it may differ within one code. */
  title?: string;
}

/** Where a line is in its box: the lines of a box hang together. */
export interface BoxSpot {
  at: 'first' | 'middle' | 'last';
  lines: number;
}

const ready: Place = { kind: 'ready', key: 'ready' };
/** Answers that are ready to go stand by what they say. */
const readyAnswers: Readonly<Record<'yes' | 'no', Place>> = {
  yes: { kind: 'ready', key: 'available' },
  no: { kind: 'ready', key: 'unavailable' },
};
const waiting: Place = { kind: 'waits', key: 'waits' };
const done: Place = { kind: 'done', key: 'done' };
const excluded: Place = { kind: 'out', key: 'out' };
const again: Place = { kind: 'out', key: 'again' };

/** Errors that say no more than that a value has yet to come. */
const notThereYet: ReadonlySet<string> = new Set(['tracking-missing', 'available-missing', 'courier-missing']);
/** Whether a remark says no more than that a value has yet to come. */
export function isNotThereYet(code: string): boolean {
  return notThereYet.has(code);
}

const earlierToLookAt: ReadonlySet<EarlierJob['what']> = new Set(['conflict', 'sent-other']);

/** Where a line belongs. `isWaiting`: nothing is wrong with it but that a question about the file is open. */
export function placeOf(
  checked: CheckedLine,
  earlierJob: EarlierJob | undefined,
  isWaiting: boolean,
  rules: MarketRules,
): Place {
  const { line, remarks, level } = checked;
  if (isAlreadyHandled(checked, earlierJob)) return done;
  if (line.chosen === false) return excluded;
  if (isWaiting) return waiting;
  if (earlierJob && isConflicting(checked, earlierJob)) return lookAt('registered-otherwise', 'warning', rules);
  if (level === 'error') return placeOfError(remarks, rules);
  if (earlierJob && line.chosen !== true) {
    return earlierToLookAt.has(earlierJob.what) ? lookAt(`earlier-${earlierJob.what}`, 'warning', rules) : done;
  }
  // What was ticked has been looked at.
  if (level === 'warning' && line.chosen !== true) {
    const remark = mainRemark(remarks);
    if (remark) return lookAt(remark.code, 'warning', rules, remark);
  }
  if (remarks.some(({ code }) => code === 'product-order-again' || code === 'item-again')) return again;
  const values = checked.job?.values;
  return values?.kind === 'stock' ? readyAnswers[values.stock.available ? 'yes' : 'no'] : ready;
}

function placeOfError(remarks: readonly Remark[], rules: MarketRules): Place {
  const errors = remarks.filter(({ level }) => level === 'error');
  const [first] = errors;
  if (errors.every(({ code }) => notThereYet.has(code))) {
    const awaited = errors.find(({ code }) => code !== 'courier-missing');
    if (awaited) return { kind: 'open', key: awaited.code, code: awaited.code };
  }
  return first ? lookAt(first.code, 'error', rules, first) : lookAt('error', 'error', rules);
}

/** A remark says the same as long as it stands; its sentence is made once. */
const ofRemark = new WeakMap<Remark, Place>();

function lookAt(code: string, level: 'warning' | 'error', rules: MarketRules, remark?: Remark): Place {
  if (!remark) return { kind: 'look', key: code, code, level };
  const known = ofRemark.get(remark);
  if (known) return known;
  const { title } = remarkText(remark, rules);
  const place: Place = { kind: 'look', key: `${code} ${title}`, code, level, title };
  ofRemark.set(remark, place);
  return place;
}

/** The remark a line is known by: the first error, then a warning that waits for a tick, then any warning. */
export function mainRemark(remarks: readonly Remark[]): Remark | undefined {
  const [tick] = ticksNeeded(remarks);
  return (
    remarks.find(({ level }) => level === 'error') ??
    remarks.find(({ code, level }) => level === 'warning' && (tick === undefined || code === tick))
  );
}
