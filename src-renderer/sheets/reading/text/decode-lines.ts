const lineFeed = 0x0a;

export interface DecodedLines {
  utf8: Uint8Array;
  unreadable: number;
  /** Lines with letters beyond ASCII, by the encoding each was read in. */
  utf8Lines: number;
  cp949Lines: number;
}

type LineKind = 'ascii' | 'utf-8' | 'unsure';

/**
 * A text in which some lines are UTF-8, line by line: UTF-8 where its own bytes prove it, else CP949. Neither encoding has a line feed within a character. Undefined where no line proves to
 * be UTF-8: then the text is in one encoding, and that is another.
 */
export function decodeLines(bytes: Uint8Array, decodeCp949: (bytes: Uint8Array) => string): DecodedLines | undefined {
  let isProven = false;
  for (let from = 0; from < bytes.length && !isProven; from = lineEnd(bytes, from)) {
    isProven = lineKind(bytes, from, lineEnd(bytes, from)) === 'utf-8';
  }
  if (!isProven) return undefined;
  const texts: string[] = [];
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  const result = { unreadable: 0, utf8Lines: 0, cp949Lines: 0 };
  for (let from = 0; from < bytes.length; from = lineEnd(bytes, from)) {
    const line = bytes.subarray(from, lineEnd(bytes, from));
    const kind = lineKind(line, 0, line.length);
    const asUtf8 = utf8.decode(line);
    const isCp949 = kind === 'unsure' && !isBrokenUtf8(asUtf8);
    if (isCp949) result.cp949Lines++;
    else if (kind !== 'ascii') result.utf8Lines++;
    const text = isCp949 ? decodeCp949(line) : asUtf8;
    result.unreadable += countUnreadable(text);
    texts.push(text);
  }
  const text = texts.join('').replace(/^\uFEFF/, '');
  return { utf8: new TextEncoder().encode(text), ...result };
}

/** A line of UTF-8 with a broken character, by more Hangul than breaks: CP949 read as UTF-8 gives hardly any. */
function isBrokenUtf8(text: string): boolean {
  return (text.match(/[\uac00-\ud7a3]/g)?.length ?? 0) > countUnreadable(text);
}

function lineEnd(bytes: Uint8Array, from: number): number {
  const end = bytes.indexOf(lineFeed, from);
  return end < 0 ? bytes.length : end + 1;
}

/** How many characters of a decoded text could not be read. */
export function countUnreadable(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

/**
 * UTF-8 is proven by a character of three bytes in a line without a wrong one: every Hangul has three there, and in CP949
 * a line of Korean has bytes no UTF-8 begins with.
 */
function lineKind(bytes: Uint8Array, from: number, to: number): LineKind {
  let isAscii = true;
  let isProven = false;
  for (let at = from; at < to;) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) {
      at++;
      continue;
    }
    isAscii = false;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    if (byte < 0xc2 || byte > 0xf4 || at + length > to) return 'unsure';
    for (let k = 1; k < length; k++) if (((bytes[at + k] ?? 0) & 0xc0) !== 0x80) return 'unsure';
    if (length > 2) isProven = true;
    at += length;
  }
  return isAscii ? 'ascii' : isProven ? 'utf-8' : 'unsure';
}
