import { Refusal, Unfamiliar } from '../refusal';
import { readLimits } from '../workbook';

/** 1-based row and 0-based column of the reference just read. One object, written over at each call. */
export const reference = { row: 0, column: 0 };

/** Reads `AB12` from bytes[at, end) into `reference`. Anything but capitals then digits goes to the library. */
export function readReference(bytes: Uint8Array, at: number, end: number): void {
  let column = 0;
  let i = at;
  for (; i < end; i++) {
    const letter = (bytes[i] ?? 0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > readLimits.gridColumns) throw new Refusal('too-many-columns', 'beyond the grid');
  }
  const row = readWhole(bytes, i, end);
  if (column === 0 || row < 1) throw new Unfamiliar('cell reference');
  if (row > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
  reference.row = row;
  reference.column = column - 1;
}

/** A whole number of digits only, held at a billion; -1 when it is none. */
export function readWhole(bytes: Uint8Array, at: number, end: number): number {
  if (at >= end) return -1;
  let value = 0;
  for (let i = at; i < end; i++) {
    const digit = (bytes[i] ?? 0) - 48;
    if (digit < 0 || digit > 9) return -1;
    if (value < 1_000_000_000) value = value * 10 + digit;
  }
  return value;
}

/** `B2:D5`, as merges have it. Undefined when it is something else. */
export function readArea(text: string): { top: number; left: number; bottom: number; right: number } | undefined {
  const corners = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(text);
  if (corners === null) return undefined;
  const [, left = '', top = '', right = left, bottom = top] = corners;
  return { top: Number(top), left: columnIndex(left), bottom: Number(bottom), right: columnIndex(right) };
}

function columnIndex(letters: string): number {
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
