import { unzipSync, zipSync } from 'fflate';

/** Integers from a seed (mulberry32): the same seed gives the same files on every machine. */
export function seededRandom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export interface Mutated {
  bytes: Uint8Array;
  /** What was changed, as it is now: the file itself, or the one part of a zip before it was packed again. */
  content: Uint8Array;
  /** What was done, to be read in a report. */
  done: string[];
  /** Bytes of the file were copied, or something said to stand for several: rows may then rightly be more. */
  copies: boolean;
  /** Changed behind a checksum that was not put right: nothing but the original's rows may be read. */
  isSealed: boolean;
}

/** What programs and attackers write in places of numbers, names and tags; those with `copies` may repeat a row. */
const words: readonly { text: string; copies?: true }[] = [
  { text: '2000000000' },
  { text: '2e9' },
  { text: '-1' },
  { text: '+1' },
  { text: 'NaN' },
  { text: '0' },
  { text: '4294967296' },
  { text: 'XFD1048576' },
  { text: 'A1:XFD1048576' },
  { text: '<!DOCTYPE x [<!ENTITY a "aaaa">]>' },
  { text: '<![CDATA[' },
  { text: '<!--' },
  { text: ' xmlns="urn:x"' },
  { text: '&#0;' },
  { text: '&#x110000;' },
  { text: '>' },
  { text: '"' },
  { text: ' r="A1"' },
  { text: ' spans="1:16384"' },
  { text: '<f t="shared" ref="A1:XFD1048576" si="0">A1</f>' },
  { text: '<hyperlink ref="A1:XFD1048576"/>' },
  { text: '<mergeCell ref="A1:XFD1048576"/>' },
  { text: '<col min="1" max="2000000000"/>' },
  { text: ' ss:MergeAcross="2e9"' },
  { text: ' ss:Index="1048577"' },
  { text: ' colspan="2000000000"' },
  { text: ' rowspan="2000000000"' },
  { text: ' table:number-rows-repeated="1000000"', copies: true },
  { text: ' table:number-columns-repeated="2000000000"', copies: true },
];

const encoder = new TextEncoder();
const zipBeginning = 0x50;

/** A file with one to four mutations. A zip is changed as it lies, or in one of its parts and packed again rightly. */
export function mutate(original: Uint8Array, random: (below: number) => number): Mutated {
  const result: Mutated = { bytes: original, content: original, done: [], copies: false, isSealed: false };
  const isZip = original[0] === zipBeginning && original[1] === 0x4b;
  if (isZip && random(4) > 0) {
    const parts = unzipSync(original);
    const names = Object.keys(parts).toSorted();
    const name = names[random(names.length)] ?? '';
    change(parts[name] ?? new Uint8Array(), random, result);
    parts[name] = Uint8Array.from(result.bytes);
    result.done.unshift(name);
    result.bytes = zipSync(parts, { level: 1 });
  } else {
    change(original, random, result);
    result.isSealed = isZip;
  }
  return result;
}

function change(original: Uint8Array, random: (below: number) => number, result: Mutated): void {
  let bytes = original;
  for (let left = 1 + random(4); left > 0; left -= 1) {
    const at = random(bytes.length + 1);
    const length = 1 + random(random(8) === 0 ? Math.max(1, bytes.length - at) : 16);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (random(7)) {
      case 0:
        bytes = joined(before, [(after[0] ?? 0) ^ (1 << random(8))], after.subarray(1));
        result.done.push(`a bit at ${at}`);
        break;
      case 1:
        bytes = joined(before, after.subarray(length));
        result.done.push(`${length} bytes out at ${at}`);
        break;
      case 2:
        bytes = before;
        result.done.push(`cut at ${at}`);
        break;
      case 3:
        bytes = joined(
          before,
          Array.from({ length }, () => random(256)),
          after.subarray(random(2) * length),
        );
        result.done.push(`${length} random bytes at ${at}`);
        break;
      case 4: {
        const from = random(bytes.length + 1);
        bytes = joined(before, bytes.subarray(from, from + length * 8), after);
        result.copies = true;
        result.done.push(`${length * 8} bytes of ${from} copied to ${at}`);
        break;
      }
      case 5: {
        const word = words[random(words.length)];
        const place = afterNumber(bytes, at);
        if (!word) break;
        bytes = joined(bytes.subarray(0, place.from), encoder.encode(word.text), bytes.subarray(place.to));
        result.copies ||= word.copies ?? false;
        result.done.push(`${word.text} at ${place.from}`);
        break;
      }
      default: {
        // A length or a count of a binary record.
        const wide = bytes.slice();
        for (let k = at; k < Math.min(at + 4, wide.length); k += 1) wide[k] = random(3) === 0 ? 0xff : random(256);
        bytes = wide;
        result.done.push(`four bytes at ${at}`);
      }
    }
  }
  result.bytes = bytes;
  result.content = bytes;
}

/** The next run of digits, to be written over; or the place itself. */
function afterNumber(bytes: Uint8Array, at: number): { from: number; to: number } {
  const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;
  let from = at;
  while (from < bytes.length && from < at + 64 && !isDigit(bytes[from])) from += 1;
  if (!isDigit(bytes[from])) return { from: at, to: at };
  let to = from;
  while (isDigit(bytes[to])) to += 1;
  return { from, to };
}

function joined(...pieces: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
