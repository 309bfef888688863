import { describe, expect, it } from 'vitest';
import { bulkHeader, bulkRow, bulkSheet } from '../../../../../../src-preload/contract/markets/naver/bulk-file';

const parcel = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '602011112222' } as const;

describe("SmartStore's 일괄발송 file", () => {
  it('has the sheet and the four columns the centre asks for', () => {
    expect(bulkSheet).toBe('발송처리');
    expect(bulkHeader).toEqual(['상품주문번호', '배송방법', '택배사', '송장번호']);
  });

  it('spells a parcel as the centre does', () => {
    const row = ['2026030212345671', '택배,등기,소포', 'CJ대한통운', '602011112222'];
    expect(bulkRow('2026030212345671', parcel)).toEqual(row);
  });

  it('leaves courier and number empty where the method has none', () => {
    expect(bulkRow('2026030212345671', { ...parcel, deliveryMethod: 'QUICK_SVC' })).toEqual([
      '2026030212345671',
      '퀵서비스',
      '',
      '',
    ]);
  });

  it('guesses nothing: another method, an unknown courier, a missing number', () => {
    expect(bulkRow('1', { ...parcel, deliveryMethod: 'NOTHING' })).toBeUndefined();
    expect(bulkRow('1', { ...parcel, deliveryCompanyCode: 'NOBODY' })).toBeUndefined();
    expect(bulkRow('1', { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS' })).toBeUndefined();
  });
});
