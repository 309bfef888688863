import type { WorkBook } from 'xlsx';
import { Refusal } from '../refusal';
import type { ReadSheets } from '../table/sheet-collector';
import { collectSheets } from '../xlsx/read-xlsx';
import { tableFromLibrary } from './dense-sheet';
import { libraryOptions } from './library-options';

/** What the library says of a file it will not open for want of a password. */
const lockedWords = /password|encrypt/i;

/** What one kind of .xls needs. */
export interface LibraryExtras {
  /** Puts right texts the library could not decode. */
  fix?: (text: string) => string;
  onProgress?: ((rowsRead: number) => void) | undefined;
}

/**
 * Lets the library read the stream of an .xls, taken out of its container and begun as one must. This is all that is
 * left to it: xlsx, xlsb, ods, XML of 2003, HTML and text have readers of our own, since by itself it answers "no rows"
 * to damage, pairs sheets by counting and builds what a file declares. Loaded when first needed.
 */
export async function readWithLibrary(bytes: Uint8Array, more: LibraryExtras = {}): Promise<ReadSheets> {
  const library = await import('xlsx');
  // The library keeps the number formats of the file before, and gives them to one that uses a format without declaring
  // it. It begins with its own formats only where it reads XML of 2003.
  library.read('<Workbook/>', { type: 'string' });
  const workbook = parse(() => library.read(bytes, { ...libraryOptions, type: 'array' }));
  const about = workbook.Workbook;
  const mending = more.fix === undefined ? {} : { fix: more.fix };
  const is1904 = about?.WBProps?.date1904 === true;
  // By name and not by counting: the library keeps no entry for a sheet that declares no extent, as a module does.
  const hidden = new Set(about?.Sheets?.flatMap(({ name, Hidden }) => ((Hidden ?? 0) === 0 ? [] : [name])));
  const sheets = workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name];
    // Chart, dialog and macro sheets hold no cells.
    if (sheet === undefined || (sheet['!type'] ?? 'sheet') !== 'sheet') return [];
    return [{ name, hidden: hidden.has(name), sheet, is1904, ...mending }];
  });
  if (sheets.length === 0) throw new Refusal('no-sheet');
  return collectSheets(sheets, (part) => tableFromLibrary(part, more.onProgress));
}

/**
 * The library throws whatever comes, unless it asks for a password. Bytes were checked before: what it cannot read of them
 * may well be read by Excel.
 */
function parse(read: () => WorkBook): WorkBook {
  try {
    return read();
  } catch (reason) {
    const words = reason instanceof Error ? reason.message : String(reason);
    if (lockedWords.test(words)) throw new Refusal('password-kind-unknown', words.slice(0, 100));
    throw new Refusal('only-excel-reads', `library: ${words.slice(0, 100)}`);
  }
}
