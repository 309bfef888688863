import { cleanText } from '../../../src-preload/contract/clean-text';

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
  const once = [...new Set(words)];
  const numbers = once.filter(isNumber);
  return {
    numbers: numbers.slice(0, mostPasted),
    others: once.filter((word) => !isNumber(word)),
    over: Math.max(0, numbers.length - mostPasted),
  };
}

/** Whether a market's number could look like this: the market itself says which exist. */
function isNumber(word: string): boolean {
  return /^[\dA-Za-z-]{4,40}$/u.test(word) && /\d/u.test(word);
}
