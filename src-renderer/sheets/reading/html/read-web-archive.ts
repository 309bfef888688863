import type { EncodingName, ReadNote, Workbook } from '../workbook';
import { Refusal } from '../refusal';
import type { CellTable } from '../table/cell-table';
import { decodeText } from '../text/decode-text';
import type { DecodedText } from '../text/decode-text';
import { encodingNotes } from '../text/read-text-file';
import type { TextOptions } from '../text/read-text-file';
import { collectSheets } from '../xlsx/read-xlsx';
import { unescapeHtml } from './html-text';
import { binaryText } from './binary-text';
import { mimeParts } from './mime-parts';
import type { MimePart } from './mime-parts';
import { readHtmlTables } from './read-html';

/** What charset names mean here. Others are guessed, as for a file that names none. */
const encodings: Readonly<Record<string, EncodingName>> = {
  'utf-8': 'utf-8',
  utf8: 'utf-8',
  'euc-kr': 'cp949',
  'ks_c_5601-1987': 'cp949',
  cp949: 'cp949',
  ms949: 'cp949',
  'windows-949': 'cp949',
  unicode: 'utf-16le',
  'utf-16': 'utf-16le',
  'utf-16le': 'utf-16le',
};

const mostSheets = 200;
const longestBlock = 4096;

interface Page {
  location: string;
  html: string;
  decoded: DecodedText;
}

/** A sheet as the first page of Excel's archive names it. */
interface NamedSheet {
  name: string;
  /** Where its page lies; empty for a workbook of one sheet, which is the page itself. */
  source: string;
  hidden: boolean;
}

/**
 * A web archive (MHTML, "single file web page" of Excel and browsers): the tables of its pages, each a sheet. Where Excel
 * names its sheets, those pages only, under their names. Refuses with `not-a-workbook` (`web-archive`) one without a table.
 */
export async function readWebArchive(bytes: Uint8Array, options: TextOptions): Promise<Workbook> {
  const message = binaryText(bytes.filter((byte) => byte !== 0));
  const pages = mimeParts(message).flatMap((part) => readPage(part, options));
  const named = pages.flatMap(({ html }) => namedSheets(html));
  const tables: CellTable[] = [];
  for (const page of sheetPages(pages, named)) {
    if (!/<table\b/i.test(page.html)) continue;
    const sheet = named.find(({ source }) => source !== '' && fileName(source) === fileName(page.location)) ?? named[0];
    const isNamed = sheet !== undefined && (sheet.source !== '' || named.length === 1);
    for (const [index, table] of readHtmlTables(page.html, options.onProgress).entries()) {
      table.name = isNamed && index === 0 ? sheet.name : `Sheet${tables.length + 1}`;
      if (isNamed) table.hidden = sheet.hidden;
      tables.push(table);
    }
  }
  const [first] = pages;
  if (first === undefined || tables.length === 0) throw new Refusal('not-a-workbook', 'web-archive');
  const { sheets, notes } = await collectSheets(tables, (table) => table);
  const textNotes: ReadNote[] = pages.flatMap(({ decoded }) => encodingNotes(decoded));
  return {
    kind: 'html',
    sheets,
    encoding: first.decoded.encoding,
    wasLocked: false,
    notes: [...notes, ...textNotes],
  };
}

function readPage(part: MimePart, options: TextOptions): Page[] {
  if (!/^(text\/html|application\/xhtml\+xml|text\/plain)$/.test(part.type) || part.bytes.length === 0) return [];
  const decoded = decodePart(part, options);
  const html = new TextDecoder().decode(decoded.utf8);
  // Some writers call a page plain text, or say nothing.
  if (part.type === 'text/plain' && !/<(html|table)\b/i.test(html)) return [];
  return [{ location: part.location, html, decoded }];
}

/** By the charset the part names, where everything can be read so; else by what is in it. */
function decodePart({ bytes, charset }: MimePart, { decodeCp949, encoding }: TextOptions): DecodedText {
  const declared = encoding ?? encodings[charset ?? ''];
  if (declared === undefined) return decodeText(bytes, decodeCp949);
  const decoded = decodeText(bytes, decodeCp949, declared);
  return decoded.unreadable === 0 || encoding !== undefined ? decoded : decodeText(bytes, decodeCp949);
}

/** The pages that are sheets: those Excel lists (its tab strip is a table too), or all. */
function sheetPages(pages: readonly Page[], named: readonly NamedSheet[]): readonly Page[] {
  const sources = new Set(named.map(({ source }) => fileName(source)).filter((name) => name !== ''));
  const listed = pages.filter(({ location }) => sources.has(fileName(location)));
  return listed.length > 0 ? listed : pages;
}

function namedSheets(html: string): NamedSheet[] {
  const blocks = html.split(/<x:ExcelWorksheet>/i).slice(1, mostSheets + 1);
  return blocks
    .map((text) => text.slice(0, longestBlock).split(/<\/x:ExcelWorksheet>/i, 1)[0] ?? '')
    .map((block) => ({
      name: unescapeHtml(/<x:Name>([^<]*)<\/x:Name>/i.exec(block)?.[1] ?? '').trim(),
      source: /<x:WorksheetSource\s+HRef="([^"]*)"/i.exec(block)?.[1] ?? '',
      hidden: /<x:Visible>\s*Sheet(Very)?Hidden/i.test(block),
    }));
}

/** Of a path or address, without case: the parts of an archive name each other in more than one way. */
function fileName(path: string): string {
  return (path.split(/[\\/]/).at(-1) ?? '').toLowerCase();
}
