import { describe, expect, it } from 'vitest';
import { judge } from '../../../../../src-main/markets/naver/judge';
import type { DispatchValues, Finding } from '../../../../../src-preload/contract/job';

const parcel: DispatchValues = {
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'CJGLS',
  trackingNumber: '102030405064',
};
const found = (finding: Omit<Finding, 'at'>): Finding => ({ at: 1, ...finding });
const shipped = found({
  productOrderStatus: 'DELIVERING',
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'CJGLS',
  trackingNumber: '102030405064',
});
const ofDispatch = (finding: Finding, values = parcel) => judge({ kind: 'dispatch', dispatch: values }, finding);

describe('a dispatch job and what the market has', () => {
  it('is done when method, courier and number are the same', () => {
    expect(ofDispatch(shipped)).toEqual({ is: 'done' });
    expect(ofDispatch({ ...shipped, trackingNumber: '1020-3040-5064' })).toEqual({ is: 'done' });
    expect(ofDispatch({ ...shipped, trackingNumber: ' 1020 3040 5064 ' })).toEqual({ is: 'done' });
  });

  it('is done whatever was claimed afterwards', () => {
    expect(ofDispatch({ ...shipped, claimStatus: 'RETURN_REQUEST' })).toEqual({ is: 'done' });
    expect(ofDispatch({ ...shipped, claimStatus: 'CANCEL_REJECT' })).toEqual({ is: 'done' });
    expect(ofDispatch({ ...shipped, productOrderStatus: 'PURCHASE_DECIDED' })).toEqual({ is: 'done' });
  });

  it.each<[string, Partial<Finding>]>([
    ['number', { trackingNumber: '403020102030' }],
    ['courier', { deliveryCompanyCode: 'HANJIN' }],
    ['method', { deliveryMethod: 'DIRECT_DELIVERY' }],
  ])('meets another shipment when the %s differs', (_what, difference) => {
    expect(ofDispatch({ ...shipped, ...difference })).toEqual({ is: 'other' });
  });

  it('meets another shipment when one was sent of which nothing is told', () => {
    expect(ofDispatch(found({ productOrderStatus: 'DELIVERING' }))).toEqual({ is: 'other' });
  });

  it('takes a send date alone for a shipment, before the state or a number has followed', () => {
    const sent = found({ productOrderStatus: 'PAYED', sentAt: '2026-03-02T16:30:00.000+09:00' });
    expect(ofDispatch(sent)).toEqual({ is: 'other' });
  });

  it('sees a registered number before the state has followed', () => {
    expect(ofDispatch({ ...shipped, productOrderStatus: 'PAYED' })).toEqual({ is: 'done' });
  });

  it.each(['CANCEL_REQUEST', 'CANCELING', 'ADMIN_CANCELING'])('stops for an open cancellation: %s', (claimStatus) => {
    const asked = found({ productOrderStatus: 'PAYED', claimType: 'CANCEL', claimStatus, claimId: 'c1' });
    expect(ofDispatch(asked)).toEqual({ is: 'cancel-requested', claimId: 'c1' });
  });

  it('names a cancellation without an id the same each time', () => {
    const first = ofDispatch(found({ productOrderStatus: 'PAYED', claimStatus: 'CANCEL_REQUEST' }));
    const again = ofDispatch(found({ productOrderStatus: 'PAYED', claimStatus: 'CANCELING' }));
    expect(first).toMatchObject({ is: 'cancel-requested' });
    expect(again).toEqual(first);
  });

  it('is open while paid and not shipped, confirmed or not, a rejected cancellation behind it or not', () => {
    expect(ofDispatch(found({ productOrderStatus: 'PAYED', placeOrderStatus: 'NOT_YET' }))).toEqual({ is: 'open' });
    expect(ofDispatch(found({ productOrderStatus: 'PAYED', claimStatus: 'CANCEL_REJECT' }))).toEqual({ is: 'open' });
  });

  it.each(['CANCELED', 'CANCELED_BY_NOPAYMENT', 'PAYMENT_WAITING'])('is closed for %s', (productOrderStatus) => {
    expect(ofDispatch(found({ productOrderStatus, claimStatus: 'CANCEL_DONE' }))).toEqual({
      is: 'closed',
      isFinal: true,
    });
  });

  it.each(['RETURNED', 'EXCHANGED'])(
    'is closed for %s, and no conflict, unless this very shipment went out',
    (status) => {
      const other = { ...shipped, productOrderStatus: status, trackingNumber: '1' };
      expect(ofDispatch(other)).toEqual({ is: 'closed', isFinal: true });
      expect(ofDispatch(found({ productOrderStatus: status }))).toEqual({ is: 'closed', isFinal: true });
      expect(ofDispatch({ ...shipped, productOrderStatus: status })).toEqual({ is: 'done' });
    },
  );

  it('leaves a state no one has listed to the market', () => {
    expect(ofDispatch(found({ productOrderStatus: 'SOMETHING_NEW' }))).toEqual({ is: 'closed', isFinal: false });
  });

  it('needs no number where the method has none', () => {
    const handed: DispatchValues = { deliveryMethod: 'DIRECT_DELIVERY' };
    expect(ofDispatch(found({ productOrderStatus: 'DELIVERING', deliveryMethod: 'DIRECT_DELIVERY' }), handed)).toEqual({
      is: 'done',
    });
    expect(ofDispatch(shipped, handed)).toEqual({ is: 'other' });
  });

  it('lets Goodsflow fill in what the job leaves open', () => {
    const printed = { ...shipped, deliveryMethod: 'GDFW_ISSUE_SVC' };
    expect(ofDispatch(printed, { deliveryMethod: 'GDFW_ISSUE_SVC' })).toEqual({ is: 'done' });
  });
});

describe('a confirm job and what the market has', () => {
  const ofConfirm = (finding: Finding) => judge({ kind: 'confirm', confirm: {} }, finding);
  it.each([
    ['done once confirmed', 'PAYED', 'OK', 'done'],
    ['open while not', 'PAYED', 'NOT_YET', 'open'],
    ['open when released again', 'PAYED', 'CANCEL', 'open'],
    ['closed when cancelled', 'CANCELED', 'NOT_YET', 'closed'],
    ['closed when shipped without it', 'DELIVERING', 'NOT_YET', 'closed'],
    ['done when shipped after confirming', 'DELIVERING', 'OK', 'done'],
  ])('is %s', (_what, productOrderStatus, placeOrderStatus, is) => {
    expect(ofConfirm(found({ productOrderStatus, placeOrderStatus }))).toMatchObject({ is });
  });
});

describe('a delay and what the market has', () => {
  const until = Date.parse('2026-12-04T23:59:59.999+09:00');
  const ofDelay = (finding: Omit<Finding, 'at'>) =>
    judge({ kind: 'delay', delay: { until, reason: 'preparing', text: '늦어져요' } }, found(finding));
  const delayed = { shippingDueDate: '2026-12-04T09:00:00.0+09:00', delayedDispatchReason: 'PRODUCT_PREPARE' };

  it.each<[string, Omit<Finding, 'at'>, object]>([
    ['done by its day and its reason', { productOrderStatus: 'PAYED', ...delayed }, { is: 'done' }],
    ['open while nothing is registered', { productOrderStatus: 'PAYED' }, { is: 'open' }],
    [
      'open with the day before in Korea, which is the same day elsewhere',
      { productOrderStatus: 'PAYED', ...delayed, shippingDueDate: '2026-12-03T23:59:59.0+09:00' },
      { is: 'open' },
    ],
    [
      'open with another reason',
      { productOrderStatus: 'PAYED', ...delayed, delayedDispatchReason: 'ETC' },
      { is: 'open' },
    ],
    [
      'open where the reason alone is told',
      { productOrderStatus: 'PAYED', delayedDispatchReason: 'PRODUCT_PREPARE' },
      { is: 'open' },
    ],
    ['closed once dispatched', { productOrderStatus: 'DELIVERING', ...delayed }, { is: 'closed', isFinal: true }],
    ['closed where no state is told', delayed, { is: 'closed', isFinal: true }],
  ])('is %s', (_what, finding, judgement) => {
    expect(ofDelay(finding)).toEqual(judgement);
  });
});

describe('a yes to a cancel request and what the market has', () => {
  const closed = { is: 'closed', isFinal: true };
  it.each<[string, Omit<Finding, 'at'>, true | undefined, object]>([
    ['open while it is asked', { claimId: 'c1', claimStatus: 'CANCEL_REQUEST' }, undefined, { is: 'open' }],
    [
      'open by the state of the order',
      { claimId: 'c1', productOrderStatus: 'CANCEL_REQUEST' },
      undefined,
      { is: 'open' },
    ],
    ['done when paid back', { claimId: 'c1', claimStatus: 'CANCEL_DONE' }, undefined, { is: 'done' }],
    [
      'done when cancelled, whatever the claim',
      { claimId: 'c2', productOrderStatus: 'CANCELED' },
      undefined,
      { is: 'done' },
    ],
    [
      'done, under way, once agreed to',
      { claimId: 'c1', claimStatus: 'CANCELING' },
      undefined,
      { is: 'done', code: 'refund-under-way' },
    ],
    ['open where that was so before', { claimId: 'c1', claimStatus: 'CANCELING' }, true, { is: 'open' }],
    ['closed for a later request', { claimId: 'c2', claimStatus: 'CANCEL_REQUEST' }, undefined, closed],
    ['closed when taken back', { claimId: 'c1', claimStatus: 'CANCEL_REJECT' }, undefined, closed],
    ['closed for the operator’s own', { claimId: 'c1', claimStatus: 'ADMIN_CANCELING' }, undefined, closed],
    ['closed without any', { productOrderStatus: 'PAYED' }, undefined, closed],
  ])('is %s', (_what, finding, again, judgement) => {
    const refund = { claimId: 'c1', ...(again === undefined ? {} : { again }) };
    expect(judge({ kind: 'refund', refund }, found(finding))).toEqual(judgement);
  });

  it('holds on to a request the market gave no id', () => {
    const asked = found({ productOrderStatus: 'PAYED', claimStatus: 'CANCEL_REQUEST' });
    const held = ofDispatch(asked);
    const claimId = held.is === 'cancel-requested' ? (held.claimId ?? 'cancel-claim') : 'none';
    expect(judge({ kind: 'refund', refund: { claimId } }, asked)).toEqual({ is: 'open' });
  });
});

it('never stops what is repeated freely', () => {
  expect(judge({ kind: 'lookup', lookup: {} }, found({ productOrderStatus: 'CANCELED' }))).toEqual({
    is: 'open',
  });
});
