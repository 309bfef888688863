import type { FormatMeaning } from '../table/number-format';
import type { XmlReader } from '../xml/xml-reader';

/** Styles that stand on styles: programs write a few steps. */
const longestChain = 10;

const plain: FormatMeaning = { is: 'plain' };

/**
 * What the styles of an OpenDocument mean for reading: which sheets are hidden, how many digits a number is filled up to
 * with zeros, and what is a date although its cell says "number", as some programs write it.
 */
export class OpenDocumentStyles {
  private readonly hidden = new Set<string>();
  private readonly cells = new Map<string, { format: string | undefined; parent: string | undefined }>();
  /** By the name of a number format; plain ones are not kept. */
  private readonly formats = new Map<string, FormatMeaning>();

  /** Reads the `office:automatic-styles` or `office:styles` just opened. */
  read(reader: XmlReader): void {
    const { depth } = reader;
    while (reader.nextChild(depth)) {
      if (reader.is('number', 'number-style')) this.readNumberStyle(reader);
      else if (reader.is('number', 'date-style')) this.readDateStyle(reader);
      else if (reader.is('number', 'time-style')) this.readDateStyle(reader);
      else if (reader.is('style', 'style')) this.readStyle(reader);
    }
  }

  isHidden(style: string | undefined): boolean {
    return style !== undefined && this.hidden.has(style);
  }

  /** What the format of a cell style means. */
  meaning(style: string | undefined): FormatMeaning {
    let name = style;
    for (let step = 0; name !== undefined && step < longestChain; step++) {
      const known = this.cells.get(name);
      if (known?.format !== undefined) return this.formats.get(known.format) ?? plain;
      name = known?.parent;
    }
    return plain;
  }

  private readStyle(reader: XmlReader): void {
    const name = reader.attribute('style', 'name') ?? '';
    const family = reader.attribute('style', 'family');
    if (family === 'table-cell') {
      const format = reader.attribute('style', 'data-style-name');
      this.cells.set(name, { format, parent: reader.attribute('style', 'parent-style-name') });
    }
    if (family !== 'table') return;
    const { depth } = reader;
    while (reader.nextChild(depth)) {
      if (reader.attribute('table', 'display') === 'false') this.hidden.add(name);
    }
  }

  /** A time that goes on beyond a day is a duration, and stays a number. */
  private readDateStyle(reader: XmlReader): void {
    if (reader.attribute('number', 'truncate-on-overflow') === 'false') return;
    this.formats.set(reader.attribute('style', 'name') ?? '', { is: 'date' });
  }

  /** A format of digits only, as `00000` and `0000-0000` are; with words, fractions or groups it fills nothing up. */
  private readNumberStyle(reader: XmlReader): void {
    const name = reader.attribute('style', 'name') ?? '';
    const { depth } = reader;
    let width = 0;
    let isPlain = true;
    while (reader.nextChild(depth)) {
      if (reader.is('number', 'number')) {
        width += Number(reader.attribute('number', 'min-integer-digits') ?? '0');
        const decimals = Number(reader.attribute('number', 'decimal-places') ?? '0');
        if (decimals > 0 || reader.attribute('number', 'grouping') === 'true') isPlain = false;
      } else if (reader.is('number', 'text')) isPlain &&= /^[ -]*$/.test(reader.innerText());
      else if (reader.space === 'number') isPlain = false;
    }
    if (isPlain && width > 1 && width < 100) this.formats.set(name, { is: 'padded', width });
  }
}
