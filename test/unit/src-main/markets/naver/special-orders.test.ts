import { describe, expect, it } from 'vitest';
import { obstacles } from '../../../../../src-main/markets/naver/special-orders';
import type { DispatchValues, Finding } from '../../../../../src-preload/contract/job';

const parcel: DispatchValues = {
  deliveryMethod: 'DELIVERY',
  deliveryCompanyCode: 'CJGLS',
  trackingNumber: '102030405064',
};
/** 2026-03-02 23:30 in Korea, which is still the 2nd there and in UTC. */
const lateOnThe2nd = Date.parse('2026-03-02T23:30:00+09:00');
const beginOfThe3rd = Date.parse('2026-03-03T00:00:00+09:00');
const ofDispatch = (finding: Omit<Finding, 'at'>, now = lateOnThe2nd, values = parcel) =>
  obstacles({ kind: 'dispatch', dispatch: values }, { at: now, productOrderStatus: 'PAYED', ...finding }, now);

describe('what stands in the way of an order', () => {
  it('is nothing for an ordinary one, nor for unknown words', () => {
    expect(ofDispatch({ deliveryAttributeType: 'NORMAL', giftReceivingStatus: 'RECEIVED' })).toEqual([]);
    expect(
      ofDispatch({
        deliveryAttributeType: 'BY_DRONE',
        expectedDeliveryMethod: 'PIGEON',
        giftReceivingStatus: 'SENT_BACK',
        productClass: '어떤상품',
        initialQuantity: 2,
      }),
    ).toEqual([]);
  });

  it('is the logistics company of a direct contract, for confirming as for shipping', () => {
    const notOurs = { is: 'not-ours', code: 'logistics-ships' };
    const finding = { deliveryAttributeType: 'ARRIVAL_GUARANTEE', logisticsDirectContracted: true };
    expect(ofDispatch(finding)).toEqual([notOurs]);
    expect(obstacles({ kind: 'confirm', confirm: {} }, { at: 1, ...finding }, lateOnThe2nd)).toEqual([notOurs]);
  });

  it('is nothing where the seller ships what arrives on a promised day', () => {
    expect(ofDispatch({ deliveryAttributeType: 'SELLER_GUARANTEE', logisticsDirectContracted: false })).toEqual([]);
  });

  it('is a present that was not accepted', () => {
    expect(ofDispatch({ giftReceivingStatus: 'WAIT_FOR_RECEIVING' })).toEqual([
      { is: 'too-early', code: 'gift-not-accepted' },
    ]);
  });

  it('is nothing for confirming what only its shipping has to wait for', () => {
    const finding = { giftReceivingStatus: 'WAIT_FOR_RECEIVING', hopeDeliveryYmd: '20260310', initialQuantity: 2 };
    expect(obstacles({ kind: 'confirm', confirm: {} }, { at: 1, ...finding, remainQuantity: 1 }, lateOnThe2nd)).toEqual(
      [],
    );
  });

  it.each([
    ['today', '20260302', []],
    ['tomorrow', '20260303', []],
    ['the day after', '20260304', [{ is: 'doubtful', reason: 'hope-date', until: beginOfThe3rd }]],
    ['written with hyphens', '2026-03-04', [{ is: 'doubtful', reason: 'hope-date', until: beginOfThe3rd }]],
    ['tomorrow with hyphens', '2026-03-03', []],
    ['no day anybody can read', '다음 주', [{ is: 'doubtful', reason: 'hope-date' }]],
  ])('is the day the buyer hopes for: %s', (_, hopeDeliveryYmd, expected) => {
    expect(ofDispatch({ deliveryAttributeType: 'HOPE', hopeDeliveryYmd })).toEqual(expected);
  });

  it('counts days in Korea, where it is tomorrow already', () => {
    const justAfterMidnight = Date.parse('2026-03-03T00:10:00+09:00');
    expect(ofDispatch({ hopeDeliveryYmd: '20260304' }, justAfterMidnight)).toEqual([]);
  });

  it('is a parcel for what the buyer fetches, and not what is handed over', () => {
    const pickUp = [{ is: 'doubtful', reason: 'pick-up' }];
    expect(ofDispatch({ expectedDeliveryMethod: 'VISIT_RECEIPT' })).toEqual(pickUp);
    expect(ofDispatch({ deliveryAttributeType: 'PICKUP' })).toEqual(pickUp);
    const handedOver: DispatchValues = { deliveryMethod: 'VISIT_RECEIPT' };
    expect(ofDispatch({ expectedDeliveryMethod: 'VISIT_RECEIPT' }, lateOnThe2nd, handedOver)).toEqual([]);
    expect(ofDispatch({ expectedDeliveryMethod: 'DELIVERY' })).toEqual([]);
  });

  it('is a quantity of which a part was cancelled', () => {
    expect(ofDispatch({ initialQuantity: 2, remainQuantity: 1 })).toEqual([
      { is: 'doubtful', reason: 'partly-cancelled' },
    ]);
    expect(ofDispatch({ initialQuantity: 2, remainQuantity: 2 })).toEqual([]);
    expect(ofDispatch({ remainQuantity: 1 })).toEqual([]);
  });

  it('is the main product of an add-on', () => {
    expect(ofDispatch({ productClass: '추가구성상품' })).toEqual([{ is: 'add-on' }]);
  });

  it('names all of them, worst first', () => {
    const finding = {
      logisticsDirectContracted: true,
      giftReceivingStatus: 'WAIT_FOR_RECEIVING',
      initialQuantity: 3,
      remainQuantity: 1,
      hopeDeliveryYmd: '20261224',
    };
    expect(ofDispatch(finding).map(({ is }) => is)).toEqual(['not-ours', 'too-early', 'doubtful', 'doubtful']);
  });
});

describe('what stands in the way of a delay', () => {
  const ofDelay = (finding: Omit<Finding, 'at'>, until = lateOnThe2nd + 1) =>
    obstacles(
      { kind: 'delay', delay: { until, reason: 'preparing', text: '늦어져요' } },
      { at: 1, ...finding },
      lateOnThe2nd,
    );

  it.each<[string, Omit<Finding, 'at'>, object[]]>([
    ['nothing, where it is confirmed', { productOrderStatus: 'PAYED', placeOrderStatus: 'OK' }, []],
    ['nothing, where the market does not say', { productOrderStatus: 'PAYED', logisticsDirectContracted: false }, []],
    ['that it is not confirmed', { placeOrderStatus: 'NOT_YET' }, [{ is: 'refused', code: 'delay-unconfirmed' }]],
    ['an open claim', { claimStatus: 'CANCEL_REQUEST' }, [{ is: 'refused', code: 'delay-claim-open' }]],
    ['the logistics company', { logisticsDirectContracted: true }, [{ is: 'not-ours', code: 'logistics-ships' }]],
  ])('is %s', (_what, finding, there) => {
    expect(ofDelay(finding)).toEqual(there);
  });

  it('is a day that is over, and not this moment', () => {
    expect(ofDelay({}, lateOnThe2nd)).toEqual([]);
    expect(ofDelay({}, lateOnThe2nd - 1)).toEqual([{ is: 'refused', code: 'delay-day-past' }]);
  });

  it('is nothing of what stops a dispatch', () => {
    expect(ofDelay({ giftReceivingStatus: 'WAIT_FOR_RECEIVING', hopeDeliveryYmd: '20260401' })).toEqual([]);
  });
});

it('stands in the way of no other kind of job', () => {
  const notOurs: Finding = { at: 1, logisticsDirectContracted: true };
  expect(obstacles({ kind: 'refund', refund: { claimId: 'c1' } }, notOurs, lateOnThe2nd)).toEqual([]);
  expect(
    obstacles({ kind: 'confirm', confirm: {} }, { ...notOurs, logisticsDirectContracted: false }, lateOnThe2nd),
  ).toEqual([]);
});
