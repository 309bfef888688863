/**
 * In `approved` for a yes to this claim of this product order. Several orders of a parcel may have the id of one claim, and
 * the market may leave it out: a yes to what is known of one of them says nothing of another.
 */
export function approvedClaim(target: string, claimId: string | undefined): string {
  return claimId === undefined ? `cancel-claim:${target}` : `cancel-claim:${target}:${claimId}`;
}
