import type { OtherFileKind, Workbook } from '../workbook';
import { Refusal, Unfamiliar } from '../refusal';
import { hasIsoDates, refuseDoctype, refuseFarCells } from '../library/look-for-traps';
import { lookThroughOpenDocument, markHidden } from '../library/open-document';
import type { OpenDocumentSheet } from '../library/open-document';
import { readWithLibrary } from '../library/read-with-library';
import { readXlsx } from '../xlsx/read-xlsx';
import type { ReadSheets } from '../xlsx/read-xlsx';
import { readWorkbookParts } from '../xlsx/workbook-parts';
import { inflateWhole } from './inflate-part';
import { repackChecked } from './repack';
import { readZipDirectory } from './zip-directory';
import type { ZipDirectory } from './zip-directory';

type Progress = ((rowsRead: number) => void) | undefined;

const foreign: readonly (readonly [RegExp, OtherFileKind])[] = [
  [/^word\//, 'word'],
  [/^ppt\//, 'powerpoint'],
  [/^contents\/(header|section0)\.xml$/, 'hwp'],
  [/^index\/document\.iwa$|^index\.zip$/, 'numbers'],
];

/** A zip: xlsx by our own reader, or by the library where that one gives up; xlsb and ods by the library. */
export async function readZipFile(bytes: Uint8Array, onProgress: Progress): Promise<Workbook> {
  const zip = readZipDirectory(bytes);
  if (zip.has('xl/workbook.bin')) {
    return { kind: 'xlsb', wasLocked: false, ...(await readChecked(bytes, zip, onProgress)) };
  }
  if (await isOpenDocumentSheet(bytes, zip)) {
    return { kind: 'ods', wasLocked: false, ...(await readChecked(bytes, zip, onProgress)) };
  }
  try {
    const parts = await readWorkbookParts(bytes, zip);
    if (parts === undefined) throw new Refusal('not-a-workbook', otherKind(zip));
    return { kind: 'xlsx', wasLocked: false, ...(await readXlsx(bytes, parts, onProgress)) };
  } catch (reason) {
    if (!(reason instanceof Unfamiliar)) throw reason;
    const { sheets, notes } = await readChecked(bytes, zip, onProgress);
    const note = { code: 'read-by-library', detail: reason.what } as const;
    return { kind: 'xlsx', wasLocked: false, sheets, notes: [...notes, note] };
  }
}

/** Hands the library a zip of checked parts only. */
async function readChecked(file: Uint8Array, zip: ZipDirectory, onProgress: Progress): Promise<ReadSheets> {
  let hasDates = false;
  let shape: OpenDocumentSheet[] = [];
  const bytes = await repackChecked(file, zip, (name, part) => {
    if (name.endsWith('.bin')) return;
    refuseDoctype(part);
    if (/\/worksheets\/[^/]*\.xml$/.test(name)) {
      refuseFarCells(part);
      hasDates ||= hasIsoDates(part);
    } else if (name === 'content.xml') shape = lookThroughOpenDocument(new TextDecoder().decode(part));
  });
  const read = await readWithLibrary(
    { bytes },
    { options: hasDates ? { cellDates: true, UTC: true } : {}, onProgress },
  );
  // With a sheet left out the order no longer tells which is which.
  if (read.sheets.length === shape.length) markHidden(read.sheets, shape);
  return read;
}

async function isOpenDocumentSheet(file: Uint8Array, zip: ZipDirectory): Promise<boolean> {
  const type = zip.get('mimetype');
  if (type === undefined || type.size > 200 || !zip.has('content.xml')) return false;
  const text = new TextDecoder().decode(await inflateWhole(file, type));
  if (!text.startsWith('application/vnd.oasis.opendocument.spreadsheet')) return false;
  const manifest = zip.get('meta-inf/manifest.xml');
  if (manifest !== undefined && manifest.size < 1_000_000) {
    const list = new TextDecoder().decode(await inflateWhole(file, manifest));
    if (list.includes('encryption-data')) throw new Refusal('password-kind-unknown', 'ods');
  }
  return true;
}

function otherKind(zip: ZipDirectory): OtherFileKind {
  for (const name of zip.keys()) {
    const found = foreign.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  }
  return 'zip';
}
