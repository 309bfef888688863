import { describe, expect, it } from 'vitest';
import { readStockNote, writeStockNote } from '../../../../../../src-preload/contract/markets/brightmall/note';
import type { StockNote } from '../../../../../../src-preload/contract/markets/brightmall/note';
import { stock } from '../../../../../../src-preload/contract/text/ko/stock';

const notes: StockNote[] = [
  {},
  { status: 'preparing' },
  { status: 'preparing', price: 'recorded' },
  { price: 'not-recorded' },
  { status: 'on hold', price: 'recorded' },
];

describe('what BrightMall said of an item', () => {
  it.each(notes)('comes back as it was kept: %j', (note) => {
    expect(readStockNote(writeStockNote(note))).toEqual(note);
  });

  it('is said in Korean, a state no one listed as the market wrote it', () => {
    expect(stock.result({ status: 'preparing', price: 'recorded' }, true)).toBe('상태: 배송 준비 · 공급가 기록됨');
    expect(stock.result({ status: 'pending' }, false)).toBe('상태: 재고 기다림');
    expect(stock.result({ status: 'backordered' }, false)).toBe('상태: backordered');
    expect(stock.result({ status: 'preparing' }, true)).toContain('공급가가 기록됐는지는 답에 없었어요');
  });
});
