import { isSameNumber } from '../../../src-preload/contract/bare-number';
import type { Finding, JobValues } from '../../../src-preload/contract/job';
import { methodTakesShipment } from '../../../src-preload/contract/markets/naver/methods';
import { isSameCompany } from '../../../src-preload/contract/markets/naver/renamed-companies';
import { showsShipment } from '../../../src-preload/contract/markets/naver/shipped';
import type { Registered } from '../market';

/**
 * What the market shows of a dispatch it has accepted (resources/docs/domain.md, "Read back"). Only what it says can
 * differ: what it leaves out is waited for. Pure.
 * @param before the reading before it was sent, for telling whose doing a refused claim is
 */
export function registered(values: JobValues, finding: Finding, before: Finding | undefined): Registered {
  if (values.kind !== 'dispatch') return { is: 'unclear' };
  if (!showsShipment(finding)) return { is: 'nothing' };
  const { deliveryMethod: method, deliveryCompanyCode: courier, trackingNumber: number } = values.dispatch;
  if (finding.deliveryMethod !== undefined && finding.deliveryMethod !== method) return { is: 'other' };
  if (methodTakesShipment(method)) {
    const { deliveryCompanyCode: courierThere, trackingNumber: numberThere } = finding;
    if (courier !== undefined && courierThere !== undefined && !isSameCompany(courier, courierThere))
      return { is: 'other' };
    if (number !== undefined && numberThere !== undefined && !isSameNumber(number, numberThere)) return { is: 'other' };
    if (number !== undefined && numberThere === undefined) return { is: 'unclear' };
  }
  if (refusesClaim(finding, before)) return { is: 'same', code: 'cancel-overridden' };
  return finding.isWrongTrackingNumber === true ? { is: 'same', code: 'wrong-number' } : { is: 'same' };
}

/** Its cancel request stands as refused, and did not before: shipping is the only way to refuse one. */
function refusesClaim({ claimStatus, claimId }: Finding, before: Finding | undefined): boolean {
  if (claimStatus !== 'CANCEL_REJECT') return false;
  return before?.claimStatus !== 'CANCEL_REJECT' || before.claimId !== claimId;
}
