/**
 * In `approved` for a yes to this claim. One whose id the market left out is told from that of another order of the parcel
 * by its target.
 */
export function approvedClaim(target: string, claimId: string | undefined): string {
  return claimId ?? `cancel-claim:${target}`;
}
