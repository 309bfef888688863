import type { OtherFileKind } from './workbook';

type Sign = readonly [kind: OtherFileKind, matches: (bytes: Uint8Array) => boolean];

/**
 * Files that are no sheets, by the bytes they begin with. Where these are letters a text could begin with too, more of
 * the format is asked for: no text has a NUL, or a size that is the file's own.
 */
const signs: readonly Sign[] = [
  ['pdf', begins('25504446')],
  ['image', begins('89504e47')],
  ['image', begins('ffd8ff')],
  ['image', begins('47494638')],
  ['image', begins('52494646')],
  ['image', begins('49492a00')],
  ['image', begins('4d4d002a')],
  ['image', (bytes) => begins('424d')(bytes) && uint32(bytes, 2) === bytes.length],
  ['image', (bytes) => /^ftyp(heic|heix|mif1|msf1|avif)/.test(latin(bytes, 4, 12))],
  ['video', (bytes) => latin(bytes, 4, 8) === 'ftyp'],
  ['archive', begins('526172211a')],
  ['archive', begins('377abcaf271c')],
  ['archive', begins('1f8b')],
  ['archive', begins('fd377a585a00')],
  ['archive', (bytes) => /^BZh[1-9]1AY/.test(latin(bytes, 0, 7))],
  // ALZip's own two formats.
  ['archive', begins('414c5a01')],
  ['archive', begins('45474741')],
  ['archive', begins('4d53434600')],
  ['archive', (bytes) => latin(bytes, 257, 262) === 'ustar'],
  ['program', (bytes) => begins('4d5a')(bytes) && bytes.subarray(0, 64).includes(0)],
  ['program', begins('7f454c46')],
  // A shortcut of Windows ([MS-SHLLINK] 2.1) and the binary property list of a Mac.
  ['link', begins('4c0000000114020000000000c0')],
  ['link', (bytes) => latin(bytes, 0, 8) === 'bplist00' && /URL/.test(latin(bytes, 0, 4096))],
  // An alias of a Mac.
  ['link', begins('626f6f6b000000006d61726b')],
  ['hwp', (bytes) => latin(bytes, 0, 17) === 'HWP Document File'],
  ['rtf', (bytes) => latin(bytes, 0, 5) === '{\\rtf'],
  ['database', (bytes) => latin(bytes, 0, 15) === 'SQLite format 3'],
  ['database', (bytes) => /^Standard (Jet|ACE) DB/.test(latin(bytes, 4, 24))],
  ['dbf', isDbf],
];

/** What a file is by its first bytes, as far as it is no sheet; undefined where they say nothing. */
export function kindBySignature(bytes: Uint8Array): OtherFileKind | undefined {
  return signs.find(([, matches]) => matches(bytes))?.[0];
}

/** dBASE: a version, a date, and a header that ends where it says. */
function isDbf(bytes: Uint8Array): boolean {
  const [version = 0, , month = 0, day = 0] = bytes;
  if (![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(version)) return false;
  const headerBytes = (bytes[8] ?? 0) + 256 * (bytes[9] ?? 0);
  const isDate = month >= 1 && month <= 12 && day >= 1 && day <= 31;
  return isDate && headerBytes > 32 && bytes[headerBytes - 1] === 0x0d;
}

function begins(hex: string): (bytes: Uint8Array) => boolean {
  const wanted = Array.from({ length: hex.length / 2 }, (_, k) => Number.parseInt(hex.slice(2 * k, 2 * k + 2), 16));
  return (bytes) => wanted.every((byte, k) => bytes[k] === byte);
}

function uint32(bytes: Uint8Array, at: number): number {
  return bytes.length < at + 4 ? -1 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);
}

/** Bytes as letters of the same numbers. */
function latin(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}
