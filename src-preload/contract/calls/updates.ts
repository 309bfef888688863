import { z } from 'zod';
import { updateRefusals, updatesSchema } from '../updates';
import { none } from './inputs';

/** Calls about newer versions of the app. */
export const updateCalls = {
  'updates-get': { input: none, output: updatesSchema, failures: [] },
  /** Begins to look, and to download what it finds, unless it is at it. */
  'updates-look': { input: none, output: none, failures: [] },
  /** Looks and downloads by itself from now on, or no longer; what is downloaded is not taken by itself then. */
  'updates-automatic': { input: z.strictObject({ isOn: z.boolean() }), output: none, failures: [] },
  /** Asks again tomorrow. */
  'updates-put-off': { input: none, output: none, failures: [] },
  /**
   * The seller agreed: now, with the app ending and starting again, or when he closes it. `hasUnsavedEdits`: something of
   * a review is not written down.
   */
  'updates-take': {
    input: z.strictObject({ when: z.enum(['now', 'on-close']), hasUnsavedEdits: z.boolean() }),
    output: none,
    failures: updateRefusals,
  },
  /** Shows the page with all releases in the browser. */
  'updates-open-page': { input: none, output: none, failures: [] },
} as const;
