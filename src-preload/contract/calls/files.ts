import { z } from 'zod';
import { keptFileIdSchema, sheetReaderIdSchema } from '../ids';
import { none } from './inputs';

/** Calls about the files themselves: their passwords, and reading them again. */
export const fileCalls = {
  /** The one secret that is handed to the window: a sheet's, while that sheet is opened, if the seller wanted it. */
  'sheet-password-recall': {
    input: z.strictObject({ fileName: z.string().min(1).max(255) }),
    output: z.strictObject({ password: z.string().optional() }),
    failures: [],
  },
  'sheet-password-remember': {
    input: z.strictObject({ fileName: z.string().min(1).max(255), password: z.string().min(1).max(255) }),
    output: none,
    failures: ['keychain-failed'],
  },
  'sheet-passwords-forget': { input: none, output: none, failures: ['keychain-failed'] },
  /**
   * Has a file that was dropped or picked kept, to be read again when it changes; no id for a file that is none of the
   * disk. The path comes from the preload, never from the page.
   */
  'files-keep': {
    input: z.strictObject({ path: z.string() }),
    output: z.strictObject({ fileId: keptFileIdSchema.optional() }),
    failures: [],
  },
  /** Whether a file that was handed in has changed on the disk since it was read. */
  'files-look': {
    input: z.strictObject({ fileId: keptFileIdSchema }),
    output: z.strictObject({ is: z.enum(['same', 'changed', 'gone']) }),
    failures: [],
  },
  /** A file that was handed in, as it is now. Only such files have an id; the page names no path. */
  'files-read': {
    input: z.strictObject({ fileId: keptFileIdSchema }),
    output: z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array<ArrayBufferLike>) }),
    failures: ['file-gone', 'file-large'],
  },
  /** Starts a reader for one file; the port to it follows on a channel of its own (names.ts). */
  'sheet-reader-start': {
    input: none,
    output: z.strictObject({ readerId: sheetReaderIdSchema }),
    failures: ['no-reader'],
  },
  /** Whether a reader has a question to answer: while one has, the memory of its process is watched. */
  'sheet-reader-at-work': {
    input: z.strictObject({ readerId: sheetReaderIdSchema, atWork: z.boolean() }),
    output: none,
    failures: [],
  },
  /** Ends a reader at once, whatever it is doing. One that is gone is no failure. */
  'sheet-reader-end': { input: z.strictObject({ readerId: sheetReaderIdSchema }), output: none, failures: [] },
} as const;
