import type { OtherFileKind } from '../workbook';
import { Refusal } from '../refusal';
import { CompoundFile } from './compound-file';

/** What lies in the container. */
export type CompoundContent =
  | { is: 'xls'; stream: Uint8Array }
  | { is: 'locked-xlsx'; info: Uint8Array; encrypted: Uint8Array };

const foreign: readonly (readonly [string, OtherFileKind])[] = [
  ['FileHeader', 'hwp'],
  ['WordDocument', 'word'],
  ['PowerPoint Document', 'powerpoint'],
];

/** BIFF record that says the rest is encrypted. */
const filePass = 0x2f;
/** BOF of BIFF 5 and 8, then of 2, 3 and 4. */
const beginnings: readonly number[] = [0x0809, 0x0009, 0x0209, 0x0409];

/**
 * Opens the container and says what it holds; the stream of an .xls is taken out, so that the library never follows
 * the container's chains itself. Refuses an encrypted .xls with `password-kind-unknown`.
 */
export function readCompound(bytes: Uint8Array): CompoundContent {
  const file = new CompoundFile(bytes);
  if (file.has('EncryptedPackage') && file.has('EncryptionInfo')) {
    return { is: 'locked-xlsx', info: file.stream('EncryptionInfo'), encrypted: file.stream('EncryptedPackage') };
  }
  const name = ['Workbook', 'WORKBOOK', 'Book', 'BOOK'].find((known) => file.has(known));
  if (name !== undefined) {
    const stream = file.stream(name);
    refuseBrokenBiff(stream);
    return { is: 'xls', stream };
  }
  if (file.has('EncryptedPackage')) throw new Refusal('password-kind-unknown', 'rights management');
  const other = foreign.find(([stream]) => file.has(stream));
  throw new Refusal('not-a-workbook', other?.[1] ?? 'binary');
}

/**
 * The stream must begin as a workbook does: the library takes anything else for text and reads "rows" from it. FILEPASS
 * stands among the first records of the workbook's own part.
 */
function refuseBrokenBiff(stream: Uint8Array): void {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || !beginnings.includes(view.getUint16(0, true))) throw new Refusal('damaged', 'xls stream');
  for (let at = 0, n = 0; at + 4 <= stream.length && n < 50; n++) {
    const id = view.getUint16(at, true);
    if (id === filePass) throw new Refusal('password-kind-unknown', 'xls');
    at += 4 + view.getUint16(at + 2, true);
  }
}
