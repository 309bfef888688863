import type { EncodingName } from '../workbook';
import { Refusal } from '../refusal';
import { refuseBinaryBytes, refuseBinaryText } from './binary-signs';
import type { Utf16 } from './binary-signs';
import { countUnreadable, decodeLines } from './decode-lines';

export interface DecodedText {
  /** The text in UTF-8 without its BOM. */
  utf8: Uint8Array;
  encoding: { name: EncodingName; weak: boolean };
  /** Characters the encoding does not know; each stands as U+FFFD. */
  unreadable: number;
  /** Lines in another encoding than the rest: so read, each by itself. */
  otherLines?: number;
}

/** Enough of a file to tell UTF-16 from binary. */
const sampleBytes = 4096;

/**
 * Bytes of a text file to UTF-8. By BOM, else UTF-16 by its zeros, else strict UTF-8, else CP949, the superset of
 * EUC-KR that Korean Excel writes; where some lines are the one and some the other (two files put together), each line
 * as what it is. `weak` says that nothing in the file proves the guess; `chosen` overrules it all. Detectors made for
 * the whole world were tried and take Korean for Turkish (resources/docs/sheets.md, "Decoding Korean"). Refuses binary
 * files.
 */
export function decodeText(
  bytes: Uint8Array,
  decodeCp949: (bytes: Uint8Array) => string,
  chosen?: EncodingName,
): DecodedText {
  if (chosen !== undefined) return decodeAs(bytes, { name: chosen, weak: false }, decodeCp949);
  const utf16 = utf16Of(bytes);
  if (utf16 !== undefined) {
    refuseBinaryText(bytes, utf16.name);
    return decodeAs(bytes, utf16, decodeCp949);
  }
  refuseBinaryBytes(bytes);
  return decodeOneByte(bytes, decodeCp949);
}

function utf16Of(bytes: Uint8Array): { name: Utf16; weak: boolean } | undefined {
  const marked = byteOrderMark(bytes);
  if (marked !== undefined) return marked === 'utf-8' ? undefined : { name: marked, weak: false };
  const name = utf16ByZeros(bytes);
  return name === undefined ? undefined : { name, weak: true };
}

function decodeOneByte(bytes: Uint8Array, decodeCp949: (bytes: Uint8Array) => string): DecodedText {
  const isMarked = byteOrderMark(bytes) === 'utf-8';
  const strict = strictUtf8(bytes);
  if (strict === 'whole') {
    const utf8 = isMarked ? bytes.subarray(3) : bytes;
    return { utf8, encoding: { name: 'utf-8', weak: !isMarked && isAmbiguous(bytes) }, unreadable: 0 };
  }
  // Cut short within a character: still UTF-8, with its last character lost.
  if (strict === 'cut') return decodeAs(bytes, { name: 'utf-8', weak: !isMarked }, decodeCp949);
  const mixed = decodeLines(bytes, decodeCp949);
  if (mixed !== undefined) {
    const { utf8, unreadable, utf8Lines, cp949Lines } = mixed;
    const name = utf8Lines >= cp949Lines ? 'utf-8' : 'cp949';
    const otherLines = Math.min(utf8Lines, cp949Lines);
    const encoding = { name, weak: !isMarked || otherLines > 0 } as const;
    return { utf8, encoding, unreadable, ...(otherLines > 0 ? { otherLines } : {}) };
  }
  if (isMarked) return decodeAs(bytes, { name: 'utf-8', weak: false }, decodeCp949);
  const decoded = decodeAs(bytes, { name: 'cp949', weak: false }, decodeCp949);
  const unreadableShare = decoded.unreadable / bytes.length;
  if (unreadableShare > 0.1) throw new Refusal('not-a-workbook', 'binary');
  const weak = decoded.unreadable > 0 || !/\p{Script=Hangul}/u.test(new TextDecoder().decode(decoded.utf8));
  return { ...decoded, encoding: { name: 'cp949', weak } };
}

function decodeAs(
  bytes: Uint8Array,
  encoding: DecodedText['encoding'],
  decodeCp949: (bytes: Uint8Array) => string,
): DecodedText {
  const isCp949 = encoding.name === 'cp949';
  const text = isCp949 ? decodeCp949(bytes) : new TextDecoder(encoding.name).decode(bytes);
  return { utf8: new TextEncoder().encode(text), encoding, unreadable: countUnreadable(text) };
}

function byteOrderMark(bytes: Uint8Array): Utf16 | 'utf-8' | undefined {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return undefined;
}

/** Digits, commas and line ends are half zeros in UTF-16, always on the same side. */
function utf16ByZeros(bytes: Uint8Array): Utf16 | undefined {
  const sample = bytes.subarray(0, sampleBytes);
  let even = 0;
  let odd = 0;
  for (const [at, byte] of sample.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even++;
    else odd++;
  }
  const enough = sample.length * 0.05;
  if (odd > enough && even < odd / 20) return 'utf-16le';
  if (even > enough && odd < even / 20) return 'utf-16be';
  return undefined;
}

function strictUtf8(bytes: Uint8Array): 'whole' | 'cut' | 'no' {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    decoder.decode(bytes, { stream: true });
  } catch (reason) {
    if (reason instanceof TypeError) return 'no';
    throw reason;
  }
  try {
    decoder.decode();
    return 'whole';
  } catch (reason) {
    if (reason instanceof TypeError) return 'cut';
    throw reason;
  }
}

/** 345 Hangul have CP949 bytes that are valid two-byte UTF-8. A file with only such is not proven to be UTF-8. */
function isAmbiguous(bytes: Uint8Array): boolean {
  let hasTwoBytes = false;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte >= 0xe0) return false;
    if (byte >= 0xc0) hasTwoBytes = true;
  }
  return hasTwoBytes;
}
