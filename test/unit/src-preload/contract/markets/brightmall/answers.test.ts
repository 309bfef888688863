import { describe, expect, it } from 'vitest';
import {
  readPrice,
  resolveAvailable,
  resolveReason,
} from '../../../../../../src-preload/contract/markets/brightmall/answers';

describe('stock answers in a sheet', () => {
  it('understand how sellers say yes and no', () => {
    for (const word of ['가능', 'Y', 'o', '있음', 'TRUE', '출고 가능']) expect(resolveAvailable(word), word).toBe(true);
    for (const word of ['불가', 'n', 'X', '품절', 'false', '재고 없음'])
      expect(resolveAvailable(word), word).toBe(false);
    expect(resolveAvailable('글쎄')).toBeUndefined();
  });

  it('understand the five reasons by name, code and daily words', () => {
    expect(resolveReason('품절')).toBe('out_of_stock');
    expect(resolveReason('재고 부족 (품절)')).toBe('out_of_stock');
    expect(resolveReason('damaged')).toBe('damaged');
    expect(resolveReason('휴가')).toBeUndefined();
  });

  it('take a price only whole, and tell when the total is not unit times quantity', () => {
    expect(readPrice('75,000원', '2', '150000')).toEqual({
      is: 'price',
      price: { unit: 75000, quantity: 2, total: 150000 },
      uneven: false,
    });
    expect(readPrice('75000', '2', '')).toMatchObject({ is: 'price', price: { total: 150000 } });
    expect(readPrice('75000', '2', '140000')).toMatchObject({ uneven: true });
    expect(readPrice('', '2', '')).toEqual({ is: 'none' });
    expect(readPrice('75000', '', '150000')).toEqual({ is: 'partial', missing: ['quantity'] });
    expect(readPrice('칠만', '2', '')).toEqual({ is: 'unreadable', field: 'unitPrice' });
    expect(readPrice('100', '0', '0')).toEqual({ is: 'unreadable', field: 'quantity' });
  });
});
