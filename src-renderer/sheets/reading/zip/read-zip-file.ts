import type { OtherFileKind, Workbook } from '../workbook';
import { Refusal } from '../refusal';
import { readOpenDocument } from '../open-document/read-open-document';
import { readXlsb } from '../xlsb/read-xlsb';
import { readXlsx } from '../xlsx/read-xlsx';
import { readWorkbookParts } from '../xlsx/workbook-parts';
import { toUtf8 } from '../xml/part-encoding';
import { inflateWhole } from './inflate-part';
import type { InflatePart } from './inflate-part';
import { readZipDirectory } from './zip-directory';
import type { ZipDirectory, ZipEntry } from './zip-directory';

type Progress = ((rowsRead: number) => void) | undefined;

/** A list of parts is no longer. */
const largestManifest = 1_000_000;

const foreign: readonly (readonly [RegExp, OtherFileKind])[] = [
  [/^word\//, 'word'],
  [/^ppt\//, 'powerpoint'],
  [/^contents\/(header|section0)\.xml$/, 'hwp'],
  [/^index\/document\.iwa$|^index\.zip$/, 'numbers'],
];

/**
 * A zip: an xlsx, an xlsb or an OpenDocument; nothing of it goes to the library. `inflate` serves the parts of an xlsx
 * that are read as they are inflated.
 */
export async function readZipFile(
  bytes: Uint8Array,
  onProgress: Progress,
  inflate: InflatePart | undefined,
): Promise<Workbook> {
  const zip = readZipDirectory(bytes);
  if (zip.has('xl/workbook.bin')) {
    return { kind: 'xlsb', wasLocked: false, ...(await readXlsb(bytes, zip, onProgress)) };
  }
  const parts = await readWorkbookParts(bytes, zip);
  if (parts !== undefined)
    return { kind: 'xlsx', wasLocked: false, ...(await readXlsx(bytes, parts, onProgress, inflate)) };
  const content = zip.get('content.xml');
  if (content === undefined) throw new Refusal('not-a-workbook', otherKind(zip));
  await refuseLockedDocument(bytes, zip);
  const styles = zip.get('styles.xml');
  const read = readOpenDocument(
    await utf8Part(bytes, content),
    styles === undefined ? undefined : await utf8Part(bytes, styles),
    onProgress,
  );
  return { kind: 'ods', wasLocked: false, ...read };
}

/** What an OpenDocument is stands in its content: its `mimetype` may be missing, and says no more. */
async function refuseLockedDocument(file: Uint8Array, zip: ZipDirectory): Promise<void> {
  const manifest = zip.get('meta-inf/manifest.xml');
  if (manifest === undefined || manifest.size > largestManifest) return;
  const list = new TextDecoder().decode(await inflateWhole(file, manifest));
  if (list.includes('encryption-data')) throw new Refusal('password-kind-unknown', 'ods');
}

async function utf8Part(file: Uint8Array, entry: ZipEntry): Promise<Uint8Array> {
  const bytes = await inflateWhole(file, entry);
  return toUtf8(bytes) ?? bytes;
}

function otherKind(zip: ZipDirectory): OtherFileKind {
  for (const name of zip.keys()) {
    const found = foreign.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  }
  return 'zip';
}
