/**
 * What the reader of a file found worth telling although it read the file. Kept with the import, so that a restart tells
 * it again; each code has its sentence in text/ko/file-notes.ts.
 */
export const fileNoteCodes = [
  'unusual-file',
  'sheet-left-out',
  'far-cells-left-out',
  'formulas-without-value',
  'unreadable-characters',
  'mixed-encodings',
  'opened-from-archive',
] as const;
export type FileNoteCode = (typeof fileNoteCodes)[number];

/** Which of the facts are there depends on the code. */
export interface FileNote {
  code: FileNoteCode;
  /** A sheet's name as Excel shows it. */
  sheet?: string | undefined;
  /** Cells or characters. */
  count?: number | undefined;
  /** A code of why a sheet was refused. */
  reason?: string | undefined;
  detail?: string | undefined;
}
