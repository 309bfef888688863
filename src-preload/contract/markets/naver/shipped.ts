import type { Finding } from '../../job';

/** States a product order reaches only after it was shipped. */
const shippedStates: ReadonlySet<string> = new Set([
  'DELIVERING',
  'DELIVERED',
  'PURCHASE_DECIDED',
  'EXCHANGED',
  'RETURNED',
]);

/** Whether a reading shows that a shipment is registered, by the state or by what is informed of the delivery. */
export function showsShipment(finding: Finding): boolean {
  return (
    shippedStates.has(finding.productOrderStatus ?? '') ||
    finding.trackingNumber !== undefined ||
    finding.sentAt !== undefined
  );
}
