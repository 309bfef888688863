import { Refusal } from '../refusal';

/**
 * A whole number that a file declares of itself (an index, a span, how often something is repeated), by JavaScript's own
 * reading of numbers: programs disagree about `2e9` and `+5`, so both count for what they may be taken for. Refuses with
 * `code` above `most`, with `damaged` what is no such number.
 */
export function wholeNumber(written: string, most: number, code: 'too-many-rows' | 'too-many-columns'): number {
  const value = Number(written);
  if (!Number.isInteger(value) || value < 0) throw new Refusal('damaged', 'a number that is none');
  if (value > most) throw new Refusal(code, 'beyond the grid');
  return value;
}
