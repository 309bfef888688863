import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkValues } from '../../../../../src-preload/contract/check/check-values';
import type { Wish } from '../../../../../src-preload/contract/check/check-values';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { checkLine } from '../../../../../src-preload/contract/check/review';
import type { DispatchValues } from '../../../../../src-preload/contract/job';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';
import { context } from './made-up-lines';

const { naver, brightmall } = marketRules;
const { now } = context;
const target = '2025013112345671';
const good: DispatchValues = {
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'CJGLS',
  trackingNumber: '685000000106',
};
const dispatch = (change: Partial<DispatchValues>, of = target): Wish => ({
  target: of,
  values: { kind: 'dispatch', dispatch: { ...good, ...change } },
});

describe('values that did not come from a sheet', () => {
  it.each<[string, string, Partial<DispatchValues>, string?]>([
    ['a number of a length the courier does not have', 'tracking-length', { trackingNumber: '68500000010' }],
    ['the number of the order itself', 'tracking-is-order', { trackingNumber: target }],
    ['words', 'tracking-words', { trackingNumber: '경비실에 맡김' }],
    ['two numbers', 'tracking-several', { trackingNumber: '685000000106, 685000000110' }],
    ['too few digits', 'tracking-short', { trackingNumber: '12345' }],
    ['a courier that the market does not list', 'courier-unknown', { deliveryCompanyCode: 'NO_SUCH' }],
    ['a target that is no number', 'product-order-form', {}, '주문 1건'],
  ])('are refused for %s', (_, code, change, of) => {
    const { remarks, staysBecause: why, wish } = checkValues(naver, dispatch(change, of), { now });
    expect(remarks.map((remark) => remark.code)).toContain(code);
    expect([why, wish]).toEqual(['error', undefined]);
  });

  it.each<[string, Partial<DispatchValues>]>([
    ['no courier', { deliveryCompanyCode: undefined }],
    ['no number', { trackingNumber: undefined }],
  ])('are refused where a parcel has %s', (_, change) => {
    const { deliveryCompanyCode, trackingNumber, ...rest } = { ...good, ...change };
    const values: DispatchValues = {
      ...rest,
      ...(deliveryCompanyCode === undefined ? {} : { deliveryCompanyCode }),
      ...(trackingNumber === undefined ? {} : { trackingNumber }),
    };
    const wish = { target, values: { kind: 'dispatch', dispatch: values } } as const;
    expect(checkValues(naver, wish, { now }).staysBecause).toBe('error');
  });

  it('wait for a tick as a row does, and go out with it', () => {
    const phone = dispatch({ trackingNumber: '01012345678', deliveryCompanyCode: 'DAESIN' });
    expect(checkValues(naver, phone, { now })).toMatchObject({ staysBecause: 'needs-tick' });
    expect(checkValues(naver, phone, { now, chosen: true })).toMatchObject({ wish: phone });
    const short = dispatch({ trackingNumber: '68500000010' });
    expect(checkValues(naver, short, { now, chosen: true }).staysBecause).toBeUndefined();
  });

  it.each([
    ['date-future', now + 3_600_000],
    ['date-far', now - 400 * 86_400_000],
  ])('lose a date that a row would lose: %s', (code, dispatchDate) => {
    const { remarks, wish } = checkValues(naver, dispatch({ dispatchDate }), { now });
    expect(remarks.map((remark) => remark.code)).toContain(code);
    expect(wish).toEqual(dispatch({}));
  });

  it('keep a date that has passed, to the second', () => {
    const dated = dispatch({ dispatchDate: now - 90_061_000 });
    expect(checkValues(naver, dated, { now }).wish).toEqual(dated);
  });

  it('come back in the form a row has them', () => {
    const written = dispatch({ trackingNumber: '6850-0000-0106' }, ` ${target}`);
    expect(checkValues(naver, written, { now }).wish).toEqual(dispatch({}));
  });

  it('of a job there is already are judged without its target', () => {
    expect(checkValues(naver, dispatch({}, 'T-1'), { now, isKnownTarget: true }).wish).toEqual(dispatch({}, 'T-1'));
  });

  it('of a kind that the market does not have are refused', () => {
    expect(checkValues(brightmall, dispatch({}), { now }).staysBecause).toBe('error');
    const stock = { target: 'ITEM_1', values: { kind: 'stock', stock: { available: true } } } as const;
    expect(checkValues(naver, stock, { now }).staysBecause).toBe('error');
    expect(checkValues(brightmall, stock, { now }).wish).toEqual(stock);
  });

  it('about stock are refused for what a row is refused for', () => {
    const stock = { available: false, memo: '가'.repeat(501), reason: 'other' } as const;
    const wish = { target: 'ITEM_1', values: { kind: 'stock', stock } } as const;
    expect(checkValues(brightmall, wish, { now }).remarks).toMatchObject([{ code: 'memo-long' }]);
    const { reason: _, memo: __, ...bare } = stock;
    const without = { target: 'ITEM_1', values: { kind: 'stock', stock: bare } } as const;
    expect(checkValues(brightmall, without, { now }).remarks).toMatchObject([{ code: 'reason-missing' }]);
  });

  it('of a cancel request are refused: it is answered, not asked for', () => {
    const wish = { target, values: { kind: 'refund', refund: { claimId: '1' } } } as const;
    expect(checkValues(naver, wish, { now })).toEqual({ remarks: [], staysBecause: 'error' });
  });

  it('with a courier that is not listed name it, at its own cell', () => {
    const { remarks } = checkValues(naver, dispatch({ deliveryCompanyCode: 'NO_SUCH' }), { now });
    expect(remarks).toContainEqual(
      expect.objectContaining({
        code: 'courier-unknown',
        field: 'courier',
        detail: { value: 'NO_SUCH', candidates: '' },
      }),
    );
  });

  it('with the number of their order in the place of the parcel’s are refused', () => {
    const orderId = '2025013100000017';
    const wish = { ...dispatch({ trackingNumber: orderId }), orderId };
    expect(checkValues(naver, wish, { now }).remarks.map(({ code }) => code)).toContain('tracking-is-order');
  });

  it('about stock that cost something else than the sum say the right one', () => {
    const stock = { available: true, price: { unit: 75_000, quantity: 2, total: 160_000 } } as const;
    const { remarks } = checkValues(brightmall, { target: 'ITEM_1', values: { kind: 'stock', stock } }, { now });
    expect(remarks).toMatchObject([{ code: 'price-uneven', detail: { total: '160000', right: '150000' } }]);
  });

  it.each([
    { kind: 'confirm', confirm: {} },
    { kind: 'lookup', lookup: {} },
    { kind: 'lookup', lookup: { thenDispatch: good } },
  ] as const)('of kind $kind are taken as they are', (values) => {
    expect(checkValues(naver, { target, values }, { now }).wish).toEqual({ target, values });
  });

  it('are taken wherever a row of a sheet was, and mean the same', () => {
    const number = fc.oneof(
      fc.constantFrom('685000000106', '6850-0000-0106', '577417824035', '2025-01-31', '010-1234-5678', '문앞'),
      fc.stringMatching(/^\d{8,14}$/u),
    );
    const cells = fc.record({
      productOrderId: fc.constantFrom(target, '2025013112345', '2025013112345670-1', ''),
      courier: fc.constantFrom('CJ대한통운', '한진', '우체국', '택배', '경동택배', '퀵', '없는택배', ''),
      trackingNumber: number,
      deliveryMethod: fc.constantFrom('', '택배,등기,소포', '방문수령', '직접전달'),
      dispatchDate: fc.constantFrom('', '2025-01-31', '2025-01-30 10:00', '2031-01-01'),
    });
    fc.assert(
      fc.property(cells, fc.boolean(), (row, chosen) => {
        const checked = checkLine({ row: 2, cells: row, ...(chosen ? { chosen } : {}) }, context);
        const { job } = checked;
        if (job === undefined) return;
        const again = checkValues(naver, { target: job.target, values: job.values }, { now, chosen });
        expect(again.staysBecause).toBe(staysBecause(checked));
        if (again.wish !== undefined) expect(again.wish).toEqual({ target: job.target, values: job.values });
      }),
    );
  });
});
