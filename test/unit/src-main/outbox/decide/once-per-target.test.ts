import { describe, expect, it } from 'vitest';
import { admit, isSameShipment, isSameWish } from '../../../../../src-main/outbox/decide/once-per-target';
import type { JobState } from '../../../../../src-preload/contract/job-states';
import type { DispatchValues, JobValues, StockValues } from '../../../../../src-preload/contract/job';
import { dispatch, jobRow } from '../../../../support/outbox/job-row';

const parcel: DispatchValues = {
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'CJGLS',
  trackingNumber: '602030405064',
};
const priced = (price: NonNullable<StockValues['price']>): JobValues => ({
  kind: 'stock',
  stock: { available: true, price },
});
const of = (more: Partial<DispatchValues>): JobValues => ({ kind: 'dispatch', dispatch: { ...parcel, ...more } });

describe('the same shipment', () => {
  it.each<[string, Partial<DispatchValues>, boolean]>([
    ['nothing', {}, true],
    ['the spelling of the number', { trackingNumber: '6020-3040 5064' }, true],
    ['the date', { dispatchDate: 1_772_496_000_000 }, true],
    ['the number', { trackingNumber: '602030405075' }, false],
    ['the courier', { deliveryCompanyCode: 'HANJIN' }, false],
    ['the method', { deliveryMethod: 'DIRECT_DELIVERY' }, false],
  ])('with %s changed', (_what, more, isSame) => {
    expect(isSameShipment(parcel, { ...parcel, ...more })).toBe(isSame);
  });

  it('needs no number', () => {
    const handed: DispatchValues = { deliveryMethod: 'DIRECT_DELIVERY' };
    expect(isSameShipment(handed, handed)).toBe(true);
    expect(isSameShipment(handed, { ...handed, trackingNumber: '1' })).toBe(false);
  });
});

describe('the same wish', () => {
  it('of a dispatch takes in the day', () => {
    expect(isSameWish(of({}), of({}))).toBe(true);
    expect(isSameWish(of({}), of({ dispatchDate: 1_772_496_000_000 }))).toBe(false);
    expect(isSameWish(of({}), of({ trackingNumber: '1' }))).toBe(false);
  });

  it('of an answer about stock does not care for the order of its fields', () => {
    const one = { kind: 'stock', stock: { available: false, reason: 'out_of_stock', memo: '3월' } } as const;
    const other = { stock: { memo: '3월', available: false, reason: 'out_of_stock' }, kind: 'stock' } as const;
    expect(isSameWish(one, other)).toBe(true);
    expect(isSameWish(one, { ...other, stock: { ...other.stock, available: true } })).toBe(false);
    const price = { unit: 1000, quantity: 2, total: 2000 };
    const turned = { total: 2000, quantity: 2, unit: 1000 };
    expect(isSameWish(priced(price), priced(turned))).toBe(true);
    expect(isSameWish(priced(price), priced({ ...turned, unit: 1001 }))).toBe(false);
  });

  it('does not tell a field left empty from one that is not there', () => {
    const bare: JobValues = { kind: 'stock', stock: { available: true } };
    expect(isSameWish(bare, { kind: 'stock', stock: { available: true, memo: undefined } })).toBe(true);
    expect(isSameWish(bare, { kind: 'stock', stock: { available: true, memo: '3월' } })).toBe(false);
  });

  it('is never of two kinds', () => {
    expect(isSameWish(of({}), { kind: 'confirm', confirm: {} })).toBe(false);
    expect(isSameWish({ kind: 'confirm', confirm: {} }, of({}))).toBe(false);
  });
});

describe('a line next to what there is of its target', () => {
  const values = dispatch('602030405064');
  const stock: JobValues = { kind: 'stock', stock: { available: true } };
  const liveStock = (state: JobState) =>
    jobRow({ state, kind: 'stock', values: { kind: 'stock', stock: { available: false } } });

  it('is added where there is nothing, and where what is done is no dispatch', () => {
    expect(admit(values, undefined, undefined, false)).toEqual({ do: 'add' });
    expect(admit({ kind: 'confirm', confirm: {} }, undefined, jobRow({ values }), false)).toEqual({ do: 'add' });
    expect(admit(values, undefined, jobRow({ values: stock }), false)).toEqual({ do: 'add' });
  });

  it('is refused where it was sent, with these values or with others', () => {
    const done = jobRow({ state: 'succeeded', values });
    expect(admit(values, undefined, done, true)).toEqual({ do: 'refuse', outcome: 'already', job: done });
    expect(admit(dispatch('1'), undefined, done, true)).toEqual({ do: 'refuse', outcome: 'sent', job: done });
  });

  it.each<JobState>(['queued', 'sending', 'waiting', 'unknown', 'held'])('is already there: %s', (state) => {
    const live = jobRow({ state, values });
    expect(admit(values, live, undefined, true)).toEqual({ do: 'refuse', outcome: 'already', job: live });
  });

  it.each<JobState>(['sending', 'unknown'])(
    'cannot change a shipment that is %s, and follows a stock answer',
    (state) => {
      const live = jobRow({ state, values: dispatch('1') });
      expect(admit(values, live, undefined, true)).toEqual({ do: 'refuse', outcome: 'in-flight', job: live });
      expect(admit(stock, liveStock(state), undefined, false)).toEqual({ do: 'add-behind' });
    },
  );

  it.each<JobState>(['queued', 'waiting', 'held'])('replaces what is %s where the seller said so', (state) => {
    const live = jobRow({ state, values: dispatch('1') });
    expect(admit(values, live, undefined, true)).toEqual({ do: 'edit', job: live });
    expect(admit(values, live, undefined, false)).toEqual({ do: 'refuse', outcome: 'conflict', job: live });
    const older = liveStock(state);
    expect(admit(stock, older, undefined, false)).toEqual({ do: 'edit', job: older });
  });

  it.each<JobState>(['succeeded', 'rejected', 'cancelled'])('is added next to what is %s', (state) => {
    expect(admit(values, jobRow({ state, values: dispatch('1') }), undefined, false)).toEqual({ do: 'add' });
  });
});
