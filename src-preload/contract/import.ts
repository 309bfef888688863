import { z } from 'zod';
import { mostFileNotes, mostUnreadTables } from './chunks';
import { fileNoteCodes } from './file-notes';
import { importIdSchema, instantSchema, storeIdSchema } from './ids';
import { jobKindSchema } from './job';
import { lineFieldSchema } from './line';

/** A table of the file that looks like lines and is in no review; rows and columns 0-based, `at` as Excel shows it. */
const unreadTableSchema = z.strictObject({
  sheet: z.string(),
  hidden: z.boolean(),
  part: z.strictObject({ row: z.int().nonnegative(), column: z.int().nonnegative() }).optional(),
  at: z.strictObject({ row: z.int().positive(), letter: z.string() }).optional(),
  lines: z.int().nonnegative(),
});
export type UnreadTable = z.infer<typeof unreadTableSchema>;

/** As file-notes.ts has it. */
const fileNoteSchema = z.strictObject({
  code: z.enum(fileNoteCodes),
  sheet: z.string().optional(),
  count: z.int().nonnegative().optional(),
  reason: z.string().optional(),
  detail: z.string().optional(),
});

/** What the sheet worker understood of a file, kept with the import so that a restart shows it again. */
export const sheetReadingSchema = z.strictObject({
  layout: z.string().optional(),
  sheetName: z.string(),
  headerRow: z.int().nonnegative(),
  columns: z.partialRecord(lineFieldSchema, z.int().nonnegative()),
  headers: z.array(z.string()),
  encoding: z.string().optional(),
  /** A courier for the whole sheet, where it has no such column. */
  wholeCourier: z.string().optional(),
  skipped: z.strictObject({
    empty: z.int().nonnegative(),
    titles: z.int().nonnegative(),
    totals: z.int().nonnegative(),
    otherMalls: z.int().nonnegative(),
  }),
  lineCount: z.int().nonnegative(),
  unread: z.array(unreadTableSchema).max(mostUnreadTables).optional(),
  notes: z.array(fileNoteSchema).max(mostFileNotes).optional(),
});
export type SheetReading = z.infer<typeof sheetReadingSchema>;

export const importSchema = z.strictObject({
  id: importIdSchema,
  storeId: storeIdSchema,
  fileName: z.string(),
  operation: jobKindSchema,
  createdAt: instantSchema,
  reading: sheetReadingSchema.optional(),
  /** Lines still in the draft, and jobs already made of it. */
  open: z.int().nonnegative(),
  sent: z.int().nonnegative(),
  /** Jobs of it are under way: its run is shown again after a restart. */
  underWay: z.boolean(),
});
export type Import = z.infer<typeof importSchema>;

/** Courier names, column choices and the like that the seller's answers taught us. */
export const memorySchema = z.strictObject({
  /** normalised spelling -> deliveryCompanyCode */
  couriers: z.record(z.string(), z.string()),
  /** header signature -> field -> 0-based column */
  columns: z.record(z.string(), z.partialRecord(lineFieldSchema, z.int().nonnegative())),
});
export type Memory = z.infer<typeof memorySchema>;
