import { Refusal } from '../refusal';
import type { CellTable } from '../table/cell-table';
import { readLimits } from '../workbook';

/** What the library does not tell of an OpenDocument sheet. */
export interface OpenDocumentSheet {
  hidden: boolean;
  /** 1-based, as shown. */
  hiddenRows: Set<number>;
}

const wanted = /<(\/?)(?:table|style):(table|table-row|table-cell|table-properties|style)(?=[\s/>])([^<>]*)>/g;

/**
 * Looks through content.xml before the library does. "This cell 1,048,576 times" costs nothing where the cell is empty;
 * those with content are copied by the library, so their number is counted and refused here. Hidden rows and sheets,
 * which the library passes over, are noted, in the order of the sheets.
 */
export function lookThroughOpenDocument(content: string): OpenDocumentSheet[] {
  const hiddenStyles = new Set<string>();
  const sheets: OpenDocumentSheet[] = [];
  let style = '';
  let cells = 0;
  let row = 0;
  let rowsRepeated = 1;
  for (const [, closing, name = '', inside = ''] of content.matchAll(wanted)) {
    if (closing === '/') continue;
    const sheet = sheets.at(-1);
    switch (name) {
      case 'style':
        style = attribute(inside, 'style:name') ?? '';
        break;
      case 'table-properties':
        if (attribute(inside, 'table:display') === 'false') hiddenStyles.add(style);
        break;
      case 'table':
        sheets.push({ hidden: hiddenStyles.has(attribute(inside, 'table:style-name') ?? ''), hiddenRows: new Set() });
        row = 0;
        break;
      case 'table-row': {
        rowsRepeated = Number(attribute(inside, 'table:number-rows-repeated') ?? '1');
        const visibility = attribute(inside, 'table:visibility') ?? 'visible';
        // Millions of repeated hidden rows behind the last are of no interest.
        if (visibility !== 'visible' && rowsRepeated <= readLimits.rows) {
          for (let k = 1; k <= rowsRepeated; k++) sheet?.hiddenRows.add(row + k);
        }
        row += rowsRepeated;
        break;
      }
      case 'table-cell':
        if (!inside.endsWith('/'))
          cells += rowsRepeated * Number(attribute(inside, 'table:number-columns-repeated') ?? '1');
        if (!(cells <= readLimits.cells)) throw new Refusal('too-many-cells', 'repeated');
    }
  }
  return sheets;
}

/** Puts what was noted onto the sheets the library read. */
export function markHidden(tables: readonly CellTable[], sheets: readonly OpenDocumentSheet[]): void {
  for (const [index, table] of tables.entries()) {
    const sheet = sheets[index];
    if (sheet === undefined) continue;
    table.hidden = sheet.hidden;
    for (let row = 0; row < table.rowCount; row++) {
      if (sheet.hiddenRows.has(table.sheetRow(row))) table.hiddenRows.add(row);
    }
  }
}

function attribute(inside: string, name: string): string | undefined {
  const at = inside.indexOf(`${name}="`);
  if (at < 0) return undefined;
  const from = at + name.length + 2;
  return inside.slice(from, inside.indexOf('"', from));
}
