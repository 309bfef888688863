import { z } from 'zod';

const sealedTextSchema = z.string().min(1).max(4_000);

/** What of a product order identifies a person, or tells what somebody bought: stored sealed only, and never logged. */
export const orderPersonalSchema = z.strictObject({
  recipient: sealedTextSchema.optional(),
  phones: z.array(sealedTextSchema).optional(),
  zipCode: sealedTextSchema.optional(),
  address: sealedTextSchema.optional(),
  memo: sealedTextSchema.optional(),
  product: sealedTextSchema.optional(),
  option: sealedTextSchema.optional(),
});
export type OrderPersonal = z.infer<typeof orderPersonalSchema>;
