import { cleanText } from '../clean-text';

/** A program that reads an id as a number keeps 15 digits of it at most; shorter ones lose none. */
export const leastLost = 16;

/** Endings looked at: programs that keep fewer digits than Excel leave more zeros (…0, …00, …000 and so on). */
const mostZeros = 8;

/** With as many ids, all ending in 0 is enough (chance: at most 1 in 100,000). */
const enoughAll = 5;

/** One or two round numbers happen, in made-up sheets above all. */
const fewestEnding = 3;

/** What chance must not reach to be ruled out. */
const ruledOut = 1e-5;

/**
 * A colliding id counts as often as it stands there, up to here for one recipient: cut ids collide, and then there are
 * few different ones. One order in several boxes, which is rare, must not look like a column of them.
 */
const mostOfOneId = 3;

/**
 * Whether the ids of a column have lost their last digits, as far as the column shows it (issue "Sheets, second look" 1):
 * of ids with 16 digits or more,
 *
 * - five or more, and all end in 0; or
 * - so many, three at least, end in k zeros, for a k from 1 to 8, that chance gives as many with a probability under 1 in 100,000: the
 *   binomial tail P(X ≥ z), X ~ B(n, 10^-k), for n ids of which z end so.
 *
 * Where a cell of the column shows what became of others (2.02611E+15), those that end in 0 are doubted by that alone.
 *
 * Each id counts once; with `colliding`, as often as it stands in the column, up to three times, and one that ends in 0
 * again for each recipient: an order has one. One of eight that ends in 0 says nothing. Kept up to date by add() with 1 and -1; a verdict costs only when something has changed since.
 */
export class LostDigits {
  private readonly lines = new Map<string, number>();
  private readonly withZeros: number[] = Array.from({ length: mostZeros + 1 }, () => 0);
  private ids = 0;
  private ending = 0;
  private exponents = 0;
  private verdict: boolean | undefined;

  constructor(private readonly colliding: boolean) {}

  /** Counts an id, with the person of its line, or takes it out again. Shorter ids are not counted. */
  add(id: string | undefined, sign: 1 | -1, recipient = ''): void {
    if (id === undefined || id.length < leastLost) return;
    const person = this.colliding && id.endsWith('0') ? cleanText(recipient) : '';
    const key = person === '' ? id : `${id} ${person}`;
    const before = this.lines.get(key) ?? 0;
    const after = before + sign;
    if (after === 0) this.lines.delete(key);
    else this.lines.set(key, after);
    if (id.endsWith('0')) this.ending += Math.sign(after) - Math.sign(before);
    const most = this.colliding ? mostOfOneId : 1;
    const change = Math.min(after, most) - Math.min(before, most);
    if (change === 0) return;
    this.ids += change;
    const zeros = endingZeros(id);
    for (let k = 1; k <= zeros; k += 1) this.withZeros[k] = (this.withZeros[k] ?? 0) + change;
    this.verdict = undefined;
  }

  /** Counts a cell of the column that shows an exponent, or takes it out again. */
  addExponent(sign: 1 | -1): void {
    this.exponents += sign;
  }

  /** Whether the column is suspected, or some of its ids are. */
  get doubted(): boolean {
    return this.suspected || (this.exponents > 0 && this.ending > 0);
  }

  /** Whether an id of the column is. */
  doubts(id: string): boolean {
    return this.suspected || (this.exponents > 0 && id.endsWith('0'));
  }

  /** Whether the column is suspected. */
  get suspected(): boolean {
    this.verdict ??= this.judge();
    return this.verdict;
  }

  /** How many of the counted ids, each once a recipient, end in 0, and how many there are. */
  get figures(): { ending: number; total: number } {
    return { ending: this.ending, total: this.lines.size };
  }

  private judge(): boolean {
    const ending = this.withZeros[1] ?? 0;
    if (this.ids >= enoughAll && ending === this.ids) return true;
    return this.withZeros.some((count, k) => k > 0 && count >= fewestEnding && isRuledOut(count, this.ids, 10 ** -k));
  }
}

function endingZeros(id: string): number {
  let zeros = 0;
  while (zeros < mostZeros && id.charCodeAt(id.length - 1 - zeros) === 48) zeros += 1;
  return zeros;
}

/** Whether P(X ≥ least) for X ~ B(trials, share) stays under what chance must reach. */
function isRuledOut(least: number, trials: number, share: number): boolean {
  if (least <= trials * share) return false;
  const ways = logFactorial(trials) - logFactorial(least) - logFactorial(trials - least);
  let term = Math.exp(ways + least * Math.log(share) + (trials - least) * Math.log1p(-share));
  let sum = 0;
  // Above the mean each term is smaller than the one before, at last by more than any double shows.
  for (let count = least; count <= trials && term > sum * Number.EPSILON; count += 1) {
    sum += term;
    if (sum >= ruledOut) return false;
    term *= ((trials - count) / (count + 1)) * (share / (1 - share));
  }
  return true;
}

/** ln n!, by its sum up to 20 and by Stirling's series above, which is right to 12 digits there. */
function logFactorial(n: number): number {
  if (n > 20) return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3);
  let sum = 0;
  for (let factor = 2; factor <= n; factor += 1) sum += Math.log(factor);
  return sum;
}
