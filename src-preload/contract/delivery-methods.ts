export const deliveryMethods = [
  'DELIVERY',
  'DIRECT_DELIVERY',
  'VISIT_RECEIPT',
  'QUICK_SVC',
  'GDFW_ISSUE_SVC',
  'NOTHING',
  'RETURN_DESIGNATED',
  'RETURN_DELIVERY',
  'RETURN_INDIVIDUAL',
  'RETURN_MERCHANT',
  'UNKNOWN',
] as const;
export type DeliveryMethod = (typeof deliveryMethods)[number];
