import { z } from 'zod';
import { startTroubleSchema } from './backup';
import { appearanceSchema } from './calls/appearance';
import { jobIdSchema, keptFileIdSchema, sheetReaderIdSchema, storeIdSchema } from './ids';
import { jobStates } from './job-states';
import type { EventName } from './names';
import { acts } from './shortcuts';
import { storeSchema, storeStatusSchema } from './store';
import { updatesSchema } from './updates';

/** What the main process tells the window, at most ten times a second each. */
export const events = {
  /** The stores and all that is always visible of them. */
  'status-changed': z.strictObject({
    stores: z.array(storeSchema),
    chosen: storeIdSchema.optional(),
    statuses: z.array(storeStatusSchema),
    /** Nothing can be written any more, so nothing is sent; what was written is safe. */
    fault: startTroubleSchema.optional(),
  }),
  /** Jobs that changed since the last event; `more` when there were too many to name (then read the page again). */
  'jobs-changed': z.strictObject({
    storeId: storeIdSchema,
    jobs: z.array(jobIdSchema).max(500),
    more: z.boolean(),
    added: z.boolean(),
  }),
  /** Watched orders that changed at the market. */
  'orders-changed': z.strictObject({ storeId: storeIdSchema, orderIds: z.array(z.string()) }),
  /** A store's order book changed, or a reading of it began or ended: counts and pages are to be asked again. */
  'book-changed': z.strictObject({ storeId: storeIdSchema }),
  /** A second instance or the system handed us files to open. */
  'files-handed-in': z.strictObject({
    files: z.array(
      z.strictObject({
        name: z.string(),
        bytes: z.instanceof(Uint8Array<ArrayBufferLike>),
        id: keptFileIdSchema.optional(),
      }),
    ),
  }),
  /** The system did not show this notice. */
  /** A later one of the same `topic` takes its place. */
  'notice-missed': z.strictObject({ title: z.string(), body: z.string(), topic: z.string().optional() }),
  /** The process of a reader is gone, and what it held with it: ended beyond its budget of memory, or broken. */
  'sheet-reader-lost': z.strictObject({ readerId: sheetReaderIdSchema, why: z.enum(['memory', 'broke']) }),
  /** By a key or the wheel, or by the settings. */
  'appearance-changed': appearanceSchema,
  /** The menu of the system asks for an act of the window. */
  'act-asked': z.strictObject({ act: z.enum(acts) }),
  /** A notice or the tray leads to jobs of a store: the log with these states; none: all. Without a store: of the chosen one. */
  'log-asked': z.strictObject({ storeId: storeIdSchema.optional(), states: z.array(z.enum(jobStates)) }),
  /** Another program holds the database, so that nothing can be read or written for now; told each second until it ends. */
  'data-locked': z.strictObject({ isLocked: z.boolean() }),
  /** The search for a newer version went on. */
  'updates-changed': updatesSchema,
} as const satisfies Record<EventName, z.ZodType>;

export type EventPayload<Name extends EventName> = z.output<(typeof events)[Name]>;
