import { z } from 'zod';
import { addOutcomeSchema } from '../actions';
import { batchIdSchema, importIdSchema, storeIdSchema, typedTextSchema } from '../ids';
import { jobValuesSchema } from '../job';

/** Adding jobs, and taking a batch back. */
export const outboxCalls = {
  'outbox-add': {
    input: z.strictObject({
      importId: importIdSchema,
      storeId: storeIdSchema,
      /** Only replace jobs of the same target that are queued, waiting or held; other lines stay under review. */
      replace: z.boolean().optional(),
      /** The lines go into the seller's 일괄발송 file: kept as jobs the app does not send. */
      byFile: z.boolean().optional(),
    }),
    output: addOutcomeSchema,
    failures: ['not-found', 'nothing-to-send'],
  },
  /** How many jobs `outbox-add` would add of an import now: the figure on its button. */
  'outbox-count': {
    input: z.strictObject({ importId: importIdSchema, storeId: storeIdSchema, byFile: z.boolean().optional() }),
    output: z.strictObject({ jobs: z.int().nonnegative() }),
    failures: ['not-found'],
  },
  /**
   * Jobs without a sheet: pasted numbers to confirm, one stock answer changed in the grid. Each is checked as a row of a
   * sheet is; `chosen`: looked at, and wanted as it is, as with a row's tick.
   */
  'outbox-add-targets': {
    input: z.strictObject({
      storeId: storeIdSchema,
      jobs: z
        .array(
          z.strictObject({ target: typedTextSchema.max(100), values: jobValuesSchema, chosen: z.boolean().optional() }),
        )
        .min(1)
        .max(10_000),
    }),
    output: addOutcomeSchema,
    failures: ['not-found'],
  },
  'outbox-undo': {
    input: z.strictObject({ batchId: batchIdSchema }),
    output: z.strictObject({ takenBack: z.int().nonnegative(), importId: importIdSchema.optional() }),
    failures: ['too-late', 'not-found'],
  },
} as const;
