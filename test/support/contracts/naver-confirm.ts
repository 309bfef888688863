import { z } from 'zod';
import { documentDateTime, failProductOrderInfo } from './naver-return-structure';

/** Request of resources/docs/markets/naver.md, "Confirm". */
export const confirmRequest = z.strictObject({ productOrderIds: z.array(z.string().min(1)).min(1).max(30) });

/** Its own answer, not the common structure. */
export const confirmAnswer = z.strictObject({
  timestamp: documentDateTime.optional(),
  traceId: z.string(),
  data: z
    .strictObject({
      successProductOrderInfos: z
        .array(
          z.strictObject({ productOrderId: z.string().optional(), isReceiverAddressChanged: z.boolean().optional() }),
        )
        .optional(),
      failProductOrderInfos: z.array(failProductOrderInfo).optional(),
    })
    .optional(),
});

/** The document's sample request. */
export const confirmExample = { productOrderIds: ['string'] };
