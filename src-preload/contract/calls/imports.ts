import { z } from 'zod';
import { linesPerChunk } from '../chunks';
import { importIdSchema, instantSchema, storeIdSchema } from '../ids';
import { sheetReadingSchema, importSchema } from '../import';
import { jobKindSchema, jobSchema } from '../job';
import { earlierUseSchema, bookLineSchema, earlierJobSchema, lineSchema } from '../line';
import { logStates } from '../log-groups';
import { none } from './inputs';

/** Of one page of jobs. */
const mostJobs = 200;

const count = z.int().nonnegative();
const importOnly = z.strictObject({ importId: importIdSchema });
const importedFile = z.strictObject({
  storeId: storeIdSchema,
  fileName: z.string().min(1).max(255),
  operation: jobKindSchema,
  /** sha-256 of the bytes, hex: the same file again is recognised. */
  digest: z.string().length(64),
});
const begunImport = z.strictObject({
  importId: importIdSchema,
  seenBefore: z.strictObject({ at: instantSchema, fileName: z.string(), sent: z.int() }).optional(),
});

/** Drafts: the lines of a sheet until they are sent. */
export const importCalls = {
  'imports-begin': { input: importedFile, output: begunImport, failures: ['not-found'] },
  /**
   * A whole file whose lines fit into one chunk, in one commit: what imports-begin, imports-put-lines and imports-finish
   * do one after the other. With an `importId` the lines take the place of what that draft held.
   */
  'imports-keep': {
    input: importedFile.extend({
      importId: importIdSchema.optional(),
      reading: sheetReadingSchema,
      lines: z.array(lineSchema).max(linesPerChunk),
    }),
    output: begunImport.extend({
      earlierJobs: z.array(earlierJobSchema),
      earlierUses: z.array(earlierUseSchema),
      bookLines: z.array(bookLineSchema).optional(),
    }),
    failures: ['not-found'],
  },
  /** Adds or replaces lines of a draft; answers what is known of their targets and numbers from before. */
  'imports-put-lines': {
    input: z.strictObject({
      importId: importIdSchema,
      /** true: what the draft held before goes (a column was chosen again). */
      startOver: z.boolean().optional(),
      lines: z.array(lineSchema).max(linesPerChunk),
    }),
    output: z.strictObject({
      earlierJobs: z.array(earlierJobSchema),
      earlierUses: z.array(earlierUseSchema),
      bookLines: z.array(bookLineSchema).optional(),
    }),
    failures: ['not-found'],
  },
  'imports-finish': {
    input: z.strictObject({
      importId: importIdSchema,
      reading: sheetReadingSchema,
      operation: jobKindSchema,
      storeId: storeIdSchema,
    }),
    output: none,
    failures: ['not-found'],
  },
  'imports-list': { input: none, output: z.array(importSchema), failures: [] },
  'imports-lines': {
    input: z.strictObject({ importId: importIdSchema, afterRow: z.int().nonnegative() }),
    output: z.strictObject({
      lines: z.array(lineSchema).max(linesPerChunk),
      earlierJobs: z.array(earlierJobSchema),
      earlierUses: z.array(earlierUseSchema),
      bookLines: z.array(bookLineSchema).optional(),
    }),
    failures: ['not-found'],
  },
  /**
   * The jobs that lines of an import became, in the order of the sheet, and how many there are in all. `withoutTasks`:
   * without those that wait for the seller. `inBox`: the job's place among the jobs of its box that stand next to it.
   */
  'imports-jobs': {
    input: z.strictObject({
      importId: importIdSchema,
      offset: count,
      limit: z.int().positive().max(mostJobs),
      withoutTasks: z.boolean(),
    }),
    output: z.strictObject({
      jobs: z.array(z.strictObject({ job: jobSchema, inBox: z.enum(['first', 'between', 'last']).optional() })),
      total: count,
    }),
    failures: [],
  },
  /**
   * How the jobs of an import stand. A lookup counts until it has found its orders: from then on their own jobs do.
   * `boxes` only where they are asked for, and where they are not too many to be counted.
   */
  'imports-sums': {
    input: z.strictObject({ importId: importIdSchema, withBoxes: z.boolean() }),
    output: z.strictObject({
      states: z.record(z.enum(logStates), count),
      boxes: z
        .strictObject({
          all: count,
          /** Those that the market has. */
          done: count,
          /** Most jobs first. */
          couriers: z.array(z.strictObject({ code: z.string(), jobs: count })),
        })
        .optional(),
    }),
    failures: ['not-found'],
  },
  'imports-drop': { input: importOnly, output: none, failures: ['not-found'] },
} as const;
