import { formatMeaning } from '../table/number-format';
import type { FormatMeaning } from '../table/number-format';
import { readLimits } from '../workbook';
import type { XmlReader } from '../xml/xml-reader';

const plain: FormatMeaning = { is: 'plain' };
const date: FormatMeaning = { is: 'date' };

/** Formats that the XML of 2003 calls by a name. */
const dates = 'General Date,Long Date,Medium Date,Short Date,Long Time,Medium Time,Short Time'.split(',');
const numbers =
  'General Number,Currency,Euro Currency,Fixed,Standard,Percent,Scientific,Yes/No,True/False,On/Off'.split(',');

function meaningOf(format: string): FormatMeaning {
  if (dates.includes(format)) return date;
  return numbers.includes(format) ? plain : formatMeaning(format);
}

/** Styles that stand on styles: Excel writes one step. */
const longestChain = 10;

/** What the styles of an XML of 2003 mean for reading: a cell's own, else its row's, its column's, the table's. */
export class XmlStyles {
  private readonly own = new Map<string, { meaning: FormatMeaning | undefined; parent: string | undefined }>();
  private table: string | undefined;
  private row: string | undefined;
  private readonly columns: (string | undefined)[] = [];

  /** Reads the `<Styles>` just opened. */
  read(reader: XmlReader): void {
    const { depth } = reader;
    while (reader.nextChild(depth)) {
      if (!reader.is('ss', 'Style')) continue;
      const id = reader.attribute('ss', 'ID') ?? '';
      const parent = reader.attribute('ss', 'Parent');
      let meaning: FormatMeaning | undefined;
      while (reader.nextChild(depth + 1)) {
        if (!reader.is('ss', 'NumberFormat')) continue;
        meaning = meaningOf(reader.attribute('ss', 'Format') ?? 'General');
      }
      this.own.set(id, { meaning, parent });
    }
  }

  startTable(style: string | undefined): void {
    this.table = style;
    this.row = undefined;
    this.columns.length = 0;
  }

  startRow(style: string | undefined): void {
    this.row = style;
  }

  /** Both ends included, 0-based; no further than we keep columns. */
  setColumns(first: number, last: number, style: string | undefined): void {
    if (style === undefined) return;
    const end = Math.min(last, readLimits.columns - 1);
    for (let column = first; column <= end; column++) this.columns[column] = style;
  }

  ofCell(style: string | undefined, column: number): FormatMeaning {
    let id = style ?? this.row ?? this.columns[column] ?? this.table ?? 'Default';
    for (let step = 0; step < longestChain; step++) {
      const known = this.own.get(id);
      if (known?.meaning !== undefined) return known.meaning;
      if (known?.parent === undefined) return plain;
      id = known.parent;
    }
    return plain;
  }
}
