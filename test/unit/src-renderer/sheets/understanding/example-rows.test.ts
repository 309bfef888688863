import { describe, expect, it } from 'vitest';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { fixesOf } from '../../../../../src-preload/contract/check/fixes';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { cj, order } from '../../../../fixtures/sheets/odd-sheets';
import { linesOf, read } from './made-up-sheets';
import { table } from './table';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

const head = ['구분', '상품주문번호', '택배사', '송장번호', '상품명', '수취인명'];
const row = (n: number, change: Partial<Record<number, string>> = {}): string[] =>
  [String(n), order(n), 'CJ대한통운', cj(n), '머그컵', '김가람'].map((cell, column) => change[column] ?? cell);

/** Excel's rows of the lines that would go out, and those held as examples. */
function sorted(rows: string[][], chosen?: boolean): { going: number[]; held: number[] } {
  const lines: Line[] = linesOf(read(table([head, ...rows])));
  const checked = checkAll(chosen === undefined ? lines : lines.map((line) => ({ ...line, chosen })), {
    operation: 'dispatch',
    rules: marketRules.naver,
    couriers: {},
    now: Date.UTC(2026, 10, 21),
  });
  const held = checked.filter(({ remarks }) => remarks.some(({ code }) => code === 'example-row'));
  return {
    going: checked.filter((each) => staysBecause(each) === undefined).map(({ line }) => line.row),
    held: held.map(({ line }) => line.row),
  };
}

describe('a row that says it is an example', () => {
  for (const word of [
    '예시',
    '[예시]',
    '(예시)',
    '※ 작성 예시',
    '예시)',
    '예) 이렇게',
    'ex) 1',
    '샘플',
    'Sample',
    'EXAMPLE',
    '샘플1',
    '예제',
    '입력 예시',
    '기입예시',
    '견본',
  ]) {
    it(`is held until the seller chooses it: ${word}`, () => {
      expect(sorted([row(1, { 0: word }), row(2), row(3)])).toEqual({ going: [3, 4], held: [2] });
      expect(sorted([row(1, { 0: word }), row(2)], true)).toEqual({ going: [2, 3], held: [2] });
    });
  }

  it('offers to be sent after all, and to be left out again', () => {
    const fixes = (chosen?: boolean) => {
      const lines = linesOf(read(table([head, row(1, { 0: '예시' })])));
      const given = lines.map((line) => (chosen === undefined ? line : { ...line, chosen }));
      const [checked] = checkAll(given, {
        operation: 'dispatch',
        rules: marketRules.naver,
        couriers: {},
        now: Date.UTC(2026, 10, 21),
      });
      const remark = checked?.remarks.find(({ code }) => code === 'example-row');
      return checked && remark ? fixesOf(remark, checked, marketRules.naver) : [];
    };
    expect(fixes()).toEqual([{ do: 'keep', includes: true }]);
    expect(fixes(true)).toEqual([{ do: 'exclude' }]);
  });

  it('says so in place of a name too, and anywhere in the table', () => {
    expect(sorted([row(1), row(2, { 5: '예시' }), row(3, { 0: '', 5: '샘플' })])).toEqual({ going: [2], held: [3, 4] });
  });

  it('is none by a product that is a sample, or by a word that only begins so', () => {
    for (const change of [
      { 4: '샘플' },
      { 0: '샘플러' },
      { 0: '예시카' },
      { 0: '예약' },
      { 5: '예지원' },
      { 4: '예시 문구 스티커' },
    ]) {
      expect(sorted([row(1, change), row(2)])).toEqual({ going: [2, 3], held: [] });
    }
    const named = read(
      table([
        ['상품명', '상품주문번호', '택배사', '송장번호'],
        ['샘플', order(1), 'CJ', cj(1)],
      ]),
    );
    expect(linesOf(named).some(({ example }) => example === true)).toBe(false);
  });
});
