/** Columns a line may have. The first six decide; recipient to address are for the eye and for matching; the rest is stock. */
export const lineFields = [
  'productOrderId',
  'orderId',
  'courier',
  'trackingNumber',
  'deliveryMethod',
  'dispatchDate',
  'recipient',
  'phone',
  'address',
  'productName',
  'itemId',
  'available',
  'reason',
  'memo',
  'unitPrice',
  'quantity',
  'totalAmount',
] as const;
export type LineField = (typeof lineFields)[number];
