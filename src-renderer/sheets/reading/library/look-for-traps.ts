import { Refusal } from '../refusal';
import { readLimits } from '../workbook';

const doctype = sequence('<!DOCTYPE');
const isoDate = sequence('t="d"');

/** Whether ISO date cells stand in a part: with them, and only with them, the library must be asked for dates. */
export function hasIsoDates(bytes: Uint8Array): boolean {
  return indexOf(bytes, isoDate, 0) >= 0;
}

/** No spreadsheet program writes a document type declaration. */
export function refuseDoctype(bytes: Uint8Array): void {
  if (indexOf(bytes, doctype, 0) >= 0) throw new Refusal('forbidden-content', 'DTD');
}

/**
 * Rows and cells of a worksheet that stand outside Excel's grid: the library makes room for every row before them, and
 * a row 2,000,000,000 ends the process. Looks at every `r="..."`.
 */
export function refuseFarCells(bytes: Uint8Array): void {
  for (let at = 1; at < bytes.length - 3; at++) {
    if (bytes[at] !== 0x72 || bytes[at + 1] !== 0x3d || (bytes[at - 1] ?? 0) > 0x20) continue;
    let digits = 0;
    let row = 0;
    let letters = 0;
    for (let i = at + 3; i < bytes.length; i++) {
      const byte = bytes[i] ?? 0;
      if (byte >= 0x30 && byte <= 0x39) {
        digits++;
        row = row * 10 + byte - 0x30;
      } else if (byte >= 0x41 && byte <= 0x5a) letters++;
      else break;
      if (digits > 9 || letters > 9) break;
    }
    if (row > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
    if (letters > 3) throw new Refusal('too-many-columns', 'beyond the grid');
  }
}

/** A tag that goes on for longer is none that a program wrote. */
const longestTag = 10_000;
const placed = /<(?:[\w.-]{1,40}:)?(Row|Cell|Column)\b/gu;
const place = /(?:^|[\s:])(Index|MergeAcross|MergeDown|Span)\s*=\s*["']?\s*(\d+)/gu;

/**
 * The same for Excel's XML of 2003, in which cells are placed by `ss:Index` and spread by `ss:MergeAcross`: the library
 * walks through all that lies between.
 */
export function refuseFarXml(text: string): void {
  let across = 0;
  for (const { 1: name = '', index } of text.matchAll(placed)) {
    const tag = text.slice(index, index + longestTag);
    const end = tag.indexOf('>');
    if (end < 0) throw new Refusal('damaged', 'XML that does not end');
    if (name === 'Row') across = 0;
    for (const { 1: attribute = '', 2: digits = '' } of tag.slice(0, end).matchAll(place)) {
      const value = Number(digits);
      const isRow = attribute === 'MergeDown' || name === 'Row';
      if (isRow && value > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
      if (isRow) continue;
      across += attribute === 'MergeAcross' ? value : 0;
      if (value > readLimits.gridColumns || across > readLimits.gridColumns) {
        throw new Refusal('too-many-columns', 'beyond the grid');
      }
    }
  }
}

function sequence(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function indexOf(bytes: Uint8Array, wanted: Uint8Array, from: number): number {
  const first = wanted[0] ?? 0;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (wanted.every((byte, k) => bytes[at + k] === byte)) return at;
  }
  return -1;
}
