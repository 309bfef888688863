import { Refusal } from '../refusal';
import { readLimits } from '../workbook';
import { inflateWhole } from './inflate-part';
import { findDirectory, normaliseName, readEntry } from './zip-directory';
import type { ListedEntry } from './zip-directory';

/** A file taken out of an archive. */
export interface UnpackedFile {
  /** Without its folders. */
  name: string;
  bytes: Uint8Array;
}

/** Parts by which a zip is a workbook or a document itself, and no archive of files. */
const documentPart =
  /^(\[content_types\]\.xml$|(xl|word|ppt|_rels|meta-inf|contents)\/|mimetype$|content\.xml$|index(\/|\.zip$))/;
const sheetName = /\.(xlsx|xlsm|xlsb|xls|ods|csv|tsv)$/i;
/** What systems and programs leave in archives and folders. */
const aside = /^(__macosx\/|.*(^|\/)(\.[^/]*|~\$[^/]*|thumbs\.db|desktop\.ini)$)/i;

/**
 * The one sheet file of an ordinary zip; undefined for a zip that is a workbook or document itself. An archive with
 * several, with none, locked, or with a file too large to be read is refused as `zip`: it is the seller who unpacks it.
 */
export async function loneSheet(
  bytes: Uint8Array,
  decodeCp949: (bytes: Uint8Array) => string,
): Promise<UnpackedFile | undefined> {
  const files = listFiles(bytes, decodeCp949);
  if (files === undefined || files.length === 0 || files.some(({ name }) => documentPart.test(normaliseName(name)))) {
    return undefined;
  }
  const sheets = files.filter(({ name }) => sheetName.test(name) && !aside.test(name));
  const [sheet] = sheets;
  if (sheet === undefined || sheets.length > 1) throw new Refusal('not-a-workbook', 'zip');
  const { entry, isLocked } = sheet;
  if (isLocked) throw new Refusal('not-a-workbook', 'locked-zip');
  const isPlain = entry.method === 8 || (entry.method === 0 && entry.size === entry.packedSize);
  if (!isPlain || entry.size > readLimits.fileBytes) throw new Refusal('not-a-workbook', 'zip');
  return { name: sheet.name.slice(sheet.name.lastIndexOf('/') + 1), bytes: await inflateWhole(bytes, entry) };
}

interface ListedFile {
  name: string;
  entry: ListedEntry['entry'];
  isLocked: boolean;
}

/** Files of the directory, folders left out; undefined where it cannot be read: the workbook's own reader says why. */
function listFiles(bytes: Uint8Array, decodeCp949: (bytes: Uint8Array) => string): ListedFile[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const { start, count } = findDirectory(view);
    if (count > readLimits.parts) return undefined;
    const files: ListedFile[] = [];
    let at = start;
    for (let n = 0; n < count; n++) {
      const { entry, rawName, flags, next } = readEntry(bytes, view, at);
      at = next;
      const name = decodeName(rawName, decodeCp949).replaceAll('\\', '/');
      if (!name.endsWith('/')) files.push({ name, entry, isLocked: (flags & 1) !== 0 });
    }
    return files;
  } catch (reason) {
    if (reason instanceof Refusal) return undefined;
    throw reason;
  }
}

/** Korean programs write names in CP949 and do not say so. */
function decodeName(bytes: Uint8Array, decodeCp949: (bytes: Uint8Array) => string): string {
  const utf8 = new TextDecoder().decode(bytes);
  return utf8.includes('\uFFFD') ? decodeCp949(bytes) : utf8;
}
