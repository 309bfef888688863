import { hasOpenCancel } from './open-cancel';

type State = Parameters<typeof hasOpenCancel>[0];

/** Paid, not shipped, and without an open cancel request. What was never read is not known to be so. */
export function canBeSent(finding: State | undefined): boolean {
  return finding?.productOrderStatus === 'PAYED' && !hasOpenCancel(finding);
}

interface Due extends State {
  giftReceivingStatus?: string | undefined;
  logisticsDirectContracted?: boolean | undefined;
}

/**
 * Whether its due date runs: it can be dispatched by this seller now. A buyer who asks to cancel, a present without an
 * address and what the market's own partner ships are nothing the seller could send.
 */
export function mustBeSent(finding: Due): boolean {
  return (
    canBeSent(finding) &&
    finding.giftReceivingStatus !== 'WAIT_FOR_RECEIVING' &&
    finding.logisticsDirectContracted !== true
  );
}
