import type { Finding } from '../../job';
import type { OrderChange } from '../../orders';
import { figure } from '../numbers';

/**
 * What the market calls the state of a product order, of its claim and of its confirmation
 * (resources/docs/markets/naver.md, "States and claims").
 */
const statuses: Readonly<Record<string, string>> = {
  PAYMENT_WAITING: '결제 대기',
  PAYED: '결제 완료',
  DELIVERING: '배송 중',
  DELIVERED: '배송 완료',
  PURCHASE_DECIDED: '구매 확정',
  EXCHANGED: '교환 완료',
  CANCELED: '취소됨',
  RETURNED: '반품됨',
  CANCELED_BY_NOPAYMENT: '미결제로 취소됨',
};
const claims: Readonly<Record<string, string>> = {
  CANCEL_REQUEST: '취소 요청',
  CANCELING: '취소 처리 중',
  CANCEL_DONE: '취소 처리됨',
  CANCEL_REJECT: '취소 요청 거부됨',
  RETURN_REQUEST: '반품 요청',
  RETURN_DONE: '반품 처리됨',
  RETURN_REJECT: '반품 요청 거부됨',
  EXCHANGE_REQUEST: '교환 요청',
  EXCHANGE_REDELIVERING: '교환품 다시 배송 중',
  EXCHANGE_DONE: '교환 처리됨',
  EXCHANGE_REJECT: '교환 요청 거부됨',
  COLLECTING: '수거 중',
  COLLECT_DONE: '수거 완료',
  PURCHASE_DECISION_HOLDBACK: '구매 확정 보류',
  PURCHASE_DECISION_REQUEST: '구매 확정 요청',
  PURCHASE_DECISION_HOLDBACK_RELEASE: '구매 확정 보류 풀림',
  ADMIN_CANCELING: '직권 취소 처리 중',
  ADMIN_CANCEL_DONE: '직권 취소됨',
  ADMIN_CANCEL_REJECT: '직권 취소 철회됨',
};
const placed: Readonly<Record<string, string>> = {
  NOT_YET: '발주 확인 전',
  OK: '발주 확인됨',
  CANCEL: '발주 확인 풀림',
};
/** For a state no one listed: the market's own codes say nothing to a seller. */
const unlisted = '알려지지 않은 상태';
const none = '없음';

const said = (table: Readonly<Record<string, string>>, code: string | undefined): string =>
  code === undefined ? none : (table[code] ?? statuses[code] ?? claims[code] ?? unlisted);

/** The state of a product order in a few words: its status, its claim, and its confirmation while that matters. */
export function stateWords(finding: Finding): string {
  const { productOrderStatus: status, claimStatus: claim, placeOrderStatus: place } = finding;
  return [
    status === undefined ? undefined : said(statuses, status),
    status === 'PAYED' && place !== undefined ? said(placed, place) : undefined,
    claim === undefined ? undefined : said(claims, claim),
  ]
    .filter((word) => word !== undefined)
    .join(' · ');
}

/** One line of an order's history. */
export function changeWords({ what, productOrderId: id, from, to }: OrderChange): string {
  switch (what) {
    case 'added':
      return `상품주문 ${id} 추가됨`;
    case 'gone':
      return `상품주문 ${id} 없어짐`;
    case 'status':
      return `상품주문 ${id} 상태: ${said(statuses, from)} → ${said(statuses, to)}`;
    case 'claim':
      return `상품주문 ${id} 클레임: ${said(claims, from)} → ${said(claims, to)}`;
    case 'placed':
      return `상품주문 ${id} 발주: ${said(placed, from)} → ${said(placed, to)}`;
  }
}

/** The notice about watched orders that changed: shown by the system, so it stands alone. */
export function watchNotice(orders: readonly { orderId: string; count: number; changes: readonly OrderChange[] }[]): {
  title: string;
  body: string;
} {
  const [first] = orders;
  if (first === undefined || orders.length > 1) {
    return {
      title: `변경 알림: 주문 ${figure(orders.length)}건이 바뀌었어요`,
      body: orders
        .slice(0, 5)
        .map(({ orderId }) => orderId)
        .join(', '),
    };
  }
  return {
    title: `변경 알림: 주문 ${first.orderId} (상품주문 ${figure(first.count)}건)`,
    body: first.changes.slice(0, 4).map(changeWords).join('\n'),
  };
}
