import { Refusal } from '../refusal';
import { readLimits } from '../workbook';

/**
 * What the library is shown of the stream of an .xls: the records that hold cell values, and those it needs to say what
 * a value means. All others (links, notes, drawings, validations, conditional formats, names, shared and array formulas,
 * blank cells) are turned, where they stand, into records of a type that is passed over: sheets are found by their place in
 * the stream, so no byte may move. A formula becomes the value that was stored with it. [MS-XLS] 2.3, and the OpenOffice
 * description of BIFF 2 to 5.
 */
/** Printer settings: a type the library knows and passes over. */
const unread = 0x004d;
const continued = 0x003c;
const string5 = 0x0207;
const string2 = 0x0007;

/** Types of records by what becomes of them; the numbers of all versions of the format together, which do not clash. */
const kept: ReadonlySet<number> = new Set([
  // Beginning and end of a part, and what holds for all of it: code page, dates from 1904, a lock, a dialog.
  0x0009, 0x0209, 0x0409, 0x0809, 0x000a, 0x0042, 0x0022, 0x002f, 0x0081,
  // Sheets, shared texts, formats of numbers and cells.
  0x0085, 0x008e, 0x008f, 0x00fc, 0x001e, 0x041e, 0x0056, 0x0043, 0x0243, 0x0443, 0x00e0, 0x0044,
  // Extent, rows, columns, merged cells.
  0x0000, 0x0200, 0x0008, 0x0208, 0x007d, 0x00e5,
]);
const oneCell: ReadonlySet<number> = new Set([
  0x0002, 0x0003, 0x0203, 0x0004, 0x0204, 0x00d6, 0x0005, 0x0205, 0x027e, 0x00fd,
]);
const severalCells = 0x00bd;
const formulas: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);
const sheetEntry = 0x0085;
const columns = 0x007d;
const merges = 0x00e5;

/**
 * The library makes objects of each cell: 800,000 take 430 MB of a reader (measured), so these stay below its budget. The
 * most rows an .xls has, 18 columns wide.
 */
const mostLibraryCells = 1_200_000;
/** It copies all merges it has for each further record of them, each of which holds up to 1,026. */
const mostMergeRecords = 200;
const mostColumnRecords = 1024;

/** How a version writes the head of a cell and the types of what a formula becomes. */
interface Version {
  /** Row, column and format of a cell. */
  head: number;
  number: number;
  text: number;
  truth: number;
  string: number;
}
const version2: Version = { head: 7, number: 0x0003, text: 0x0004, truth: 0x0005, string: string2 };
const later: Version = { head: 6, number: 0x0203, text: 0x0204, truth: 0x0205, string: string5 };

/** A copy of the stream with nothing in it but what is read. Refuses with `too-many-cells` and `too-many-parts`. */
export function keepCellRecords(stream: Uint8Array): Uint8Array {
  const bytes = stream.slice();
  const view = new DataView(bytes.buffer);
  const version = bytes.length > 1 && view.getUint16(0, true) === 0x0009 ? version2 : later;
  const counts = { cells: 0, sheets: 0, columns: 0, merges: 0 };
  let keepsContinued = false;
  /** Where a formula stands whose text comes in a record of its own. */
  let awaited: number | undefined;
  for (let at = 0; at + 4 <= bytes.length;) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    const next = at + 4 + length;
    // A last record that is cut short is the library's to refuse.
    if (next > bytes.length) break;
    if (type === continued) {
      if (!keepsContinued) view.setUint16(at, unread, true);
    } else if (formulas.has(type)) {
      keepsContinued = false;
      counts.cells += 1;
      awaited = replaceFormula(view, at, length, version) ? at : undefined;
    } else if (type === version.string) {
      keepsContinued = awaited !== undefined && replaceString(view, at, length, awaited, version);
      if (!keepsContinued) view.setUint16(at, unread, true);
      awaited = undefined;
    } else {
      keepsContinued = isKept(type, view, at, length, counts);
      if (!keepsContinued) view.setUint16(at, unread, true);
    }
    if (counts.cells > mostLibraryCells) throw new Refusal('too-many-cells', 'xls');
    if (counts.sheets > readLimits.sheets) throw new Refusal('too-many-parts', 'sheets');
    at = next;
  }
  return bytes;
}

function isKept(
  type: number,
  view: DataView,
  at: number,
  length: number,
  counts: { cells: number; sheets: number; columns: number; merges: number },
): boolean {
  if (oneCell.has(type)) counts.cells += 1;
  else if (type === severalCells) counts.cells += Math.max(0, Math.floor((length - 6) / 6));
  else if (type === sheetEntry) counts.sheets += 1;
  else if (type === merges) {
    counts.merges += 1;
    if (counts.merges > mostMergeRecords) throw new Refusal('too-many-cells', 'merges');
  } else if (type === columns) {
    counts.columns += 1;
    // The library makes an object of every column named, and the last one named may be the 65,535th.
    return counts.columns <= mostColumnRecords && length >= 4 && view.getUint16(at + 6, true) <= readLimits.columns;
  }
  return kept.has(type) || oneCell.has(type) || type === severalCells;
}

/**
 * Writes the stored value over a formula, and makes a record of its own of what is left behind it. Answers whether the
 * value is a text, which comes later.
 */
function replaceFormula(view: DataView, at: number, length: number, { head, number, truth }: Version): boolean {
  const value = at + 4 + head;
  if (length < head + 12) {
    view.setUint16(at, unread, true);
    return false;
  }
  const isNumber = view.getUint16(value + 6, true) !== 0xffff;
  const kind = view.getUint8(value);
  if (isNumber) {
    shorten(view, at, length, number, head + 8);
    return false;
  }
  if (kind === 1 || kind === 2) {
    // Value, then whether it is an error.
    view.setUint8(value, view.getUint8(value + 2));
    view.setUint8(value + 1, kind === 2 ? 1 : 0);
    shorten(view, at, length, truth, head + 2);
    return false;
  }
  // An empty text is no value.
  view.setUint16(at, unread, true);
  return kind === 0;
}

/** Lets a record be of another type and end sooner; `length` is at least four more than `wanted`. */
function shorten(view: DataView, at: number, length: number, type: number, wanted: number): void {
  view.setUint16(at, type, true);
  view.setUint16(at + 2, wanted, true);
  view.setUint16(at + 4 + wanted, unread, true);
  view.setUint16(at + 6 + wanted, length - wanted - 4, true);
}

/**
 * Makes the text of a formula a cell of its own: the head of the cell is put before it, over the record's own head and
 * the end of the record before, which is read no more. False where that record is too short to give way.
 */
function replaceString(view: DataView, at: number, length: number, formula: number, { head, text }: Version): boolean {
  let before = formula;
  for (let next = formula; next < at; next += 4 + view.getUint16(next + 2, true)) before = next;
  const room = view.getUint16(before + 2, true);
  const isFree = view.getUint16(before, true) === unread;
  if (!isFree || room < head || length + head > 0xffff) return false;
  const cell = new Uint8Array(view.buffer, formula + 4, head).slice();
  view.setUint16(before + 2, room - head, true);
  view.setUint16(at - head, text, true);
  view.setUint16(at - head + 2, length + head, true);
  new Uint8Array(view.buffer).set(cell, at - head + 4);
  return true;
}
