import { Refusal } from '../refusal';
import { CellTable } from '../table/cell-table';
import { SheetCollector } from '../table/sheet-collector';
import type { ReadSheets } from '../table/sheet-collector';
import { readLimits } from '../workbook';
import { XmlReader } from '../xml/xml-reader';
import { OpenDocumentStyles } from './styles';
import { TableReader } from './read-table';

/** The namespaces of OpenDocument 1.x, and of OpenOffice 1 before it. */
const spaces: ReadonlyMap<string, string> = new Map([
  ...Object.entries({ office: 'office', table: 'table', text: 'text', style: 'style', datastyle: 'number' }).flatMap(
    ([name, key]): [string, string][] => [
      [`urn:oasis:names:tc:opendocument:xmlns:${name}:1.0`, key],
      [`http://openoffice.org/2000/${name}`, key],
    ],
  ),
  ['urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0', 'calcext'],
]);

const documentKinds: Readonly<Record<string, 'word' | 'powerpoint'>> = {
  text: 'word',
  presentation: 'powerpoint',
  drawing: 'powerpoint',
};

/** LibreOffice keeps what it once read of other files as sheets of their own: 'file:///other.ods'#Sheet1. */
const cachedSheet = /^'.*'#/u;

/**
 * An OpenDocument spreadsheet from its `content.xml` in UTF-8, and `styles.xml` where the file has one (OpenDocument
 * 1.3, part 3). Refuses a document of another kind by name.
 */
export function readOpenDocument(
  content: Uint8Array,
  styleSheet: Uint8Array | undefined,
  onProgress?: (rowsRead: number) => void,
): ReadSheets {
  const document = new DocumentReader(new XmlReader(content, spaces), onProgress);
  if (styleSheet !== undefined) document.readStyleSheet(new XmlReader(styleSheet, spaces));
  return document.read();
}

class DocumentReader {
  private readonly styles = new OpenDocumentStyles();
  private readonly sheets = new SheetCollector();
  private is1904 = false;

  constructor(
    private readonly reader: XmlReader,
    private readonly onProgress?: (rowsRead: number) => void,
  ) {}

  readStyleSheet(reader: XmlReader): void {
    reader.nextChild(0);
    while (reader.nextChild(1)) if (isStyles(reader)) this.styles.read(reader);
  }

  read(): ReadSheets {
    const { reader } = this;
    let kind = 'none';
    reader.nextChild(0);
    while (reader.nextChild(1)) {
      if (isStyles(reader)) this.styles.read(reader);
      if (!reader.is('office', 'body')) continue;
      // OpenOffice 1 has the tables directly in the body.
      while (reader.nextChild(2)) {
        if (reader.is('office', 'spreadsheet')) while (reader.nextChild(3)) this.readPart();
        else this.readPart();
        if (kind === 'none') kind = reader.name;
      }
    }
    while (reader.next() !== 'end');
    if (this.sheets.listed === 0 && kind !== 'spreadsheet') {
      throw new Refusal('not-a-workbook', documentKinds[kind] ?? 'zip');
    }
    return this.sheets.finish();
  }

  /** What has just been opened within the spreadsheet. */
  private readPart(): void {
    const { reader } = this;
    if (reader.is('table', 'table')) return this.readSheet();
    if (!reader.is('table', 'calculation-settings')) return;
    const { depth } = reader;
    while (reader.nextChild(depth)) {
      if (reader.is('table', 'null-date')) this.is1904 = reader.attribute('table', 'date-value') === '1904-01-01';
    }
  }

  private readSheet(): void {
    const { reader, styles, sheets } = this;
    const name = reader.attribute('table', 'name') ?? '';
    if (cachedSheet.test(name)) return;
    if (++sheets.listed > readLimits.sheets) throw new Refusal('too-many-parts', 'sheets');
    const table = new CellTable();
    table.name = name;
    table.hidden = styles.isHidden(reader.attribute('table', 'style-name'));
    table.is1904 = this.is1904;
    sheets.add(table, () => new TableReader(reader, styles, table, this.onProgress).read());
  }
}

function isStyles(reader: XmlReader): boolean {
  return reader.is('office', 'automatic-styles') || reader.is('office', 'styles');
}
