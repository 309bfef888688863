import { readId } from '../../../../src-preload/contract/check/read-id';
import { cleanText } from '../../../../src-preload/contract/clean-text';

/** As many as the main process takes at once. */
export const mostPasted = 10_000;

/**
 * Numbers as they were pasted: one a line, with commas, spaces or tabs between them, in full-width digits too; each
 * once, in their order. Goes out: what can be a number, what cannot, and how many were over the limit.
 */
export function pastedNumbers(pasted: string): { numbers: string[]; others: string[]; over: number } {
  const words = cleanText(pasted)
    .split(/[\s,;'"、]+/u)
    .filter((word) => word !== '');
  const once = [...new Set(words.map(withoutGroups))];
  const numbers = once.filter(isNumber);
  return {
    numbers: numbers.slice(0, mostPasted),
    others: once.filter((word) => !isNumber(word)),
    over: Math.max(0, numbers.length - mostPasted),
  };
}

/** A number that was pasted in groups in one piece: 20261121-20000017. */
function withoutGroups(word: string): string {
  const read = readId(word);
  return read.is === 'id' ? read.id : word;
}

/** Whether a market's number could look like this: the market itself says which exist. */
function isNumber(word: string): boolean {
  // …-1 is a number and the count of a box: which order is meant is not to be asked with it.
  return /^[\dA-Za-z-]{4,40}$/u.test(word) && /\d/u.test(word) && readId(word).is !== 'suffixed';
}
