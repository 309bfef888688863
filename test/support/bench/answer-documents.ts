import { answerExample } from '../contracts/brightmall-inventory-confirm';
import { courier, trackingNumber } from './answer-oracle';
import type { Call } from './answer-oracle';

/** Accepted, refused, not answered; the fourth is asked for in a later call only. */
export const targets = ['2026030100000001', '2026030100000002', '2026030100000003'] as const;
export const laterTarget = '2026030100000004';
export const orderId = '2026030100000100';

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
  lookup: { ...envelope, data: { productOrderIds: [targets[0], targets[1]] } },
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
      return { ...envelope, data: { successProductOrderIds: [laterTarget] } };
    case 'confirm':
      return { ...envelope, data: { successProductOrderInfos: [{ productOrderId: laterTarget }] } };
    case 'read':
      return { ...envelope, data: [entry(laterTarget, 'DELIVERING', trackingNumber)] };
    case 'lookup':
      return { ...envelope, data: [laterTarget] };
    case 'stock':
      return { results: [{ ...answerExample.results[0], ord_prd_no: laterTarget }] };
  }
}
