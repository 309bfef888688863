import type { ParsingOptions } from 'xlsx';
import { readLimits } from '../workbook';

/**
 * The library's settings that give stored values only (resources/docs/sheets.md, "Reading with the library"): dense
 * rows to walk ourselves; formats, since a date is a number with a format; styles, since only then hidden rows are
 * told; no displayed text, ever. Stubs are what a formula without its value becomes.
 */
export const libraryOptions = {
  dense: true,
  cellFormula: true,
  cellHTML: false,
  cellText: false,
  cellNF: true,
  cellDates: false,
  cellStyles: true,
  sheetStubs: true,
  bookVBA: false,
  bookDeps: false,
  // One more than we keep, so that a longer sheet shows itself.
  sheetRows: readLimits.rows + 1000,
} as const satisfies ParsingOptions;
