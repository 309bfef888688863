import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import type { Choices } from '../../../../../src-renderer/sheets/understanding/understand';
import { linesOf, productOrder, read } from './made-up-sheets';
import { table, type TableOptions } from './table';
import { headerWords } from '../../../../../src-renderer/sheets/understanding/header-words';
import { isNeverTaken } from '../../../../../src-renderer/sheets/understanding/like-headers';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

/** Passes CJ's rule alone: 68 is no multiple of 7. */
const cj = (n: number): string => `68${500_000_000 + n}${(500_000_000 + n) % 7}`;
/** Passes the rule of 한진 and of 롯데, which is the same. */
const hanjin = (n: number): string => `51${500_000_000 + n}${(51_500_000_000 + n) % 7}`;

const context = { rules: marketRules.naver, operation: 'dispatch', now: 0 } as const;
const checkOf = (understanding: ReturnType<typeof read>) =>
  checkAll(linesOf(understanding), { ...context, wholeCourier: understanding.wholeCourier });
const numbersOf = (understanding: ReturnType<typeof read>) =>
  checkOf(understanding).map(({ job }) =>
    job?.values.kind === 'dispatch' ? job.values.dispatch.trackingNumber : undefined,
  );
const couriersOf = (understanding: ReturnType<typeof read>) =>
  checkOf(understanding).map(({ job }) =>
    job?.values.kind === 'dispatch' ? job.values.dispatch.deliveryCompanyCode : undefined,
  );
const askedOf = (understanding: ReturnType<typeof read>) =>
  understanding.questions.map(({ field, candidates }) => [field, ...candidates.map(({ column }) => column)]);

/** Sheets of an order, CJ and numbers in two columns; an empty text leaves a number out. */
const twoNumbers = (names: [string, string], numbers: [string, string][], options: TableOptions = {}) =>
  table(
    [['상품주문번호', '택배사', ...names], ...numbers.map((pair, n) => [productOrder(n), 'CJ대한통운', ...pair])],
    options,
  );

describe('two columns of numbers', () => {
  const full: [string, string][] = [0, 1, 2, 3].map((n) => [cj(n), cj(n + 100)]);

  it.each([
    [['송장번호', '운송장번호'] as [string, string]],
    [['운송장번호', '운송장번호(2)'] as [string, string]],
    [['운송장번호1', '운송장번호2'] as [string, string]],
    [['송장번호1', '송장번호2'] as [string, string]],
    [['송장번호', '추가 송장번호'] as [string, string]],
    [['송장번호', '재출력 송장번호'] as [string, string]],
    [['송장번호', '송장번호(재발행)'] as [string, string]],
    [['송장번호', '송장번호'] as [string, string]],
    [['송장번호', 'CJ 송장번호'] as [string, string]],
    [['송장번호', '변경 후 송장번호'] as [string, string]],
    [['송장번호', '2박스 송장'] as [string, string]],
    [['송장번호', '송장번호Ⅱ'] as [string, string]],
    [['운송장번호', '합포장 운송장'] as [string, string]],
    [['송장번호', 'Tracking (new)'] as [string, string]],
    [['송장번호', ''] as [string, string]],
    [['송장번호', '비고'] as [string, string]],
  ])('%j that differ are asked about once, with their values, and nothing goes out unasked', (names) => {
    const understanding = read(twoNumbers(names, full));
    expect(askedOf(understanding)).toEqual([['trackingNumber', 2, 3]]);
    expect(understanding.questions[0]?.candidates.map(({ samples }) => samples)).toEqual([
      [cj(0), cj(1), cj(2)],
      [cj(100), cj(101), cj(102)],
    ]);
    expect(numbersOf(understanding)).toEqual([undefined, undefined, undefined, undefined]);
    expect(linesOf(understanding).every(({ waits }) => waits?.includes('trackingNumber') === true)).toBe(true);
  });

  it('are one question that settles the file, and the next with these headers', () => {
    const sheet = twoNumbers(['송장번호', '운송장번호'], full);
    const columns = { ...read(sheet).columns, trackingNumber: 3 };
    const answered = read(sheet, { columns });
    const remembered = read(sheet, {}, { remembered: { [answered.signature]: columns } });
    for (const understanding of [answered, remembered]) {
      expect(understanding.questions).toEqual([]);
      expect(numbersOf(understanding)).toEqual([cj(100), cj(101), cj(102), cj(103)]);
    }
  });

  it('of which the first has a typo: a few good numbers under another header do not take its place', () => {
    const mistyped = `${cj(7).slice(0, -1)}${(Number(cj(7).slice(-1)) + 1) % 7}`;
    const rows = Array.from({ length: 200 }, (_, n): [string, string] => [
      n === 7 ? mistyped : cj(n),
      n % 50 === 0 ? cj(n + 1000) : '',
    ]);
    for (const name of ['2박스 송장', '비고', '운송장번호(2)']) {
      const understanding = read(twoNumbers(['송장번호', name], rows));
      expect(understanding.columns.trackingNumber).toBe(2);
      expect(askedOf(understanding)).toEqual([['trackingNumber', 2, 3]]);
    }
    // As many numbers, all of them good, in words of its own: asked about, the one that is called so first.
    const more = rows.map(([first], n): [string, string] => [first, cj(n + 1000)]);
    for (const name of ['2박스 송장', '비고'])
      expect(askedOf(read(twoNumbers(['송장번호', name], more)))).toEqual([['trackingNumber', 2, 3]]);
  });

  it('that say the same, or fill each other’s gaps, are no question', () => {
    const same = read(
      twoNumbers(
        ['송장번호', '운송장번호'],
        [0, 1].map((n) => [cj(n), `${cj(n).slice(0, 4)}-${cj(n).slice(4)}`]),
      ),
    );
    expect(same.questions).toEqual([]);
    expect(numbersOf(same)).toEqual([cj(0), cj(1)]);
    const gaps = read(
      twoNumbers(
        ['송장번호', '운송장번호'],
        [
          [cj(0), ''],
          ['', cj(1)],
          [cj(2), ''],
        ],
      ),
    );
    expect(gaps.questions).toEqual([]);
    expect(numbersOf(gaps)).toEqual([cj(0), cj(1), cj(2)]);
  });

  const split: [string, string][] = [
    [cj(0), ''],
    [cj(1), cj(101)],
    [cj(2), ''],
    ['', cj(103)],
  ];

  it.each([{} as Choices, { columns: { productOrderId: 0, courier: 1, trackingNumber: 2 } }])(
    'hold only the lines with a second number where few have one, whatever was chosen: %j',
    (choices) => {
      const understanding = read(twoNumbers(['운송장번호', '운송장번호(2)'], split), choices);
      expect(numbersOf(understanding)).toEqual([cj(0), undefined, cj(2), cj(103)]);
      const [, second] = checkOf(understanding);
      expect(second?.remarks).toMatchObject([{ code: 'tracking-several', detail: { numbers: `${cj(1)},${cj(101)}` } }]);
      expect(second?.line.waits).toBeUndefined();
    },
  );

  it('a memo in the second is no second number, and words in the first are not covered by it', () => {
    const understanding = read(
      twoNumbers(
        ['송장번호', '송장번호(2)'],
        [
          [cj(0), cj(100)],
          [cj(1), '없음'],
          ['미발급', cj(102)],
          [cj(3), ''],
          [cj(4), ''],
        ],
      ),
    );
    expect(numbersOf(understanding)).toEqual([undefined, cj(1), undefined, cj(3), cj(4)]);
    expect(checkOf(understanding)[2]?.remarks[0]?.code).toBe('tracking-status');
  });

  it('of which one is hidden: the one that is to be seen comes first, wherever it stands', () => {
    const hiddenFirst = read(twoNumbers(['송장번호', '운송장번호'], full, { hiddenColumns: [2] }));
    expect(hiddenFirst.columns.trackingNumber).toBe(3);
    expect(askedOf(hiddenFirst)).toEqual([['trackingNumber', 3, 2]]);
    expect(hiddenFirst.questions[0]?.candidates.map(({ hidden }) => hidden)).toEqual([false, true]);
    expect(numbersOf(hiddenFirst)).toEqual([undefined, undefined, undefined, undefined]);
    const answered = read(twoNumbers(['송장번호', '운송장번호(2)'], split, { hiddenColumns: [3] }), {
      columns: { productOrderId: 0, courier: 1, trackingNumber: 2 },
    });
    expect(numbersOf(answered)).toEqual([cj(0), cj(1), cj(2), undefined]);
  });

  it('of which only the hidden one has numbers: nothing goes out before it is named', () => {
    const empty: [string, string][] = [0, 1].map((n) => ['', cj(n)]);
    const understanding = read(twoNumbers(['송장번호', '운송장번호'], empty, { hiddenColumns: [3] }));
    expect(understanding.columns.trackingNumber).toBe(3);
    expect(askedOf(understanding)).toEqual([['trackingNumber', 3, 2]]);
    expect(numbersOf(understanding)).toEqual([undefined, undefined]);
  });

  it('of which the first is empty or of words: the second is taken', () => {
    for (const word of ['', '미발급']) {
      const understanding = read(
        twoNumbers(
          ['송장번호', '운송장번호'],
          [0, 1, 2].map((n) => [word, cj(n)]),
        ),
      );
      expect(understanding.columns.trackingNumber).toBe(3);
    }
  });

  it('of which the second is known by nothing but its numbers, three at least, is asked about line by line', () => {
    const some = full.map(([first, second], n): [string, string] => [first, n === 0 ? '' : second]);
    const understanding = read(twoNumbers(['송장번호', '비고'], some));
    expect(askedOf(understanding)).toEqual([['trackingNumber', 2, 3]]);
    expect(numbersOf(understanding)).toEqual([cj(0), undefined, undefined, undefined]);
    const few = read(
      twoNumbers(['송장번호', '비고'], [full[0] ?? ['', ''], full[1] ?? ['', ''], [cj(2), ''], [cj(3), '']]),
    );
    expect(few.questions).toEqual([]);
    // Another courier's numbers, or digits of another kind, are no second parcel.
    for (const other of [hanjin, (n: number) => String(202_611_210_000 + n * 7), (n: number) => `문앞 ${n}`]) {
      const memo = full.map(([first], n): [string, string] => [first, other(n)]);
      expect(read(twoNumbers(['송장번호', '비고'], memo)).questions).toEqual([]);
    }
  });

  it('the numbers before a return or an earlier parcel are none', () => {
    const names = ['이전송장번호', '원운송장번호', '반품송장번호', '회수송장번호'];
    const alike = [
      '기존 송장',
      '구송장번호',
      '변경 전 송장번호',
      '송장번호(변경전)',
      '반송장',
      '수거 송장번호',
      '택배예약번호',
    ];
    for (const name of [...names, ...alike]) {
      const understanding = read(twoNumbers(['송장번호', name], full));
      expect(understanding.questions).toEqual([]);
      expect(numbersOf(understanding)).toEqual([0, 1, 2, 3].map(cj));
    }
  });
});

describe('two columns of couriers', () => {
  const twoCouriers = (names: [string, string], rows: [string, string, string][]) =>
    table([['상품주문번호', ...names, '송장번호'], ...rows.map((row, n) => [productOrder(n), ...row])]);

  it('of which only one fits the numbers: that one is taken', () => {
    const rows = Array.from({ length: 6 }, (_, n): [string, string, string] => ['한진택배', 'CJ대한통운', cj(n)]);
    const understanding = read(twoCouriers(['택배사', '택배사(2)'], rows));
    expect(understanding.questions).toEqual([]);
    expect(couriersOf(understanding)).toEqual(rows.map(() => 'CJGLS'));
  });

  it('that fit as well are asked about, and the lines in which they differ wait', () => {
    const understanding = read(
      twoCouriers(
        ['택배사', '배송사'],
        [
          ['한진택배', '롯데택배', hanjin(0)],
          ['한진택배', '한진', hanjin(1)],
          ['롯데택배', '', hanjin(2)],
        ],
      ),
    );
    expect(askedOf(understanding)).toEqual([['courier', 1, 2]]);
    expect(couriersOf(understanding)).toEqual([undefined, 'HANJIN', 'HYUNDAI']);
    expect(linesOf(understanding)[0]?.waits).toEqual(['courier']);
  });

  it('of which the second is called in words of its own are two all the same, and 택배 names none', () => {
    const two = (name: string, others: string) =>
      read(
        table([
          ['상품주문번호', '택배사', name, '송장번호'],
          ...[0, 1, 2, 3].map((n) => [productOrder(n), '경동택배', others, String(223_456_789_012 + n)]),
        ]),
      );
    expect(askedOf(two('실제 택배사', '건영택배'))).toEqual([['courier', 1, 2]]);
    expect(askedOf(two('택배사 구분', '택배'))).toEqual([]);
    expect(askedOf(two('희망 택배사', '건영택배'))).toEqual([]);
  });

  it('too few numbers prove nothing: the one that fits is asked for first', () => {
    const understanding = read(twoCouriers(['택배사', '배송사'], [['한진택배', 'CJ대한통운', cj(0)]]));
    expect(askedOf(understanding)).toEqual([['courier', 2, 1]]);
    expect(couriersOf(understanding)).toEqual([undefined]);
  });
});

describe('one column that is called something else', () => {
  const named = (name: string) =>
    table([['상품주문번호', '택배사', name], ...[0, 1, 2].map((n) => [productOrder(n), 'CJ대한통운', cj(n)])]);

  it('and only looks like numbers is asked about, and nothing goes out before', () => {
    const understanding = read(named('물류 처리번호'));
    expect(askedOf(understanding)).toEqual([['trackingNumber', 2]]);
    expect(numbersOf(understanding)).toEqual([undefined, undefined, undefined]);
    expect(linesOf(understanding).every(({ waits }) => waits?.includes('trackingNumber') === true)).toBe(true);
    expect(checkOf(understanding).every(({ level }) => level === 'error')).toBe(true);
  });

  it('and names another parcel is not even offered', () => {
    for (const name of ['반송장', '이전 송장', '반품 운송장']) {
      const understanding = read(named(name));
      expect(understanding.columns.trackingNumber).toBeUndefined();
      expect(askedOf(understanding)).toEqual([]);
    }
  });
});

describe('headers of another parcel', () => {
  it('are none of the words that name a column', () => {
    const words = Object.values(headerWords).flatMap((byTrust) => Object.values(byTrust).flat());
    expect(words.filter(isNeverTaken)).toEqual([]);
  });
});
