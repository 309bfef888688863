import type { Finding } from '../job';

/** NAVER's states of a product order (facts/naver-api.md 3.9). */
const orderStates: Readonly<Record<string, string>> = {
  PAYMENT_WAITING: '입금 기다림',
  PAYED: '결제 완료',
  DELIVERING: '배송 중',
  DELIVERED: '배송 끝남',
  PURCHASE_DECIDED: '구매 확정',
  EXCHANGED: '교환됨',
  CANCELED: '구매자가 취소함',
  RETURNED: '반품됨',
  CANCELED_BY_NOPAYMENT: '입금되지 않아 없어짐',
};

const placeStates: Readonly<Record<string, string>> = {
  NOT_YET: '발주 확인 전',
  OK: '발주 확인됨',
  CANCEL: '발주 확인 풀림',
};

const claimStates: Readonly<Record<string, string>> = {
  CANCEL_REQUEST: '취소 요청',
  CANCELING: '취소 요청 처리 중',
  CANCEL_DONE: '구매자가 취소함',
  CANCEL_REJECT: '취소 요청 거부됨',
  RETURN_REQUEST: '반품 요청',
  EXCHANGE_REQUEST: '교환 요청',
  COLLECTING: '수거 중',
  COLLECT_DONE: '수거 끝남',
  EXCHANGE_REDELIVERING: '교환 상품 배송 중',
  RETURN_DONE: '반품됨',
  EXCHANGE_DONE: '교환됨',
  RETURN_REJECT: '반품 요청 거부됨',
  EXCHANGE_REJECT: '교환 요청 거부됨',
  PURCHASE_DECISION_HOLDBACK: '구매 확정 보류',
  PURCHASE_DECISION_REQUEST: '구매 확정 요청',
  PURCHASE_DECISION_HOLDBACK_RELEASE: '구매 확정 보류 풀림',
  ADMIN_CANCELING: '네이버가 취소 요청 처리 중',
  ADMIN_CANCEL_DONE: '네이버가 주문을 거둠',
  ADMIN_CANCEL_REJECT: '네이버의 취소 요청 거부됨',
};

/** What a reading showed, in words; a state nobody listed is shown as the market wrote it. */
export function stateWords(finding: Pick<Finding, 'productOrderStatus' | 'placeOrderStatus' | 'claimStatus'>): string {
  const { productOrderStatus: order, placeOrderStatus: place, claimStatus: claim } = finding;
  return [
    ...(order === undefined ? [] : [orderStates[order] ?? order]),
    // Once it is on its way nobody asks whether it was confirmed.
    ...(place === undefined || (order !== undefined && order !== 'PAYED') ? [] : [placeStates[place] ?? place]),
    ...(claim === undefined ? [] : [claimStates[claim] ?? claim]),
  ].join(' · ');
}

/** The same as the market wrote it, for its support desk. */
export function rawStates(finding: Pick<Finding, 'productOrderStatus' | 'placeOrderStatus' | 'claimStatus'>): string {
  return [finding.productOrderStatus, finding.placeOrderStatus, finding.claimStatus].filter(Boolean).join(' · ');
}
