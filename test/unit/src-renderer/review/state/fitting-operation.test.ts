import { describe, expect, it } from 'vitest';
import type { SheetReading } from '../../../../../src-preload/contract/import';
import { operationOfFile } from '../../../../../src-renderer/review/state/fitting-operation';
import type { ColumnState, Understood } from '../../../../../src-renderer/sheets/protocol';

/** A file of these columns, understood as these fields. */
function file(headers: readonly string[], columns: SheetReading['columns'], more: Partial<SheetReading> = {}) {
  const faces = headers.map((header, index): ColumnState => ({
    index,
    letter: 'A',
    header,
    samples: ['2026030211111111'],
    hidden: false,
  }));
  const reading = { columns, ...more } as SheetReading;
  return { reading, columns: faces, questions: [] } satisfies Pick<Understood, 'reading' | 'columns' | 'questions'>;
}

describe('what a file is for', () => {
  it('is 발주 확인 where it has product orders and nothing else', () => {
    const only = file(['상품주문번호', '주문번호'], { productOrderId: 0, orderId: 1 });
    expect(operationOfFile('naver', only, 'list.xlsx')).toBe('confirm');
  });

  it('is 발주 확인 where its name says so and it has nothing of a shipment', () => {
    const named = file(['상품주문번호', '상품명'], { productOrderId: 0 });
    expect(operationOfFile('naver', named, '발주 확인_1127.xlsx')).toBe('confirm');
    expect(operationOfFile('naver', named, 'orders.xlsx')).toBeUndefined();
  });

  it.each([
    ['a column of numbers', { trackingNumber: 1 }, {}],
    ['a column of couriers', { courier: 1 }, {}],
    ['a column of methods', { deliveryMethod: 1 }, {}],
    ['one courier for the whole file', {}, { wholeCourier: 'CJGLS' }],
  ] as const)('is a dispatch with %s', (_, columns, more) => {
    const sheet = file(['상품주문번호'], { productOrderId: 0, ...columns }, more);
    expect(operationOfFile('naver', sheet, '발주확인.xlsx')).toBeUndefined();
  });

  it('is not known without product orders, while a column is asked about, and where the market has one operation', () => {
    expect(operationOfFile('naver', file(['주문번호'], { orderId: 0 }), 'a.xlsx')).toBeUndefined();
    const only = file(['상품주문번호'], { productOrderId: 0 });
    const asked = { ...only, questions: [{ field: 'trackingNumber' as const, candidates: [] }] };
    expect(operationOfFile('naver', asked, 'a.xlsx')).toBeUndefined();
    expect(operationOfFile('brightmall', only, 'a.xlsx')).toBeUndefined();
  });
});
