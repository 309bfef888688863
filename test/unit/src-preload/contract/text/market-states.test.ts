import { describe, expect, it } from 'vitest';
import { stateWords } from '../../../../../src-preload/contract/text/ko/order-states';

/** resources/docs/markets/naver.md, "States and claims". */
const documented = {
  productOrderStatus:
    'PAYMENT_WAITING PAYED DELIVERING DELIVERED PURCHASE_DECIDED EXCHANGED CANCELED RETURNED CANCELED_BY_NOPAYMENT',
  placeOrderStatus: 'NOT_YET OK CANCEL',
  claimStatus:
    'CANCEL_REQUEST CANCELING CANCEL_DONE CANCEL_REJECT RETURN_REQUEST EXCHANGE_REQUEST COLLECTING COLLECT_DONE EXCHANGE_REDELIVERING RETURN_DONE EXCHANGE_DONE RETURN_REJECT EXCHANGE_REJECT PURCHASE_DECISION_HOLDBACK PURCHASE_DECISION_REQUEST PURCHASE_DECISION_HOLDBACK_RELEASE ADMIN_CANCELING ADMIN_CANCEL_DONE ADMIN_CANCEL_REJECT',
} as const;

describe('the states of the market', () => {
  it.each(
    Object.entries(documented).flatMap(([field, states]) => states.split(' ').map((state) => [field, state] as const)),
  )('%s %s is said in Korean', (field, state) => {
    // A confirmation matters only while nothing was sent.
    const words = stateWords({
      at: 0,
      ...(field === 'placeOrderStatus' ? { productOrderStatus: 'PAYED' } : {}),
      [field]: state,
    });
    expect(words).toMatch(/^[가-힣· ]+$/u);
    expect(words).not.toContain('알려지지 않은 상태');
  });

  it('are said together', () => {
    const finding = { at: 0, productOrderStatus: 'PAYED', placeOrderStatus: 'OK', claimStatus: 'CANCEL_REQUEST' };
    expect(stateWords(finding)).toBe('결제 완료 · 발주 확인됨 · 취소 요청');
    expect(stateWords({ at: 0, productOrderStatus: 'DELIVERING', placeOrderStatus: 'OK' })).toBe('배송 중');
  });
});
