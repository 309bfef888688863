import { z } from 'zod';
import { backupSchema } from '../backup';
import { none } from './inputs';
import { startTroubles } from '../start-troubles';

/** Copies of the database: answered whether or not it can be used. */
export const backupCalls = {
  /** Newest first. Answered also when the database cannot be used. */
  'backups-list': { input: none, output: z.array(backupSchema).max(200), failures: [] },
  'backups-make': { input: none, output: none, failures: ['full', 'failed'] },
  /** Puts a backup in the file's place; what was there is kept and stands in the list. The window is loaded again. */
  'backups-restore': {
    input: z.strictObject({ name: z.string().min(1).max(255) }),
    output: none,
    failures: ['not-found', ...startTroubles],
  },
} as const;
