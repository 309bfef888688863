import { z } from 'zod';
import { cleanText } from './clean-text';

/** Ids of our own are UUIDs; ids of a market are strings, never numbers (17 digits do not fit a double). */
export const storeIdSchema = z.uuid().brand<'StoreId'>();
export const jobIdSchema = z.uuid().brand<'JobId'>();
export const importIdSchema = z.uuid().brand<'ImportId'>();
export const batchIdSchema = z.uuid().brand<'BatchId'>();
/** A file on this computer that the seller handed in; the page knows it by this alone. */
export const keptFileIdSchema = z.uuid().brand<'KeptFileId'>();

/** One reader of sheets, which holds one review: a worker in a process apart from the window's. */
export const sheetReaderIdSchema = z.uuid().brand<'SheetReaderId'>();

export type StoreId = z.infer<typeof storeIdSchema>;
export type JobId = z.infer<typeof jobIdSchema>;
export type ImportId = z.infer<typeof importIdSchema>;
export type BatchId = z.infer<typeof batchIdSchema>;
export type KeptFileId = z.infer<typeof keptFileIdSchema>;
export type SheetReaderId = z.infer<typeof sheetReaderIdSchema>;

/** Integer milliseconds since 1970 in UTC. KST exists only at the edges. */
export const instantSchema = z.int().nonnegative();

/** What a person typed or pasted into one line, cleaned (clean-text.ts); not empty. */
export const typedTextSchema = z.string().overwrite(cleanText).min(1);
