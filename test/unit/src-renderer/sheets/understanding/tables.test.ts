import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import type { TablePart, Understanding } from '../../../../../src-renderer/sheets/understanding/understand';
import { linesOf, number12, people, productOrder, read } from './made-up-sheets';
import { table } from './table';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

const header = ['상품주문번호', '택배사', '송장번호', '수취인명'];
const row = (index: number): string[] => [productOrder(index), 'CJ대한통운', number12(index), people[index % 5] ?? ''];
/** The same, with the columns in another order. */
const turned = ([order = '', courier = '', number = '', name = '']: string[]): string[] => [
  name,
  number,
  order,
  courier,
];
const rows = (from: number, count: number): string[][] => Array.from({ length: count }, (_, k) => row(from + k));

/** What would go out: the product order and its number, line by line. */
function going(understanding: Understanding): string[] {
  const context = {
    rules: marketRules.naver,
    operation: 'dispatch',
    now: 0,
    wholeCourier: understanding.wholeCourier,
  } as const;
  return checkAll(linesOf(understanding), context).map(({ job, remarks }) => {
    const values = job?.values.kind === 'dispatch' ? job.values.dispatch : undefined;
    return values === undefined
      ? remarks.map(({ code }) => code).join()
      : `${job?.target} ${values.deliveryCompanyCode} ${values.trackingNumber}`;
  });
}
const meant = (from: number, count: number): string[] =>
  rows(from, count).map(([order, , number]) => `${order} CJGLS ${number}`);

describe('another sheet with lines', () => {
  const one = table([header, ...rows(0, 3)], { name: 'CJ' });
  const other = table([turned(header), ...rows(3, 2).map(turned)], { name: '한진' });

  it('is told with its lines, and read when chosen', () => {
    const understanding = read([one, other]);
    expect(understanding.unread).toEqual([{ sheet: '한진', hidden: false, lines: 2 }]);
    expect(going(understanding)).toEqual(meant(0, 3));
    const chosen = read([one, other], { sheet: '한진' });
    expect(going(chosen)).toEqual(meant(3, 2));
    expect(chosen.unread).toEqual([{ sheet: 'CJ', hidden: false, lines: 3 }]);
  });

  it('is told when it is hidden', () => {
    expect(read([one, { ...other, hidden: true }]).unread).toMatchObject([{ sheet: '한진', hidden: true }]);
  });

  it('is not told of when it holds no shipments: help, addresses, sums, orders without a number', () => {
    const help = table([['유의사항'], ['상품주문번호는 숫자로 적어 주세요.']], { name: '유의사항' });
    const addresses = table([['수취인명', '주소', '전화번호'], ...people.map((name) => [name, '서울', '010'])], {
      name: '주소록',
    });
    const orders = table([['상품주문번호', '상품명', '수량'], ...rows(0, 3).map(([id = '']) => [id, '머그컵', '1'])], {
      name: '주문',
    });
    const sums = table(
      [
        ['택배사', '건수'],
        ['CJ대한통운', '3'],
      ],
      { name: '집계' },
    );
    expect(read([help, one, addresses, orders, sums]).unread).toEqual([]);
  });
});

describe('a second table in a sheet', () => {
  const part = (top: number, column: number): TablePart => ({ row: top, column });

  it('that stands beside the first is told, and read for itself', () => {
    const beside = table([
      [...header, '', ...header],
      ...rows(0, 3).map((cells, k) => [...cells, '', ...(k < 2 ? row(10 + k) : ['', '', '', ''])]),
    ]);
    const understanding = read(beside);
    expect(going(understanding)).toEqual(meant(0, 3));
    expect(understanding.unread).toEqual([{ sheet: 'Sheet1', hidden: false, part: part(0, 5), lines: 2 }]);
    expect(going(read(beside, { part: part(0, 5) }))).toEqual(meant(10, 2));
  });

  it('that stands beside it under other words does not lend it a column', () => {
    const words = ['주문번호', '받는분', '운송장번호'];
    const beside = table([
      [...words, '', ...turned(header)],
      ...rows(0, 2).map((cells, k) => ['2025010244440001', '김하늘', number12(40 + k), '', ...turned(cells)]),
    ]);
    const understanding = read(beside);
    expect(understanding.columns).toMatchObject({ orderId: 0, trackingNumber: 2 });
    expect(understanding.columns.productOrderId).toBeUndefined();
    expect(understanding.unread).toMatchObject([{ part: part(0, 4), lines: 2 }]);
    expect(going(read(beside, { part: part(0, 4) }))).toEqual(meant(0, 2));
  });

  it('that stands beside it without a gap, and a third one', () => {
    const three = table([
      [...header, ...header, ...header],
      ...rows(0, 2).map((cells, k) => [...cells, ...row(10 + k), ...row(20 + k)]),
    ]);
    const understanding = read(three);
    expect(going(understanding)).toEqual(meant(0, 2));
    expect(understanding.unread.map((each) => each.part)).toEqual([part(0, 4), part(0, 8)]);
    expect(going(read(three, { part: part(0, 4) }))).toEqual(meant(10, 2));
    expect(going(read(three, { part: part(0, 8) }))).toEqual(meant(20, 2));
  });

  it('that stands beside it, with its header on another row', () => {
    const rowsOf = [
      [...header, '', '', '', '', ''],
      [...row(0), '', '퇴근 뒤 접수', '', '', ''],
      [...row(1), '', ...header],
      [...row(2), '', ...row(10)],
    ];
    const understanding = read(table(rowsOf));
    expect(going(understanding)).toEqual(meant(0, 3));
    expect(understanding.unread).toMatchObject([{ part: part(0, 5), lines: 1 }]);
    expect(going(read(table(rowsOf), { part: part(0, 5) }))).toEqual(meant(10, 1));
  });

  it('that stands below the first with its columns in another order is no heap of errors', () => {
    const below = table([header, ...rows(0, 3), [], ['한진 접수분'], turned(header), ...rows(10, 2).map(turned)]);
    const understanding = read(below);
    expect(going(understanding)).toEqual(meant(0, 3));
    expect(understanding.unread).toEqual([{ sheet: 'Sheet1', hidden: false, part: part(5, 0), lines: 2 }]);
    expect(going(read(below, { part: part(5, 0) }))).toEqual(meant(10, 2));
    expect(linesOf(read(below, { part: part(5, 0) })).map((line) => line.row)).toEqual([8, 9]);
  });

  it('that stands below it, however much better its header is, does not hide the first', () => {
    const more = [...header, '주소', '전화번호', '상품명'];
    const below = table([header, ...rows(0, 3), more, ...rows(10, 9).map((cells) => [...cells, '서울', '010', '컵'])]);
    const understanding = read(below);
    expect(understanding.headerRow).toBe(0);
    expect(going(understanding)).toEqual(meant(0, 3));
    expect(understanding.unread).toMatchObject([{ part: part(4, 0), lines: 9 }]);
  });

  it('that stands below it and lacks a column is told all the same', () => {
    const left = ['상품주문번호', '상품명', '사유'];
    const below = table([
      header,
      ...rows(0, 3),
      left,
      [productOrder(7), '머그컵', '재고소진'],
      [productOrder(8), '머그컵', '품절'],
    ]);
    const understanding = read(below);
    expect(going(understanding)).toEqual(meant(0, 3));
    expect(understanding.unread).toMatchObject([{ part: part(4, 0), lines: 2 }]);
  });

  it('is none where a header is repeated on each printed page', () => {
    const pages = table([header, ...rows(0, 3), header, ...rows(3, 3), header, ...rows(6, 1)]);
    expect(read(pages).unread).toEqual([]);
    expect(going(read(pages))).toEqual(meant(0, 7));
  });

  it('is none where one table has an empty column in its middle, a second number, or columns of the seller’s own', () => {
    const spaced = table([
      ['상품주문번호', '수취인명', '', '택배사', '송장번호'],
      ...rows(0, 2).map((cells) => [cells[0] ?? '', '김하늘', '', 'CJ대한통운', cells[2] ?? '']),
    ]);
    expect(read(spaced).unread).toEqual([]);
    expect(going(read(spaced))).toEqual(meant(0, 2));
    const looked = table([
      [...header, '', '운송장번호', '메모'],
      ...rows(0, 2).map((cells) => [...cells, '', '', '확인함']),
    ]);
    expect(read(looked).unread).toEqual([]);
    expect(going(read(looked))).toEqual(meant(0, 2));
  });
});

describe('a header row', () => {
  const letter = Array.from({ length: 30 }, (_, k) => [`안내 ${k + 1}: 접수 결과를 알려 드려요.`]);

  it('below row 10 is found', () => {
    const understanding = read(table([...letter, header, ...rows(0, 3)]));
    expect(understanding.headerRow).toBe(30);
    expect(going(understanding)).toEqual(meant(0, 3));
  });

  it('below everything that is looked through can be named by hand', () => {
    const long = table([...letter, ...letter, ...letter, header, ...rows(0, 3)]);
    expect(going(read(long, { headerRow: 90 }))).toEqual(meant(0, 3));
  });

  it('below a small table of sums is not taken for its second', () => {
    const sums = [
      ['택배사', '건수'],
      ['CJ대한통운', '2'],
      ['한진택배', '1'],
    ];
    const understanding = read(table([...sums, header, ...rows(0, 3)]));
    expect(understanding.headerRow).toBe(3);
    expect(going(understanding)).toEqual(meant(0, 3));
    expect(understanding.unread).toEqual([]);
  });
});
