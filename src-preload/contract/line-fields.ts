/** Columns that decide a dispatch, a confirm or a lookup, in the order the window shows them. */
export const dispatchFields = [
  'productOrderId',
  'orderId',
  'courier',
  'trackingNumber',
  'deliveryMethod',
  'dispatchDate',
] as const;

/** Columns for the eye and for matching. */
export const eyeFields = ['recipient', 'phone', 'address', 'productName'] as const;

/** Columns of an answer about stock. */
export const stockFields = ['itemId', 'available', 'reason', 'memo', 'unitPrice', 'quantity', 'totalAmount'] as const;

/** Every column a line may have. */
export const lineFields = [...dispatchFields, ...eyeFields, ...stockFields] as const;
export type LineField = (typeof lineFields)[number];
