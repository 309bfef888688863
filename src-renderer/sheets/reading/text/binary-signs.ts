import { Refusal } from '../refusal';

/**
 * What tells a binary file from a text that holds a few odd bytes. Control characters alone do not: exports put U+001F
 * before long numbers so that Excel keeps their digits, scanners put GS between the parts of a code and STX and ETX around
 * it, old programs end a file with SUB. A NUL does (a file cut off by a power failure ends in them), and so does a mixture of
 * many kinds of controls.
 */
const mostKinds = 10;
const mostOthers = 1 / 200;

/** Controls that some program puts into a text on purpose: STX, ETX, EOT, white space, SUB, ESC, FS, GS, RS, US. */
const meant = new Set([2, 3, 4, 9, 10, 11, 12, 13, 0x1a, 0x1b, 0x1c, 0x1d, 0x1e, 0x1f]);

export type Utf16 = 'utf-16le' | 'utf-16be';

/** Refuses a file that is no text with one byte for each letter of ASCII. */
export function refuseBinaryBytes(bytes: Uint8Array): void {
  const counts = new Uint32Array(32);
  // By index: an iterator takes four times as long, and a file has tens of millions of bytes.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    if (byte < 32) counts[byte] = (counts[byte] ?? 0) + 1;
  }
  refuseBySigns(counts, bytes.length);
}

/** The same for UTF-16, in which every second byte may be zero. A part of it tells. */
export function refuseBinaryText(bytes: Uint8Array, encoding: Utf16): void {
  const counts = new Uint32Array(32);
  const view = new DataView(bytes.buffer, bytes.byteOffset, Math.min(bytes.length - (bytes.length % 2), 128 * 1024));
  for (let at = 0; at < view.byteLength; at += 2) {
    const unit = view.getUint16(at, encoding === 'utf-16le');
    if (unit < 32) counts[unit] = (counts[unit] ?? 0) + 1;
  }
  refuseBySigns(counts, view.byteLength / 2);
}

function refuseBySigns(counts: Uint32Array, length: number): void {
  let kinds = 0;
  let others = 0;
  for (const [code, count] of counts.entries()) {
    if (code === 0 || count === 0) continue;
    kinds++;
    if (!meant.has(code)) others += count;
  }
  const isMixture = kinds > mostKinds && others > length * mostOthers;
  if ((counts[0] ?? 0) > 0 || isMixture) throw new Refusal('not-a-workbook', 'binary');
}
