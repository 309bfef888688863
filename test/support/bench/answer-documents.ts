import { answerExample } from '../contracts/brightmall-inventory-confirm';
import { courier, trackingNumber } from './answer-oracle';
import type { Call } from './answer-oracle';

/** Accepted, refused, not answered; the fourth is asked for in a later call only. */
export const targets = ['2026030100000001', '2026030100000002', '2026030100000003'] as const;
export const laterTarget = '2026030100000004';
export const orderId = '2026030100000100';
/** Of 오늘출발, in an answer that belongs to no call. */
export const strayHour = 3;

const envelope = { timestamp: '2026-03-02T16:30:00.000+09:00', traceId: 'trace-1' };
const failed = { productOrderId: targets[1], code: '104417', message: '처리할 수 없는 상태예요.' };

function entry(id: string, status: string, number?: string) {
  return {
    order: { orderId, ordererName: '가나다' },
    productOrder: { productOrderId: id, productOrderStatus: status, placeOrderStatus: 'OK', productName: '파란 컵' },
    ...(number === undefined
      ? {}
      : { delivery: { deliveryMethod: 'DELIVERY', deliveryCompany: courier, trackingNumber: number } }),
  };
}

/** The window of the change feed that is asked for, ms UTC; changes lie in its middle. */
export const feedWindow = { from: Date.UTC(2026, 2, 2, 0), to: Date.UTC(2026, 2, 2, 8) } as const;

function change(productOrderId: string) {
  const lastChangedDate = '2026-03-02T13:00:00.000+09:00';
  return {
    orderId,
    productOrderId,
    lastChangedType: 'CLAIM_REQUESTED',
    lastChangedDate,
    receiverAddressChanged: false,
  };
}
const more = { moreFrom: '2026-03-02T13:00:00.000+09:00', moreSequence: targets[0] };

/** What the market says when all is well. */
export const documents: Record<Call | 'token', object> = {
  token: { access_token: 'token-of-this-call', expires_in: 10_800, token_type: 'Bearer' },
  dispatch: { ...envelope, data: { successProductOrderIds: [targets[0]], failProductOrderInfos: [failed] } },
  confirm: {
    ...envelope,
    data: {
      successProductOrderInfos: [{ productOrderId: targets[0], isReceiverAddressChanged: false }],
      failProductOrderInfos: [failed],
    },
  },
  read: { ...envelope, data: [entry(targets[0], 'DELIVERING', trackingNumber), entry(targets[1], 'PAYED')] },
  delay: { ...envelope, data: { successProductOrderIds: [targets[0]], failProductOrderInfos: [] } },
  refund: { ...envelope, data: { successProductOrderIds: [targets[0]] } },
  lookup: { ...envelope, data: { productOrderIds: [targets[0], targets[1]] } },
  changes: { ...envelope, data: { lastChangeStatuses: [change(targets[0]), change(targets[1])], count: 2, more } },
  'today-hour': { basisHour: 14, basisMinute: 30, holidayOfTheWeek: 'SUN', sellerHolidays: ['2026-03-03'] },
  stock: {
    ...answerExample,
    results: [
      { ...answerExample.results[0], ord_prd_no: targets[0] },
      { ...answerExample.results[1], ord_prd_no: targets[1], success: false },
    ],
  },
};

/** The same call's answer, which accepts the later target: no one may believe it before that is asked for. */
export function acceptsLater(call: Call): object {
  switch (call) {
    case 'dispatch':
    case 'delay':
    case 'refund':
      return { ...envelope, data: { successProductOrderIds: [laterTarget] } };
    case 'confirm':
      return { ...envelope, data: { successProductOrderInfos: [{ productOrderId: laterTarget }] } };
    case 'read':
      return { ...envelope, data: [entry(laterTarget, 'DELIVERING', trackingNumber)] };
    case 'lookup':
      return { ...envelope, data: [laterTarget] };
    case 'changes':
      return { ...envelope, data: { lastChangeStatuses: [change(laterTarget)] } };
    case 'today-hour':
      return { basisHour: strayHour, basisMinute: 0 };
    case 'stock':
      return { results: [{ ...answerExample.results[0], ord_prd_no: laterTarget }] };
  }
}
