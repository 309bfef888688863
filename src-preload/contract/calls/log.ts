import { z } from 'zod';
import { actionOutcomeSchema, actionSchema, actionsOnAll, logFilterSchema } from '../actions';
import { importIdSchema, jobIdSchema, storeIdSchema } from '../ids';
import { attemptSchema, dispatchValuesSchema, jobKindSchema, jobSchema, sellerDecisionSchema } from '../job';
import { unreadRecordSchema } from '../unread';
import { storeOnly } from './inputs';

/** Jobs asked for by name at once. */
const mostNamed = 1000;

/** The log: its pages, one job with its history, what the seller does to jobs, and the figures on the buttons for that. */
export const logCalls = {
  'log-page': {
    input: z.strictObject({ filter: logFilterSchema, offset: z.int().nonnegative(), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ jobs: z.array(jobSchema), total: z.int().nonnegative() }),
    failures: [],
  },
  'log-job': {
    input: z.strictObject({ jobId: jobIdSchema }),
    output: z.strictObject({
      job: jobSchema,
      attempts: z.array(attemptSchema),
      decisions: z.array(sellerDecisionSchema),
      /** Other jobs of the same parcel. */
      parcel: z.array(jobIdSchema),
    }),
    failures: ['not-found'],
  },
  /** Those of the named jobs that are still there, in the order they are named. */
  'log-jobs': {
    input: z.strictObject({ ids: z.array(jobIdSchema).max(mostNamed) }),
    output: z.strictObject({ jobs: z.array(jobSchema) }),
    failures: [],
  },
  /** The latest job of each of these targets that has one. */
  'log-latest': {
    input: z.strictObject({
      storeId: storeIdSchema,
      kind: jobKindSchema,
      targets: z.array(z.string().min(1).max(100)).max(mostNamed),
    }),
    output: z.strictObject({ jobs: z.array(jobSchema) }),
    failures: [],
  },
  /** What is in the seller's 일괄발송 file and not seen at the market yet, of a store or one import; in the sheet's order. */
  'log-by-file': {
    input: z.strictObject({ storeId: storeIdSchema, importId: importIdSchema.optional() }),
    output: z.strictObject({
      lines: z.array(z.strictObject({ target: z.string(), dispatch: dispatchValuesSchema })),
    }),
    failures: [],
  },
  /** The items of a store with the newest answer of each, and how many stand how; `more`: older answers were left out. */
  'stock-items': {
    input: storeOnly,
    output: z.strictObject({
      items: z.array(jobSchema),
      counts: z.strictObject({
        available: z.int().nonnegative(),
        unavailable: z.int().nonnegative(),
        /** Not settled, or refused: the market does not know the answer yet. */
        open: z.int().nonnegative(),
      }),
      more: z.boolean(),
    }),
    failures: [],
  },
  'log-act': { input: actionSchema, output: actionOutcomeSchema, failures: [] },
  /** Retry all that a retry can change; never cancel holds, never `not-found` unknowns. */
  'log-act-all': {
    input: z.strictObject({ storeId: storeIdSchema, action: z.enum(actionsOnAll) }),
    output: actionOutcomeSchema,
    failures: ['not-found'],
  },
  /** How many jobs each act on all would change: the figures on their buttons. */
  'log-counts-all': {
    input: storeOnly,
    output: z.record(z.enum(actionsOnAll), z.int().nonnegative()),
    failures: ['not-found'],
  },
  /** What this version cannot read, of all stores. */
  'log-unread': {
    input: z.strictObject({}),
    output: z.strictObject({ records: z.array(unreadRecordSchema) }),
    failures: [],
  },
  /** Takes a decision back, by the `undo` it was answered with. */
  'log-take-back': {
    input: z.strictObject({ undo: z.string().min(1).max(100) }),
    output: z.strictObject({ back: z.int().nonnegative() }),
    failures: ['too-late'],
  },
} as const;
