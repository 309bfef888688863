import { describe, expect, it } from 'vitest';
import { registered } from '../../../../../src-main/markets/naver/read-back';
import type { DispatchValues, Finding } from '../../../../../src-preload/contract/job';

const parcel: DispatchValues = {
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'CJGLS',
  trackingNumber: '1020-3040-5064',
};
const there: Finding = {
  at: 2,
  productOrderStatus: 'DELIVERING',
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'CJGLS',
  trackingNumber: '102030405064',
};
const read = (more: Partial<Finding>, before?: Finding, dispatch = parcel) =>
  registered({ kind: 'dispatch', dispatch }, { ...there, ...more }, before);

describe('what the market shows of a dispatch it accepted', () => {
  it('is the same whatever signs stand in the number', () => {
    expect(read({})).toEqual({ is: 'same' });
  });

  it.each<Partial<Finding>>([
    { trackingNumber: '102030405065' },
    { deliveryCompanyCode: 'HANJIN' },
    { deliveryMethod: 'DIRECT_DELIVERY' },
  ])('is another where it says so: %o', (more) => {
    expect(read(more)).toEqual({ is: 'other' });
  });

  it('is no other one because it says less', () => {
    const { trackingNumber: _number, deliveryMethod: _method, ...less } = there;
    expect(registered({ kind: 'dispatch', dispatch: parcel }, less, undefined)).toEqual({ is: 'unclear' });
    const handedOver: DispatchValues = { deliveryMethod: 'DIRECT_DELIVERY' };
    const plain: Finding = { at: 2, productOrderStatus: 'DELIVERING' };
    expect(registered({ kind: 'dispatch', dispatch: handedOver }, plain, undefined)).toEqual({ is: 'same' });
  });

  it('compares what the job says, and no more', () => {
    expect(read({}, undefined, { deliveryMethod: 'DELIVERY' })).toEqual({ is: 'same' });
    expect(read({}, undefined, { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS' })).toEqual({ is: 'same' });
    const { deliveryCompanyCode: _courier, ...withoutCourier } = there;
    expect(registered({ kind: 'dispatch', dispatch: parcel }, withoutCourier, undefined)).toEqual({ is: 'same' });
    // What is handed over has no number of ours, whatever stands there.
    const handed: Finding = { ...there, deliveryMethod: 'DIRECT_DELIVERY', deliveryCompanyCode: 'HANJIN' };
    const values: DispatchValues = { ...parcel, deliveryMethod: 'DIRECT_DELIVERY' };
    expect(registered({ kind: 'dispatch', dispatch: values }, handed, undefined)).toEqual({ is: 'same' });
  });

  it('is unclear for what is no shipment', () => {
    expect(registered({ kind: 'confirm', confirm: {} }, there, undefined)).toEqual({ is: 'unclear' });
  });

  it('is nothing while it is merely paid', () => {
    const paid: Finding = { at: 2, productOrderStatus: 'PAYED' };
    expect(registered({ kind: 'dispatch', dispatch: parcel }, paid, undefined)).toEqual({ is: 'nothing' });
  });

  it('tells a cancel request that was refused by it, and none that was refused before', () => {
    const refused = { claimStatus: 'CANCEL_REJECT', claimId: 'c1' };
    const asked: Finding = { at: 1, productOrderStatus: 'PAYED', claimStatus: 'CANCEL_REQUEST', claimId: 'c1' };
    expect(read(refused, asked)).toEqual({ is: 'same', code: 'cancel-overridden' });
    expect(read(refused, { at: 1, productOrderStatus: 'PAYED' })).toEqual({ is: 'same', code: 'cancel-overridden' });
    expect(read(refused, { ...asked, ...refused })).toEqual({ is: 'same' });
    expect(read(refused, { ...asked, ...refused, claimId: 'c0' })).toMatchObject({ code: 'cancel-overridden' });
  });

  it('tells a number the market takes for a wrong one', () => {
    expect(read({ isWrongTrackingNumber: true })).toEqual({ is: 'same', code: 'wrong-number' });
    expect(read({ isWrongTrackingNumber: false })).toEqual({ is: 'same' });
  });
});
