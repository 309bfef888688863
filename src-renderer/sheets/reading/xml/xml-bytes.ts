import { Refusal, Unfamiliar } from '../refusal';

/** Bytes that mean something in XML. */
export const ascii = {
  tab: 9,
  lineFeed: 10,
  return: 13,
  space: 32,
  bang: 33,
  doubleQuote: 34,
  ampersand: 38,
  quote: 39,
  minus: 45,
  dot: 46,
  slash: 47,
  zero: 48,
  nine: 57,
  colon: 58,
  less: 60,
  equals: 61,
  greater: 62,
  question: 63,
  underscore: 95,
} as const;

/** What is asked of a scanner of one part. It takes what it can and says up to where; the rest comes again with more. */
export interface PartScanner {
  /** Looks at bytes[from, to). Returns the position after the last construct it took whole. */
  scan(bytes: Uint8Array, from: number, to: number): number;
}

/** The letters after the prefix of a tag name, and where the name ends. One object, written over at each call. */
export const tagName = { from: 0, to: 0 };

/** Reads the name that starts at `at`, leaving its local part in `tagName`. False when the bytes end within it. */
export function readTagName(bytes: Uint8Array, at: number, end: number): boolean {
  tagName.from = at;
  for (let i = at; i < end; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === ascii.colon) tagName.from = i + 1;
    else if (byte <= ascii.space || byte === ascii.slash || byte === ascii.greater) {
      tagName.to = i;
      return true;
    }
  }
  return false;
}

/** Whether the local name just read is `name`. */
export function isTag(bytes: Uint8Array, name: string): boolean {
  const length = tagName.to - tagName.from;
  if (length !== name.length) return false;
  for (let k = 0; k < length; k++) if (bytes[tagName.from + k] !== name.charCodeAt(k)) return false;
  return true;
}

/** The `>` of a tag, from anywhere behind its name; quotes may hide others. -1 when the bytes end before it. */
export function findTagEnd(bytes: Uint8Array, at: number, end: number): number {
  let quote = 0;
  for (let i = at; i < end; i++) {
    const byte = bytes[i];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === ascii.greater) return i;
    else if (byte === ascii.doubleQuote || byte === ascii.quote) quote = byte;
  }
  return -1;
}

/**
 * Passes over `<?...?>` and `<!--...-->`, which start at `at`. Returns the position behind, -1 when the bytes end first.
 * A DTD is refused: no spreadsheet program writes one, and it is how small files grow without end.
 */
export function skipAside(bytes: Uint8Array, at: number, end: number): number {
  if (bytes[at + 1] === ascii.question) return findSequence(bytes, at + 2, end, '?>');
  if (at + 3 >= end) return -1;
  if (bytes[at + 2] === ascii.minus && bytes[at + 3] === ascii.minus) {
    return findSequence(bytes, at + 4, end, '-->');
  }
  if (bytes[at + 2] === 0x5b) throw new Unfamiliar('CDATA');
  throw new Refusal('forbidden-content', 'DTD');
}

/** The position behind the next `wanted`, letters of ASCII; -1 when the bytes end before it. */
export function findSequence(bytes: Uint8Array, at: number, end: number, wanted: string): number {
  const first = wanted.charCodeAt(0);
  for (let i = at; i + wanted.length <= end; i++) {
    if (bytes[i] !== first) continue;
    let k = 1;
    while (k < wanted.length && bytes[i + k] === wanted.charCodeAt(k)) k++;
    if (k === wanted.length) return i + k;
  }
  return -1;
}
