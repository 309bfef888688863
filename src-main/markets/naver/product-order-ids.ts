import { isNaverCode } from '../../../src-preload/contract/markets/naver/codes';
import type { HttpAnswer } from '../../network/agent';
import type { SendOutcome } from '../market';
import { parseProductOrderIds } from './answers';
import { notDocumented, weigh } from './outcome';
import { marketFailure } from './verdicts';

/** Order numbers are digits; letters are let through, what could change the path (`..` survives encoding) is not. */
export function isOrderNumber(text: string): boolean {
  return /^[\w-]+$/.test(text);
}

/** The market's no to an order number that was not even asked for. */
export function notAnOrderNumber(orderId: string): SendOutcome {
  return refused(orderId, badOrderId, '');
}

/**
 * resources/docs/markets/naver.md, "Product order ids". A seller can type anything as an order number, so it is
 * encoded.
 */
export function productOrderIdsPath(orderId: string): string {
  return `/v1/pay-order/seller/orders/${encodeURIComponent(orderId)}/product-order-ids`;
}

/** An order without product orders is one that cannot be found, and so is a 404 without a code of the table. */
const orderNotFound = '100003';
/** "잘못된 orderId 형식": a 400 without a code of the table. */
const badOrderId = '4000';

/**
 * A lookup is one order a call, so a 400 or 404 is the market's answer on that very order (the document's own table of
 * statuses) and not a fault of the call. All else without a word is transient, as for every read.
 */
export function productOrderIdsOutcome(orderId: string, answer: HttpAnswer): SendOutcome {
  const weight = weigh(answer);
  switch (weight.type) {
    case 'body': {
      const parsed = parseProductOrderIds(weight.text);
      if (parsed === undefined) {
        return { type: 'not-applied', failure: marketFailure({ ...weight, code: notDocumented, message: '' }) };
      }
      if (parsed.ids.length === 0) return refused(orderId, orderNotFound, '');
      return { type: 'answered', verdicts: new Map([[orderId, { yes: true, productOrderIds: parsed.ids }]]) };
    }
    case 'refused-whole':
      return refused(orderId, isNaverCode(weight.code) ? weight.code : badOrderId, weight.message);
    case 'not-there':
      return refused(orderId, isNaverCode(weight.code) ? weight.code : orderNotFound, weight.message);
    case 'trouble':
      return { type: 'not-applied', failure: weight.failure };
    case 'no-answer':
      return { type: 'not-applied', failure: marketFailure(weight) };
  }
}

function refused(orderId: string, code: string, message: string): SendOutcome {
  return { type: 'answered', verdicts: new Map([[orderId, { yes: false, code, message }]]) };
}
