/**
 * What reading hands to understanding: tables of raw cells, and the closed list of reasons why a file gives none.
 * Nothing here knows of headers, couriers or orders.
 */

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'formula-without-value' | 'empty';

/** A merged area in table rows and columns, both ends included, 0-based. Only its top left cell has a value. */
export interface Merge {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/**
 * One sheet. Table rows are the rows that hold anything, in order and without gaps; `sheetRow` gives back the number
 * Excel shows. Columns keep their place (0 is A).
 */
export interface Sheet {
  name: string;
  /** Hidden in the workbook, by the user or by a macro. */
  hidden: boolean;
  rowCount: number;
  /** One more than the last column that holds anything. */
  columnCount: number;
  /**
   * Cell text as stored: ids exact, numbers as their shortest exact text and never with an exponent, dates as
   * `yyyy-MM-dd`, `yyyy-MM-dd HH:mm:ss` or, for a time of day alone, `HH:mm:ss`; `TRUE` and `FALSE`; `#N/A` and the
   * like for errors; empty for anything else and outside the table.
   */
  text(row: number, column: number): string;
  kind(row: number, column: number): CellKind;
  /** Table rows that are hidden or filtered away. */
  hiddenRows: ReadonlySet<number>;
  /** Columns that are hidden, or of no width. Only those within `readLimits.columns` are known. */
  hiddenColumns: ReadonlySet<number>;
  /** 1-based row number as Excel shows it. */
  sheetRow(row: number): number;
  merges: readonly Merge[];
}

export type WorkbookKind = 'xlsx' | 'xls' | 'html' | 'xml' | 'csv' | 'tsv' | 'ods' | 'xlsb';

export type EncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'cp949';

/** Something worth telling although the file was read. A new code wants its sentence: contract/file-notes.ts lists them. */
export type ReadNote =
  /** The quick reader met something it was not written for, and the thorough one read the file; `detail` names it. */
  | { code: 'unusual-file'; detail: string }
  /** A sheet was left out, the others were read. */
  | { code: 'sheet-left-out'; sheet: string; reason: ReadFailure }
  /** Cells far to the right of the table, behind hundreds of empty columns; `detail` is the reference of the first: XFD1. */
  | { code: 'far-cells-left-out'; sheet: string; count: number; detail: string }
  /** Formulas whose result was never saved in the file: their cells are empty. */
  | { code: 'formulas-without-value'; sheet: string; count: number }
  /** Characters that the chosen encoding does not know: the guess may be wrong. */
  | { code: 'unreadable-characters'; count: number }
  /** Some lines of a text are in UTF-8 and some in CP949; so many are in the rarer one, and read as what they are. */
  | { code: 'mixed-encodings'; count: number }
  /** The file was a zip with one sheet file in it, which was read; `detail` is that one's name. */
  | { code: 'opened-from-archive'; detail: string };

export interface Workbook {
  kind: WorkbookKind;
  sheets: Sheet[];
  /** Only for text files. `weak`: nothing in the file proves the guess. */
  encoding?: { name: EncodingName; weak: boolean };
  /** The file was locked with a password, and the one given opened it. */
  wasLocked: boolean;
  notes: ReadNote[];
}

export const readFailures = [
  /** No bytes, or not one cell with anything in it (detail `no-cells`). */
  'empty',
  /** Some other kind of file; detail is one of `otherFileKinds` where we know. */
  'not-a-workbook',
  /** The file itself is larger than 50 MB. */
  'too-large',
  /** Its parts would inflate beyond 500 MB, or one of them beyond belief. */
  'too-large-inside',
  'too-many-parts',
  /** Cut short, a checksum that does not hold, XML that does not end. */
  'damaged',
  /** Whole as far as we can see, but in a form only Excel reads: saved again as .xlsx we can read it. */
  'only-excel-reads',
  'password-needed',
  'password-wrong',
  /** Locked in a way we cannot open (an old .xls, rights management, an odd cipher). */
  'password-kind-unknown',
  /** The lock asks for more work than any honest file does. */
  'password-too-costly',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  /** A document type declaration: no spreadsheet program writes one. */
  'forbidden-content',
  /** A workbook without a sheet of cells. */
  'no-sheet',
  /** The small `~$` twin that Excel leaves next to a file while it is open. */
  'excel-lock-file',
] as const;
export type ReadFailure = (typeof readFailures)[number];

/** What a file that is no workbook most likely is: details of `not-a-workbook`. */
export const otherFileKinds = [
  'pdf',
  'image',
  'hwp',
  'word',
  'powerpoint',
  'zip',
  /** A zip with a password of its own. */
  'locked-zip',
  'archive',
  'program',
  'binary',
  'numbers',
  /** A page without a table. */
  'web-page',
  /** What a site shows in place of a file when the login has run out. */
  'login-page',
  /** A page of Excel whose sheets are in separate files. */
  'web-frames',
  /** A page in one file (MHTML) that holds no table of its own. */
  'web-archive',
  /** A message of a mail program. */
  'mail',
  /** A shortcut to a file, or to a page. */
  'link',
  /** Sheets of other times: Excel opens them, we do not. */
  'sylk',
  'dif',
  'dbf',
  'flat-ods',
  'rtf',
  'video',
  'database',
  'json',
  'xml',
] as const;
export type OtherFileKind = (typeof otherFileKinds)[number];

export type ReadResult = { ok: true; value: Workbook } | { ok: false; failure: { code: ReadFailure; detail?: string } };

/** Bounds on what is read. Shipment sheets have under 5,000 rows and 80 columns; these leave room for a year of them. */
export const readLimits = {
  fileBytes: 50 * 1024 * 1024,
  inflatedBytes: 500 * 1024 * 1024,
  parts: 2000,
  sheets: 200,
  /** deflate cannot exceed 1032:1; real sheets stay under 100:1. Looked at only where a part is large enough to hurt. */
  ratio: 400,
  ratioFromBytes: 16 * 1024 * 1024,
  rows: 200_000,
  columns: 512,
  cells: 12_000_000,
  /** The grid of Excel itself. */
  gridRows: 1_048_576,
  gridColumns: 16_384,
} as const;
