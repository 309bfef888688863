import type { OtherFileKind } from './workbook';

/** What the first bytes say. The extension is never asked: sellers' .xls are as often HTML, text or xlsx. */
export type FileKind =
  | { is: 'zip' }
  | { is: 'compound' }
  | { is: 'old-xls' }
  | { is: 'markup' }
  | { is: 'text' }
  | { is: 'lock-file' }
  | { is: 'other'; kind: OtherFileKind };

const signatures: readonly (readonly [string, OtherFileKind])[] = [
  ['25504446', 'pdf'],
  ['89504e47', 'image'],
  ['ffd8ff', 'image'],
  ['47494638', 'image'],
  ['52494646', 'image'],
  ['526172211a', 'archive'],
  ['377abcaf271c', 'archive'],
  ['1f8b', 'archive'],
  ['4d5a', 'program'],
  ['7f454c46', 'program'],
];

const compoundHead = 'd0cf11e0a1b11ae1';

/** Excel's lock file holds the user's name twice, padded: always this size. */
const lockFileSize = 165;

/** Decides by content what a file is. `fileName` helps only to recognise the twin Excel leaves beside an open file. */
export function fileKind(bytes: Uint8Array, fileName: string): FileKind {
  if (isLockFile(bytes, fileName)) return { is: 'lock-file' };
  const head = hex(bytes.subarray(0, 8));
  if (head.startsWith('504b0304') || head.startsWith('504b0506') || isCutShort(head, '504b0304')) return { is: 'zip' };
  if (head === compoundHead || isCutShort(head, compoundHead)) return { is: 'compound' };
  // BIFF 2 to 4, and a BIFF5 or 8 stream without its container: BOF with its length.
  if (/^09(00|02|04|08)(04|06|08|10)00/.test(head)) return { is: 'old-xls' };
  const other = signatures.find(([signature]) => head.startsWith(signature));
  if (other !== undefined) return { is: 'other', kind: other[1] };
  return firstLetter(bytes) === 0x3c ? { is: 'markup' } : { is: 'text' };
}

/** A file that ends within its own signature: a broken workbook, and not a text of two odd letters. */
function isCutShort(head: string, signature: string): boolean {
  return head.length > 0 && head.length < signature.length && signature.startsWith(head);
}

function isLockFile(bytes: Uint8Array, fileName: string): boolean {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  if (bytes.length <= 1024 && (name.startsWith('~$') || name.startsWith('.~lock.'))) return true;
  const nameLength = bytes[0] ?? 0;
  return (
    bytes.length === lockFileSize && nameLength > 0 && nameLength <= 54 && bytes[55] === nameLength && bytes[56] === 0
  );
}

/** First byte that is no BOM, zero (UTF-16) or white space. */
function firstLetter(bytes: Uint8Array): number | undefined {
  return bytes.subarray(0, 1024).find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf, 0xff, 0xfe].includes(byte));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
