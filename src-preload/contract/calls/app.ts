import { z } from 'zod';
import { endedRestores } from '../backup';
import { storeIdSchema } from '../ids';
import { memorySchema } from '../import';
import { keychainStates } from '../keychain-states';
import { none } from './inputs';
import { settingsSchema } from '../settings';
import { startTroubles } from '../start-troubles';
import { leftBehindSchema, storeSchema, storeStatusSchema } from '../store';

/** Starting, settings and what belongs to no store. */
export const appCalls = {
  'app-start': {
    input: none,
    output: z.strictObject({
      version: z.string(),
      platform: z.string(),
      stores: z.array(storeSchema),
      chosen: storeIdSchema.optional(),
      statuses: z.array(storeStatusSchema),
      settings: settingsSchema,
      memory: memorySchema,
      keychain: z.enum(keychainStates),
      /** true: BALSONG_*_URL replaces a market's address */
      testAddress: z.boolean(),
      /** Variables of the environment that are set and not followed. */
      ignoredVariables: z.array(z.string()),
      /** Started with --safe: nothing is sent. */
      isSafe: z.boolean(),
      /** A restore that an earlier run could not end was ended at this start. */
      endedRestore: z.enum(endedRestores).optional(),
      /** The system ended the last run. */
      leftBehind: leftBehindSchema.optional(),
    }),
    /** Why the database cannot be used; each has a screen. Nothing else can be called then. */
    failures: startTroubles,
  },
  /** Opens the database once more, after a start that failed or a disk that was full. The window is loaded again. */
  'app-restart': {
    /**
     * `withoutBackup`: the seller agreed that the file is changed although no backup of it could be made. `sending`: an
     * app that was started with --safe is to send from here on.
     */
    input: z.strictObject({ withoutBackup: z.boolean().optional(), sending: z.boolean().optional() }),
    output: none,
    failures: [],
  },
  'settings-set': { input: settingsSchema, output: none, failures: [] },
  /** Opens one of our fixed pages in the browser; the window names it, main knows the address. */
  'support-open': {
    input: z.strictObject({ page: z.enum(['commerce-api-center', 'smartstore-center', 'brightmall-center']) }),
    output: none,
    failures: [],
  },
} as const;
