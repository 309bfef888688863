import type { Workbook } from '../workbook';
import { Refusal } from '../refusal';
import { readOpenDocument } from '../open-document/read-open-document';
import { decodeText } from '../text/decode-text';
import { encodingNotes } from '../text/read-text-file';
import type { TextOptions } from '../text/read-text-file';
import { readXml2003 } from '../xml2003/read-xml2003';
import { isKoreanEncoding, xmlHead } from '../xml/root-element';
import { collectSheets } from '../xlsx/read-xlsx';
import { isLoginPage } from './kind-of-page';
import { readHtmlTables } from './read-html';

/** How far into a file its kind must show. */
const headBytes = 64 * 1024;
const lessThan = 0x3c;

/** A file that begins with "<": an HTML table saved as .xls, Excel's XML of 2003, or an OpenDocument in one file. */
export async function readMarkupFile(bytes: Uint8Array, options: TextOptions): Promise<Workbook> {
  const head = xmlHead(new TextDecoder().decode(bytes.subarray(0, headBytes)));
  // Without a mark of its own, a document is what it says it is in: Korean bytes may be valid UTF-8 as well.
  const isKorean = isKoreanEncoding(head?.encoding) && bytes[0] === lessThan;
  const decoded = decodeText(bytes, options.decodeCp949, options.encoding ?? (isKorean ? 'cp949' : undefined));
  // Blanks in front of an XML declaration would make a text of it.
  const text = new TextDecoder().decode(decoded.utf8).trimStart();
  const common = { encoding: decoded.encoding, wasLocked: false };
  const root = xmlHead(text)?.root;
  if (root === 'Workbook') {
    const { sheets, notes } = readXml2003(decoded.utf8, options.onProgress);
    return { kind: 'xml', sheets, notes: [...notes, ...encodingNotes(decoded)], ...common };
  }
  if (root === 'document' && text.slice(0, headBytes).includes('urn:oasis:names:tc:opendocument:')) {
    return { kind: 'ods', ...readOpenDocument(decoded.utf8, undefined, options.onProgress), ...common };
  }
  const tables = readHtmlTables(text, options.onProgress);
  if (isLoginPage(text, tables)) throw new Refusal('not-a-workbook', 'login-page');
  if (tables.length === 0) throw new Refusal('empty', 'no-cells');
  const { sheets, notes } = await collectSheets(tables, (table) => table);
  return { kind: 'html', sheets, notes: [...notes, ...encodingNotes(decoded)], ...common };
}
