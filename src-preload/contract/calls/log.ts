import { z } from 'zod';
import { actionOutcomeSchema, actionSchema, actionsOnAll, logFilterSchema } from '../actions';
import { storeIdSchema, jobIdSchema } from '../ids';
import { attemptSchema, sellerDecisionSchema, jobSchema } from '../job';
import { storeOnly } from './inputs';

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
  /** Takes a decision back, by the `undo` it was answered with. */
  'log-take-back': {
    input: z.strictObject({ undo: z.string().min(1).max(100) }),
    output: z.strictObject({ back: z.int().nonnegative() }),
    failures: ['too-late'],
  },
} as const;
