import { describe, expect, it } from 'vitest';
import { deliveryMethods } from '../../../../../../src-preload/contract/delivery-methods';
import {
  methodList,
  methodName,
  methodNeeds,
  resolveMethod,
} from '../../../../../../src-preload/contract/markets/naver/methods';

describe('delivery methods', () => {
  it('are the eleven of the document, four of them first', () => {
    expect(methodList.map((method) => method.code).toSorted()).toEqual([...deliveryMethods].toSorted());
    expect(methodList.filter((method) => method.common).map((method) => method.name)).toEqual([
      '택배,등기,소포',
      '직접전달',
      '방문수령',
      '퀵서비스',
    ]);
  });

  it('are read by Korean name, code and the spellings of real sheets', () => {
    for (const method of methodList) {
      expect(resolveMethod(method.name)).toBe(method.code);
      expect(resolveMethod(method.code)).toBe(method.code);
    }
    expect(resolveMethod('택배발송 : 택배,등기,소포')).toBe('DELIVERY');
    expect(resolveMethod('퀵')).toBe('QUICK_SVC');
    expect(resolveMethod('드론')).toBeUndefined();
  });

  it('need a courier and a number only for a parcel', () => {
    for (const code of deliveryMethods)
      expect(methodNeeds(code).trackingNumber, methodName(code)).toBe(code === 'DELIVERY');
  });
});
