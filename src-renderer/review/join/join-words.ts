import { showTracking } from '../../../src-preload/contract/text/shown-number';
import type { Likeness } from '../../../src-preload/contract/join/likeness';
import { comparePhones, readPhones } from '../../../src-preload/contract/join/phones';
import type { Line } from '../../../src-preload/contract/line';
import { text } from '../../text';
import type { JoinBox, JoinOrder } from './joins-state';

const words = text.join;
const kinds = ['name', 'phone', 'place'] as const;

/** What the last column says of a box: the most telling thing first. */
export function adviceOf({ notes, is, candidates }: JoinBox): string {
  const [note] = notes;
  if (note !== undefined) return words.notes[note];
  const [first] = candidates;
  if (first === undefined) return words.why.none;
  if (first.by !== undefined && first.orders.length < 2) return words.why[first.by];
  const named = (likeness: 'same' | 'near' | 'different'): string[] =>
    kinds.flatMap((kind) => (first.evidence[kind] === likeness ? [words.why[kind]] : []));
  const [alike] = named('same');
  // Nothing is joined by one thing: the row says which it is, and the panel what differs.
  if (is === 'alone' && alike !== undefined) return words.why.only(alike);
  const [different] = named('different');
  if (first.orders.length > 1 && is !== 'asked') return words.several(first.orders.length);
  if (different !== undefined) return words.why.differs(different);
  if (first.by !== undefined) return words.why[first.by];
  const same = named('same');
  if (same.length > 0) return words.why.same(same);
  const near = named('near');
  return near.length > 0 ? words.why.near(near) : words.why.notEnough;
}

/** The last four digits of a phone; words where they are covered; nothing where there is none. */
export function phoneEnd(phones: readonly string[]): string {
  const phone = phones.find((each) => each !== '');
  if (phone === undefined) return '';
  return /\d{4}\D*$/u.test(phone) ? phone.replaceAll(/\D/gu, '').slice(-4) : words.covered;
}

/**
 * The two phones that are shown next to each other, of those a line and an order have: the likeliest pair, its ends; whole
 * where the ends are the same and the numbers are not.
 */
export function phonePair(line: readonly string[], order: readonly string[]): [string, string] {
  const pairs = line.flatMap((one) =>
    one === '' ? [] : order.map((other) => ({ one, other, is: likenessOf(one, other) })),
  );
  const best = pairs.toSorted((a, b) => byLikeness.indexOf(a.is) - byLikeness.indexOf(b.is))[0];
  if (best === undefined) return [phoneEnd(line), phoneEnd(order)];
  const ends: [string, string] = [phoneEnd([best.one]), phoneEnd([best.other])];
  return best.is === 'different' && ends[0] === ends[1] ? [best.one, best.other] : ends;
}

const byLikeness: readonly Likeness[] = ['same', 'near', 'different', 'unknown'];

const likenessOf = (one: string, other: string): Likeness => comparePhones(readPhones([one]), readPhones([other]));

/** The whole address of a line, which may stand in two columns. */
export function addressOf({ address = '', addressRest = '' }: Line['cells']): string {
  return [address, addressRest].filter((part) => part !== '').join(' ');
}

/** A tracking number as a label shows it. */
export function numberWords(number: string | undefined): string {
  return number === undefined ? '' : showTracking(number);
}

/** A product with its option. */
export function goodsWords({ product = '', option = '' }: JoinOrder): string {
  return [product, option].filter((part) => part !== '').join(' ');
}
