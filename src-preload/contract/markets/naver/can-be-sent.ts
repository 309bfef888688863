import { hasOpenCancel } from './open-cancel';

type State = Parameters<typeof hasOpenCancel>[0];

/** Paid, not shipped, and without an open cancel request. What was never read is not known to be so. */
export function canBeSent(finding: State | undefined): boolean {
  return finding?.productOrderStatus === 'PAYED' && !hasOpenCancel(finding);
}
