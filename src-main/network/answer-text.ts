import { z } from 'zod';
import { hideSecrets, redact } from './redact';

/**
 * Characters of a market's words that are taken over, and of a body that is kept. The documents' longest code has 40 and
 * their longest message some 200; whatever is longer is no word of a market, and would be stored and shown all the same.
 */
export const mostOfAnswer = { word: 200, message: 1_000, body: 64 * 1024 } as const;

const textUpTo = (most: number, fit: (text: string) => string = (text) => text) =>
  z
    .union([z.string(), z.number().transform(String)])
    .transform((text) => {
      const words = text
        .slice(0, most * 2)
        .trim()
        .slice(0, most);
      return words === '' ? undefined : fit(words);
    })
    .optional()
    .catch(undefined);

/** A text a market may leave out, send as null, empty or as a number: absent unless it says something. */
export const wordSchema = textUpTo(mostOfAnswer.word);
/** The same for a sentence, without keys and tokens that it repeats. */
export const messageSchema = textUpTo(mostOfAnswer.message, hideSecrets);

/** What of a body is kept for the market's support desk: its beginning, without what identifies a person. */
export function bodyToKeep(text: string): string {
  return redact(text.slice(0, mostOfAnswer.body));
}

/** The JSON of an answer's body; undefined for half a body or an HTML page, which no schema of an answer accepts. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // What it is instead does not matter: the schema refuses it, and that is what counts.
    return undefined;
  }
}

/**
 * A page of the web where JSON is due, or the way to one: the sign-in of a public network, a page that blocks. Only of
 * statuses that claim success or lead elsewhere, and of 511; an error may come with a page of the market's own.
 */
export function isWebPage({ status, headers, text }: PageLike): boolean {
  if (status === 511) return true;
  if (status >= 300 && status < 400) return headers['location'] !== undefined;
  return status === 200 && /^\uFEFF?\s*<(?:!doctype\s+html|html|head|script|meta)\b/iu.test(text.slice(0, 500));
}

interface PageLike {
  status: number;
  headers: Readonly<Record<string, string>>;
  text: string;
}
