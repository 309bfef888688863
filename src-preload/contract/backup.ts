import { z } from 'zod';
import { instantSchema } from './ids';

/** Why the database cannot be used, or no longer; each has words of its own (text/ko/start-trouble.ts). */
export const deskTroubles = ['corrupt', 'locked', 'read-only', 'full', 'newer-schema', 'failed'] as const;
export const deskTroubleSchema = z.enum(deskTroubles);
export type DeskTrouble = z.infer<typeof deskTroubleSchema>;

/** A file the app can go back to. `replaced` is what a restore put aside: going back to it undoes the restore. */
export const backupSchema = z.strictObject({
  name: z.string(),
  kind: z.enum(['backup', 'replaced']),
  at: instantSchema,
  bytes: z.int().nonnegative(),
});
export type Backup = z.infer<typeof backupSchema>;
