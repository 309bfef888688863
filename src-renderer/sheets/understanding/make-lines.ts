import { linesPerChunk } from '../../../src-preload/contract/chunks';
import { lineFields, mostReferences, type LineField } from '../../../src-preload/contract/line-fields';
import { isDigits } from '../../../src-preload/contract/plain-cell';
import { usualIdLength } from '../../../src-preload/contract/check/read-id';
import type { CellMark, Line } from '../../../src-preload/contract/line';
import { numbersIn } from '../../../src-preload/contract/join/facts';
import type { Merge, Sheet } from '../reading/workbook';
import { splitCombined } from './combined-cell';
import { isExampleRow } from './example-rows';
import type { Columns } from './match-columns';
import type { Rivals } from './rival-columns';
import { takeSecondValues } from './second-values';

/** Longest cell a line takes (contract/line.ts). */
const longestCell = 2000;

/** Merged areas looked through; a sheet with more is decoration. */
const mergesAtMost = 50_000;

/**
 * Reads cells so that a vertically merged one lends its value to all its rows: a parcel of three product orders has its
 * number written once, in a cell merged over three rows.
 */
export function createCells(sheet: Sheet, columns: readonly number[]): { rowOf(row: number, column: number): number } {
  const byColumn = new Map<number, Merge[]>();
  for (const merge of sheet.merges.slice(0, mergesAtMost)) {
    if (merge.bottom === merge.top || !columns.includes(merge.left)) continue;
    const merges = byColumn.get(merge.left) ?? [];
    merges.push(merge);
    byColumn.set(merge.left, merges);
  }
  for (const merges of byColumn.values()) merges.sort((one, other) => one.top - other.top);
  if (byColumn.size === 0) return { rowOf: (row) => row };
  return {
    rowOf(row, column) {
      const merges = byColumn.get(column);
      if (merges === undefined) return row;
      let low = 0;
      let high = merges.length - 1;
      while (low <= high) {
        const middle = (low + high) >> 1;
        const merge = merges[middle];
        if (merge === undefined || row < merge.top) high = middle - 1;
        else if (row > merge.bottom) low = middle + 1;
        else return merge.top;
      }
      return row;
    },
  };
}

function markOf(kind: ReturnType<Sheet['kind']>): CellMark | undefined {
  switch (kind) {
    case 'number':
    case 'date':
    case 'formula-without-value':
      return kind;
    case 'error':
      return 'error-cell';
    case 'text':
    case 'boolean':
    case 'empty':
      return undefined;
  }
}

/** Fields whose kind of cell matters for a remark. */
const marked: ReadonlySet<LineField> = new Set([
  'productOrderId',
  'orderId',
  'trackingNumber',
  'courier',
  'itemId',
  'dispatchDate',
]);

export interface LineOptions {
  columns: Columns;
  /** A word for every line's empty courier cell, where the layout implies one that the number decides. */
  courierWord?: string | undefined;
  /** Fields that a question is open about: a line that has one waits for the answer. */
  waits: readonly LineField[];
  /** Further columns of a field: a line may have its value there, or a second one. */
  rivals: Rivals;
  /** A line without a product order is given all numbers of the market's form of its row, for the join. */
  findsReferences?: boolean;
  /** Hidden rows, and all of a hidden sheet, stay behind until the seller wants them: filtering is how sellers leave rows out. */
  hiddenStayBehind: boolean;
}

/** The lines of table rows, in chunks: mapped cells only, as stored. */
export function* makeLines(
  sheet: Sheet,
  rows: readonly number[],
  options: LineOptions,
): Generator<Line[], void, undefined> {
  const mapped = lineFields.flatMap((field) => {
    const column = options.columns[field];
    return column === undefined ? [] : [{ field, column, isMarked: marked.has(field) }];
  });
  const { courier, trackingNumber } = options.columns;
  const isCombined = courier !== undefined && courier === trackingNumber;
  const further = lineFields.flatMap((field) => {
    const rivals = options.rivals[field] ?? [];
    return rivals.length === 0 ? [] : [{ field, rivals }];
  });
  const cells = createCells(sheet, [
    ...mapped.map(({ column }) => column),
    ...further.flatMap(({ rivals }) => rivals.map(({ column }) => column)),
  ]);
  for (let start = 0; start < rows.length; start += linesPerChunk) {
    const chunk: Line[] = [];
    const end = Math.min(start + linesPerChunk, rows.length);
    for (let index = start; index < end; index += 1) {
      const row = rows[index];
      if (row === undefined) continue;
      const line: Line = { row: sheet.sheetRow(row), cells: {} };
      for (const { field, column, isMarked } of mapped) {
        const from = cells.rowOf(row, column);
        const text = sheet.text(from, column);
        if (text !== '') line.cells[field] = text.length > longestCell ? text.slice(0, longestCell) : text;
        if (!isMarked) continue;
        const mark = markOf(sheet.kind(from, column));
        if (mark !== undefined) {
          line.marks ??= {};
          line.marks[field] = mark;
        }
      }
      if (isCombined) splitCell(line);
      for (const field of options.waits)
        if (line.cells[field] !== undefined) line.waits = [...(line.waits ?? []), field];
      for (const { field, rivals } of further) {
        takeSecondValues(line, field, rivals, (column) => {
          const from = cells.rowOf(row, column);
          return { text: sheet.text(from, column).slice(0, longestCell), mark: markOf(sheet.kind(from, column)) };
        });
      }
      if (options.courierWord !== undefined && line.cells.courier === undefined)
        line.cells.courier = options.courierWord;
      if (sheet.hidden || sheet.hiddenRows.has(row)) {
        line.hidden = true;
        if (options.hiddenStayBehind) line.chosen = false;
      }
      if (options.findsReferences === true && !namesProductOrder(line.cells.productOrderId ?? '')) {
        const found = referencesIn(sheet, row);
        if (found.length > 0) line.references = found;
      }
      if (isExampleRow(sheet, row, options.columns, line.cells)) line.example = true;
      chunk.push(line);
    }
    yield chunk;
  }
}

/** Courier and number out of one cell; a cell that is no such pair is left as it is, and asked about. */
function splitCell(line: Line): void {
  const halves = splitCombined(line.cells.trackingNumber ?? '');
  if (halves) line.cells = { ...line.cells, ...halves };
}

/** Digits of the market's length and nothing else are told without an expression: nearly every line has them. */
function namesProductOrder(text: string): boolean {
  return (text.length === usualIdLength && text.startsWith('20') && isDigits(text)) || numbersIn(text).length > 0;
}

/** Numbers of the market's form anywhere in a row: couriers give them back in a memo, or under a name of their own. */
function referencesIn(sheet: Sheet, row: number): string[] {
  const found = new Set<string>();
  for (let column = 0; column < sheet.columnCount && found.size < mostReferences; column += 1) {
    for (const number of numbersIn(sheet.text(row, column))) found.add(number);
  }
  return [...found].slice(0, mostReferences);
}
