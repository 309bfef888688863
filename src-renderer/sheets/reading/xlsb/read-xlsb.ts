import type { ReadNote } from '../workbook';
import { Refusal } from '../refusal';
import { CellTable } from '../table/cell-table';
import { builtInMeaning, formatMeaning } from '../table/number-format';
import type { FormatMeaning } from '../table/number-format';
import { SharedTexts } from '../table/shared-texts';
import { longestSheetName } from '../table/sheet-collector';
import type { ReadSheets } from '../table/sheet-collector';
import { readLimits } from '../workbook';
import type { CellContext } from '../xlsx/cell-values';
import { collectSheets } from '../xlsx/read-xlsx';
import { partByType, readRelations } from '../xlsx/relations';
import type { Relations } from '../xlsx/relations';
import { inflateWhole } from '../zip/inflate-part';
import type { ZipDirectory, ZipEntry } from '../zip/zip-directory';
import { readBinarySheet } from './read-sheet';
import { record, Records } from './records';

/** Rows between two reports of progress. */
const progressStep = 2000;

interface ListedSheet {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

/** The binary workbook of Excel 2007 and later (MS-XLSB): the same parts as an xlsx, in records. */
export async function readXlsb(
  file: Uint8Array,
  zip: ZipDirectory,
  onProgress?: (rowsRead: number) => void,
): Promise<ReadSheets> {
  const workbook = zip.get('xl/workbook.bin');
  if (workbook === undefined) throw new Refusal('damaged', 'no workbook');
  const relations = await readRelations(file, zip, workbook.name);
  const { sheets, missing, is1904 } = listSheets(await inflateWhole(file, workbook), relations, zip);
  const whole = async (type: string): Promise<Uint8Array> => {
    const entry = partByType(relations, zip, type);
    return entry === undefined ? new Uint8Array(0) : inflateWhole(file, entry);
  };
  const context: CellContext = {
    shared: readShared(await whole('sharedStrings')),
    styles: readStyles(await whole('styles')),
    is1904,
  };
  let rowsRead = 0;
  const onRow = (): void => {
    rowsRead++;
    if (rowsRead % progressStep === 0) onProgress?.(rowsRead);
  };
  const read = await collectSheets(sheets, async ({ name, hidden, entry }) => {
    const table = new CellTable(context.shared);
    table.name = name;
    table.hidden = hidden;
    table.is1904 = is1904;
    readBinarySheet(await inflateWhole(file, entry), table, context, onRow);
    return table;
  });
  const lost = missing.map((sheet): ReadNote => ({ code: 'sheet-left-out', sheet, reason: 'damaged' }));
  return { sheets: read.sheets, notes: [...read.notes, ...lost] };
}

function listSheets(
  bytes: Uint8Array,
  relations: Relations,
  zip: ZipDirectory,
): { sheets: ListedSheet[]; missing: string[]; is1904: boolean } {
  const records = new Records(bytes);
  const sheets: ListedSheet[] = [];
  const missing: string[] = [];
  const taken = new Set<ZipEntry>();
  let is1904 = false;
  while (records.next()) {
    if (records.id === record.workbookProperties) is1904 = (records.long() & 1) !== 0;
    if (records.id !== record.sheet) continue;
    const hidden = records.long() !== 0;
    records.skip(4);
    const relation = relations.get(records.text());
    const name = records.text();
    if (name.length > longestSheetName) throw new Refusal('damaged', 'the name of a sheet');
    if (relation?.type !== 'worksheet') continue;
    const entry = zip.get(relation.target);
    // A part that another sheet has already is no part of this one: it is read once.
    if (entry === undefined || taken.has(entry)) missing.push(name);
    else sheets.push({ name, hidden, entry });
    if (entry !== undefined) taken.add(entry);
    if (sheets.length + missing.length > readLimits.sheets) throw new Refusal('too-many-parts', 'sheets');
  }
  if (sheets.length === 0) {
    throw missing.length > 0
      ? new Refusal('damaged', 'no sheet is there')
      : new Refusal('no-sheet', 'no sheet of cells');
  }
  return { sheets, missing, is1904 };
}

function readShared(bytes: Uint8Array): SharedTexts {
  const records = new Records(bytes);
  const texts = new SharedTexts();
  while (records.next()) {
    if (records.id !== record.sharedItem) continue;
    // Flags say what follows the text: runs of its formats, and its phonetic notes.
    records.skip(1);
    texts.addString(records.text());
  }
  return texts;
}

function readStyles(bytes: Uint8Array): FormatMeaning[] {
  const records = new Records(bytes);
  const own = new Map<number, FormatMeaning>();
  const styles: FormatMeaning[] = [];
  let isInCells = false;
  while (records.next()) {
    switch (records.id) {
      case record.format: {
        const id = records.short();
        own.set(id, formatMeaning(records.text()));
        break;
      }
      case record.beginCellStyles:
        isInCells = true;
        break;
      case record.endCellStyles:
        isInCells = false;
        break;
      case record.cellStyle: {
        records.skip(2);
        const id = records.short();
        if (isInCells) styles.push(own.get(id) ?? builtInMeaning(id));
      }
    }
  }
  return styles;
}
