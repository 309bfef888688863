import { z } from 'zod';
import { batchIdSchema, instantSchema, jobIdSchema, storeIdSchema } from './ids';
import { dispatchValuesSchema, jobKindSchema, jobStateSchema, stockValuesSchema } from './job';

export const addOutcomeSchema = z.strictObject({
  batchId: batchIdSchema.optional(),
  dueAt: instantSchema.optional(),
  added: z.int().nonnegative(),
  already: z.int().nonnegative(),
  /** New values took the place of older ones: the id to take that back by (`log-take-back`). */
  undo: z.string().optional(),
  /** Per line what did not become a job: `already`, `conflict`, `in-flight`, `sent`, `error`, `needs-tick`, `not-by-file`,
   * `unread` (there is a job of it that cannot be read), `refused` (the book says that the market would refuse it: `code`). */
  lines: z.array(
    z.strictObject({
      row: z.int().positive(),
      target: z.string(),
      outcome: z.enum([
        'already',
        'conflict',
        'in-flight',
        'sent',
        'error',
        'needs-tick',
        'not-by-file',
        'unread',
        'refused',
      ]),
      /** One of ours (codes.ts). */
      code: z.string().optional(),
      jobId: jobIdSchema.optional(),
    }),
  ),
});
export type AddOutcome = z.infer<typeof addOutcomeSchema>;

export const logFilterSchema = z.strictObject({
  storeId: storeIdSchema,
  states: z.array(jobStateSchema).optional(),
  kinds: z.array(jobKindSchema).optional(),
  /** Of the held ones only those in the seller's 일괄발송 file, or only the others. */
  filed: z.boolean().optional(),
  /** A prefix of a product order, order or tracking number, or their last four or more digits. */
  search: z.string().max(100).optional(),
});
export type LogFilter = z.infer<typeof logFilterSchema>;

const ids = z.array(jobIdSchema).min(1).max(1000);
export const actionSchema = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('retry'), jobs: ids }),
  z.strictObject({ action: z.literal('exclude'), jobs: ids }),
  /** Yes to a hold. For a cancel request one job's parcel at a time. */
  z.strictObject({ action: z.literal('approve'), jobs: ids }),
  z.strictObject({ action: z.literal('decline'), jobs: ids }),
  /** These orders of a box stay out, and the others of it that are held for the same reason go. */
  z.strictObject({ action: z.literal('leave-out'), jobs: ids }),
  /**
   * Yes to the cancel requests of one box: they are agreed to and paid back, for good. `others`: what becomes of its orders
   * without a request.
   */
  z.strictObject({ action: z.literal('refund'), jobs: ids, others: z.enum(['send', 'leave-out']) }),
  /** All open product orders of this order lie in the parcel, and always do in files of this layout. */
  z.strictObject({ action: z.literal('take-all'), jobs: ids.max(1) }),
  /**
   * Of a dispatch or of a stock answer. Values of another kind than the job's are refused, and those that a row of a sheet
   * would be refused for. `chosen`: looked at, and wanted as they are, as with a row's tick.
   */
  z.strictObject({
    action: z.literal('edit'),
    jobs: ids.max(1),
    values: z.union([dispatchValuesSchema, stockValuesSchema]),
    chosen: z.boolean().optional(),
  }),
  z.strictObject({ action: z.literal('confirm-then-dispatch'), jobs: ids }),
  /** Into the seller's 일괄발송 file: the app sends it no more, and looks whether it arrived. */
  z.strictObject({ action: z.literal('by-file'), jobs: ids }),
  /** Out of 제외, back into the queue. */
  z.strictObject({ action: z.literal('put-back'), jobs: ids }),
  z.strictObject({ action: z.literal('reread'), jobs: ids }),
  /** "I looked in SmartStore Center": it was sent, or it was not. */
  z.strictObject({ action: z.literal('settled-by-hand'), jobs: ids, sent: z.boolean() }),
]);
export type Action = z.infer<typeof actionSchema>;

/** Acts on everything of a store at once: `here-instead` takes out of the 일괄발송 file what is in it. */
export const actionsOnAll = ['retry', 'confirm-then-dispatch', 'by-file', 'here-instead'] as const;
export type ActionOnAll = (typeof actionsOnAll)[number];

/** How long a decision can be taken back, ms; a yes is not carried out before. */
export const decisionUndoMs = 10_000;

/** A look of the seller at what changed about a product order, as far as it was found until `through`. */
export const lookSchema = z.strictObject({ productOrderId: z.string().min(1).max(100), through: instantSchema });
export type Look = z.infer<typeof lookSchema>;

/** What a look of the seller lets go: how many jobs, and the id to take that back by. */
export const letGoSchema = z.strictObject({ jobs: z.int().nonnegative(), undo: z.string().optional() });
export type LetGo = z.infer<typeof letGoSchema>;

export const actionOutcomeSchema = z.strictObject({
  /** The decision can be taken back by this until `decisionUndoMs` have passed. */
  undo: z.string().optional(),
  changed: z.int().nonnegative(),
  refused: z.array(
    z.strictObject({
      jobId: jobIdSchema,
      why: z.enum(['in-flight', 'wrong-state', 'not-found', 'other-live', 'bad-values']),
    }),
  ),
});
