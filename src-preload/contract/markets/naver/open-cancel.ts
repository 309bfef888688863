/**
 * A cancellation under way, the buyer's or the operator's: dispatching would reject it and ship
 * (resources/docs/markets/naver.md, "Behaviour seen").
 */
const openCancels: ReadonlySet<string> = new Set(['CANCEL_REQUEST', 'CANCELING', 'ADMIN_CANCELING']);

/** Whether a claim's status is a cancellation under way. */
export function isOpenCancel(claimStatus: string | undefined): boolean {
  return claimStatus !== undefined && openCancels.has(claimStatus);
}

/** Whether a reading shows a cancellation under way; the market says so in the claim, or in the product order itself. */
export function hasOpenCancel(finding: {
  claimStatus?: string | undefined;
  productOrderStatus?: string | undefined;
}): boolean {
  return isOpenCancel(finding.claimStatus) || isOpenCancel(finding.productOrderStatus);
}
