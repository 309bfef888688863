import { Refusal, Unfamiliar } from '../refusal';
import { decodeUtf8 } from '../table/decode-utf8';
import { readLimits } from '../workbook';

/**
 * 1-based row and 0-based column of the reference just read; the column is -1 where only a number stood. One object,
 * written over at each call.
 */
export const reference = { row: 0, column: 0 };

/** Letters of either case: this bit is their difference. */
const upperCase = 0xdf;

/** Reads `AB12` from bytes[at, end) into `reference`; also `ab12`, `$AB$12`, `R12C28` and a number alone. */
export function readReference(bytes: Uint8Array, at: number, end: number): void {
  let column = 0;
  let i = at;
  for (; i < end; i++) {
    const letter = ((bytes[i] ?? 0) & upperCase) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > readLimits.gridColumns) throw new Refusal('too-many-columns', 'beyond the grid');
  }
  const row = readWhole(bytes, i, end);
  if (row < 1) return readOddReference(decodeUtf8(bytes, at, end));
  place(row, column - 1);
}

function readOddReference(text: string): void {
  const byNumbers = /^R([1-9]\d{0,8})C([1-9]\d{0,8})$/i.exec(text);
  const [, row = '', column = ''] = byNumbers ?? [];
  if (byNumbers !== null) return place(Number(row), Number(column) - 1);
  const fixed = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,8})$/i.exec(text);
  if (fixed === null) throw new Unfamiliar('cell reference');
  const [, letters = '', digits = ''] = fixed;
  place(Number(digits), columnIndex(letters.toUpperCase()));
}

function place(row: number, column: number): void {
  if (column >= readLimits.gridColumns) throw new Refusal('too-many-columns', 'beyond the grid');
  if (row > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
  reference.row = row;
  reference.column = column;
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
