import type { HttpAnswer } from '../../network/agent';
import type { SendOutcome } from '../market';
import { parseReturnStructure } from './answers';
import { notDocumented, weigh } from './outcome';
import { outcomeWithoutBody, verdictsOf } from './verdicts';

const productOrders = '/v1/pay-order/seller/product-orders';

/** Product order numbers are digits; letters are let through, what could change the path is not. */
export function isProductOrderId(text: string): boolean {
  return /^[\w-]+$/u.test(text);
}

/** Delays the dispatch of one product order (resources/docs/markets/naver.md, "Delay"). */
export function delayPath(productOrderId: string): string {
  return `${productOrders}/${productOrderId}/delay`;
}

/** Agrees to the cancel request of one product order (resources/docs/markets/naver.md, "Claims"). No body. */
export function approveCancelPath(productOrderId: string): string {
  return `${productOrders}/${productOrderId}/claim/cancel/approve`;
}

/**
 * What an answer says of a write about one product order, by the common structure. A 400 is the market's answer on that
 * very order, and not a fault of the call. An API group that the application lacks concerns this kind of call alone: the
 * same token has just read the order.
 */
export function singleOutcome(productOrderId: string, answer: HttpAnswer): SendOutcome {
  const weight = weigh(answer);
  switch (weight.type) {
    case 'body': {
      const lists = parseReturnStructure(weight.text);
      if (lists === undefined) return { type: 'no-answer', code: notDocumented };
      return { type: 'answered', verdicts: verdictsOf([productOrderId], lists) };
    }
    case 'refused-whole':
      return refused(productOrderId, weight.code, weight.message);
    case 'trouble': {
      const { kind, code = kind, message = '' } = weight.failure;
      if (kind !== 'permission' && kind !== 'no-path') return outcomeWithoutBody(weight);
      return refused(productOrderId, 'not-permitted', `${code} ${message}`.trim());
    }
    case 'not-there':
    case 'no-answer':
      return outcomeWithoutBody(weight);
  }
}

function refused(productOrderId: string, code: string, message: string): SendOutcome {
  return { type: 'answered', verdicts: new Map([[productOrderId, { yes: false, code, message }]]) };
}
