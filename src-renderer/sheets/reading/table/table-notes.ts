import type { ReadNote } from '../workbook';
import type { CellTable } from './cell-table';

/** What a finished table has to say to the seller. */
export function tableNotes(table: CellTable): ReadNote[] {
  const notes: ReadNote[] = [];
  const { name: sheet, withoutValue, far } = table;
  if (withoutValue > 0) notes.push({ code: 'formulas-without-value', sheet, count: withoutValue });
  if (far.count > 0) {
    const detail = `${columnLetters(far.column)}${far.row}`;
    notes.push({ code: 'far-cells-left-out', sheet, count: far.count, detail });
  }
  return notes;
}

/** A 0-based column as Excel names it: 0 is A, 26 is AA. */
function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}
