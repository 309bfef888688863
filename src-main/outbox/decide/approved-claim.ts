/**
 * In `approved` for a yes to this claim of this product order. Several orders of a parcel may have the id of one claim, and
 * the market may leave it out: a yes to what is known of one of them says nothing of another.
 */
export function approvedClaim(target: string, claimId: string | undefined): string {
  return claimId === undefined ? `cancel-claim:${target}` : `cancel-claim:${target}:${claimId}`;
}

/** Whether a yes covers some claim of this product order. */
export function hasApprovedClaim(approved: readonly string[], target: string): boolean {
  const any = approvedClaim(target, undefined);
  return approved.some((each) => each === any || each.startsWith(`${any}:`));
}
