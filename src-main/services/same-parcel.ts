import type { Person } from '../database/tables';

/** What tells whether a line and an earlier job are one parcel; absent where nothing is known. */
export interface ParcelFacts extends Person {
  orderId?: string | undefined;
}

/**
 * What two shipments with one number are to each other. `same`: one order, or one recipient at one address as far as
 * both sides say. `unclear`: they are not known to be of one order, and a side without a recipient shows
 * nothing either way.
 */
export function relationOf(one: ParcelFacts, other: ParcelFacts): 'same' | 'strangers' | 'unclear' {
  if (one.orderId !== undefined && one.orderId === other.orderId) return 'same';
  const { recipient = '', address = '' } = one;
  if (recipient === '' || other.recipient === undefined || other.recipient === '') return 'unclear';
  return isSameName(recipient, other.recipient) && !differs(address, other.address ?? '') ? 'same' : 'strangers';
}

const fold = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
const covers = new Set(['*', '○', '●', '◯']);

/** Couriers give names back with letters covered (김*람, 김○○): a covered letter is like any other. */
function isSameName(one: string, other: string): boolean {
  const letters = [...fold(one)];
  const others = [...fold(other)];
  if (letters.length === 0 || letters.length !== others.length) return false;
  return letters.every((letter, at) => {
    const twin = others[at] ?? '';
    return letter === twin || covers.has(letter) || covers.has(twin);
  });
}

/**
 * The same address is written in many ways (서울, 서울특별시; with and without the post code), but the numbers in it stay:
 * house, building, flat. Two differ when each has a number that the other lacks.
 */
function differs(one: string, other: string): boolean {
  const numbers = numbersIn(one);
  const others = numbersIn(other);
  return [...numbers].some((each) => !others.has(each)) && [...others].some((each) => !numbers.has(each));
}

function numbersIn(address: string): Set<string> {
  return new Set(address.normalize('NFKC').match(/\d+/gu));
}
