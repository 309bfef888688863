import { z } from 'zod';
import { lineFieldSchema } from '../line';
import { none } from './inputs';
import { rememberedKinds, rememberedSchema } from '../remembered';

/** Names a set of headers, as `signature` of a reading does, and what it is read for. */
const layoutSchema = z.string().max(5000);
/** px by the key of a column. */
export const columnWidthsSchema = z.record(z.string().max(40), z.int().min(1).max(2000));

/** What the app remembers for the next sheet. */
export const memoryCalls = {
  'mappings-remember': {
    input: z.strictObject({
      courier: z.strictObject({ spelling: z.string().min(1).max(100), code: z.string().min(1).max(50) }).optional(),
      columns: z
        .strictObject({
          signature: z.string().min(1).max(5000),
          columns: z.partialRecord(lineFieldSchema, z.int().nonnegative()),
        })
        .optional(),
    }),
    output: none,
    failures: [],
  },
  /** How wide the seller made the columns of sheets with these headers. */
  'column-widths': {
    input: z.strictObject({ layout: layoutSchema }),
    output: z.strictObject({ widths: columnWidthsSchema }),
    failures: [],
  },
  'column-widths-keep': {
    input: z.strictObject({ layout: layoutSchema, widths: columnWidthsSchema }),
    output: none,
    failures: [],
  },
  /** Everything remembered, to look at and to forget one by one. */
  'memory-list': { input: none, output: rememberedSchema, failures: [] },
  /** Named as they are listed; what is not there any more is no failure. */
  'memory-forget': {
    input: z.strictObject({ what: z.enum(rememberedKinds), name: z.string().min(1).max(20_000) }),
    output: none,
    failures: [],
  },
} as const;
