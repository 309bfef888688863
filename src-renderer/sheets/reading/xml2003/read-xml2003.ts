import type { Merge } from '../workbook';
import { Refusal } from '../refusal';
import { CellTable, mostMerges } from '../table/cell-table';
import { SheetCollector } from '../table/sheet-collector';
import type { ReadSheets } from '../table/sheet-collector';
import { readLimits } from '../workbook';
import { XmlReader } from '../xml/xml-reader';
import { addXmlCell } from './cell-value';
import { XmlStyles } from './styles';

const spaces = new Map([
  ['urn:schemas-microsoft-com:office:spreadsheet', 'ss'],
  ['urn:schemas-microsoft-com:office:excel', 'x'],
]);

/** Rows between two reports of progress. */
const progressStep = 2000;

/**
 * Excel's XML of 2003 (the "XML Spreadsheet Reference" of Microsoft), from its bytes in UTF-8. Rows and cells are placed
 * by `Index` or behind the one before, however far a merge goes; nothing is built for what lies between. Only `Data`
 * directly within a cell is its text, with all that is formatted in it; comments, names and properties are passed over.
 */
export function readXml2003(utf8: Uint8Array, onProgress?: (rowsRead: number) => void): ReadSheets {
  const reader = new XmlReader(utf8, spaces);
  reader.nextChild(0);
  const styles = new XmlStyles();
  const sheets = new SheetCollector();
  while (reader.nextChild(1)) {
    if (reader.is('ss', 'Styles')) styles.read(reader);
    if (!reader.is('ss', 'Worksheet')) continue;
    if (++sheets.listed > readLimits.sheets) throw new Refusal('too-many-parts', 'sheets');
    const table = new CellTable();
    table.name = reader.attribute('ss', 'Name') ?? '';
    sheets.add(table, () => new WorksheetReader(reader, styles, table, onProgress).read());
  }
  while (reader.next() !== 'end');
  return sheets.finish();
}

/** Tags of a partly formatted cell at which a line ends. */
const breaking: ReadonlySet<string> = new Set(['br', 'p', 'div', 'li']);

/** Reads the `<Worksheet>` the reader has just opened. */
class WorksheetReader {
  private readonly merges: Merge[] = [];
  private row = 0;
  private rowsRead = 0;
  /** Number of the next `<Column>`, 0-based. */
  private nextColumn = 0;

  constructor(
    private readonly reader: XmlReader,
    private readonly styles: XmlStyles,
    private readonly table: CellTable,
    private readonly onProgress?: (rowsRead: number) => void,
  ) {}

  read(): void {
    const { reader, table } = this;
    const { depth } = reader;
    while (reader.nextChild(depth)) {
      if (reader.is('ss', 'Table')) this.readTable();
      else if (reader.is('x', 'WorksheetOptions')) this.readOptions();
    }
    table.placeMerges(this.merges);
    table.trim();
  }

  /** Hidden sheets say so among the options of their window. */
  private readOptions(): void {
    const { reader } = this;
    const { depth } = reader;
    while (reader.nextChild(depth)) {
      if (reader.is('x', 'Visible')) this.table.hidden = /^Sheet(Very)?Hidden$/.test(reader.innerText().trim());
    }
  }

  private readTable(): void {
    const { reader, styles } = this;
    const { depth } = reader;
    styles.startTable(reader.attribute('ss', 'StyleID'));
    while (reader.nextChild(depth)) {
      if (reader.is('ss', 'Column')) this.readColumn();
      else if (reader.is('ss', 'Row')) this.readRow();
    }
  }

  private readColumn(): void {
    const { reader, styles } = this;
    const most = readLimits.gridColumns;
    const first = (this.number('Index', most, 'too-many-columns') ?? this.nextColumn + 1) - 1;
    const last = first + (this.number('Span', most, 'too-many-columns') ?? 0);
    this.nextColumn = last + 1;
    styles.setColumns(first, last, reader.attribute('ss', 'StyleID'));
    if (isTrue(reader.attribute('ss', 'Hidden'))) this.table.hideColumns(first, last);
  }

  private readRow(): void {
    const { reader, table, styles } = this;
    const { depth } = reader;
    const most = readLimits.gridRows;
    const row = this.number('Index', most, 'too-many-rows') ?? this.row + 1;
    if (row <= this.row) throw new Refusal('damaged', 'rows out of order');
    const span = this.number('Span', most, 'too-many-rows') ?? 0;
    const isHidden = isTrue(reader.attribute('ss', 'Hidden'));
    styles.startRow(reader.attribute('ss', 'StyleID'));
    this.row = row;
    if (row > most) throw new Refusal('too-many-rows', 'beyond the grid');
    let column = 0;
    while (reader.nextChild(depth)) if (reader.is('ss', 'Cell')) column = this.readCell(column);
    table.endRow(row, isHidden);
    this.row = row + span;
    this.rowsRead++;
    if (this.rowsRead % progressStep === 0) this.onProgress?.(this.rowsRead);
  }

  /** Reads a cell that stands in this 0-based column unless it says otherwise; returns the column behind it. */
  private readCell(next: number): number {
    const { reader, table } = this;
    const { depth } = reader;
    const most = readLimits.gridColumns;
    const column = (this.number('Index', most, 'too-many-columns') ?? next + 1) - 1;
    if (column < next) throw new Refusal('damaged', 'cells out of order');
    const across = this.number('MergeAcross', most, 'too-many-columns') ?? 0;
    const down = this.number('MergeDown', readLimits.gridRows, 'too-many-rows') ?? 0;
    const style = this.styles.ofCell(reader.attribute('ss', 'StyleID'), column);
    const hasFormula = reader.attribute('ss', 'Formula') !== undefined;
    let type: string | undefined;
    let text = '';
    while (reader.nextChild(depth)) {
      if (type !== undefined || !reader.is('ss', 'Data')) continue;
      type = reader.attribute('ss', 'Type') ?? 'String';
      text = reader.innerText(breaking);
    }
    if (column >= most && text !== '') throw new Refusal('too-many-columns', 'beyond the grid');
    addXmlCell(table, column, { type, text, style, hasFormula });
    if ((across > 0 || down > 0) && this.merges.length < mostMerges) {
      this.merges.push({ top: this.row, left: column, bottom: this.row + down, right: column + across });
    }
    return column + across + 1;
  }

  /** A number the element declares; nothing is ever built as large as it says. */
  private number(name: string, most: number, code: 'too-many-rows' | 'too-many-columns'): number | undefined {
    const written = this.reader.attribute('ss', name);
    return written === undefined ? undefined : wholeNumber(written, most, code);
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/**
 * A whole number that a file declares of itself (an index, a span, how often something is repeated), by JavaScript's own
 * reading of numbers: programs disagree about `2e9` and `+5`, so both count for what they may be taken for. Refuses with
 * `code` above `most`, with `damaged` what is no such number.
 */
function wholeNumber(written: string, most: number, code: 'too-many-rows' | 'too-many-columns'): number {
  const value = Number(written);
  if (!Number.isInteger(value) || value < 0) throw new Refusal('damaged', 'a number that is none');
  if (value > most) throw new Refusal(code, 'beyond the grid');
  return value;
}
