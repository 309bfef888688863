import { describe, expect, it } from 'vitest';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkAll, checkLine } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import { cj, codes, context, line } from './made-up-lines';

describe('a line of a dispatch', () => {
  it('that is handed over sends neither courier nor number, and says that they are not used', () => {
    const handed = { deliveryMethod: '직접전달' };
    const [first, second] = checkAll(
      [line(2, { ...handed, recipient: '김하늘' }), line(3, { ...handed, recipient: '이바다' })],
      context,
    );
    expect(first?.job?.values).toEqual({ kind: 'dispatch', dispatch: { deliveryMethod: 'DIRECT_DELIVERY' } });
    // Nor is the number one of two parcels.
    for (const each of [first, second]) {
      expect(each?.remarks).toEqual([
        {
          level: 'warning',
          code: 'shipment-unused',
          field: 'trackingNumber',
          detail: { number: cj[0], method: 'DIRECT_DELIVERY' },
        },
      ]);
    }
  });

  it('names no order that its cell does not', () => {
    for (const orderId of ['확인 중', '2025010199999999-1']) {
      expect(checkLine(line(2, { orderId }), context).job, orderId).not.toHaveProperty('orderId');
    }
  });

  it('with its order’s number in the place of the parcel’s is told which', () => {
    const orderId = '2025010199999999';
    expect(checkLine(line(2, { orderId, trackingNumber: orderId }), context).remarks).toMatchObject([
      { code: 'tracking-is-order', field: 'trackingNumber', detail: { number: orderId } },
    ]);
  });

  // Goodsflow prints its own numbers, and takes one that the seller writes.
  it.each<[string, Line['cells'], Line['marks'], Record<string, string>]>([
    [
      'digits-broken',
      { trackingNumber: '9934567890123450', courier: '기타택배' },
      { trackingNumber: 'number' },
      { value: '9934567890123450' },
    ],
    [
      'tracking-is-order',
      { orderId: '2025010199999999', trackingNumber: '2025010199999999' },
      undefined,
      { number: '2025010199999999' },
    ],
    ['other-courier', { trackingNumber: '530727039920' }, undefined, { candidates: 'HANJIN,HYUNDAI' }],
    ['tracking-length', { trackingNumber: '57741782403' }, undefined, { length: '11' }],
    ['tracking-doubtful', { trackingNumber: '01012345678', courier: '기타택배' }, undefined, { looks: 'phone' }],
  ])('is told %s of a number that goes along though none is needed', (code, cells, marks, detail) => {
    const checked = checkLine(line(2, { deliveryMethod: '굿스플로', ...cells }, marks ? { marks } : {}), context);
    expect(checked.remarks).toMatchObject([{ code, detail }]);
    expect(staysBecause(checked)).toBe(checked.level === 'error' ? 'error' : 'needs-tick');
  });

  it('goes without courier and number where its method needs none', () => {
    for (const trackingNumber of ['', '직접수령']) {
      const checked = checkLine(line(2, { deliveryMethod: '굿스플로', courier: '까치', trackingNumber }), context);
      expect(checked).toMatchObject({ level: 'ok', remarks: [] });
      expect(checked.job?.values).toEqual({ kind: 'dispatch', dispatch: { deliveryMethod: 'GDFW_ISSUE_SVC' } });
    }
  });

  it('has the courier that the number next to the word makes it, whatever other lines have', () => {
    const numbers = ['685000000106', '68500000', '68500000010b', '685000000106'];
    const sheet = numbers.map((trackingNumber, index) =>
      line(index + 2, { courier: 'GS25', trackingNumber, recipient: '김하늘' }),
    );
    const asked = (lines: Line[]): boolean[] =>
      checkAll(lines, context).map((each) => codes(each).includes('courier-ask'));
    expect(asked(sheet)).toEqual([false, true, true, false]);
    expect(asked(sheet.toReversed())).toEqual([false, true, true, false]);
  });

  it('goes by the seller’s own answer to a courier’s name, and marks the cell that names none', () => {
    const answered = { ...context, couriers: { 우리집택배: 'HANJIN' } };
    expect(checkLine(line(2, { courier: '우리집택배' }), answered).job?.values).toMatchObject({
      dispatch: { deliveryCompanyCode: 'HANJIN' },
    });
    expect(codes(checkLine(line(2, { courier: '우리집택배' }), context))).toContain('courier-unknown');
    expect(checkLine(line(2, { courier: '' }), context).remarks).toMatchObject([
      { code: 'courier-missing', field: 'courier' },
    ]);
  });

  it.each<[string, string, Record<string, string>, Line['cells']]>([
    ['method-by-courier', 'courier', { value: '퀵', method: 'QUICK_SVC' }, { courier: '퀵' }],
    [
      'method-by-courier',
      'courier',
      { value: '퀵', method: 'QUICK_SVC' },
      { courier: '퀵', deliveryMethod: '퀵서비스' },
    ],
    [
      'method-overruled',
      'courier',
      { value: '퀵', method: 'QUICK_SVC' },
      { courier: '퀵', deliveryMethod: '방문수령' },
    ],
    ['method-unknown', 'deliveryMethod', { value: '드론' }, { deliveryMethod: '드론' }],
    ['courier-read-as', 'courier', { value: '오네', courier: 'CJGLS' }, { courier: '오네' }],
    ['courier-missing', 'courier', { value: '택배' }, { courier: '택배' }],
    ['courier-missing', 'courier', { value: '택배발송' }, { courier: '택배발송' }],
    [
      'courier-unknown',
      'courier',
      { value: '국제', candidates: 'HLCGLOBAL,EMS,KOREXG,KOKUSAI,PANSTAR' },
      { courier: '국제' },
    ],
    ['order-lookup', 'orderId', {}, { productOrderId: '', orderId: '2025010199999999' }],
  ])('is told %s at %s with %j', (code, field, detail, cells) => {
    const remark = checkLine(line(2, cells), context).remarks.find((each) => each.code === code);
    expect(remark).toMatchObject({ field });
    expect(remark?.detail ?? {}).toEqual(detail);
  });
});
