import { describe, expect, it } from 'vitest';
import { ReviewModel } from '../../../../../src-renderer/sheets/review-model';
import { isNoticeName } from '../../../../../src-renderer/sheets/understanding/choose-sheet';
import { linesOf, number12, productOrder, read } from './made-up-sheets';
import { table, type TableOptions } from './table';

const header = ['상품주문번호', '택배사', '송장번호'];
const line = (n: number): string[] => [productOrder(n), 'CJ', number12(n)];
const orders = (count: number, options: TableOptions) =>
  table([header, ...Array.from({ length: count }, (_, n) => line(n))], options);

/** A long sheet with a header, an example and a table of codes: more rows and more known words than the orders have. */
const codes = (name: string) =>
  table(
    [
      ['일괄 발송 안내'],
      ['상품주문번호', '주문번호', '택배사', '택배사코드', '송장번호', '배송방법', '상품명'],
      [productOrder(90), productOrder(91), 'CJ', '1', number12(90), '택배', '예시 상품'],
      ...Array.from({ length: 130 }, (_, n) => [`택배사${n}`, String(n), '', '', '', '', '']),
    ],
    { name },
  );

describe('of several sheets', () => {
  it.each(['유의사항', '예시', '입력 안내', '택배사 코드', '가이드', '참고', '작성 방법', 'Sheet2'])(
    'the one with the orders is chosen, not %s with its example and its codes',
    (name) => {
      const understanding = read([codes(name), orders(12, { name: '발송' })]);
      expect(understanding).toMatchObject({ sheetName: '발송', lineCount: 12 });
    },
  );

  it('one called a notice comes after others even with more lines, and is read where it is the only one', () => {
    expect(read([orders(5, { name: '참고' }), orders(1, { name: '오늘' })]).sheetName).toBe('오늘');
    expect(read([orders(5, { name: '참고' }), table([['회의록']], { name: '기록' })]).sheetName).toBe('참고');
    expect(read([orders(5, { name: '참고' }), orders(1, { name: '숨김', hidden: true })]).sheetName).toBe('숨김');
  });

  it('rows count only with a number of a plausible form beside the id', () => {
    const planned = table([header, ...[0, 1, 2, 3].map((n) => [productOrder(n), 'CJ', '미발급'])], { name: '예정' });
    expect(read([planned, orders(2, { name: '출고' })]).sheetName).toBe('출고');
    const foreign = table([header, ...[0, 1, 2, 3].map((n) => [`3000000000${n}`, 'CJ', number12(n)])], {
      name: '쿠팡분',
    });
    expect(read([foreign, orders(2, { name: '출고' })]).sheetName).toBe('출고');
  });

  it('the first of two with shipments is read, the other told of', () => {
    const understanding = read([orders(3, { name: '오전' }), orders(9, { name: '오후' })]);
    expect(understanding).toMatchObject({ sheetName: '오전', lineCount: 3, unread: [{ sheet: '오후', lines: 9 }] });
  });

  it('a first one with far fewer lines gives way, and so does one of notices or out of sight', () => {
    expect(read([orders(3, { name: '하나' }), orders(10, { name: '둘' })]).sheetName).toBe('둘');
    expect(read([orders(5, { name: '예시' }), orders(5, { name: '둘' })]).sheetName).toBe('둘');
    expect(read([orders(5, { name: '하나', hidden: true }), orders(5, { name: '둘' })]).sheetName).toBe('둘');
  });

  it('orders to confirm count without a number', () => {
    const long = table([['상품주문번호', '상품명'], ...Array.from({ length: 50 }, (_, n) => [`상품${n}`, '머그컵'])], {
      name: '상품',
    });
    const two = table([['상품주문번호'], [productOrder(0)], [productOrder(1)]], { name: '주문' });
    expect(read([long, two], {}, { operation: 'confirm' }).sheetName).toBe('주문');
  });

  it('a list of barcodes is no notice', () => {
    expect(['바코드 출고', '발송', 'sheet1', '11월 21일'].map(isNoticeName)).toEqual([false, false, false, false]);
  });

  it('what the seller chose stands, with columns of its own', () => {
    const understanding = read([orders(3, { name: '하나' }), orders(5, { name: '둘' })], {
      sheet: '하나',
      columns: { productOrderId: 0, trackingNumber: 2 },
    });
    expect(understanding).toMatchObject({ sheetName: '하나', lineCount: 3 });
    expect(understanding.columns.courier).toBeUndefined();
  });
});

describe('a hidden sheet', () => {
  it('has lines that stay behind until the seller wants them, however it was chosen', () => {
    const hidden = orders(2, { name: '지난달', hidden: true });
    for (const understanding of [read(hidden), read([hidden, orders(1, { name: '오늘' })], { sheet: '지난달' })]) {
      expect(understanding.hiddenLines).toBe(2);
      expect(linesOf(understanding).map((each) => [each.hidden, each.chosen])).toEqual([
        [true, false],
        [true, false],
      ]);
    }
    // They are neither in order nor at fault until then, and stand among the lines that were left out.
    const basis = { market: 'naver', operation: 'dispatch', couriers: {}, columns: {}, now: 0 } as const;
    const model = new ReviewModel(linesOf(read(hidden)), basis, undefined);
    expect(model.summary()).toMatchObject({ counts: { ok: 0, warning: 2, error: 0 }, hidden: { lines: 2, out: 2 } });
    expect(model.page({ tab: 'out', offset: 0, limit: 10, renewed: true, others: 0, unfolded: {} }).rows).toMatchObject(
      [{ group: 'out', lines: 2 }, { kind: 'out' }, { kind: 'out' }],
    );
    expect(model.hidden(true).summary.counts).toMatchObject({ ok: 2 });
    for (const { hidden: isHidden, chosen } of linesOf(read(hidden, { sendHidden: true })))
      expect([isHidden, chosen]).toEqual([true, undefined]);
  });
});

describe('the sheet of 에이블리', () => {
  const ably = ['결제일', '상품주문번호', '주문번호', '택배사', '택배사 코드', '송장번호', '상품명'];

  it('is another mall’s by its headers and numbers of its own', () => {
    const sheet = table([ably, ['2026-11-21', '81234567', '91234567', 'CJ', '1', number12(0), '머그컵']]);
    expect(read(sheet).refusal).toEqual({ code: 'other-market', detail: 'ably' });
  });

  it('with numbers of the market’s form is one of ours', () => {
    const sheet = table([ably, ['2026-11-21', productOrder(0), '91234567', 'CJ', '1', number12(0), '머그컵']]);
    expect(read(sheet)).toMatchObject({ lineCount: 1, columns: { productOrderId: 1, courier: 3, trackingNumber: 5 } });
    expect(read(sheet).refusal).toBeUndefined();
  });
});

it('beside a notice only what looks like an order is told of as unread', () => {
  expect(read([codes('유의사항'), orders(12, { name: '발송' })]).unread).toEqual([
    { sheet: '유의사항', hidden: false, lines: 1 },
  ]);
  expect(read([orders(2, { name: '둘' }), orders(1, { name: '하나' })]).unread).toMatchObject([
    { sheet: '하나', lines: 1 },
  ]);
});
