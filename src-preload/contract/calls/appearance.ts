import { z } from 'zod';
import { themes, zooms } from '../appearance';

export const appearanceSchema = z.strictObject({ theme: z.enum(themes), zoom: z.literal(zooms) });

/** Calls about how the window looks: answered whether or not the database can be used. */
export const appearanceCalls = {
  'appearance-get': { input: z.strictObject({}), output: appearanceSchema, failures: [] },
  'appearance-set': { input: appearanceSchema.partial(), output: appearanceSchema, failures: [] },
} as const;
