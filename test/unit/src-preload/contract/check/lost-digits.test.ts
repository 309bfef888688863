import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LostDigits } from '../../../../../src-preload/contract/check/lost-digits';

const count = (ids: readonly string[], colliding = false): LostDigits => {
  const digits = new LostDigits(colliding);
  for (const id of ids) digits.add(id, 1);
  return digits;
};

/** Different ids of 16 digits, so many of them ending in as many zeros. */
const column = (total: number, ending: number, zeros = 1): string[] =>
  Array.from({ length: total }, (_, index) => {
    const digits = `20261121${String(index).padStart(4, '0')}`;
    return index < ending ? `${digits}${'3'.repeat(4 - zeros)}${'0'.repeat(zeros)}` : `${digits}3337`;
  });

/** P(X ≥ least) by the recursion over single trials, which shares nothing with the code. */
function tailByTrials(least: number, trials: number, share: number): number {
  let chances = [1];
  for (let trial = 0; trial < trials; trial += 1) {
    chances = Array.from(
      { length: chances.length + 1 },
      (_, hits) => (chances[hits] ?? 0) * (1 - share) + (chances[hits - 1] ?? 0) * share,
    );
  }
  return chances.slice(least).reduce((sum, each) => sum + each, 0);
}

function suspectedByTrials(ids: readonly string[], colliding: boolean): boolean {
  const lines = new Map<string, number>();
  for (const id of ids) if (id.length >= 16) lines.set(id, (lines.get(id) ?? 0) + 1);
  const counted = [...lines].flatMap(([id, times]) => Array<string>(colliding ? Math.min(times, 3) : 1).fill(id));
  if (counted.length >= 5 && counted.every((id) => id.endsWith('0'))) return true;
  return [1, 2, 3, 4, 5, 6, 7, 8].some((zeros) => {
    const ending = counted.filter((id) => id.endsWith('0'.repeat(zeros))).length;
    return ending >= 3 && tailByTrials(ending, counted.length, 10 ** -zeros) < 1e-5;
  });
}

describe('a column of ids', () => {
  it.each([
    [5, 5, 1, true],
    [4, 4, 1, false],
    [8, 1, 1, false],
    [20, 10, 1, true],
    [20, 9, 1, false],
    [100, 26, 1, true],
    [100, 25, 1, false],
    [1000, 144, 1, true],
    [1000, 143, 1, false],
    [100, 8, 2, true],
    [100, 7, 2, false],
    [10, 3, 3, true],
    [10, 1, 3, false],
    [3, 3, 3, true],
    [3, 2, 3, false],
    [6, 1, 4, false],
  ])('of %i, of which %i end in %i zeros: cut is %s', (total, ending, zeros, isCut) => {
    expect(count(column(total, ending, zeros)).suspected).toBe(isCut);
  });

  it('counts an order once, however many lines it has, and a product order as often as it collides, up to three times', () => {
    expect(count(Array<string>(9).fill('2026112110000010')).suspected).toBe(false);
    expect(count(Array<string>(9).fill('2026112110000010'), true).suspected).toBe(false);
    const two = ['2026112110000010', '2026112110000020'];
    expect(count([...two, ...two, ...two], true).suspected).toBe(true);
    expect(count([...two, ...two, ...two]).suspected).toBe(false);
  });

  it('counts an id that ends in 0 again for each recipient, for a product order has one', () => {
    const digits = new LostDigits(true);
    for (const person of ['김가람', '이누리', '박다솜', '최라온']) digits.add('2026112110003410', 1, person);
    expect(digits.suspected).toBe(false);
    digits.add('2026112110003410', 1, '정마루');
    expect(digits.suspected).toBe(true);
    digits.add('2026112110003410', -1, '정마루');
    expect(digits.suspected).toBe(false);
    for (let box = 0; box < 9; box += 1) digits.add('2026112110003410', 1, '김가람');
    expect(digits.suspected).toBe(true);
    const split = new LostDigits(true);
    for (let box = 0; box < 9; box += 1) split.add('2026112110003410', 1, '김가람');
    expect(split.suspected).toBe(false);
  });

  it('tells recipients apart only where ids collide, and only of an id that ends in 0', () => {
    for (const [id, colliding] of [
      ['2026112110003410', false],
      ['2026112110003417', true],
    ] as const) {
      const digits = new LostDigits(colliding);
      for (const person of ['김가람', '이누리', '박다솜', '최라온', '정마루']) digits.add(id, 1, person);
      expect([digits.suspected, digits.figures.total], id).toEqual([false, 1]);
    }
  });

  it('beside a cell that shows an exponent is doubted by the ids that end in 0, and by no other', () => {
    const digits = count(['2026112110003410', '2026112110003417']);
    const said = (): boolean[] => [
      digits.doubted,
      digits.doubts('2026112110003410'),
      digits.doubts('2026112110003417'),
    ];
    expect(said()).toEqual([false, false, false]);
    digits.addExponent(1);
    expect(said()).toEqual([true, true, false]);
    expect(digits.figures).toEqual({ ending: 1, total: 2 });
    digits.add('2026112110003410', -1);
    expect(digits.doubted).toBe(false);
    expect(digits.figures).toEqual({ ending: 0, total: 1 });
    digits.add('2026112110003410', 1);
    digits.addExponent(-1);
    expect(said()).toEqual([false, false, false]);
  });

  it('says nothing of numbers that no program cuts', () => {
    expect(count(['680000000010', '680000000020', '680000000030', '680000000040', '680000000050']).suspected).toBe(
      false,
    );
  });

  it('has the verdict of a count from the start after any ids have come and gone', () => {
    const ids = fc.constantFrom(
      '2026112110000010',
      '2026112110000200',
      '2026112110003000',
      '2026112110000040',
      '2026112110000050',
      '2026112110000061',
      '2026112110000072',
      '20261121100000800',
      '123450',
    );
    const steps = fc.array(fc.tuple(ids, fc.integer({ min: 0, max: 3 })), { maxLength: 40 });
    fc.assert(
      fc.property(steps, fc.boolean(), (taken, colliding) => {
        const digits = new LostDigits(colliding);
        const there: string[] = [];
        for (const [id, what] of taken) {
          const at = there.indexOf(id);
          if (what > 0 || at < 0) {
            there.push(id);
            digits.add(id, 1);
          } else {
            there.splice(at, 1);
            digits.add(id, -1);
          }
          expect(digits.suspected).toBe(suspectedByTrials(there, colliding));
          const long = [...new Set(there.filter((each) => each.length >= 16))];
          expect(digits.figures).toEqual({
            ending: long.filter((each) => each.endsWith('0')).length,
            total: long.length,
          });
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a hundred thousand ids, with as many zeros as chance gives, is silent', () => {
    const ids = Array.from({ length: 100_000 }, (_, index) => `20261121${10_000_000 + index * 13}`);
    expect(count(ids).suspected).toBe(false);
    expect(count(ids.map((id, index) => (index % 50 === 7 ? `${id.slice(0, 15)}0` : id))).suspected).toBe(true);
  });
});
