import { isSameNumber } from '../../../src-preload/contract/bare-number';
import type { DelayValues, DispatchValues, Finding, JobValues, RefundValues } from '../../../src-preload/contract/job';
import { koreanDayIndex } from '../../../src-preload/contract/korean-time';
import { delayWord } from '../../../src-preload/contract/markets/naver/delays';
import { methodTakesShipment } from '../../../src-preload/contract/markets/naver/methods';
import { hasOpenCancel } from '../../../src-preload/contract/markets/naver/open-cancel';
import { isSameCompany } from '../../../src-preload/contract/markets/naver/renamed-companies';
import { showsShipment } from '../../../src-preload/contract/markets/naver/shipped';
import type { Judgement } from '../market';
import { readMoment } from './moments';

/**
 * States in which a product order that is not shipped as wanted cannot be dispatched (resources/docs/domain.md,
 * "Reading before sending").
 */
const finalStates: ReadonlySet<string> = new Set([
  'CANCELED',
  'CANCELED_BY_NOPAYMENT',
  'PAYMENT_WAITING',
  'RETURNED',
  'EXCHANGED',
]);
/** Stands in for a claim id the market left out, so that an approval has something to hold on to. */
const unnamedClaim = 'cancel-claim';

/** What a finding means for a job (resources/docs/domain.md, "Reconcile" and "Reading before sending"). Pure. */
export function judge(values: JobValues, finding: Finding): Judgement {
  switch (values.kind) {
    case 'dispatch':
      return judgeDispatch(values.dispatch, finding);
    case 'confirm':
      if (finding.placeOrderStatus === 'OK') return { is: 'done' };
      return openOrClosed(finding);
    case 'delay':
      return judgeDelay(values.delay, finding);
    case 'refund':
      return judgeRefund(values.refund, finding);
    case 'stock':
    case 'lookup':
      // Never read before sending, and repeated freely.
      return { is: 'open' };
  }
}

function judgeDispatch(wanted: DispatchValues, finding: Finding): Judgement {
  const shipped = showsShipment(finding);
  // First, because a shipped order stays ours whatever was claimed afterwards.
  if (shipped && isRegisteredAs(wanted, finding)) return { is: 'done' };
  // Returned or exchanged with another number: no number of ours changes anything any more.
  if (shipped && finalStates.has(finding.productOrderStatus ?? '')) return { is: 'closed', isFinal: true };
  if (shipped) return { is: 'other' };
  // The document on product order ids knows CANCEL_REQUEST as a status of the product order itself, too.
  if (hasOpenCancel(finding)) return { is: 'cancel-requested', claimId: finding.claimId };
  return openOrClosed(finding);
}

/** Only an order that was not dispatched can be delayed; the same delay registered already is done. */
function judgeDelay({ until, reason }: DelayValues, finding: Finding): Judgement {
  if (finding.productOrderStatus !== 'PAYED') return { is: 'closed', isFinal: true };
  const dueAt = readMoment(finding.shippingDueDate);
  const isSameDay = dueAt !== undefined && koreanDayIndex(dueAt) === koreanDayIndex(until);
  return isSameDay && finding.delayedDispatchReason === delayWord(reason) ? { is: 'done' } : { is: 'open' };
}

/**
 * A yes is for one request. `CANCELING` is a request that was agreed to and is being paid back; where that was so before
 * the seller said yes again, it says nothing of what this yes did. The operator's own cancellation is not the seller's.
 */
function judgeRefund({ claimId, again }: RefundValues, finding: Finding): Judgement {
  if (finding.productOrderStatus === 'CANCELED') return { is: 'done' };
  if ((finding.claimId ?? unnamedClaim) !== claimId) return { is: 'closed', isFinal: true };
  switch (finding.claimStatus ?? finding.productOrderStatus) {
    case 'CANCEL_DONE':
      return { is: 'done' };
    case 'CANCELING':
      return again === true ? { is: 'open' } : { is: 'done', code: 'refund-under-way' };
    case 'CANCEL_REQUEST':
      return { is: 'open' };
    default:
      return { is: 'closed', isFinal: true };
  }
}

function openOrClosed({ productOrderStatus = '' }: Finding): Judgement {
  if (productOrderStatus === 'PAYED') return { is: 'open' };
  return { is: 'closed', isFinal: finalStates.has(productOrderStatus) };
}

function isRegisteredAs(wanted: DispatchValues, finding: Finding): boolean {
  // A method the market does not repeat does not speak against being the same; a number it lacks does.
  if (finding.deliveryMethod !== undefined && finding.deliveryMethod !== wanted.deliveryMethod) return false;
  if (!methodTakesShipment(wanted.deliveryMethod)) return true;
  // Only what the job says is compared: Goodsflow fills in courier and number by itself.
  const { deliveryCompanyCode: courier, trackingNumber: number } = wanted;
  return (
    (courier === undefined || isSameCompany(courier, finding.deliveryCompanyCode)) &&
    (number === undefined || isSameNumber(number, finding.trackingNumber))
  );
}
