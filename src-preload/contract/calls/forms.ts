import { z } from 'zod';
import { formLayoutSchema } from '../courier-forms/layout-schema';
import { formProblems } from '../courier-forms/form-rows';
import { instantSchema, storeIdSchema } from '../ids';
import { none, storeOnly } from './inputs';

const productOrderId = z.string().min(1).max(100);
const sender = z.strictObject({
  name: z.string().max(100),
  phone: z.string().max(40),
  postcode: z.string().max(10),
  address: z.string().max(300),
});
/** Orders of one form. */
const mostOrders = 20_000;

const asked = z.strictObject({
  storeId: storeIdSchema,
  layout: z.string().min(1).max(100),
  /** Absent: all that are confirmed and have no number (송장 기다림). */
  productOrderIds: z.array(productOrderId).max(mostOrders).optional(),
  oneRowAParcel: z.boolean(),
  /** Memos that are too long are cut for these. */
  cutMemos: z.array(productOrderId).max(mostOrders),
  /** Memos that are too long go out whole for these: how much a courier takes is our assumption. */
  keepMemos: z.array(productOrderId).max(mostOrders).optional(),
  /** Memos the seller wrote, by the first product order of the row. */
  memos: z.record(z.string(), z.string().max(1_000)),
  /** Phones the seller typed, likewise. */
  phones: z.record(z.string(), z.string().max(40)),
  /** On a form already, and wanted on this one, too. */
  again: z.array(productOrderId).max(mostOrders),
});

/** Couriers' upload forms (resources/docs/sheets.md, "Courier forms"). */
export const formCalls = {
  /** The rows as they would stand in the file, and what is not among them. */
  'form-preview': {
    input: asked,
    output: z.strictObject({
      header: z.array(z.string()),
      rows: z.array(
        z.strictObject({
          productOrderIds: z.array(productOrderId),
          cells: z.array(z.string()),
          problems: z.array(z.enum(formProblems)),
          memoOver: z.int().nonnegative(),
          memo: z.string(),
        }),
      ),
      /** On a form already and without a number since: put on this one only when asked for again. */
      already: z.array(
        z.strictObject({
          productOrderId,
          recipient: z.string().optional(),
          product: z.string().optional(),
          madeAt: instantSchema,
          layout: z.string(),
        }),
      ),
      /** Asked for, but nothing to be sent now; `not-open` is not in the book, or was sent. */
      leftOut: z.array(z.strictObject({ productOrderId, why: z.enum(['not-to-be-sent', 'has-number', 'not-open']) })),
      sender: sender.optional(),
    }),
    failures: ['not-found', 'no-layout'],
  },
  /**
   * Answers the table of a file for these rows, named by their first product orders, and remembers that it was made.
   * `refused`: the courier would not take one of them. `changed`: one of them is not as it was previewed.
   */
  'form-save': {
    input: asked.extend({ rows: z.array(productOrderId).min(1).max(mostOrders) }),
    output: z.strictObject({
      fileName: z.string(),
      sheetName: z.string(),
      format: z.enum(['xlsx', 'xls']),
      /** The first row is the header. */
      table: z.array(z.array(z.string())),
    }),
    failures: ['not-found', 'no-layout', 'refused', 'changed'],
  },
  /** Forms that were made, newest first, and how many of their orders have a number by now. */
  'form-files': {
    input: storeOnly,
    output: z.strictObject({
      files: z.array(
        z.strictObject({
          madeAt: instantSchema,
          layout: z.string(),
          fileName: z.string(),
          orders: z.int().nonnegative(),
          withNumber: z.int().nonnegative(),
          /** Open ones without a number. */
          missing: z.array(productOrderId),
        }),
      ),
    }),
    failures: ['not-found'],
  },
  'form-sender-set': {
    input: z.strictObject({ storeId: storeIdSchema, sender }),
    output: none,
    failures: ['not-found'],
  },
  /** The seller's own forms, by name. */
  'form-layouts': {
    input: none,
    output: z.strictObject({ layouts: z.array(formLayoutSchema) }),
    failures: [],
  },
  /** Keeps a form of the seller's own: a new one without the id of one that is kept. */
  'form-layout-put': {
    input: z.strictObject({ layout: formLayoutSchema.partial({ id: true }) }),
    output: z.strictObject({ id: z.string() }),
    failures: ['name-taken', 'too-many'],
  },
  'form-layout-drop': {
    input: z.strictObject({ id: z.string().min(1).max(100) }),
    output: none,
    failures: [],
  },
  /**
   * Reads a file that says it is a form; it may come from anybody. Nothing is kept. `no-layout`: it is none; `other-version`:
   * an app of another version made it; `damaged`: it has what no form has, or lacks something.
   */
  'form-layout-read': {
    input: z.strictObject({ text: z.string().max(200_000) }),
    output: z.strictObject({ layout: formLayoutSchema.omit({ id: true }) }),
    failures: ['no-layout', 'other-version', 'damaged'],
  },
} as const;
