import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { fixesOf } from '../../../../../src-preload/contract/check/fixes';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import type { CheckedLine, Line } from '../../../../../src-preload/contract/line';
import type { LineField } from '../../../../../src-preload/contract/line-fields';
import { cj, codes, context, line } from './made-up-lines';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

const only = (
  cells: Partial<Record<LineField, string>>,
  more: Partial<Line> = {},
  changed: Partial<CheckContext> = {},
): CheckedLine => checkLine(line(2, cells, more), { ...context, ...changed });

const stock = (cells: Partial<Record<LineField, string>>): CheckedLine =>
  checkLine(
    { row: 2, cells: { itemId: '202601220157_000020196_[1]', ...cells } },
    { ...context, rules: marketRules.brightmall, operation: 'stock' },
  );

describe('a line by itself', () => {
  it('without fault is a job with the market’s codes', () => {
    const checked = only({ orderId: '2025010199999999' });
    expect(checked).toMatchObject({ level: 'ok', remarks: [] });
    expect(checked.job).toEqual({
      kind: 'dispatch',
      target: '2025010110000023',
      orderId: '2025010199999999',
      values: {
        kind: 'dispatch',
        dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: cj[0] },
      },
    });
  });

  it.each<[string, Partial<Record<LineField, string>>, string]>([
    ['without a product order number', { productOrderId: ' ' }, 'product-order-missing'],
    ['with words for a product order', { productOrderId: '머그컵' }, 'product-order-form'],
    ['with two product orders in a cell', { productOrderId: '2025010112345671\n2025010112345688' }, 'several-orders'],
    ['with a product order Excel made an exponent', { productOrderId: '2.02501E+15' }, 'digits-exponent'],
    ['without a courier', { courier: '' }, 'courier-missing'],
    ['with an unknown courier', { courier: '까치택배' }, 'courier-unknown'],
    ['with a courier to be asked about', { courier: '편의점' }, 'courier-ask'],
    ['with two couriers', { courier: '롯데/경동' }, 'courier-two'],
    ['with a state in the courier cell', { courier: '품절' }, 'courier-status'],
    ['with an unknown method', { deliveryMethod: '드론' }, 'method-unknown'],
    ['without a number', { trackingNumber: '' }, 'tracking-missing'],
    ['with a state for a number', { trackingNumber: '재고소진' }, 'tracking-status'],
    ['with a memo for a number', { trackingNumber: '오전10시상차' }, 'tracking-words'],
    ['with several numbers', { trackingNumber: '577417824035, 575029149521' }, 'tracking-several'],
    ['with its own order for a number', { trackingNumber: '2025010110000023' }, 'tracking-is-order'],
    ['with a number of the wrong length', { trackingNumber: '57741782403' }, 'tracking-length'],
  ])('%s stays in the draft', (_, cells, code) => {
    const checked = only(cells);
    expect(checked.level).toBe('error');
    expect(codes(checked)).toContain(code);
    expect(checked.job).toBeUndefined();
    expect(staysBecause(checked)).toBe('error');
  });

  it('keeps all its remarks', () => {
    expect(codes(only({ productOrderId: '', courier: '까치택배', trackingNumber: '' }))).toEqual([
      'product-order-missing',
      'courier-unknown',
      'tracking-missing',
    ]);
  });

  it('with digits Excel may have broken waits for a tick, a text cell with the same digits does not', () => {
    const broken = only({ productOrderId: '2025010112345670' }, { marks: { productOrderId: 'number' } });
    expect(codes(broken)).toEqual(['digits-broken']);
    expect(staysBecause(broken)).toBe('needs-tick');
    expect(staysBecause(checkLine({ ...broken.line, chosen: true }, context))).toBeUndefined();
    expect(codes(only({ productOrderId: '2025010112345670' }))).toEqual([]);
    expect(codes(only({ productOrderId: '2025010112345671' }, { marks: { productOrderId: 'number' } }))).toEqual([]);
  });

  it('with a number that fails here and passes there waits for a tick and names the others', () => {
    const checked = only({ trackingNumber: '530727039920' });
    expect(staysBecause(checked)).toBe('needs-tick');
    const [remark] = checked.remarks;
    expect(remark).toMatchObject({ code: 'other-courier', needsTick: true, detail: { candidates: 'HANJIN,HYUNDAI' } });
    expect(remark && fixesOf(remark, checked, context.rules)).toEqual([
      { do: 'set', field: 'courier', value: '한진택배', label: '한진택배' },
      { do: 'set', field: 'courier', value: '롯데택배', label: '롯데택배' },
      { do: 'keep' },
    ]);
    expect(staysBecause(checkLine({ ...checked.line, chosen: true }, context))).toBeUndefined();
  });

  it('with a wrong check digit that fits nowhere is only warned about', () => {
    const checked = only({ trackingNumber: '577417824038' });
    expect(checked).toMatchObject({ level: 'warning', remarks: [{ code: 'tracking-digit' }] });
    expect(staysBecause(checked)).toBeUndefined();
  });

  it('of odd length goes out once the seller keeps it', () => {
    const kept = only({ trackingNumber: '57741782403' }, { chosen: true });
    expect(codes(kept)).toEqual(['tracking-length-kept']);
    expect(staysBecause(kept)).toBeUndefined();
  });

  it('takes the courier of the whole file where it names none', () => {
    for (const courier of ['', '택배']) {
      const checked = only({ courier }, {}, { wholeCourier: 'CJGLS' });
      expect(checked.job?.values).toMatchObject({ dispatch: { deliveryCompanyCode: 'CJGLS' } });
    }
    expect(only({ courier: '한진' }, {}, { wholeCourier: 'CJGLS' }).job?.values).toMatchObject({
      dispatch: { deliveryCompanyCode: 'HANJIN' },
    });
  });

  it('that is no parcel needs neither courier nor number', () => {
    const quick = only({ courier: '퀵', trackingNumber: '' });
    expect(quick.job?.values).toEqual({ kind: 'dispatch', dispatch: { deliveryMethod: 'QUICK_SVC' } });
    const visit = only({ deliveryMethod: '방문수령', courier: '까치', trackingNumber: '직접수령' });
    expect(visit).toMatchObject({ level: 'ok', job: { values: { dispatch: { deliveryMethod: 'VISIT_RECEIPT' } } } });
    expect(codes(only({ deliveryMethod: '직접전달' }))).toEqual(['shipment-unused']);
  });

  it('dates a past day after its orders, and today as the moment of sending', () => {
    const at = (dispatchDate: string): unknown => only({ dispatchDate }).job?.values;
    expect(at('2025-01-31')).toMatchObject({ dispatch: { dispatchDate: Date.UTC(2025, 0, 31, 14, 59, 59) } });
    expect(at('2025-02-01')).not.toHaveProperty('dispatch.dispatchDate');
    expect(at('2025-02-01 09:30')).toMatchObject({ dispatch: { dispatchDate: Date.UTC(2025, 1, 1, 0, 30) } });
    expect(at('2025-02-03')).not.toHaveProperty('dispatch.dispatchDate');
    expect(codes(only({ dispatchDate: '1900-01-05' }))).toEqual(['date-far']);
    expect(at('2025-01-31T20:00:00Z')).toMatchObject({ dispatch: { dispatchDate: Date.UTC(2025, 0, 31, 20) } });
    expect(only({ dispatchDate: '2025-01-31T20:00:00Z' }).remarks).toMatchObject([
      { code: 'date-converted', detail: { value: '2025-02-01 05:00' } },
    ]);
  });

  it('whose formula has no value is said so, not guessed', () => {
    expect(codes(only({ trackingNumber: '' }, { marks: { trackingNumber: 'formula-without-value' } }))).toEqual([
      'cell-without-value',
    ]);
  });

  it('with an order number only becomes a lookup that dispatches afterwards', () => {
    const checked = only({ productOrderId: '', orderId: '2025010155555555' });
    expect(checked.job).toMatchObject({
      kind: 'lookup',
      target: '2025010155555555',
      values: { lookup: { thenDispatch: { trackingNumber: cj[0] } } },
    });
    expect(codes(checked)).toEqual(['order-lookup']);
    // Also among lines that name their product orders.
    const among = only({ productOrderId: '', orderId: '2025010155555555' }, {}, { byOrder: false });
    expect(among.job).toMatchObject({ kind: 'lookup', target: '2025010155555555' });
    expect(codes(only({ productOrderId: '', orderId: '' }, {}, { byOrder: false }))).toContain('product-order-missing');
    const broken = { marks: { productOrderId: 'formula-without-value' } } as const;
    expect(codes(only({ productOrderId: '', orderId: '2025010155555555' }, broken, { byOrder: false }))).toContain(
      'cell-without-value',
    );
  });

  it('of a stock sheet says what BrightMall needs', () => {
    expect(stock({ available: '가능', unitPrice: '75000', quantity: '2' }).job?.values).toEqual({
      kind: 'stock',
      stock: { available: true, price: { unit: 75000, quantity: 2, total: 150000 } },
    });
    expect(stock({ available: '품절' }).job?.values).toEqual({
      kind: 'stock',
      stock: { available: false, reason: 'out_of_stock' },
    });
    expect(codes(stock({ available: '불가' }))).toEqual(['reason-missing']);
    expect(codes(stock({ available: '' }))).toEqual(['available-missing']);
    expect(codes(stock({ available: '불가', reason: '단종', memo: '가'.repeat(501) }))).toEqual(['memo-long']);
  });
});
