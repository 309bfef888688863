import type { ReadNote } from '../workbook';
import { Refusal } from '../refusal';
import type { CellTable } from './cell-table';
import { tableNotes } from './table-notes';

export interface ReadSheets {
  sheets: CellTable[];
  notes: ReadNote[];
}

/** Letters of a sheet's name, as Excel has it: more are no name, and a declared length no reason to keep one. */
export const longestSheetName = 31;

/** Codes that concern one sheet: the others of its workbook may still be what the seller wants. */
const oneSheetOnly: readonly string[] = ['too-many-rows', 'too-many-columns', 'too-many-cells'];

/** Gathers the sheets of a workbook, leaving out those beyond the limits with a note. */
export class SheetCollector {
  private readonly sheets: CellTable[] = [];
  private readonly notes: ReadNote[] = [];
  private readonly names = new Set<string>();
  /** Sheets the workbook lists, for those who count them before they read. */
  listed = 0;
  private lastRefusal: Refusal | undefined;

  keep(table: CellTable): void {
    table.name = this.ownName(table.name);
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
    this.notes.push({ code: 'sheet-left-out', sheet: sheet.slice(0, longestSheetName), reason: reason.code });
  }

  /** A sheet is chosen and told of by its name: of two with one name, the later gets a number, as Excel gives it. */
  private ownName(name: string): string {
    const whole = name.slice(0, longestSheetName);
    let own = whole;
    for (let n = 2; this.names.has(own); n++) own = `${whole.slice(0, longestSheetName - 6)} (${n})`;
    this.names.add(own);
    return own;
  }

  /** What was read; refuses when not one cell of the whole workbook is there. */
  finish(): ReadSheets {
    if (this.sheets.some((sheet) => sheet.rowCount > 0)) return { sheets: this.sheets, notes: this.notes };
    throw this.lastRefusal ?? new Refusal('empty', 'no-cells');
  }
}
