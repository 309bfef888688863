import { Refusal } from '../refusal';
import { unspokenPassword } from './unspoken-password';
import { cryptoApiLock, rc4Lock } from './xls-rc4';
import type { XlsLock } from './xls-rc4';
import { xorLock } from './xls-xor';

/** BIFF records by their numbers ([MS-XLS] 2.3). */
const record = { filePass: 0x2f, boundSheet: 0x85, endOfFile: 0x0a } as const;
/** BOF of BIFF 5 and 8, then of 2, 3 and 4. */
const beginnings: readonly number[] = [0x0809, 0x0009, 0x0209, 0x0409];
const unicodeVersion = 0x0600;
/** Records that are never encrypted (2.2.10): BOF, FilePass, UsrExcl, FileLock, InterfaceHdr, RRDInfo, RRDHead. */
const alwaysPlain = new Set([...beginnings, record.filePass, 0x194, 0x195, 0xe1, 0x196, 0x138]);
/** FilePass stands among the first records of the workbook's own part. */
const firstRecords = 50;
/** A record without meaning to a reader, put in the place of FilePass: the language a workbook was made for. */
const harmless = 0x8c;

/** A workbook stream that can be read. */
export interface OpenedXls {
  stream: Uint8Array;
  wasLocked: boolean;
}

/**
 * The stream of an .xls, decrypted where it is locked. It must begin as a workbook does: the library takes anything else
 * for text and reads "rows" from it. Without a password: `password-needed`, unless the lock is the one Excel opens by
 * itself, as it does where only the structure is protected. Refuses with `password-wrong` or `password-kind-unknown` too.
 */
export function unlockXls(stream: Uint8Array, password: string | undefined): OpenedXls {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  if (stream.length < 8 || !beginnings.includes(view.getUint16(0, true))) throw new Refusal('damaged', 'xls stream');
  const at = findFilePass(view);
  if (at === undefined) return { stream, wasLocked: false };
  const decrypt = readLock(view, at).tryPassword(password ?? unspokenPassword);
  if (decrypt === undefined) throw new Refusal(password === undefined ? 'password-needed' : 'password-wrong');
  const opened = new Uint8Array(stream);
  for (const { id, from, to } of recordsOf(view, at)) {
    if (alwaysPlain.has(id)) continue;
    // Where its sheet begins is left readable.
    const first = id === record.boundSheet ? Math.min(from + 4, to) : from;
    decrypt(opened, first, to, to - from);
  }
  new DataView(opened.buffer).setUint16(at, harmless, true);
  return { stream: opened, wasLocked: true };
}

/** Whether the last record is the end of a part: of a stream that is shorter than it says it must be. */
export function endsAsWorkbook(stream: Uint8Array): boolean {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let last = 0;
  let end = 0;
  for (const { id, to } of recordsOf(view, 0)) {
    if (id !== 0) last = id;
    end = to;
  }
  return last === record.endOfFile && end <= stream.length;
}

function findFilePass(view: DataView): number | undefined {
  let count = 0;
  for (const { id, from } of recordsOf(view, 0)) {
    if (id === record.filePass) return from - 4;
    if (++count >= firstRecords) break;
  }
  return undefined;
}

/** All records from `at` on; the last may reach beyond the end, and is cut there. */
export function* recordsOf(view: DataView, at: number): Generator<{ id: number; from: number; to: number }> {
  for (let next = at; next + 4 <= view.byteLength;) {
    const from = next + 4;
    next = from + view.getUint16(next + 2, true);
    yield { id: view.getUint16(from - 4, true), from, to: Math.min(next, view.byteLength) };
  }
}

/** FilePass ([MS-XLS] 2.4.117); before BIFF 8 it holds the two numbers of XOR obfuscation alone. */
function readLock(view: DataView, at: number): XlsLock {
  const length = Math.min(view.getUint16(at + 2, true), view.byteLength - at - 4);
  const body = new Uint8Array(view.buffer, view.byteOffset + at + 4, length);
  const fields = new DataView(body.buffer, body.byteOffset, body.byteLength);
  const isUnicode = view.getUint16(0, true) === beginnings[0] && view.getUint16(4, true) >= unicodeVersion;
  const kind = isUnicode && body.length >= 2 ? fields.getUint16(0, true) : 0;
  if (kind > 1) throw new Refusal('password-kind-unknown', `xls ${kind}`);
  const header = isUnicode ? 2 : 0;
  if (body.length < header + 4) throw new Refusal('damaged', 'xls lock');
  if (kind === 0) return xorLock(fields.getUint16(header, true), fields.getUint16(header + 2, true));
  const [major, minor] = [fields.getUint16(2, true), fields.getUint16(4, true)];
  if (major === 1 && minor === 1) return rc4Lock(body.subarray(2));
  if (major >= 2 && major <= 4 && minor === 2) return cryptoApiLock(body.subarray(2));
  throw new Refusal('password-kind-unknown', `xls ${major}.${minor}`);
}
