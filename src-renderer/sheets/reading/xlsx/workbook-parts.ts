import { Refusal } from '../refusal';
import { toUtf8 } from '../xml/part-encoding';
import { xmlTags } from '../xml/xml-tags';
import { inflateWhole } from '../zip/inflate-part';
import { normaliseName } from '../zip/zip-directory';
import type { ZipDirectory, ZipEntry } from '../zip/zip-directory';

/** One sheet as the workbook lists it, in the order of its tabs. */
export interface SheetPart {
  name: string;
  hidden: boolean;
  entry: ZipEntry;
}

export interface WorkbookParts {
  sheets: SheetPart[];
  /** Names of the sheets whose part the file has lost. */
  missing: string[];
  sharedStrings: ZipEntry | undefined;
  styles: ZipEntry | undefined;
  is1904: boolean;
}

/** Letters of a sheet's name, as Excel has it. */
const longestSheetName = 31;

/** Parts larger than this are no lists of sheets. */
const largestListPart = 64 * 1024 * 1024;

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
  for (const tag of xmlTags(await partText(file, workbook))) {
    if (tag.isClosing) continue;
    if (tag.name === 'workbookPr') is1904 = isTrue(tag.attribute('date1904'));
    if (tag.name !== 'sheet') continue;
    const relation = relations.get(tag.attribute('id') ?? '');
    // A module of Excel 95 has no part at all; chart, dialog and macro sheets have one without cells.
    if (relation?.type !== 'worksheet') continue;
    const name = (tag.attribute('name') ?? '').slice(0, longestSheetName);
    const entry = zip.get(relation.target);
    if (entry === undefined) missing.push(name);
    else sheets.push({ name, hidden: isHidden(tag.attribute('state')), entry });
  }
  if (sheets.length === 0) {
    if (missing.length > 0 || relations.size === 0) throw new Refusal('damaged', 'no sheet is there');
    throw new Refusal('no-sheet', 'no sheet of cells');
  }
  const folder = workbook.name.slice(0, workbook.name.lastIndexOf('/') + 1);
  const byType = (type: string): ZipEntry | undefined => {
    for (const relation of relations.values()) if (relation.type === type) return zip.get(relation.target);
    // A few writers forget the relation and keep the usual name.
    return zip.get(`${folder}${type.toLowerCase()}.xml`);
  };
  return { sheets, missing, sharedStrings: byType('sharedStrings'), styles: byType('styles'), is1904 };
}

/** A small part as text; UTF-16 is legal and happens. */
export async function partText(file: Uint8Array, entry: ZipEntry): Promise<string> {
  if (entry.size > largestListPart) throw new Refusal('too-large-inside', entry.name);
  const bytes = await inflateWhole(file, entry);
  return new TextDecoder().decode(toUtf8(bytes) ?? bytes);
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

/** The relations of a part (of the package, for ''), by id; types by their last word, targets as names in the zip. */
async function readRelations(
  file: Uint8Array,
  zip: ZipDirectory,
  part: string,
): Promise<Map<string, { type: string; target: string }>> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const entry = zip.get(`${folder}_rels/${part.slice(slash)}.rels`);
  const found = new Map<string, { type: string; target: string }>();
  if (entry === undefined) return found;
  for (const tag of xmlTags(await partText(file, entry))) {
    if (tag.name !== 'Relationship' || tag.isClosing || tag.attribute('TargetMode') === 'External') continue;
    const type = tag.attribute('Type') ?? '';
    found.set(tag.attribute('Id') ?? '', {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: resolve(folder, tag.attribute('Target') ?? ''),
    });
  }
  return found;
}

function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const step of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (step === '..') parts.pop();
    else if (step !== '' && step !== '.') parts.push(step);
  }
  return normaliseName(decodePercent(parts.join('/')));
}

function decodePercent(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch (reason) {
    if (reason instanceof URIError) return name;
    throw reason;
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true' || value === 'on';
}

function isHidden(state: string | undefined): boolean {
  return state === 'hidden' || state === 'veryHidden';
}
