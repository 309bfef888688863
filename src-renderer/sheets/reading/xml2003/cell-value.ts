import type { CellTable, Store } from '../table/cell-table';
import { store } from '../table/cell-table';
import { dateText, isoDateText } from '../table/date-text';
import type { FormatMeaning } from '../table/number-format';
import { padNumber } from '../table/number-format';
import { numberText } from '../table/number-text';

/** What a `<Cell>` of the XML of 2003 says. */
export interface XmlCell {
  /** `Type` of its data; undefined when it has none. */
  type: string | undefined;
  text: string;
  style: FormatMeaning;
  hasFormula: boolean;
}

/** Adds a cell to the row being read: numbers digit for digit as written, dates as our date text. */
export function addXmlCell(table: CellTable, column: number, { type, text, style, hasFormula }: XmlCell): void {
  const add = (kept: Store, value: string): void => {
    if (value !== '') table.addCell(column, kept, table.pool.addString(value));
  };
  if (text.trim() === '' && type !== 'String') {
    if (hasFormula) table.addCell(column, store.noValue, 0);
    return;
  }
  switch (type) {
    case 'Number': {
      const number = numberText(text);
      if (number === undefined) return add(store.text, text);
      if (style.is === 'date' && dateText(Number(number), table.is1904) !== undefined) {
        return add(store.dateSerial, number);
      }
      return add(store.number, style.is === 'padded' ? padNumber(number, style.width) : number);
    }
    case 'DateTime': {
      const date = isoDateText(text);
      return date === undefined ? add(store.text, text) : add(store.dateText, date);
    }
    case 'Boolean': {
      const value = text.trim().toLowerCase();
      if (value === '1' || value === 'true') return table.addCell(column, store.true, 0);
      if (value === '0' || value === 'false') return table.addCell(column, store.false, 0);
      return add(store.text, text);
    }
    case 'Error':
      return add(store.error, text.trim());
    default:
      return add(store.text, text);
  }
}
