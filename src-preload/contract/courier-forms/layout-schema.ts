import { z } from 'zod';
import { formValues, layoutBounds } from './layouts';

const column = z.strictObject({
  header: z.string().max(layoutBounds.headerLetters),
  puts: z.enum(formValues),
  text: z.string().max(200).optional(),
});

/** A form of the seller's own, as it is kept, and as its file is read: nothing else gets in. */
export const formLayoutSchema = z.strictObject({
  id: z.string().min(1).max(100),
  courier: z.string().max(40).optional(),
  name: z.string().trim().min(1).max(layoutBounds.nameLetters),
  format: z.enum(['xlsx', 'xls']),
  /** Excel takes no longer name, and none of these signs. */
  sheetName: z
    .string()
    .min(1)
    .max(31)
    .regex(/^[^[\]:*?/\\\p{Cc}]+$/u),
  columns: z.array(column).min(1).max(layoutBounds.columns).readonly(),
  memoLetters: z.int().positive().max(layoutBounds.memoLetters),
});

/** What a file of any version begins with. */
export const layoutFileHead = z.looseObject({ form: z.number() });

/** The file a form is handed on in: JSON, from anybody. */
export const layoutFileSchema = z.strictObject({
  form: z.literal(1),
  layout: formLayoutSchema.omit({ id: true }),
});
