import { z } from 'zod';

/** A text a market may leave out, send as null, empty or as a number: absent unless it says something. */
export const wordSchema = z
  .union([z.string(), z.number().transform(String)])
  .transform((text) => (text.trim() === '' ? undefined : text.trim()))
  .optional()
  .catch(undefined);

/** The JSON of an answer's body; undefined for half a body or an HTML page, which no schema of an answer accepts. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What it is instead does not matter: the schema refuses it, and that is what counts.
    return undefined;
  }
}
