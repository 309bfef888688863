import type { DeliveryMethod } from '../../../src-preload/contract/delivery-methods';
import type { DispatchValues } from '../../../src-preload/contract/job';
import { methodTakesShipment } from '../../../src-preload/contract/markets/naver/methods';
import type { HttpAnswer } from '../../network/agent';
import type { SendOutcome } from '../market';
import { parseReturnStructure } from './answers';
import { notDocumented, weigh } from './outcome';
import { outcomeWithoutBody, verdictsOf } from './verdicts';

export const dispatchPath = '/v1/pay-order/seller/product-orders/dispatch';

export interface DispatchJob {
  target: string;
  dispatch: DispatchValues;
}

export interface DispatchBody {
  dispatchProductOrders: {
    productOrderId: string;
    deliveryMethod: DeliveryMethod;
    deliveryCompanyCode?: string;
    trackingNumber?: string;
    dispatchDate: string;
  }[];
}

/**
 * resources/docs/markets/naver.md, "Dispatch". A field without a value is left out: an empty string in one of them made
 * the market refuse the whole call; so did courier fields on a method without a parcel. The date is always sent, since
 * a missing one was refused too.
 * @param now market time in ms, for jobs whose moment the seller did not choose
 * @param format ms UTC to the market's notation in KST
 */
export function dispatchBody(jobs: readonly DispatchJob[], now: number, format: (ms: number) => string): DispatchBody {
  return {
    dispatchProductOrders: jobs.map(({ target, dispatch }) => ({
      productOrderId: target,
      deliveryMethod: dispatch.deliveryMethod,
      ...(methodTakesShipment(dispatch.deliveryMethod) ? courierOf(dispatch) : {}),
      dispatchDate: format(dispatch.dispatchDate ?? now),
    })),
  };
}

function courierOf(dispatch: DispatchValues): { deliveryCompanyCode?: string; trackingNumber?: string } {
  return {
    ...(dispatch.deliveryCompanyCode ? { deliveryCompanyCode: dispatch.deliveryCompanyCode } : {}),
    ...(dispatch.trackingNumber ? { trackingNumber: dispatch.trackingNumber } : {}),
  };
}

/** What an answer to a dispatch call says of the jobs in it. */
export function dispatchOutcome(asked: readonly string[], answer: HttpAnswer): SendOutcome {
  const weight = weigh(answer);
  if (weight.type !== 'body') return outcomeWithoutBody(weight);
  const lists = parseReturnStructure(weight.text);
  if (lists === undefined) return { type: 'no-answer', code: notDocumented };
  return { type: 'answered', verdicts: verdictsOf(asked, lists) };
}
