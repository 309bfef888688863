import { z } from 'zod';
import { actionOutcomeSchema, actionSchema, actionsOnAll, logFilterSchema } from '../actions';
import { importIdSchema, jobIdSchema, storeIdSchema } from '../ids';
import { attemptSchema, dispatchValuesSchema, jobKindSchema, jobSchema, sellerDecisionSchema } from '../job';
import { unreadRecordSchema } from '../unread';
import { logGroupings, logPeriods, logStates } from '../log-groups';
import { none, storeOnly } from './inputs';

/** Jobs and groups named at once, in a question and in an answer. */
const mostNamed = 1000;

/** Which jobs the log shows: all that is given holds for each of them. */
const logScopeSchema = z.strictObject({
  storeId: storeIdSchema,
  period: z.enum(logPeriods),
  states: z.array(z.enum(logStates)).optional(),
  kinds: z.array(jobKindSchema).optional(),
  /** Ids of imports, or `none:` and a kind for what came without a file. */
  files: z.array(z.string().max(100)).max(1000).optional(),
  /** Only what is held for one of these reasons, or was refused with one of these codes. */
  reasons: z.array(z.string().max(200)).max(100).optional(),
  /** What they stand together by; absent: their cause. */
  by: z.enum(logGroupings).optional(),
  /** Words of a name or a product, a prefix of a number, or its last four or more digits. */
  search: z.string().max(100).optional(),
});
export type LogScope = z.infer<typeof logScopeSchema>;

/** What is kept of it: nothing that was typed, since that names people. */
export const logViewSchema = logScopeSchema.omit({ storeId: true, search: true });
export type LogView = z.infer<typeof logViewSchema>;

/** Keys of groups (log-groups.ts). */
const groupKeySchema = z.string().max(400);

const groupSchema = z.strictObject({
  key: groupKeySchema,
  jobs: z.int().positive(),
  /** Absent where there are too many jobs to count them, and where none has a number. */
  boxes: z.int().positive().optional(),
  /** The first of its jobs, of groups in which the seller has something to do. */
  first: z.array(jobSchema).max(2),
});

export type LogGroup = z.infer<typeof groupSchema>;

/** A job's place among those of its box that stand next to it; `mates` jobs in all. Absent of a box of one. */
const inBoxSchema = z.strictObject({ at: z.enum(['first', 'between', 'last']), mates: z.int().min(2) });
const logItemSchema = z.discriminatedUnion('is', [
  z.strictObject({ is: z.literal('group'), group: groupSchema }),
  z.strictObject({ is: z.literal('job'), job: jobSchema, inBox: inBoxSchema.optional() }),
]);
export type LogItem = z.infer<typeof logItemSchema>;

const count = z.int().nonnegative();
const logFileSchema = z.strictObject({
  /** What `files` of a filter takes. */
  id: z.string(),
  /** Absent of what came without a file. */
  name: z.string().optional(),
  kind: jobKindSchema,
  /** When its newest jobs were added. */
  at: z.int().nonnegative(),
  jobs: count,
  done: count,
  held: count,
  rejected: count,
});
export type LogFile = z.infer<typeof logFileSchema>;

/** The log: its pages, one job with its history, what the seller does to jobs, and the figures on the buttons for that. */
export const logCalls = {
  'log-page': {
    input: z.strictObject({ filter: logFilterSchema, offset: z.int().nonnegative(), limit: z.int().min(1).max(200) }),
    output: z.strictObject({ jobs: z.array(jobSchema), total: z.int().nonnegative() }),
    failures: [],
  },
  /**
   * Heads of groups and their jobs in one order, the worst group first; `total` counts both. Of a folded group only the
   * head comes. `today` also has what was added earlier and is under way or waits for the seller.
   */
  'log-list': {
    input: z.strictObject({
      scope: logScopeSchema,
      folded: z.array(groupKeySchema).max(mostNamed),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      items: z.array(logItemSchema),
      total: count,
      /** Jobs among them, also those of folded groups. */
      jobs: count,
      /** Not all names could be looked through yet: asked again, the answer may have more. */
      partial: z.boolean(),
    }),
    failures: [],
  },
  /** The first jobs that a scope, or one group of it, lets through; `jobs` says how many there are. */
  'log-ids': {
    input: z.strictObject({ scope: logScopeSchema, group: groupKeySchema.optional() }),
    output: z.strictObject({ ids: z.array(jobIdSchema).max(mostNamed), jobs: count }),
    failures: [],
  },
  /** The files of a period, newest first, each with all its jobs of its days; and the figures of the whole period. */
  'log-files': {
    input: logScopeSchema.pick({ storeId: true, period: true, files: true }),
    output: z.strictObject({
      files: z.array(logFileSchema),
      /** There are older files, which are left out. */
      more: z.boolean(),
      /** Of `files` alone where they are given. `earlier`: how many of `tasks` were added before the period. */
      sums: z.strictObject({ jobs: count, done: count, tasks: count, earlier: count }),
    }),
    failures: [],
  },
  /** How the seller left the log; kept for the next start. */
  'log-view': {
    input: storeOnly,
    output: z.strictObject({ view: logViewSchema.optional() }),
    failures: [],
  },
  'log-view-keep': {
    input: z.strictObject({ storeId: storeIdSchema, view: logViewSchema }),
    output: none,
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
