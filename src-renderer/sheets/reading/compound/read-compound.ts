import type { OtherFileKind } from '../workbook';
import { Refusal } from '../refusal';
import { endsAsWorkbook } from '../password/unlock-xls';
import { CompoundFile } from './compound-file';

/** What lies in the container. */
export type CompoundContent =
  | { is: 'xls'; stream: Uint8Array }
  | { is: 'locked-xlsx'; info: Uint8Array; encrypted: Uint8Array };

const foreign: readonly (readonly [string, OtherFileKind])[] = [
  ['FileHeader', 'hwp'],
  ['WordDocument', 'word'],
  ['PowerPoint Document', 'powerpoint'],
  ['__properties_version1.0', 'mail'],
];

/**
 * Opens the container and says what it holds, by the root's own streams: a Word file with a table in it is a Word file.
 * The stream of an .xls is taken out, so that the library never follows the container's chains itself.
 */
export function readCompound(bytes: Uint8Array): CompoundContent {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptedPackage') && file.has('EncryptionInfo')) {
    return { is: 'locked-xlsx', info: file.stream('EncryptionInfo'), encrypted: file.stream('EncryptedPackage') };
  }
  const other = foreign.find(([stream]) => file.has(stream));
  if (other !== undefined) throw new Refusal('not-a-workbook', other[1]);
  // A file for Excel 95 and 97 at once has both; the newer one is whole.
  const name = ['Workbook', 'Book'].find((known) => file.has(known));
  if (name !== undefined) {
    const stream = file.stream(name);
    const isWhole = stream.length === file.declaredSize(name) || endsAsWorkbook(stream);
    if (!isWhole) throw new Refusal('damaged', 'container breaks off');
    return { is: 'xls', stream };
  }
  if (file.has('EncryptedPackage')) throw new Refusal('password-kind-unknown', 'rights management');
  throw new Refusal('not-a-workbook', 'binary');
}
