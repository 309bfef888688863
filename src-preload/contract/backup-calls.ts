import { z } from 'zod';
import { backupSchema } from './backup';
import { startTroubles } from './start-troubles';

const none = z.strictObject({});

/** Calls about the database itself: answered whether or not it can be used. */
export const backupCalls = {
  /** Newest first. Answered also when the database cannot be used. */
  'backups-list': { input: none, output: z.array(backupSchema).max(200), failures: [] },
  'backups-make': { input: none, output: none, failures: ['full', 'failed'] },
  /** Puts a backup in the file's place; what was there is kept and stands in the list. The window is loaded anew. */
  'backups-restore': {
    input: z.strictObject({ name: z.string().min(1).max(255) }),
    output: none,
    failures: ['not-found', ...startTroubles],
  },
  /** Opens the database once more, after a start that failed or a disk that was full. The window is loaded anew. */
  'app-restart': {
    /** `withoutBackup`: the seller agreed that the file is changed although no backup of it could be made. */
    input: z.strictObject({ withoutBackup: z.boolean().optional() }),
    output: none,
    failures: [],
  },
} as const;
