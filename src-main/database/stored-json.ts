import type { z } from 'zod';

/**
 * What a stored text of JSON says; undefined where it is no JSON, or not of this shape: a row that an older or a newer
 * app, or a hand, has written costs that row its meaning, and not the start.
 */
export function readStored<Schema extends z.ZodType>(
  schema: Schema,
  text: string | undefined,
): z.output<Schema> | undefined {
  return text === undefined ? undefined : schema.safeParse(parseJson(text)).data;
}

/** The value of a text of JSON; undefined where it is none: as good as a row that is not there. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (problem) {
    if (problem instanceof SyntaxError) return undefined;
    throw problem;
  }
}
