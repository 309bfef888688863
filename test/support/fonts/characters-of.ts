import { brotliDecompressSync } from 'node:zlib';

/** Tables that have a number in the directory of a WOFF2 file (W3C WOFF2, section 4.1); only their order counts here. */
const cmapNumber = 0;
const numberOfGlyf = 10;
const numberOfLoca = 11;
const namedByTag = 63;
const directoryAt = 48;

/** The characters that a WOFF2 font has, as code points: its `cmap` in format 4 or 12. */
export function charactersOf(woff2: Buffer): Set<number> {
  return charactersOfCmap(cmapOf(woff2));
}

function cmapOf(woff2: Buffer): Buffer {
  let at = directoryAt;
  const byte = (): number => woff2.readUInt8(at++);
  const base128 = (): number => {
    for (let value = 0; ;) {
      const next = byte();
      value = value * 128 + (next & 127);
      if (next < 128) return value;
    }
  };
  let from = 0;
  let found: { from: number; length: number } | undefined;
  for (let table = 0; table < woff2.readUInt16BE(12); table += 1) {
    const flags = byte();
    const number = flags & 63;
    if (number === namedByTag) at += 4;
    const plainLength = base128();
    const isOutline = number === numberOfGlyf || number === numberOfLoca;
    const isTransformed = isOutline ? flags >> 6 !== 3 : flags >> 6 !== 0;
    const length = isTransformed ? base128() : plainLength;
    if (number === cmapNumber) found = { from, length };
    from += length;
  }
  if (found === undefined) throw new Error('a font without a table of characters');
  const tables = brotliDecompressSync(woff2.subarray(at, at + woff2.readUInt32BE(20)));
  return tables.subarray(found.from, found.from + found.length);
}

function charactersOfCmap(cmap: Buffer): Set<number> {
  const characters = new Set<number>();
  const add = (first: number, last: number): void => {
    for (let each = first; each <= last; each += 1) characters.add(each);
  };
  for (let table = 0; table < cmap.readUInt16BE(2); table += 1) {
    const start = cmap.readUInt32BE(8 + table * 8);
    const format = cmap.readUInt16BE(start);
    if (format === 12) {
      for (let group = 0; group < cmap.readUInt32BE(start + 12); group += 1) {
        const at = start + 16 + group * 12;
        add(cmap.readUInt32BE(at), cmap.readUInt32BE(at + 4));
      }
    } else if (format === 4) {
      const segments = cmap.readUInt16BE(start + 6);
      for (let segment = 0; segment < segments; segment += 2) {
        const last = start + 14 + segment;
        // The last segment is the end mark 0xffff, which is no character.
        add(cmap.readUInt16BE(last + segments + 2), Math.min(cmap.readUInt16BE(last), 0xfffe));
      }
    }
  }
  return characters;
}
