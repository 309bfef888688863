import { store } from '../table/cell-table';
import type { CellTable, Store } from '../table/cell-table';
import { dateText, durationText, isoDateText } from '../table/date-text';
import { longestText } from '../table/longest-text';
import { padNumber } from '../table/number-format';
import type { FormatMeaning } from '../table/number-format';
import { numberText } from '../table/number-text';
import type { XmlReader } from '../xml/xml-reader';

export interface StoredValue {
  kept: Store;
  address: number;
}

const errorText = /^(#(N\/A|REF!|DIV\/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:\d{3})$/;

/**
 * What the cell just opened holds, put into the pool of its table; undefined for nothing. Values stand in attributes,
 * text in the paragraphs directly within; notes and drawings are no text of a cell. `format`: what its style means.
 */
export function readCellValue(reader: XmlReader, table: CellTable, format: FormatMeaning): StoredValue | undefined {
  const type = reader.attribute('office', 'value-type') ?? reader.attribute('table', 'value-type');
  const isError = reader.attribute('calcext', 'value-type') === 'error';
  const hasFormula = reader.attribute('table', 'formula') !== undefined;
  const stored = (name: string): string | undefined =>
    reader.attribute('office', name) ?? reader.attribute('table', name);
  const value = stored(valueNames[type ?? ''] ?? '');
  const text = readParagraphs(reader);
  const keep = (kept: Store, what: string): StoredValue | undefined =>
    what === '' ? undefined : { kept, address: table.pool.addString(what) };
  if (isError || (hasFormula && errorText.test(text))) return keep(store.error, text);
  switch (type) {
    case 'float':
    case 'percentage':
    case 'currency': {
      const number = numberText(value ?? '');
      if (number === undefined) return keep(store.text, text);
      if (format.is === 'date' && dateText(Number(number), table.is1904) !== undefined) {
        return keep(store.dateSerial, number);
      }
      return keep(store.number, format.is === 'padded' ? padNumber(number, format.width) : number);
    }
    case 'date': {
      const date = isoDateText(value ?? '');
      return date === undefined ? keep(store.text, text) : keep(store.dateText, date);
    }
    case 'time': {
      const time = durationText(value ?? '');
      return time === undefined ? keep(store.text, text) : keep(store.dateText, time);
    }
    case 'boolean':
      return { kept: value === 'true' || value === '1' ? store.true : store.false, address: 0 };
    case 'string':
      return keep(store.text, value === undefined || value === '' ? text : value);
    default:
      if (text === '' && hasFormula) return { kept: store.noValue, address: 0 };
      return keep(store.text, text);
  }
}

/** Attribute that carries the value of each type. */
const valueNames: Readonly<Record<string, string>> = {
  float: 'value',
  percentage: 'value',
  currency: 'value',
  date: 'date-value',
  time: 'time-value',
  boolean: 'boolean-value',
  string: 'string-value',
};

/** Paragraphs of the element just opened, a line each. */
function readParagraphs(reader: XmlReader): string {
  const { depth } = reader;
  let text = '';
  let isFirst = true;
  while (reader.nextChild(depth)) {
    if (!reader.is('text', 'p')) continue;
    const line = readParagraph(reader);
    if (text.length < longestText) text += isFirst ? line : `\n${line}`;
    isFirst = false;
  }
  return text;
}

/** Elements whose inside belongs to the text around it. */
const spans = new Set(['span', 'a', 'ruby', 'ruby-base', 'meta', 'meta-field', 'date', 'time', 'title', 'sheet-name']);

/** The paragraph just opened, with its runs of spaces. */
function readParagraph(reader: XmlReader): string {
  const { depth } = reader;
  let text = '';
  for (;;) {
    const event = reader.next();
    if (event === 'close' && reader.depth < depth) return text;
    if (event === 'text') {
      if (text.length < longestText) text += reader.text();
    } else if (event === 'open') text += readInline(reader, longestText - text.length);
  }
}

/** What an element within a paragraph stands for; those that are no text are passed over whole. */
function readInline(reader: XmlReader, room: number): string {
  if (reader.space !== 'text') return skipped(reader);
  switch (reader.name) {
    case 's': {
      const count = Number(reader.attribute('text', 'c') ?? '1');
      return count >= 1 ? ' '.repeat(Math.max(0, Math.min(count, room))) : '';
    }
    case 'tab':
    case 'tab-stop':
      return '\t';
    case 'line-break':
      return '\n';
    default:
      return spans.has(reader.name) ? '' : skipped(reader);
  }
}

function skipped(reader: XmlReader): '' {
  reader.leave(reader.depth);
  return '';
}
