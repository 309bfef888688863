import { describe, expect, it } from 'vitest';
import { splitCombined } from '../../../../../src-renderer/sheets/understanding/combined-cell';
import { linesOf, number12, productOrder, read } from './made-up-sheets';
import { table } from './table';

const head = ['상품주문번호', '배송정보', '수취인명'];
const row = (n: number, text: string): string[] => [productOrder(n), text, `시험수취${n}`];

describe('a cell with courier and number together', () => {
  it.each([
    ['CJ대한통운 123456789012', 'CJ대한통운', '123456789012'],
    ['CJ대한통운(1234-5678-9012)', 'CJ대한통운', '1234-5678-9012'],
    ['한진택배: 1234 5678 9012', '한진택배', '1234 5678 9012'],
    ['롯데123456789012', '롯데', '123456789012'],
    ['123456789012 (로젠택배)', '로젠택배', '123456789012'],
    ['우체국 6865109394355', '우체국', '6865109394355'],
    ['GS25편의점택배 123456789012', 'GS25편의점택배', '123456789012'],
  ])('%s is parted', (text, courier, trackingNumber) => {
    expect(splitCombined(text)).toEqual({ courier, trackingNumber });
  });

  it.each([
    '123456789012',
    '재고소진 123456789012',
    'CJ대한통운',
    'CJ대한통운 1234',
    '11 123456789012',
    '010-1234-5678',
    '',
  ])('%s is none', (text) => {
    expect(splitCombined(text)).toBeUndefined();
  });
});

describe('a column of such cells', () => {
  it('is parted by itself where every value agrees, whatever it is called', () => {
    for (const header of ['배송정보', '송장번호', '택배사/송장번호']) {
      const sheet = table([
        [head[0] ?? '', header, head[2] ?? ''],
        row(0, `CJ대한통운 ${number12(0)}`),
        row(1, `한진택배 ${number12(1)}`),
      ]);
      const understanding = read(sheet);
      expect(understanding).toMatchObject({ columns: { courier: 1, trackingNumber: 1 }, lineCount: 2 });
      expect(understanding.questions).toEqual([]);
      expect(linesOf(understanding).map(({ cells }) => [cells.courier, cells.trackingNumber])).toEqual([
        ['CJ대한통운', number12(0)],
        ['한진택배', number12(1)],
      ]);
    }
  });

  it('is left alone where one value does not agree, or a courier has its own column', () => {
    const odd = table([head, row(0, `CJ대한통운 ${number12(0)}`), row(1, '재고소진')]);
    expect(read(odd).columns.trackingNumber).toBeUndefined();
    const own = table([
      ['상품주문번호', '택배사', '송장번호'],
      [productOrder(0), '한진', `CJ대한통운 ${number12(0)}`],
    ]);
    expect(read(own).columns).toMatchObject({ courier: 1, trackingNumber: 2 });
  });

  it('is parted when the seller names it for both, and a cell that is no pair stays as it is', () => {
    const sheet = table([head, row(0, `CJ대한통운 ${number12(0)}`), row(1, '재고소진')]);
    const lines = linesOf(read(sheet, { columns: { productOrderId: 0, courier: 1, trackingNumber: 1 } }));
    expect(lines.map(({ cells }) => [cells.courier, cells.trackingNumber])).toEqual([
      ['CJ대한통운', number12(0)],
      ['재고소진', '재고소진'],
    ]);
  });
});

describe('a courier that only a title names', () => {
  const plain = ['상품주문번호', '송장번호', '수취인명'];
  const titled = (...titles: string[]) =>
    read(table([...titles.map((title) => [title]), plain, [productOrder(0), number12(0), '시험수취']]));

  it('is suggested, and not taken', () => {
    const understanding = titled('11월 21일 한진택배 출고 목록');
    expect(understanding.namedCourier).toBe('HANJIN');
    expect(understanding.wholeCourier).toBeUndefined();
    expect(titled('CJ대한통운(주)', '담당 김하나').namedCourier).toBe('CJGLS');
  });

  it('is not suggested where two are named, none is, or the sheet has a column for it', () => {
    expect(titled('한진택배와 롯데택배', '한진택배', '롯데택배').namedCourier).toBeUndefined();
    expect(titled('11월 21일 출고 목록').namedCourier).toBeUndefined();
    const own = table([['한진택배'], ['상품주문번호', '택배사', '송장번호'], [productOrder(0), 'CJ', number12(0)]]);
    expect(read(own).namedCourier).toBeUndefined();
  });
});

describe('a signature beneath the lines', () => {
  it.each(['담당 김하나 010-1234-5678', '고객센터 1588-1234', '문의: 02-123-4567 (평일)'])(
    '%s is skipped and counted',
    (text) => {
      const sheet = table([['상품주문번호', '택배사', '송장번호'], [productOrder(0), 'CJ', number12(0)], [text]]);
      expect(read(sheet)).toMatchObject({ lineCount: 1, skipped: { titles: 1 } });
    },
  );

  it('with a product order number in it is a line that wants a look', () => {
    const sheet = table([
      ['상품주문번호', '택배사', '송장번호'],
      [productOrder(0), 'CJ', number12(0)],
      [`재발송 ${productOrder(1)}`],
    ]);
    expect(read(sheet).lineCount).toBe(2);
  });
});
