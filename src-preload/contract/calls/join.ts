import { z } from 'zod';
import { importIdSchema, instantSchema, storeIdSchema } from '../ids';
import { joinNotes, joinStates } from '../join/outcome';

const productOrderId = z.string().min(1).max(100);
const row = z.int().positive();
const likeness = z.enum(['same', 'near', 'unknown', 'different']);
/** Boxes of one sheet in one question. */
const mostBoxes = 100_000;

/** An order as the join shows it, next to a line. */
const joinOrderSchema = z.strictObject({
  productOrderId,
  orderId: z.string().optional(),
  recipient: z.string().optional(),
  phones: z.array(z.string()),
  zipCode: z.string().optional(),
  address: z.string().optional(),
  product: z.string().optional(),
  option: z.string().optional(),
  quantity: z.int().nonnegative().optional(),
  dueAt: instantSchema.optional(),
});

/** Which orders the lines of a sheet belong to (resources/docs/sheets.md, "Joining"). */
export const joinCalls = {
  /**
   * What the lines of a draft may belong to. `orders`: all that a candidate names, and the first of those without a line.
   * `cameBack`: the courier's form that this sheet answers, where one is known by its orders.
   */
  'join-suggest': {
    input: z.strictObject({ storeId: storeIdSchema, importId: importIdSchema }),
    output: z.strictObject({
      boxes: z.array(
        z.strictObject({
          rows: z.array(row),
          is: z.enum(joinStates),
          ticked: z.boolean(),
          candidates: z.array(
            z.strictObject({
              orders: z.array(z.strictObject({ productOrderId, ticked: z.boolean() })),
              by: z.enum(['product-order', 'order']).optional(),
              evidence: z.strictObject({ name: likeness, phone: likeness, place: likeness, postcode: likeness }),
              goods: likeness,
            }),
          ),
          notes: z.array(z.enum(joinNotes)),
        }),
      ),
      /** By due date; at most some hundreds. */
      withoutLine: z.array(productOrderId),
      withoutLineCount: z.int().nonnegative(),
      orders: z.array(joinOrderSchema),
      cameBack: z
        .strictObject({
          madeAt: instantSchema,
          layout: z.string(),
          fileName: z.string(),
          orders: z.int().positive(),
          withNumber: z.int().nonnegative(),
          missing: z.array(productOrderId),
        })
        .optional(),
    }),
    failures: ['not-found'],
  },
  /**
   * Writes decided pairs into the draft: each line has its product order, and what else lies in the box gets lines of its
   * own behind the last. `twice`: one product order is in two boxes; `not-open`: one is not open, or its line is gone.
   */
  'join-apply': {
    input: z.strictObject({
      storeId: storeIdSchema,
      importId: importIdSchema,
      pairs: z
        .array(z.strictObject({ rows: z.array(row).min(1), productOrderIds: z.array(productOrderId).min(1) }))
        .min(1)
        .max(mostBoxes),
    }),
    output: z.strictObject({ lines: z.int().nonnegative(), added: z.int().nonnegative() }),
    failures: ['not-found', 'twice', 'not-open'],
  },
} as const;
