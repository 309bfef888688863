import { cleanText } from '../clean-text';
import { foldText } from '../fold-text';
import { readName, type ReadName } from './names';
import { readPhones, type ReadPhone } from './phones';
import { readGoods, type ReadGoods } from './products';
import { readPlace, type ReadPlace } from './read-place';

/** A row of a courier's sheet, as far as it tells whose it is. Texts as they stand in the cells. */
export interface JoinLine {
  row: number;
  recipient?: string | undefined;
  phones?: readonly string[] | undefined;
  address?: string | undefined;
  zipCode?: string | undefined;
  product?: string | undefined;
  /** Cells that may hold a number of the market, with whatever stands before and behind it. */
  references?: readonly string[] | undefined;
  /** What stands in the columns of the order's numbers: found where an open order has just this number, whatever its form. */
  namedAs?: readonly string[] | undefined;
  trackingNumber?: string | undefined;
}

/** An open product order of the book. */
export interface JoinOrder {
  productOrderId: string;
  orderId?: string | undefined;
  packageNumber?: string | undefined;
  recipient?: string | undefined;
  phones?: readonly string[] | undefined;
  address?: string | undefined;
  zipCode?: string | undefined;
  product?: string | undefined;
  option?: string | undefined;
  /** It has a tracking number in a draft or in the queue: found by its number only. */
  hasNumber?: boolean | undefined;
}

/** What is compared of a line or an order. */
export interface PersonFacts {
  name: ReadName;
  phones: readonly ReadPhone[];
  place: ReadPlace;
  postcode: string;
}

/** Lines with one tracking number and no contradiction: one box. Otherwise a line by itself. */
export interface JoinBox {
  lines: readonly JoinLine[];
  facts: PersonFacts;
  goods: ReadGoods;
  /** Numbers of the market that stand in it, each once. */
  numbers: readonly string[];
  /** Numbers of another form in the columns of the order's numbers: they count only where an open order has them. */
  oddNumbers: readonly string[];
  tracking: string;
  /** Lines with its tracking number are for somebody else. */
  isContradicted: boolean;
}

/** What a line or an order says of its person, ready to be compared. */
export function personFacts(of: {
  recipient?: string | undefined;
  phones?: readonly string[] | undefined;
  address?: string | undefined;
  zipCode?: string | undefined;
}): PersonFacts {
  return {
    name: readName(of.recipient),
    phones: readPhones(of.phones ?? []),
    place: readPlace(of.address),
    postcode: (of.zipCode ?? '').replaceAll(/\D/gu, ''),
  };
}

/** The digits and letters of a tracking number. */
export function foldTracking(text: string | undefined): string {
  return text === undefined ? '' : foldText(text);
}

const idDigits = 16;
/** 2026112712361251, 2026-1127-1236-1251 and 20261127 12361251: blanks and hyphens that somebody put between. */
const written = /(?<!\d)20\d{2}[\s-]?\d{4}[\s-]?\d{4}[\s-]?\d{4}(?!\d)/gu;

/**
 * Numbers of the market's form in a cell, each once: 16 digits that begin with 20, with letters or signs around them.
 * Digits are never cut out of a longer run (resources/docs/sheets.md, "Numbers").
 */
export function numbersIn(text: string): string[] {
  if (text.length < idDigits) return [];
  const cleaned = cleanText(text);
  return [...new Set(cleaned.match(written)?.map((number) => number.replaceAll(/\D/gu, '')))];
}

/** Shorter ones are a seller's own. */
const oddNumber = /^\d{10,20}$/u;

/** The number of a cell that holds nothing else, if it has not the form of numbersIn(). */
function oddNumberIn(text: string): string[] {
  const cleaned = cleanText(text);
  return oddNumber.test(cleaned) && numbersIn(cleaned).length === 0 ? [cleaned] : [];
}

/** What several lines or orders of one person say: of each the first that says it whole. */
export function mergeFacts(each: readonly PersonFacts[], phones: () => readonly ReadPhone[]): PersonFacts {
  const [first] = each;
  if (first !== undefined && each.length === 1) return first;
  const name = each.find(({ name: one }) => one.folded !== '' && !one.covered)?.name ?? first?.name ?? readName('');
  const place = each.find(({ place: one }) => one.is !== 'none' && one.is !== 'covered')?.place ?? first?.place;
  return {
    name,
    phones: phones(),
    place: place ?? readPlace(''),
    postcode: each.find(({ postcode }) => postcode !== '')?.postcode ?? '',
  };
}

/** What a box says. `each`: of each line, in order. */
export function boxOf(lines: readonly JoinLine[], each: readonly PersonFacts[], isContradicted: boolean): JoinBox {
  const [first] = lines;
  return {
    lines,
    facts: mergeFacts(each, () => readPhones(lines.flatMap(({ phones = [] }) => phones))),
    goods: readGoods(lines.map(({ product = '' }) => product).join(' ')),
    numbers: [...new Set(lines.flatMap(({ references = [] }) => references.flatMap(numbersIn)))],
    oddNumbers: [...new Set(lines.flatMap(({ namedAs = [] }) => namedAs.flatMap(oddNumberIn)))],
    tracking: foldTracking(first?.trackingNumber),
    isContradicted,
  };
}
