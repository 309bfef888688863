import { z } from 'zod';
import { supportParts } from '../support-report';
import { windowProblemKinds, windowProblemLimits as limits } from '../window-problems';

const none = z.strictObject({});

/** Calls about the log file: answered whether or not the database can be used. */
export const diagnosticsCalls = {
  /** Something failed in the window. What the texts may quote is taken out before any of it is written. */
  'diagnostics-report': {
    input: z.strictObject({
      kind: z.enum(windowProblemKinds),
      name: z.string().max(limits.name),
      message: z.string().max(limits.message),
      stack: z.string().max(limits.stack),
      componentStack: z.string().max(limits.stack).optional(),
    }),
    output: none,
    failures: [],
  },
  /** Shows a folder in the file manager of the system: of the log, or of all data, backups included. */
  'diagnostics-open-folder': {
    input: z.strictObject({ of: z.enum(['log', 'data']).optional() }),
    output: none,
    failures: ['failed'],
  },
  /**
   * What may be handed to whoever helps, without names, telephone numbers, addresses, order numbers, tracking numbers
   * and secrets. Parts that could not be made are absent. Nothing is sent anywhere.
   */
  'diagnostics-support': {
    input: none,
    output: z.strictObject({ parts: z.array(z.strictObject({ part: z.enum(supportParts), text: z.string() })) }),
    failures: [],
  },
} as const;
