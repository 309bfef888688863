import { describe, expect, it } from 'vitest';
import type { Line } from '../../../../src-preload/contract/line';
import { foldText } from '../../../../src-preload/contract/fold-text';
import type { ReviewRow, SheetCalls } from '../../../../src-renderer/sheets/protocol';
import { ReviewModel } from '../../../../src-renderer/sheets/review-model';
import { basis, fineLine } from '../../../support/sheets/review-lines';

type Page = SheetCalls['page'];

function reviewOf(lines: Line[]): {
  model: ReviewModel;
  show(more?: Partial<Page['input']>): (number | string)[];
  find(words: string, want: SheetCalls['find']['input']['want']): SheetCalls['find']['output'];
} {
  const model = new ReviewModel(lines, basis, undefined);
  return {
    model,
    show: (more = {}) =>
      model
        .page({ tab: 'all', offset: 0, limit: 100, renewed: true, others: 0, unfolded: {}, ...more })
        .rows.map((row) => ('group' in row ? (row.code ?? row.group) : row.checked.line.row)),
    find: (words, want) =>
      model.find({ words, want, columns: ['recipient', 'productName', 'courier', 'trackingNumber', 'productOrderId'] }),
  };
}

const ready = (...names: string[]): Line[] =>
  names.map((recipient, at) => fineLine(at + 2, { recipient, productName: `담요 ${names.length - at}` }));

describe('finding in a sheet', () => {
  it('counts the lines, begins at the row of the keyboard, and goes around the ends', () => {
    const review = reviewOf(ready('장한결', '도하준', '장한별'));
    expect(review.show()).toEqual(['ready', 2, 3, 4]);
    expect(review.find('장한', { from: 2 })).toEqual({ hits: 2, place: { nth: 2, at: 3, column: 'recipient' } });
    expect(review.find('장한', { nth: 3 }).place).toMatchObject({ nth: 1, at: 1 });
    expect(review.find('장한', { nth: 0 }).place).toMatchObject({ nth: 2, at: 3 });
    expect(review.find('장한', { from: 9 }).place).toMatchObject({ nth: 1 });
    expect(review.find('없는 사람', { from: 0 })).toEqual({ hits: 0 });
    expect(review.find(' - ', { from: 0 })).toEqual({ hits: 0 });
  });

  it.each([
    ['full-width digits', '９９１１-３００７-０３', 3],
    ['separators of the search', '9911 3007 03', 3],
    ['separators and full-width letters of the sheet', 'abc담요', 2],
    ['capitals', 'ABC 담요', 2],
    ['the name of the courier that was understood', '한진택배', 4],
  ])('takes %s for what they stand for', (_, words, row) => {
    const review = reviewOf([
      fineLine(2, { productName: 'ＡＢＣ · 담요' }),
      fineLine(3, { trackingNumber: '9911-3007-035' }),
      fineLine(4, { courier: '한진' }),
    ]);
    const rows = review.show();
    const found = review.find(words, { from: 0 });
    expect(found.hits).toBe(1);
    expect(rows[found.place?.at ?? -1]).toBe(row);
  });

  it('seeks among fewer lines with each letter, and in all of them again with fewer letters', () => {
    const review = reviewOf(ready('장한결', '장한별', '도하준'));
    review.show();
    expect(review.find('장', { from: 0 }).hits).toBe(2);
    expect(review.find('장한별', { from: 0 }).hits).toBe(1);
    expect(review.find('장한', { from: 0 }).hits).toBe(2);
    expect(review.find('도', { from: 0 }).hits).toBe(1);
  });

  it('knows what was edited meanwhile', () => {
    const review = reviewOf(ready('장한결', '도하준'));
    review.show();
    expect(review.find('한결', { from: 0 }).hits).toBe(1);
    review.model.change([{ row: 2, change: { cells: { recipient: '문가온' } } }]);
    expect(review.find('한결', { from: 0 }).hits).toBe(0);
    expect(review.find('가온', { from: 0 }).hits).toBe(1);
  });

  it('names the group that hides a line', () => {
    const review = reviewOf(ready('장한결', '도하준'));
    expect(review.show({ unfolded: { ready: false } })).toEqual(['ready']);
    const { place } = review.find('도하준', { from: 0 });
    expect(place).toEqual({ nth: 1, at: 0, folded: 'ready', column: 'recipient' });
    review.show({ unfolded: { ready: true } });
    expect(review.find('도하준', { nth: 1 }).place).toEqual({ nth: 1, at: 2, column: 'recipient' });
  });

  it('looks through 100,000 lines for a further letter without reading them all again', () => {
    const many = Array.from({ length: 100_000 }, (_, at) =>
      fineLine(at + 2, { recipient: `받는이${at}`, productOrderId: String(2_026_112_100_000_000 + at) }),
    );
    const review = reviewOf(many);
    review.show();
    expect(review.find('받', { from: 0 }).hits).toBe(100_000);
    expect(review.find('받는이9999', { from: 0 }).hits).toBe(11);
  });
});

describe('sorting', () => {
  const sort = (column: string, direction: 'ascending' | 'descending' = 'ascending') => ({
    sort: { column, direction },
  });

  it('orders lines within their groups and leaves the groups in their order', () => {
    const review = reviewOf([...ready('하', '가', '나'), fineLine(8, { recipient: '가가', courier: '한짐택배' })]);
    expect(review.show()).toEqual(['courier-unknown', 8, 'ready', 2, 3, 4]);
    expect(review.show(sort('recipient'))).toEqual(['courier-unknown', 8, 'ready', 3, 4, 2]);
    expect(review.show(sort('recipient', 'descending'))).toEqual(['courier-unknown', 8, 'ready', 2, 4, 3]);
    expect(review.show()).toEqual(['courier-unknown', 8, 'ready', 2, 3, 4]);
  });

  it('takes numbers by their value, words after them, nothing last whichever way', () => {
    const cells = ['1,000', '가', '200', '', '０９'];
    const review = reviewOf(cells.map((productName, at) => fineLine(at + 2, { productName })));
    expect(review.show(sort('productName')).slice(1)).toEqual([6, 4, 2, 3, 5]);
    expect(review.show(sort('productName', 'descending')).slice(1)).toEqual([3, 2, 4, 6, 5]);
  });

  it('keeps the order of the sheet among equals, both ways', () => {
    const review = reviewOf(ready('가', '가', '가'));
    expect(review.show(sort('recipient', 'descending'))).toEqual(['ready', 2, 3, 4]);
  });

  it('shows a box as one only where its lines have come together', () => {
    const box = { trackingNumber: fineLine(2).cells.trackingNumber ?? '', recipient: '장한결' };
    const lines = [
      fineLine(2, { ...box, productName: '가' }),
      fineLine(3, { ...box, productName: '다' }),
      fineLine(4, { recipient: '장한결', productName: '나' }),
    ];
    const model = new ReviewModel(lines, basis, undefined);
    const boxes = (column?: string): (string | undefined)[] =>
      model
        .page({
          tab: 'all',
          offset: 0,
          limit: 9,
          renewed: true,
          others: 0,
          unfolded: {},
          ...(column === undefined ? {} : { sort: { column, direction: 'ascending' as const } }),
        })
        .rows.filter((row): row is ReviewRow => 'checked' in row)
        .map(({ box: spot, checked }) => `${checked.line.row} ${spot?.at ?? 'alone'}`);
    expect(boxes()).toEqual(['2 first', '3 last', '4 alone']);
    expect(boxes('courier')).toEqual(['2 first', '3 last', '4 alone']);
    expect(boxes('productName')).toEqual(['2 alone', '4 alone', '3 alone']);
  });
});

describe('filtering by kinds of remarks', () => {
  const lines = [
    fineLine(2),
    fineLine(3, { courier: '한짐택배' }),
    fineLine(4, { courier: '한짐택배', trackingNumber: '' }),
    fineLine(5, { trackingNumber: '' }),
  ];

  it('counts a line for each kind it has, the gravest first', () => {
    expect(reviewOf(lines).model.remarkKinds()).toEqual([
      { code: 'courier-unknown', level: 'error', lines: 2, title: expect.stringContaining('택배사') },
      { code: 'tracking-missing', level: 'error', lines: 2, title: expect.stringContaining('송장번호') },
    ]);
    const odd = [fineLine(6, { productOrderId: '20261121' }), fineLine(7, { productOrderId: '2026112110' })];
    expect(reviewOf(odd).model.remarkKinds()).toEqual([{ code: 'product-order-odd', level: 'warning', lines: 2 }]);
  });

  it('shows the lines that have one of the chosen kinds, in their groups', () => {
    const review = reviewOf(lines);
    expect(review.show({ remarks: ['tracking-missing'] }).filter(Number)).toEqual([4, 5]);
    expect(review.show({ remarks: ['courier-unknown', 'tracking-missing'], others: 3 }).filter(Number)).toEqual([
      3, 4, 5,
    ]);
    expect(review.show({ remarks: ['courier-unknown'], tab: 'open' })).toEqual([]);
  });
});

describe('the folded text', () => {
  it.each([
    ['６８１２－１３００－８６３０', '681213008630'],
    ['6812 1300 8630', '681213008630'],
    ['CJ 대한통운(본사)', 'cj대한통운본사'],
    ['가나', '가나'],
  ])('of %s is %s', (given, folded) => expect(foldText(given)).toBe(folded));
});
