import { z } from 'zod';

/** Where a row that cannot be read lies. */
export const unreadSources = ['job', 'store', 'import', 'line', 'batch', 'order', 'history', 'setting'] as const;
export type UnreadSource = (typeof unreadSources)[number];

/** A row of the database that this version of the app cannot read: kept as it is, passed over, and shown. */
export const unreadRecordSchema = z.strictObject({
  source: z.enum(unreadSources),
  /** Names the row within its source, for support. */
  key: z.string(),
  /** As the row has it; absent where it belongs to no store, or to all. */
  storeId: z.string().optional(),
  /** What the seller knows it by: a product order number, a file's name, a store's label. */
  name: z.string().optional(),
  /** ms UTC: when it was made, where that can be read. */
  at: z.int().nonnegative().optional(),
});
export type UnreadRecord = z.infer<typeof unreadRecordSchema>;
