import type { z } from 'zod';

/**
 * What a stored text of JSON says; undefined where it is no JSON, or not of this shape: a row that an older or a newer
 * app, or a hand, has written costs that row its meaning, and not the start.
 */
export function readStored<Schema extends z.ZodType>(
  schema: Schema,
  text: string | undefined,
): z.output<Schema> | undefined {
  if (text === undefined) return undefined;
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    // No JSON at all: as good as a row that is not there.
    return undefined;
  }
}
