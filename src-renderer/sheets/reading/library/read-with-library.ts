import type { ParsingOptions, WorkBook } from 'xlsx';
import { Refusal } from '../refusal';
import type { ReadSheets } from '../xlsx/read-xlsx';
import { collectSheets } from '../xlsx/read-xlsx';
import { tableFromLibrary } from './dense-sheet';
import { libraryOptions } from './library-options';

/** What the library says of a file it will not open for want of a password. */
const lockedWords = /password|encrypt/i;

/** What one kind of file needs beside the usual. */
export interface LibraryExtras {
  options?: ParsingOptions;
  /** Puts right texts the library could not decode. */
  mend?: (text: string) => string;
  onProgress?: ((rowsRead: number) => void) | undefined;
}

/**
 * Lets the library read what our own reader does not: xls, ods, xlsb, XML 2003, and an xlsx with something unfamiliar
 * in it. Only ever given bytes that were checked first (sizes, checksums): by itself it answers "no rows" to damage.
 * Loaded when first needed.
 */
export async function readWithLibrary(
  source: { bytes: Uint8Array } | { text: string },
  more: LibraryExtras = {},
): Promise<ReadSheets> {
  const library = await import('xlsx');
  const workbook = parse(
    () =>
      'bytes' in source
        ? library.read(source.bytes, { ...libraryOptions, type: 'array', ...more.options })
        : library.read(source.text, { ...libraryOptions, type: 'string', ...more.options }),
    'bytes' in source,
  );
  const about = workbook.Workbook;
  const mending = more.mend === undefined ? {} : { mend: more.mend };
  const is1904 = about?.WBProps?.date1904 === true;
  const sheets = workbook.SheetNames.flatMap((name, index) => {
    const sheet = workbook.Sheets[name];
    // Chart, dialog and macro sheets hold no cells.
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    return [{ name, hidden: (about?.Sheets?.[index]?.Hidden ?? 0) !== 0, sheet, is1904, ...mending }];
  });
  if (sheets.length === 0) throw new Refusal('no-sheet');
  return collectSheets(sheets, (part) => tableFromLibrary(part, more.onProgress));
}

/**
 * The library throws whatever comes, unless it asks for a password. Bytes were checked before: what it cannot read of them
 * may well be read by Excel. Of a text nothing is known, and it is damaged.
 */
function parse(read: () => WorkBook, isChecked: boolean): WorkBook {
  try {
    return read();
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    if (lockedWords.test(words)) throw new Refusal('password-kind-unknown', words.slice(0, 100));
    throw new Refusal(isChecked ? 'only-excel-reads' : 'damaged', `library: ${words.slice(0, 100)}`);
  }
}
