/**
 * A cancellation under way, the buyer's or the operator's: dispatching would reject it and ship
 * (resources/docs/markets/naver.md, "Behaviour seen").
 */
const openCancels: ReadonlySet<string> = new Set(['CANCEL_REQUEST', 'CANCELING', 'ADMIN_CANCELING']);

/** Whether a claim's status is a cancellation under way. */
export function isOpenCancel(claimStatus: string | undefined): boolean {
  return claimStatus !== undefined && openCancels.has(claimStatus);
}

/** Where one shows a cancellation: the claim of an order says more than its state. */
interface OrderState {
  claimStatus?: string | undefined;
  productOrderStatus?: string | undefined;
}

/** Whether a reading shows a cancellation under way; the market says so in the claim, or in the product order itself. */
export function hasOpenCancel(finding: OrderState): boolean {
  return isOpenCancel(finding.claimStatus) || isOpenCancel(finding.productOrderStatus);
}

/** Whether it is the operator's own (직권 취소): approving it is refused (resources/docs/markets/naver.md, "Claims"). */
export function isCancelledByMarket({ claimStatus, productOrderStatus }: OrderState): boolean {
  return (claimStatus ?? productOrderStatus) === 'ADMIN_CANCELING';
}
