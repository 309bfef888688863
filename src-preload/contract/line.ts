import { z } from 'zod';
import type { jobKindSchema, jobValuesSchema } from './job';
import { lineFields, mostReferences } from './line-fields';

export const lineFieldSchema = z.enum(lineFields);

/**
 * What was noticed about a cell that its text does not show. `cut-column`: all the numbers of its column seem to have
 * lost their last digits; kept with the line, because corrections of the others take the evidence away.
 */
export const cellMarks = ['number', 'date', 'formula-without-value', 'error-cell', 'cut-column'] as const;
export const cellMarkSchema = z.enum(cellMarks);
export type CellMark = z.infer<typeof cellMarkSchema>;

/** One row of a sheet: the mapped cells as text, exactly as stored or as the seller corrected them. */
export const lineSchema = z.strictObject({
  /** 1-based row number as Excel shows it; names the line within its import. */
  row: z.int().positive(),
  cells: z.partialRecord(lineFieldSchema, z.string().max(2000)),
  marks: z.partialRecord(lineFieldSchema, cellMarkSchema).optional(),
  /** The row is hidden or filtered away in the workbook. */
  hidden: z.boolean().optional(),
  /** The row says that it is an example (예시). */
  example: z.boolean().optional(),
  /** Fields whose column or kind of number a question about the file is open for: the line waits for its answer. */
  waits: z.array(lineFieldSchema).optional(),
  /** Numbers of the market's form that stand anywhere in the row, where no product order is named. */
  references: z.array(z.string().max(16)).max(mostReferences).optional(),
  /** Fields the seller changed by hand. */
  edited: z.array(lineFieldSchema).optional(),
  /** The seller's tick: undefined follows the rule (ok and warning are sent, what needs a tick is not). */
  chosen: z.boolean().optional(),
});
export type Line = z.infer<typeof lineSchema>;

export const remarkLevels = ['error', 'warning', 'note'] as const;
export const remarkLevelSchema = z.enum(remarkLevels);
export type RemarkLevel = z.infer<typeof remarkLevelSchema>;

/** `code` is one of check/remark-codes.ts; the sentence and its mend are looked up by it. */
export const remarkSchema = z.strictObject({
  level: remarkLevelSchema,
  field: lineFieldSchema.optional(),
  code: z.string(),
  /** Values for the sentence's gaps, and choices for its mends (comma-joined codes). */
  detail: z.record(z.string(), z.string()).optional(),
  /** Goes out only when the seller ticked the line (remark-codes.ts, tickGroups). */
  needsTick: z.boolean().optional(),
});
export type Remark = z.infer<typeof remarkSchema>;

export type Level = 'ok' | 'warning' | 'error';

/** A line after checking: what would be sent, and everything that is to be said about it. */
export interface CheckedLine {
  line: Line;
  remarks: Remark[];
  level: Level;
  /** Present when the line has no error. */
  job?: {
    kind: z.infer<typeof jobKindSchema>;
    target: string;
    orderId?: string;
    values: z.infer<typeof jobValuesSchema>;
  };
}

/** What the main process knows of a line's target from earlier: shown, and not selected by itself. */
export const earlierJobSchema = z.strictObject({
  row: z.int().positive(),
  /** `conflict`: waits with other values, which these may replace. `sent-other`: sent with others, which nothing can. */
  what: z.enum(['sent', 'sent-other', 'excluded', 'live', 'conflict']),
  at: z.int().nonnegative(),
  state: z.string(),
  detail: z.string().optional(),
  /** Of `sent-other`: the courier's code and the number that are registered. */
  registered: z.strictObject({ courier: z.string().optional(), number: z.string().optional() }).optional(),
});
export type EarlierJob = z.infer<typeof earlierJobSchema>;

export const earlierUses = ['done', 'waiting', 'refused'] as const;

/** Another parcel that has a line's tracking number already: the line goes out only when it was ticked. */
export const earlierUseSchema = z.strictObject({
  row: z.int().positive(),
  /** When that parcel was registered or refused, or, while it waits, put into the outbox. */
  at: z.int().nonnegative(),
  target: z.string(),
  /** With its letters covered. */
  recipient: z.string().optional(),
  /** `refused`: the market did not take it, but its box has the number on it. */
  is: z.enum(earlierUses),
  /** How many further orders have the number. */
  others: z.int().nonnegative(),
});
export type EarlierUse = z.infer<typeof earlierUseSchema>;

export const bookLineStates = ['unknown', 'cancelled', 'cancel-requested', 'other-recipient', 'open'] as const;

/** What the order book knows of a line's order; `open`: nothing stands against sending it. */
export const bookLineSchema = z.strictObject({
  row: z.int().positive(),
  is: z.enum(bookLineStates),
  /** Of `other-recipient`: who gets it by the book. */
  recipient: z.string().optional(),
  /** Until when it is to be dispatched, ms UTC. */
  dueAt: z.int().nonnegative().optional(),
  /** That is today, or is past. */
  isDueToday: z.literal(true).optional(),
  /** The product's name with its option. */
  product: z.string().optional(),
});
export type BookLine = z.infer<typeof bookLineSchema>;

/** What the main process knows of lines from earlier. */
export interface KnownBefore {
  /** Absent: nothing. */
  bookLines?: BookLine[] | undefined;
  earlierJobs: EarlierJob[];
  earlierUses: EarlierUse[];
}
