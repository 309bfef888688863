import { z } from 'zod';
import { jsonOf, messageSchema, wordSchema as word } from '../../network/answer-text';
import { flatMapInSteps } from './in-steps';
import type { Steps } from './in-steps';

/** A count, or nothing where something else stands; digits in quotes are a count, too. */
const countSchema = z
  .union([
    z.int().nonnegative(),
    z
      .string()
      .regex(/^\d{1,9}$/u)
      .transform(Number),
  ])
  .nullish()
  .catch(undefined)
  .transform((count) => count ?? undefined);

/** A yes or no, also in quotes; nothing where something else stands. */
const yesSchema = z
  .union([z.boolean(), z.enum(['true', 'Y']).transform(() => true), z.enum(['false', 'N']).transform(() => false)])
  .nullish()
  .catch(undefined)
  .transform((yes) => yes ?? undefined);

/**
 * The market's answers. Tolerant of what the documents leave open (a missing or null list, a missing message),
 * strict about the rest: what does not parse is "not the documented JSON", and for a write that means unknown.
 */

/** A text as documented, or a number small enough to be the same id still: 17 digits would already be another one. */
const idSchema = z.union([z.string().min(1).max(100), z.int().nonnegative().transform(String)]);

const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? undefined);

const failInfoSchema = z.object({ productOrderId: idSchema, code: word, message: messageSchema });
export type FailInfo = z.infer<typeof failInfoSchema>;

const errorSchema = z.object({ code: word, message: messageSchema, traceId: word });

const saidAtSchema = z.object({ timestamp: z.iso.datetime({ offset: true }) });

const returnStructureSchema = z.object({
  traceId: word,
  data: z.object({ successProductOrderIds: listOf(idSchema), failProductOrderInfos: listOf(failInfoSchema) }),
});

const confirmSchema = z.object({
  traceId: word,
  data: z.object({
    successProductOrderInfos: listOf(
      z.object({
        productOrderId: idSchema,
        isReceiverAddressChanged: z
          .boolean()
          .nullish()
          .transform((changed) => changed ?? false),
      }),
    ),
    failProductOrderInfos: listOf(failInfoSchema),
  }),
});

/** Both published shapes: `data.productOrderIds` (the document) and `data` itself (the schema). */
const productOrderIdsSchema = z.object({
  traceId: word,
  data: z.union([
    z.array(idSchema),
    z.object({ productOrderIds: z.array(idSchema) }).transform((data) => data.productOrderIds),
  ]),
});

const claimSchema = z.object({ claimId: word, claimStatus: word }).nullish().catch(undefined);

const queryEntrySchema = z.object({
  order: z.object({ orderId: word, paymentDate: word }).nullish().catch(undefined),
  productOrder: z.object({
    productOrderId: idSchema,
    // Without a status nothing is known of the product order: the entry counts as not returned.
    productOrderStatus: z.string().min(1),
    productName: word,
    productOption: word,
    packageNumber: word,
    quantity: countSchema,
    shippingMemo: messageSchema,
    shippingAddress: z
      .object({
        name: word,
        tel1: word,
        tel2: word,
        zipCode: word,
        baseAddress: messageSchema,
        detailedAddress: messageSchema,
      })
      .nullish()
      .catch(undefined),
    deliveryTagType: word,
    delayedDispatchReason: word,
    totalPaymentAmount: countSchema,
    placeOrderStatus: word,
    claimType: word,
    claimStatus: word,
    claimId: word,
    shippingDueDate: word,
    deliveryAttributeType: word,
    expectedDeliveryMethod: word,
    giftReceivingStatus: word,
    logisticsDirectContracted: yesSchema,
    hopeDelivery: z.object({ hopeDeliveryYmd: word }).nullish().catch(undefined),
    productClass: word,
    initialQuantity: countSchema,
    remainQuantity: countSchema,
  }),
  delivery: z
    .object({
      deliveryMethod: word,
      deliveryCompany: word,
      trackingNumber: word,
      sendDate: word,
      isWrongTrackingNumber: yesSchema,
      wrongTrackingNumberType: word,
      pickupDate: word,
      deliveryStatus: word,
    })
    .nullish()
    .catch(undefined),
  currentClaim: z
    .object({ cancel: claimSchema, return: claimSchema, exchange: claimSchema })
    .nullish()
    .catch(undefined),
  cancel: claimSchema,
});
const entryIdSchema = z.object({ productOrder: z.object({ productOrderId: idSchema }) });

/** Where claims stand, told apart from something else in their place, which is no "there is no claim". */
const claimStatusSchema = z.union([z.string(), z.number()]).nullish();
const claimFormSchema = z.object({ claimStatus: claimStatusSchema }).nullish();
const claimsFormSchema = z.object({
  productOrder: claimFormSchema,
  currentClaim: z.object({ cancel: claimFormSchema, return: claimFormSchema, exchange: claimFormSchema }).nullish(),
  cancel: claimFormSchema,
});
/** `hasUnreadClaim`: something stands where a claim would that cannot be read as one. */
export type QueryEntry = z.infer<typeof queryEntrySchema> & { hasUnreadClaim?: true };

const querySchema = z.object({ timestamp: word, traceId: word, code: word, data: z.array(z.unknown()).nullish() });

/** Of a token that does not say how long it lives, or says none: long enough to use it, and a 401 renews it anyway. */
const unsaidLifeSeconds = 60;

const tokenSchema = z.object({
  // Beyond these signs it could not be put into a header, which would look like a market that cannot be reached.
  access_token: z.string().regex(/^[\x21-\x7E]{1,4096}$/u),
  expires_in: z.coerce.number().positive().catch(unsaidLifeSeconds),
  token_type: word,
});

/** What an error's body says of itself: the gateway's, an order endpoint's and the token endpoint's have these in common. */
export function parseError(text: string): { code?: string; message?: string; traceId?: string } {
  const parsed = errorSchema.safeParse(jsonOf(text));
  if (!parsed.success) return {};
  const { code, message, traceId } = parsed.data;
  return {
    ...(code === undefined ? {} : { code }),
    ...(message === undefined ? {} : { message }),
    ...(traceId === undefined ? {} : { traceId }),
  };
}

/** The `timestamp` every documented body carries, in ms UTC; undefined where it says none. */
export function parseSaidAt(text: string): number | undefined {
  const parsed = saidAtSchema.safeParse(jsonOf(text));
  return parsed.success ? Date.parse(parsed.data.timestamp) : undefined;
}

export interface Lists {
  traceId?: string;
  /** id -> whether the receiver's address changed (confirm only) */
  yes: ReadonlyMap<string, { addressChanged: boolean }>;
  no: readonly FailInfo[];
}

/** resources/docs/markets/naver.md, "Return structure", used by dispatch. Undefined: not the documented JSON. */
export function parseReturnStructure(text: string): Lists | undefined {
  const parsed = returnStructureSchema.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { successProductOrderIds: yes, failProductOrderInfos: no } = parsed.data.data;
  // Neither list is another shape; one of the two missing is an empty list.
  if (yes === undefined && no === undefined) return undefined;
  return {
    ...(parsed.data.traceId === undefined ? {} : { traceId: parsed.data.traceId }),
    yes: new Map((yes ?? []).map((id) => [id, { addressChanged: false }])),
    no: no ?? [],
  };
}

/**
 * resources/docs/markets/naver.md, "Confirm": its list of successes has another name and other members than the common
 * structure.
 */
export function parseConfirm(text: string): Lists | undefined {
  const parsed = confirmSchema.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { successProductOrderInfos: yes, failProductOrderInfos: no } = parsed.data.data;
  if (yes === undefined && no === undefined) return undefined;
  // Named twice, it has changed when one of the two says so: the seller looks at it once for nothing at worst.
  const changed = new Set((yes ?? []).flatMap((one) => (one.isReceiverAddressChanged ? [one.productOrderId] : [])));
  return {
    ...(parsed.data.traceId === undefined ? {} : { traceId: parsed.data.traceId }),
    yes: new Map((yes ?? []).map((one) => [one.productOrderId, { addressChanged: changed.has(one.productOrderId) }])),
    no: no ?? [],
  };
}

/** resources/docs/markets/naver.md, "Product order ids", both shapes. */
export function parseProductOrderIds(text: string): { traceId?: string; ids: string[] } | undefined {
  const parsed = productOrderIdsSchema.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { traceId, data } = parsed.data;
  return { ...(traceId === undefined ? {} : { traceId }), ids: [...new Set(data)] };
}

/**
 * /query: the entries that can be read, and of those that cannot the ids (`unread`), as far as they say one. A missing list is an empty one only next to the
 * envelope's own fields and without a code, so that some other JSON, or an error that came with a 200, is not taken for
 * "none of these exist".
 */
export function* parseQuery(
  text: string,
): Steps<{ traceId?: string; entries: QueryEntry[]; unread: string[] } | undefined> {
  const parsed = querySchema.safeParse(jsonOf(text));
  if (!parsed.success) return undefined;
  const { timestamp, traceId, code, data } = parsed.data;
  if (!data && (code !== undefined || (timestamp === undefined && traceId === undefined))) return undefined;
  const unread: string[] = [];
  const entries = yield* flatMapInSteps(data ?? [], (entry): QueryEntry[] => {
    const read = queryEntrySchema.safeParse(entry);
    if (read.success) {
      const hasUnreadClaim = !claimsFormSchema.safeParse(entry).success;
      return [hasUnreadClaim ? { ...read.data, hasUnreadClaim } : read.data];
    }
    const named = entryIdSchema.safeParse(entry).data;
    if (named !== undefined) unread.push(named.productOrder.productOrderId);
    return [];
  });
  return { ...(traceId === undefined ? {} : { traceId }), entries, unread };
}

/** The token endpoint (resources/docs/markets/naver.md, "Token"). `expiresIn` in seconds. */
export function parseToken(text: string): { token: string; expiresIn: number } | undefined {
  const parsed = tokenSchema.safeParse(jsonOf(text));
  return parsed.success ? { token: parsed.data.access_token, expiresIn: parsed.data.expires_in } : undefined;
}
