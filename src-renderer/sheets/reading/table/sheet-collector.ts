import type { ReadNote } from '../workbook';
import { Refusal } from '../refusal';
import type { CellTable } from './cell-table';
import { tableNotes } from './table-notes';

export interface ReadSheets {
  sheets: CellTable[];
  notes: ReadNote[];
}

/** Codes that concern one sheet: the others of its workbook may still be what the seller wants. */
const oneSheetOnly: readonly string[] = ['too-many-rows', 'too-many-columns', 'too-many-cells'];

/** Gathers the sheets of a workbook, leaving out those beyond the limits with a note. */
export class SheetCollector {
  private readonly sheets: CellTable[] = [];
  private readonly notes: ReadNote[] = [];
  /** Sheets the workbook lists, for those who count them before they read. */
  listed = 0;
  private lastRefusal: Refusal | undefined;

  keep(table: CellTable): void {
    this.sheets.push(table);
    this.notes.push(...tableNotes(table));
  }

  /** Reads into a table and keeps it; a refusal that concerns this sheet alone leaves it out. */
  add(table: CellTable, read: () => void): void {
    try {
      read();
    } catch (reason) {
      return this.leaveOut(table.name, reason);
    }
    this.keep(table);
  }

  /** Notes why a sheet is left out; anything but a refusal of one sheet goes on. */
  leaveOut(sheet: string, reason: unknown): void {
    if (!(reason instanceof Refusal) || !oneSheetOnly.includes(reason.code)) throw reason;
    this.lastRefusal = reason;
    this.notes.push({ code: 'sheet-left-out', sheet, reason: reason.code });
  }

  /** What was read; refuses when not one cell of the whole workbook is there. */
  finish(): ReadSheets {
    if (this.sheets.some((sheet) => sheet.rowCount > 0)) return { sheets: this.sheets, notes: this.notes };
    throw this.lastRefusal ?? new Refusal('empty', 'no-cells');
  }
}
