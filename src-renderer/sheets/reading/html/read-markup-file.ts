import type { Workbook } from '../workbook';
import { Refusal } from '../refusal';
import { refuseDoctype, refuseFarXml } from '../library/look-for-traps';
import { readWithLibrary } from '../library/read-with-library';
import { decodeText } from '../text/decode-text';
import { encodingNotes } from '../text/read-text-file';
import type { TextOptions } from '../text/read-text-file';
import { collectSheets } from '../xlsx/read-xlsx';
import { isLoginPage } from './kind-of-page';
import { readHtmlTables } from './read-html';

/** How far into a file its kind must show. */
const headLetters = 4096;

/** A file that begins with "<": an HTML table saved as .xls, or Excel's XML of 2003. Decoded by us in both cases. */
export async function readMarkupFile(bytes: Uint8Array, options: TextOptions): Promise<Workbook> {
  const decoded = decodeText(bytes, options.decodeCp949, options.encoding);
  // Blanks in front of an XML declaration would make a text of it.
  const text = new TextDecoder().decode(decoded.utf8).trimStart();
  const common = { encoding: decoded.encoding, wasLocked: false };
  if (
    /urn:schemas-microsoft-com:office:spreadsheet/.test(text.slice(0, headLetters)) &&
    !/<html/i.test(text.slice(0, headLetters))
  ) {
    refuseDoctype(decoded.utf8);
    refuseFarXml(text);
    const { sheets, notes } = await readWithLibrary({ text }, { onProgress: options.onProgress });
    return { kind: 'xml', sheets, notes: [...notes, ...encodingNotes(decoded)], ...common };
  }
  const tables = readHtmlTables(text, options.onProgress);
  if (isLoginPage(text, tables)) throw new Refusal('not-a-workbook', 'login-page');
  if (tables.length === 0) throw new Refusal('empty', 'no-cells');
  const { sheets, notes } = await collectSheets(tables, (table) => table);
  return { kind: 'html', sheets, notes: [...notes, ...encodingNotes(decoded)], ...common };
}
