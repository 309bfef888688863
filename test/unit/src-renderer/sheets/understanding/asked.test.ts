import { describe, expect, it } from 'vitest';
import type { Basis } from '../../../../../src-renderer/sheets/protocol';
import { ReviewModel } from '../../../../../src-renderer/sheets/review-model';
import { linesOf, number11, number12, order, productOrder, read } from './made-up-sheets';
import { table } from './table';

const basis: Basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: 0 };
const modelOf = (rows: string[][], choices = {}) => {
  const understanding = read(table(rows), choices);
  return new ReviewModel(linesOf(understanding), basis, understanding.wholeCourier);
};

const jobsOf = (model: ReviewModel) =>
  model
    .page({ tab: 'all', offset: 0, limit: 10, renewed: true, others: 0, unfolded: {} })
    .rows.flatMap((row) => ('checked' in row ? [row.checked] : []))
    .toSorted((one, other) => one.line.row - other.line.row)
    .map(({ job }) => job);

/** Passes CJ's rule alone: 68 is no multiple of 7. */
const cj = (n: number): string => `68${500_000_000 + n}${(500_000_000 + n) % 7}`;
/** Passes the rule of 한진 and of 롯데, which is the same. */
const whole = (n: number): string => `51${500_000_000 + n}${(51_500_000_000 + n) % 7}`;

describe('the kind of a number', () => {
  const post = ['순번', '주문번호', '수취인명', '등기번호'];
  const thirteen = (n: number): string => `20261121500${n}0`;

  it.each(['주문번호', '고객주문번호'])(
    'of %s is an order’s where no value has the digits of a product order',
    (name) => {
      const rows = [0, 1, 2].map((n) => [String(n), thirteen(n), '김하늘', `681000000000${n}`]);
      const understanding = read(table([post.with(1, name), ...rows]));
      expect(understanding).toMatchObject({ columns: { orderId: 1 }, questions: [], idKindUnsure: false });
      expect(understanding.columns.productOrderId).toBeUndefined();
      const model = new ReviewModel(linesOf(understanding), basis, undefined);
      expect(jobsOf(model).map((job) => job?.kind)).toEqual(['lookup', 'lookup', 'lookup']);
    },
  );

  it('is asked where one value, in the last row even, has them, and nothing goes out before', () => {
    const rows = Array.from({ length: 80 }, (_, n) => [String(n), thirteen(n % 10), '김하늘', `68100000000${10 + n}`]);
    const understanding = read(table([post, ...rows, ['80', productOrder(0), '이바다', '6810000000999']]));
    expect(understanding.idKindUnsure).toBe(true);
    const model = new ReviewModel(linesOf(understanding), basis, undefined);
    expect(model.summary()).toMatchObject({ going: { lines: 0 }, waiting: 81, counts: { ok: 0, error: 0 } });
  });

  it('is asked where Excel has made exponents of them', () => {
    const understanding = read(table([post, ['1', '2.02611E+15', '김하늘', '6810000000001']]));
    expect(understanding.idKindUnsure).toBe(true);
  });

  it('is no question any more for a line whose number was typed by hand', () => {
    const model = modelOf([post, ['1', productOrder(0), '김하늘', '6810000000001']]);
    expect(model.summary().waiting).toBe(1);
    model.change([{ row: 2, change: { cells: { productOrderId: productOrder(5) } } }]);
    expect(model.summary()).toMatchObject({ waiting: 0, going: { lines: 1 } });
  });

  it('is told line by line: a line with an order number only is looked up among product orders', () => {
    const model = modelOf([
      ['상품주문번호', '주문번호', '택배사', '송장번호'],
      [productOrder(0), order(0), 'CJ', cj(0)],
      ['', order(1), 'CJ', cj(1)],
      ['', '', 'CJ', cj(2)],
    ]);
    expect(jobsOf(model).map((job) => [job?.kind, job?.target])).toEqual([
      ['dispatch', productOrder(0)],
      ['lookup', order(1)],
      [undefined, undefined],
    ]);
  });
});

describe('the courier of a file that names none', () => {
  const header = ['상품주문번호', '송장번호'];
  const rows = (numbers: string[]) => numbers.map((number, n) => [productOrder(n), number]);
  const many = (make: (n: number) => string, count = 20) => Array.from({ length: count }, (_, n) => make(n));
  const asked = (numbers: string[]) => modelOf([header, ...rows(numbers)]).summary().asksCourier;

  it('is asked with the only one whose rule all numbers pass, and lines that wait are no errors', () => {
    const summary = modelOf([header, ...rows(many(cj))]).summary();
    expect(summary.asksCourier).toEqual({ numbered: 20, likely: [['CJGLS', 20]] });
    expect(summary).toMatchObject({ counts: { ok: 0, error: 0 }, waiting: 20, going: { lines: 0 } });
    expect(asked(many(number11))?.likely).toEqual([['KGB', 20]]);
  });

  it('is asked where all but a few pass', () => {
    expect(asked([...many(cj, 18), '680000000009', '680000000008'])).toEqual({ numbered: 20, likely: [['CJGLS', 18]] });
    expect(asked([...many(cj, 17), '680000000009', '680000000008', '680000000007'])?.likely).toEqual([]);
  });

  it('is asked with both where two have the same rule, and with none where the numbers say nothing', () => {
    expect(asked(many(whole))?.likely).toEqual([
      ['HANJIN', 20],
      ['HYUNDAI', 20],
    ]);
    expect(asked(many(number12))).toEqual({ numbered: 20, likely: [] });
    expect(asked([...many(cj, 10), ...many(number11, 10)])?.likely).toEqual([]);
  });

  it('is asked of an empty courier column, too, and not where one line names a courier', () => {
    const three = ['상품주문번호', '송장번호', '택배사'];
    const without = rows(many(cj)).map((row) => [...row, '']);
    expect(modelOf([three, ...without]).summary().asksCourier?.likely).toEqual([['CJGLS', 20]]);
    // 택배 says how it goes, and not who carries it.
    const unnamed = modelOf([three, ...rows(many(cj)).map((row) => [...row, '택배'])]).summary();
    expect(unnamed).toMatchObject({ asksCourier: { likely: [['CJGLS', 20]] }, waiting: 20, counts: { error: 0 } });
    const summary = modelOf([three, ...without, [productOrder(30), cj(30), 'CJ']]).summary();
    expect(summary.asksCourier).toBeUndefined();
    expect(summary).toMatchObject({ counts: { ok: 1, error: 20 }, waiting: 0 });
  });

  it('stays asked while a line has its courier by hand, and is no question once one was chosen for all', () => {
    const model = modelOf([header, ...rows(many(cj, 3))]);
    model.change([{ row: 2, change: { cells: { courier: '한진택배' } } }]);
    expect(model.summary()).toMatchObject({ waiting: 2, asksCourier: { numbered: 2 } });
    expect(model.recheck(basis, 'CJGLS').asksCourier).toBeUndefined();
    expect(model.summary().waiting).toBe(0);
  });

  it('is asked of lines that cannot go for another reason, which stay errors', () => {
    const summary = modelOf([
      ['수하인명', '운송장번호'],
      ...many(number11, 5).map((number) => ['김하늘', number]),
    ]).summary();
    expect(summary.asksCourier?.likely).toEqual([['KGB', 5]]);
    expect(summary).toMatchObject({ waiting: 0, counts: { error: 5 } });
  });
});
