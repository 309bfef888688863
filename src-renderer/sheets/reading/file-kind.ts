import { kindBySignature } from './signatures';
import type { OtherFileKind } from './workbook';

/** What the content says. The extension is never asked: sellers' .xls are as often HTML, text or xlsx. */
export type FileKind =
  | { is: 'zip' }
  | { is: 'compound' }
  | { is: 'old-xls' }
  | { is: 'web-archive' }
  | { is: 'markup' }
  | { is: 'text' }
  | { is: 'lock-file' }
  | { is: 'other'; kind: OtherFileKind };

const compoundHead = 'd0cf11e0a1b11ae1';

/** Excel's lock file holds the user's name twice, padded: always this size. */
const lockFileSize = 165;

/** How far into a file of letters its kind must show. */
const headBytes = 8192;
/** A server that puts blanks in front of a file puts no more. */
const mostBlanks = 4096;
/** Longer than any error a server answers with in place of a file. */
const longestJson = 1024 * 1024;

/**
 * Decides by content what a file is, and where that content begins: servers and editors put a BOM, blanks or line ends
 * in front of a workbook. `fileName` helps only to recognise the twin Excel leaves next to an open file.
 */
export function fileKind(bytes: Uint8Array, fileName: string): { kind: FileKind; content: Uint8Array } {
  if (isLockFile(bytes, fileName)) return { kind: { is: 'lock-file' }, content: bytes };
  // A workbook stream of Excel may begin with a tab: as it stands before anything is passed over.
  for (const content of [bytes, bytes.subarray(blanksBefore(bytes))]) {
    const kind = binaryKind(content);
    if (kind !== undefined) return { kind, content };
  }
  return { kind: letterKind(bytes), content: bytes };
}

function binaryKind(bytes: Uint8Array): FileKind | undefined {
  const head = hex(bytes.subarray(0, 8));
  if (head.startsWith('504b0304') || head.startsWith('504b0506') || isCutShort(head, '504b0304')) return { is: 'zip' };
  // A zip that was to be split over several disks and was not.
  if (/^504b(0708|3030)504b0304/.test(head)) return { is: 'zip' };
  if (head === compoundHead || isCutShort(head, compoundHead)) return { is: 'compound' };
  // BIFF 2 to 4, and a BIFF5 or 8 stream without its container: BOF with its length.
  if (/^09(00|02|04|08)(04|06|08|10)00/.test(head)) return { is: 'old-xls' };
  const kind = kindBySignature(bytes);
  return kind === undefined ? undefined : { is: 'other', kind };
}

/** A file that ends within its own signature: a broken workbook, and not a text of two odd letters. */
function isCutShort(head: string, signature: string): boolean {
  return head.length > 0 && head.length < signature.length && signature.startsWith(head);
}

/** Of a file made of letters: by how it begins, whether in UTF-16 or with one byte for each of these. */
function letterKind(bytes: Uint8Array): FileKind {
  const head = String.fromCharCode(...bytes.subarray(blanksBefore(bytes), headBytes).filter((byte) => byte !== 0));
  if (/^<[a-z!?/]/i.test(head)) return { is: 'markup' };
  const kind = letterKinds.find(([, pattern]) => pattern.test(head))?.[0];
  if (kind !== undefined) return { is: 'other', kind };
  const headers = mailHeaders(head);
  if (headers !== undefined) {
    const isPage =
      /^content-type:\s*(multipart\/related|text\/html)/im.test(headers) && !/^(received|to):/im.test(headers);
    return isPage ? { is: 'web-archive' } : { is: 'other', kind: 'mail' };
  }
  return isJson(head, bytes) ? { is: 'other', kind: /docs\.google\.com/.test(head) ? 'link' : 'json' } : { is: 'text' };
}

const letterKinds: readonly (readonly [OtherFileKind, RegExp])[] = [
  // A semicolon CSV may begin with "ID;P" too: a cell record of SYLK must follow.
  ['sylk', /^ID;P[^\r\n]*[\r\n](?:[^\r\n]*[\r\n])*?C;[XYK]/],
  ['dif', /^TABLE\s*[\r\n]+0,1\s*[\r\n]+"/],
  ['link', /^\[(InternetShortcut|Desktop Entry|\{000214A0-[^\]]*\}|DEFAULT\]\s*BASEURL=)/i],
];

/** The block of headers in front of a message, up to its first empty line; undefined where the file begins otherwise. */
function mailHeaders(head: string): string | undefined {
  const block = head.split(/\r?\n\r?\n|\r\r/, 1)[0] ?? '';
  if (!/^(mime-version|content-type:\s*multipart\/)/im.test(block)) return undefined;
  const isHeader = (line: string): boolean => /^[\w-]{1,60}:/.test(line) || /^[ \t]/.test(line) || line === '';
  return block.split(/\r\n|\r|\n/).every((line) => isHeader(line)) ? block : undefined;
}

/** What a server answers where the file should have come, and what a cloud drive leaves in place of one. */
function isJson(head: string, bytes: Uint8Array): boolean {
  if (!/^(\{\s*["}]|\[\s*[{"\]])/.test(head) || bytes.length > longestJson) return false;
  try {
    JSON.parse(new TextDecoder().decode(bytes).trim());
    return true;
  } catch (reason) {
    if (reason instanceof SyntaxError) return false;
    throw reason;
  }
}

function isLockFile(bytes: Uint8Array, fileName: string): boolean {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  if (bytes.length <= 1024 && (name.startsWith('~$') || name.startsWith('.~lock.'))) return true;
  const nameLength = bytes[0] ?? 0;
  return (
    bytes.length === lockFileSize && nameLength > 0 && nameLength <= 54 && bytes[55] === nameLength && bytes[56] === 0
  );
}

/** How many bytes of BOM, zero (UTF-16) and white space stand in front of everything else. */
function blanksBefore(bytes: Uint8Array): number {
  const blank = (byte: number): boolean =>
    byte <= 0x20 ? [0, 9, 10, 11, 12, 13, 32].includes(byte) : bom.includes(byte);
  const found = bytes.subarray(0, mostBlanks).findIndex((byte) => !blank(byte));
  return found < 0 ? 0 : found;
}

const bom: readonly number[] = [0xef, 0xbb, 0xbf, 0xff, 0xfe];

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
