import { z } from 'zod';
import { importIdSchema } from './ids';
import { cellMarkSchema, lineFieldSchema } from './line';

/** Number of a step, growing with time over all files. */
export const editStepIdSchema = z.int().positive();

/** What the seller did; with how many lines and in which column it names the step. */
export const editKinds = [
  'typed',
  'pasted',
  'cleared',
  'filled',
  'ticked',
  'excluded',
  'fixed',
  'dated',
  'courier',
  'hidden',
  'answered',
  'whole-courier',
  'joined',
] as const;

export const editLabelSchema = z.strictObject({
  what: z.enum(editKinds),
  lines: z.int().nonnegative(),
  field: lineFieldSchema.optional(),
  /** Of `whole-courier`: the courier's code before and after; absent: none was chosen. */
  before: z.string().optional(),
  after: z.string().optional(),
});
export type EditLabel = z.infer<typeof editLabelSchema>;
export type EditKind = EditLabel['what'];

/** One step, without its lines. */
export const editStepSchema = z.strictObject({
  id: editStepIdSchema,
  importId: importIdSchema,
  label: editLabelSchema,
  /** It was taken back, and can be done again. */
  undone: z.boolean(),
});
export type EditStep = z.infer<typeof editStepSchema>;

const lineSideSchema = z.strictObject({
  cells: z.partialRecord(lineFieldSchema, z.string().max(2000).nullable()).optional(),
  marks: z.partialRecord(lineFieldSchema, cellMarkSchema).nullable().optional(),
  waits: z.array(lineFieldSchema).nullable().optional(),
  edited: z.array(lineFieldSchema).nullable().optional(),
  chosen: z.boolean().nullable().optional(),
});

/** check/line-patch.ts, as it crosses and is kept. */
export const linePatchSchema = z.strictObject({
  row: z.int().positive(),
  before: lineSideSchema,
  after: lineSideSchema,
});
