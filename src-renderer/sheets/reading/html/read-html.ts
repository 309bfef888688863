import { CellTable, store } from '../table/cell-table';
import { longestText } from '../table/longest-text';
import { numberText } from '../table/number-text';
import { Refusal } from '../refusal';
import { readLimits } from '../workbook';
import { cellText, lineBreak } from './html-text';
import { htmlAttribute, htmlPieces } from './html-tags';
import { kindOfPage } from './kind-of-page';

/** Tags at which a browser would break the line within a cell. */
const breaking = new Set(
  `br p div li tr hr h1 h2 h3 h4 h5 h6 ul ol dl dt dd pre blockquote address center option section article header footer
  main nav aside figure figcaption form fieldset details summary`.split(/\s+/u),
);

/**
 * The tables of an HTML document, each a sheet, nested ones too. Everything stays text, as the page shows it, but for
 * `x:num`: there Excel itself left the exact number behind a shortened one. Cells that span rows push those below them
 * to the right; hidden rows are told. No table at all: `not-a-workbook`,
 * with the kind of page it is.
 */
export function readHtmlTables(html: string, onProgress?: (rowsRead: number) => void): CellTable[] {
  const finished: OpenTable[] = [];
  const open: OpenTable[] = [];
  let rows = 0;
  for (const piece of htmlPieces(html)) {
    let table = open.at(-1);
    table?.addText(html, piece.textFrom, piece.textTo);
    switch (piece.name) {
      case 'table':
        if (!piece.isClosing) {
          if (finished.length >= mostTables) throw new Refusal('too-many-parts', 'tables');
          table = new OpenTable();
          finished.push(table);
          open.push(table);
        } else open.pop()?.endRow();
        break;
      case 'tr':
        table?.endRow();
        if (!piece.isClosing) table?.startRow(piece.inside);
        if (++rows % 2000 === 0) onProgress?.(rows);
        break;
      case 'td':
      case 'th':
        table?.endCell();
        if (!piece.isClosing) table?.startCell(piece.inside);
        break;
      default:
        if (breaking.has(piece.name)) table?.breakLine();
    }
  }
  for (const table of open) table.endRow();
  if (finished.length === 0) throw new Refusal('not-a-workbook', kindOfPage(html));
  return finished.filter(({ table }) => table.rowCount > 0).map((found, index) => found.finish(`Sheet${index + 1}`));
}

/** Letters of markup looked at for the text of one cell; ten for each letter a cell can hold. */
const longestMarkup = 10 * longestText;

/** A page with more tables is laid out by them, and no list. */
const mostTables = 1000;

interface Span {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** A table while it is being read. */
class OpenTable {
  readonly table = new CellTable();
  private row = 0;
  private column = 0;
  private isRowOpen = false;
  private isHidden = false;
  private cell: { inside: string; text: string } | undefined;
  /** For each column the first row that is free again. */
  private readonly takenUntil: number[] = [];
  private readonly spans: Span[] = [];

  startRow(inside: string): void {
    this.isRowOpen = true;
    this.row++;
    this.column = 0;
    this.isHidden = /display\s{0,3}:\s{0,3}none/i.test(inside);
  }

  endRow(): void {
    this.endCell();
    if (!this.isRowOpen) return;
    this.isRowOpen = false;
    if (this.row > readLimits.gridRows) throw new Refusal('too-many-rows', 'beyond the grid');
    this.table.endRow(this.row, this.isHidden);
  }

  startCell(inside: string): void {
    if (!this.isRowOpen) this.startRow('');
    this.cell = { inside, text: '' };
  }

  addText(html: string, from: number, to: number): void {
    if (this.cell === undefined || to <= from || this.cell.text.length > longestMarkup) return;
    const end = Math.min(to, from + longestMarkup);
    const text = html.slice(from, end).replaceAll(lineBreak, '');
    this.cell.text += end < to ? text.replace(/&[#\w]{0,9}$/u, '') : text;
  }

  breakLine(): void {
    if (this.cell !== undefined && this.cell.text.length <= longestMarkup) this.cell.text += lineBreak;
  }

  endCell(): void {
    if (this.cell === undefined) return;
    const { inside, text } = this.cell;
    this.cell = undefined;
    while ((this.takenUntil[this.column] ?? 0) > this.row) this.column++;
    if (this.column > readLimits.gridColumns) throw new Refusal('too-many-columns', 'beyond the grid');
    if (inside === '' && text === '') {
      this.column++;
      return;
    }
    const columns = span(inside, 'colspan', 1000);
    const rows = span(inside, 'rowspan', 65_534);
    const exact = numberText(htmlAttribute(inside, 'x:num') ?? '');
    const shown = exact ?? cellText(text);
    if (shown !== '') {
      this.table.addCell(
        this.column,
        exact === undefined ? store.text : store.number,
        this.table.pool.addString(shown),
      );
    }
    const behind = Math.min(this.column + columns, readLimits.columns);
    if (rows > 1) for (let k = this.column; k < behind; k++) this.takenUntil[k] = this.row + rows;
    if (rows > 1 || columns > 1) this.spans.push({ row: this.row, column: this.column, rows, columns });
    // Beyond our columns only a cell with text matters, and that one is refused.
    this.column = Math.max(behind, this.column);
  }

  finish(name: string): CellTable {
    const { table } = this;
    table.name = name;
    table.merges = this.spans.flatMap(({ row, column, rows, columns }) => {
      const top = table.tableRow(row);
      if (table.sheetRow(top) !== row) return [];
      return [{ top, left: column, bottom: table.tableRow(row + rows) - 1, right: column + columns - 1 }];
    });
    table.trim();
    return table;
  }
}

function span(inside: string, name: string, most: number): number {
  const value = Number.parseInt(htmlAttribute(inside, name) ?? '1', 10);
  return value > 1 ? Math.min(value, most) : 1;
}
