import { z } from 'zod';
import { returnStructure } from './naver-return-structure';

/** The notation of the examples: milliseconds and +09:00, never Z. */
export const dispatchDate = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+09:00$/);

/** The eleven methods of the table; copied from it and not from our list, which is held against this one. */
export const deliveryMethod = z.enum([
  'DELIVERY',
  'GDFW_ISSUE_SVC',
  'VISIT_RECEIPT',
  'DIRECT_DELIVERY',
  'QUICK_SVC',
  'NOTHING',
  'RETURN_DESIGNATED',
  'RETURN_DELIVERY',
  'RETURN_INDIVIDUAL',
  'RETURN_MERCHANT',
  'UNKNOWN',
]);

/** Request of resources/docs/markets/naver.md, "Dispatch" and "Limits". */
export const dispatchRequest = z.strictObject({
  dispatchProductOrders: z
    .array(
      z.strictObject({
        productOrderId: z.string().min(1),
        deliveryMethod,
        deliveryCompanyCode: z.string().min(1).max(250).optional(),
        trackingNumber: z.string().min(1).optional(),
        dispatchDate,
      }),
    )
    .min(1)
    .max(30),
});

/** Its answer is the common structure. */
export const dispatchAnswer = returnStructure;

/** The document's sample request; its empty tracking number stands for "fill in" and is never sent by us. */
export const dispatchExample = {
  dispatchProductOrders: [
    {
      productOrderId: '2022040521691281',
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'string',
      trackingNumber: '',
      dispatchDate: '2022-04-05T12:17:35.000+09:00',
    },
  ],
};
