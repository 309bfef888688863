import { z } from 'zod';

/** Kinds of answers that are remembered; passwords are not among them: they lie in the keychain, all or none. */
export const rememberedKinds = ['courier', 'columns', 'take-all'] as const;

const sheetSchema = z.strictObject({ name: z.string(), headers: z.array(z.string()) });

/** What the seller's answers taught us: each with the name it is forgotten by. */
export const rememberedSchema = z.strictObject({
  couriers: z.array(z.strictObject({ name: z.string(), code: z.string() })),
  /** Sheets whose columns were chosen. */
  columns: z.array(sheetSchema),
  /** Sheets whose orders always go into one parcel. */
  takeAll: z.array(sheetSchema),
});
export type Remembered = z.infer<typeof rememberedSchema>;
export type RememberedKind = (typeof rememberedKinds)[number];
