import type { ReadNote } from '../workbook';
import { Unfamiliar } from '../refusal';
import { CellTable } from '../table/cell-table';
import { SheetCollector } from '../table/sheet-collector';
import type { ReadSheets } from '../table/sheet-collector';
import { SharedTexts } from '../table/shared-texts';
import { toUtf8 } from '../xml/part-encoding';
import { scanPart } from '../xml/scan-part';
import { inflatePart, inflateWhole } from '../zip/inflate-part';
import type { InflatePart } from '../zip/inflate-part';
import type { ZipEntry } from '../zip/zip-directory';
import { readSheetThoroughly } from './read-sheet-thoroughly';
import { readSharedThoroughly } from './rich-text-of';
import { SharedStringsScan } from './shared-strings';
import { SheetScan } from './sheet-scan';
import { readStyles } from './styles';
import { partText } from './relations';
import type { SheetPart, WorkbookParts } from './workbook-parts';
import type { CellContext } from './cell-values';

/** Rows between two reports of progress. */
const progressStep = 2000;

/**
 * Reads a workbook whose zip directory has been judged. Where the quick reader meets something it was not written for, a
 * part is read by the thorough one, and a note says why. Refuses only if every sheet had to be left out.
 */
export async function readXlsx(
  file: Uint8Array,
  parts: WorkbookParts,
  onProgress?: (rowsRead: number) => void,
  inflate: InflatePart = inflatePart,
): Promise<ReadSheets> {
  const unusual: string[] = [];
  const context: CellContext = {
    shared: await readSharedStrings(file, parts, unusual, inflate),
    styles: parts.styles === undefined ? [] : readStyles(await partText(file, parts.styles)),
    is1904: parts.is1904,
  };
  let rowsRead = 0;
  const onRow = (): void => {
    rowsRead++;
    if (rowsRead % progressStep === 0) onProgress?.(rowsRead);
  };
  const newTable = (part: SheetPart): CellTable => {
    const table = new CellTable(context.shared);
    table.name = part.name;
    table.hidden = part.hidden;
    table.is1904 = parts.is1904;
    return table;
  };
  const read = await collectSheets(parts.sheets, async (part: SheetPart) => {
    const table = newTable(part);
    const isRead = await tryQuickly(unusual, async () => {
      const scan = new SheetScan(table, context, onRow);
      await scanPart(file, part.entry, scan, inflate);
      scan.finish();
    });
    if (isRead) return table;
    const again = newTable(part);
    readSheetThoroughly(await wholePart(file, part.entry), again, context);
    return again;
  });
  const lost = parts.missing.map((sheet): ReadNote => ({ code: 'sheet-left-out', sheet, reason: 'damaged' }));
  const odd = unusual.slice(0, 1).map((detail): ReadNote => ({ code: 'unusual-file', detail }));
  return { sheets: read.sheets, notes: [...read.notes, ...lost, ...odd] };
}

/** Reads sheet after sheet, leaving out those beyond the limits; refuses when nothing else is there. */
export async function collectSheets<Part extends { name: string }>(
  parts: readonly Part[],
  read: (part: Part) => CellTable | Promise<CellTable>,
): Promise<ReadSheets> {
  const sheets = new SheetCollector();
  for (const part of parts) {
    try {
      sheets.keep(await read(part));
    } catch (reason) {
      sheets.leaveOut(part.name, reason);
    }
  }
  return sheets.finish();
}

async function readSharedStrings(
  file: Uint8Array,
  parts: WorkbookParts,
  unusual: string[],
  inflate: InflatePart,
): Promise<SharedTexts> {
  const entry = parts.sharedStrings;
  if (entry === undefined) return new SharedTexts();
  const scan = new SharedStringsScan();
  const isRead = await tryQuickly(unusual, () => scanPart(file, entry, scan, inflate));
  return isRead ? scan.texts : readSharedThoroughly(await wholePart(file, entry));
}

/** False when the quick reader gave up; what it met is added to `unusual`. */
async function tryQuickly(unusual: string[], read: () => Promise<void>): Promise<boolean> {
  try {
    await read();
    return true;
  } catch (reason) {
    if (!(reason instanceof Unfamiliar)) throw reason;
    unusual.push(reason.what);
    return false;
  }
}

async function wholePart(file: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const bytes = await inflateWhole(file, entry);
  return toUtf8(bytes) ?? bytes;
}
