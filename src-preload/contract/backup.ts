import { z } from 'zod';
import { startTroubles } from './start-troubles';
import { instantSchema } from './ids';

export const startTroubleSchema = z.enum(startTroubles);

/** A file the app can go back to. `replaced` is what a restore put aside: going back to it undoes the restore. */
export const backupSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['backup', 'replaced']),
  at: instantSchema,
  bytes: z.int().nonnegative(),
  /** A newer version of the app wrote it: this one cannot go back to it. */
  isNewer: z.literal(true).optional(),
});
export type Backup = z.infer<typeof backupSchema>;

/** How a restore that was cut off is ended at the next start: put in place, or taken back. */
export const endedRestores = ['finished', 'undone'] as const;
export type EndedRestore = (typeof endedRestores)[number];
