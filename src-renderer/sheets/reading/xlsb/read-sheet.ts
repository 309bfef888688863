import type { Merge } from '../workbook';
import { Refusal } from '../refusal';
import { mostMerges, store } from '../table/cell-table';
import type { CellTable } from '../table/cell-table';
import { dateText } from '../table/date-text';
import { errorText } from '../table/error-text';
import { padNumber } from '../table/number-format';
import { withoutExponent } from '../table/number-text';
import { readLimits } from '../workbook';
import type { CellContext } from '../xlsx/cell-values';
import { record, Records } from './records';

/** What a cell's record carries, by its kind. */
const contents: ReadonlyMap<number, 'rk' | 'real' | 'error' | 'bool' | 'text' | 'rich' | 'shared'> = new Map([
  [record.cellRk, 'rk'],
  [record.shortRk, 'rk'],
  [record.cellReal, 'real'],
  [record.shortReal, 'real'],
  [record.formulaNumber, 'real'],
  [record.cellError, 'error'],
  [record.shortError, 'error'],
  [record.formulaError, 'error'],
  [record.cellBool, 'bool'],
  [record.shortBool, 'bool'],
  [record.formulaBool, 'bool'],
  [record.cellText, 'text'],
  [record.shortText, 'text'],
  [record.formulaText, 'text'],
  [record.cellRich, 'rich'],
  [record.cellShared, 'shared'],
  [record.shortShared, 'shared'],
]);

/** Kinds of cells that name no column: they stand behind the one before. `0c` is an empty one. */
const firstShort = 0x0c;
const lastShort = record.shortShared;
const blank = 0x01;

/** Flag of a row and of a column that is hidden. */
const hiddenRow = 0x10;
const hiddenColumn = 0x01;

/** Reads the binary part of one sheet (MS-XLSB 2.1.7.61) into a table. */
export function readBinarySheet(bytes: Uint8Array, table: CellTable, context: CellContext, onRow?: () => void): void {
  new BinarySheet(bytes, table, context, onRow).read();
}

class BinarySheet {
  private readonly records: Records;
  private readonly merges: Merge[] = [];
  /** 1-based, 0 before the first. */
  private row = 0;
  private isRowHidden = false;
  private column = -1;

  constructor(
    bytes: Uint8Array,
    private readonly table: CellTable,
    private readonly context: CellContext,
    private readonly onRow?: () => void,
  ) {
    this.records = new Records(bytes);
  }

  read(): void {
    const { records, table } = this;
    let isInData = false;
    let isClosed = false;
    while (records.next()) {
      const { id } = records;
      if (id === record.beginData) isInData = true;
      else if (id === record.endData) {
        this.endRow();
        isInData = false;
        isClosed = true;
      } else if (!isInData) this.readAround(id);
      else if (id === record.rowHeader) this.startRow();
      else if (id === blank || (id >= record.cellRk && id <= lastShort) || id === record.cellRich) this.readCell(id);
    }
    if (!isClosed) throw new Refusal('damaged', 'the sheet breaks off');
    table.placeMerges(this.merges);
    table.trim();
  }

  private readAround(id: number): void {
    const { records } = this;
    if (id === record.columnInfo) {
      const first = records.long();
      const last = records.long();
      const width = records.long();
      records.skip(4);
      if ((records.short() & hiddenColumn) !== 0 || width === 0) this.table.hideColumns(first, last);
    } else if (id === record.merge && this.merges.length < mostMerges) {
      const [top, bottom, left, right] = [records.long(), records.long(), records.long(), records.long()];
      this.merges.push({ top: top + 1, bottom: bottom + 1, left, right });
    }
  }

  private startRow(): void {
    const { records } = this;
    this.endRow();
    const row = records.long() + 1;
    records.skip(7);
    this.isRowHidden = (records.byte() & hiddenRow) !== 0;
    if (row > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
    if (row <= this.row) throw new Refusal('damaged', 'rows out of order');
    this.row = row;
    this.column = -1;
  }

  private endRow(): void {
    if (this.row === 0) return;
    this.table.endRow(this.row, this.isRowHidden);
    this.onRow?.();
  }

  private readCell(id: number): void {
    const { records } = this;
    const isShort = id >= firstShort && id <= lastShort;
    const column = isShort ? this.column + 1 : records.long();
    if (this.row === 0) throw new Refusal('damaged', 'a cell outside a row');
    if (column <= this.column) throw new Refusal('damaged', 'cells out of order');
    if (column >= readLimits.gridColumns) throw new Refusal('too-many-columns', 'beyond the grid');
    this.column = column;
    const style = records.short() | (records.byte() << 16);
    records.skip(1);
    switch (contents.get(id)) {
      case 'rk':
        return this.addNumber(records.rk(), style);
      case 'real':
        return this.addNumber(records.double(), style);
      case 'error':
        return this.addText(store.error, errorText(records.byte()));
      case 'bool':
        return this.table.addCell(column, records.byte() === 0 ? store.false : store.true, 0);
      case 'rich':
        records.skip(1);
        return this.addText(store.text, records.text());
      case 'text':
        return this.addText(store.text, records.text());
      case 'shared':
        return this.addShared(records.long());
      default:
    }
  }

  private addNumber(value: number, style: number): void {
    const { table, column, context } = this;
    if (!Number.isFinite(value)) return;
    const meaning = context.styles[style];
    const text = withoutExponent(value);
    const isDate = meaning?.is === 'date' && dateText(value, context.is1904) !== undefined;
    const shown = meaning?.is === 'padded' ? padNumber(text, meaning.width) : text;
    table.addCell(column, isDate ? store.dateSerial : store.number, table.pool.addString(shown));
  }

  private addText(kept: typeof store.text | typeof store.error, text: string): void {
    if (text !== '') this.table.addCell(this.column, kept, this.table.pool.addString(text));
  }

  private addShared(index: number): void {
    const { shared } = this.context;
    if (index >= shared.count) throw new Refusal('damaged', 'a shared text that is not there');
    if (!shared.isEmpty(index)) this.table.addCell(this.column, store.shared, index);
  }
}
