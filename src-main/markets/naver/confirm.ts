import type { HttpAnswer } from '../../network/agent';
import type { SendOutcome } from '../market';
import { parseConfirm } from './answers';
import { notDocumented, weigh } from './outcome';
import { outcomeWithoutBody, verdictsOf } from './verdicts';

export const confirmPath = '/v1/pay-order/seller/product-orders/confirm';

/** An array of product order ids (resources/docs/markets/naver.md, "Confirm"). */
export function confirmBody(targets: readonly string[]): { productOrderIds: string[] } {
  return { productOrderIds: [...targets] };
}

/** What an answer to a confirm call says; not the common structure. */
export function confirmOutcome(asked: readonly string[], answer: HttpAnswer): SendOutcome {
  const weight = weigh(answer);
  if (weight.type !== 'body') return outcomeWithoutBody(weight);
  const lists = parseConfirm(weight.text);
  if (lists === undefined) return { type: 'no-answer', code: notDocumented };
  return { type: 'answered', verdicts: verdictsOf(asked, lists) };
}
