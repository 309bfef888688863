import { Refusal } from '../refusal';
import { longestSheetName } from '../table/sheet-collector';
import { readLimits } from '../workbook';
import { xmlTags } from '../xml/xml-tags';
import type { ZipDirectory, ZipEntry } from '../zip/zip-directory';
import { partByType, partText, readRelations } from './relations';

/** One sheet as the workbook lists it, in the order of its tabs. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  /** Names of the sheets that have no part, although the file says they do. */
  missing: string[];
  sharedStrings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
  is1904: boolean;
}

/**
 * Follows the relations of the package to its workbook and from there to sheets, shared strings and styles: each name
 * in the list of sheets to the part its relation names, never by counting. Undefined when the package holds no
 * spreadsheet in XML (the caller knows what else it may be).
 */
export async function readWorkbookParts(file: Uint8Array, zip: ZipDirectory): Promise<WorkbookParts | undefined> {
  const workbook = await findWorkbook(file, zip);
  if (workbook === undefined) return undefined;
  const relations = await readRelations(file, zip, workbook.name);
  const sheets: SheetPart[] = [];
  let is1904 = false;
  const missing: string[] = [];
  const taken = new Set<ZipEntry>();
  for (const tag of xmlTags(await partText(file, workbook))) {
    if (tag.isClosing) continue;
    if (tag.name === 'workbookPr') is1904 = isTrue(tag.attribute('date1904'));
    if (tag.name !== 'sheet') continue;
    const relation = relations.get(tag.attribute('id') ?? '');
    // A module of Excel 95 has no part at all; chart, dialog and macro sheets have one without cells.
    if (relation?.type !== 'worksheet') continue;
    const name = (tag.attribute('name') ?? '').slice(0, longestSheetName);
    const entry = zip.get(relation.target);
    // A part that another sheet has already is no part of this one: it is read once.
    if (entry === undefined || taken.has(entry)) missing.push(name);
    else sheets.push({ name, hidden: isHidden(tag.attribute('state')), entry });
    if (entry !== undefined) taken.add(entry);
    if (sheets.length + missing.length > readLimits.sheets) throw new Refusal('too-many-parts', 'sheets');
  }
  if (sheets.length === 0) {
    if (missing.length > 0 || relations.size === 0) throw new Refusal('damaged', 'no sheet is there');
    throw new Refusal('no-sheet', 'no sheet of cells');
  }
  const folder = workbook.name.slice(0, workbook.name.lastIndexOf('/') + 1);
  // A few writers forget the relation and keep the usual name.
  const byType = (type: string): ZipEntry | undefined =>
    partByType(relations, zip, type) ?? zip.get(`${folder}${type.toLowerCase()}.xml`);
  return { sheets, missing, sharedStrings: byType('sharedStrings'), styles: byType('styles'), is1904 };
}

async function findWorkbook(file: Uint8Array, zip: ZipDirectory): Promise<ZipEntry | undefined> {
  for (const relation of (await readRelations(file, zip, '')).values()) {
    if (relation.type === 'officeDocument' && relation.target.endsWith('.xml')) {
      const entry = zip.get(relation.target);
      if (entry !== undefined && !/\bdocument\d*\.xml$|presentation/.test(entry.name)) return entry;
    }
  }
  return zip.get('xl/workbook.xml');
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function isHidden(state: string | undefined): boolean {
  return state === 'hidden' || state === 'veryHidden';
}
