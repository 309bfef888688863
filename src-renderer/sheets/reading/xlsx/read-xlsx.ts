import type { ReadNote } from '../workbook';
import { Refusal } from '../refusal';
import { CellTable } from '../table/cell-table';
import { tableNotes } from '../table/table-notes';
import { SharedTexts } from '../table/shared-texts';
import { scanPart } from '../xml/scan-part';
import { SharedStringsScan } from './shared-strings';
import { SheetScan } from './sheet-scan';
import { readStyles } from './styles';
import { partText } from './workbook-parts';
import type { SheetPart, WorkbookParts } from './workbook-parts';
import type { CellContext } from './cell-scan';

export interface ReadSheets {
  sheets: CellTable[];
  notes: ReadNote[];
}

/** Rows between two reports of progress. */
const progressStep = 2000;

/** Codes that concern one sheet: the others of its workbook may still be what the seller wants. */
const oneSheetOnly: readonly string[] = ['too-many-rows', 'too-many-columns', 'too-many-cells'];

/**
 * Reads a workbook whose zip directory has been judged. Throws `Unfamiliar` where the library should take over, and
 * refuses only if every sheet had to be left out.
 */
export async function readXlsx(
  file: Uint8Array,
  parts: WorkbookParts,
  onProgress?: (rowsRead: number) => void,
): Promise<ReadSheets> {
  const context: CellContext = {
    shared: await readSharedStrings(file, parts),
    styles: parts.styles === undefined ? [] : readStyles(await partText(file, parts.styles)),
    is1904: parts.is1904,
  };
  let rowsRead = 0;
  const onRow = (): void => {
    rowsRead++;
    if (rowsRead % progressStep === 0) onProgress?.(rowsRead);
  };
  const read = await collectSheets(parts.sheets, async (part: SheetPart) => {
    const table = new CellTable(context.shared);
    table.name = part.name;
    table.hidden = part.hidden;
    table.is1904 = parts.is1904;
    const scan = new SheetScan(table, context, onRow);
    await scanPart(file, part.entry, scan);
    scan.finish();
    return table;
  });
  const lost = parts.missing.map((sheet): ReadNote => ({ code: 'sheet-left-out', sheet, reason: 'damaged' }));
  return { sheets: read.sheets, notes: [...read.notes, ...lost] };
}

/** Reads sheet after sheet, leaving out those beyond the limits; refuses when nothing else is there. */
export async function collectSheets<Part extends { name: string }>(
  parts: readonly Part[],
  read: (part: Part) => CellTable | Promise<CellTable>,
): Promise<ReadSheets> {
  const sheets: CellTable[] = [];
  const notes: ReadNote[] = [];
  let lastRefusal: Refusal | undefined;
  for (const part of parts) {
    try {
      const table = await read(part);
      sheets.push(table);
      notes.push(...tableNotes(table));
    } catch (reason) {
      if (!(reason instanceof Refusal) || !oneSheetOnly.includes(reason.code)) throw reason;
      lastRefusal = reason;
      notes.push({ code: 'sheet-left-out', sheet: part.name, reason: reason.code });
    }
  }
  if (sheets.some((sheet) => sheet.rowCount > 0)) return { sheets, notes };
  throw lastRefusal ?? new Refusal('empty', 'no-cells');
}

async function readSharedStrings(file: Uint8Array, parts: WorkbookParts): Promise<SharedTexts> {
  if (parts.sharedStrings === undefined) return new SharedTexts();
  const scan = new SharedStringsScan();
  await scanPart(file, parts.sharedStrings, scan);
  return scan.texts;
}
