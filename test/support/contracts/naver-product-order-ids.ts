import { z } from 'zod';
import { documentDateTime } from './naver-return-structure';

/** Path of resources/docs/markets/naver.md, "Product order ids", below the base address. */
export const productOrderIdsPathForm = /^\/v1\/pay-order\/seller\/orders\/[^/?#]+\/product-order-ids$/;

const envelope = { timestamp: documentDateTime.optional(), traceId: z.string() };

/**
 * The answer as the document shows it, and as the published schema has it (resources/docs/markets/naver.md, "Product
 * order ids").
 */
export const productOrderIdsAnswer = z.union([
  z.strictObject({ ...envelope, data: z.strictObject({ productOrderIds: z.array(z.string()) }) }),
  z.strictObject({ ...envelope, data: z.array(z.string()) }),
]);

/** The document's example. */
export const productOrderIdsExample = {
  timestamp: '2023-01-16T17:14:51.794+09:00',
  traceId: 'abc123-def456-ghi789',
  data: { productOrderIds: ['2023010112345001', '2023010112345002', '2023010112345003'] },
};
