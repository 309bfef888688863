import type { EncodingName, ReadFailure, ReadResult, Workbook } from './workbook';
import { readLimits } from './workbook';
import { Refusal } from './refusal';
import { assertNever } from '../../../src-preload/contract/result';
import { readCompound } from './compound/read-compound';
import { fileKind } from './file-kind';
import { holdsCellParts, holdsCellRecords } from './holds-cells';
import { readMarkupFile } from './html/read-markup-file';
import { readWebArchive } from './html/read-web-archive';
import { readXls } from './library/read-xls';
import { decryptPackage } from './password/decrypt-package';
import { endsAsWorkbook, unlockXls } from './password/unlock-xls';
import { readTextFile } from './text/read-text-file';
import type { InflatePart } from './zip/inflate-part';
import { loneSheet } from './zip/lone-sheet';
import { readZipFile } from './zip/read-zip-file';

export interface ReadOptions {
  fileName: string;
  /** For a locked xlsx. */
  password?: string;
  /** Chosen by the seller in place of the guess; text files only. */
  encoding?: EncodingName;
  /** CP949 to text. In Chromium TextDecoder('euc-kr') is right; in Node it is wrong, so tests hand in another. */
  decodeCp949: (bytes: Uint8Array) => string;
  onProgress?: (rowsRead: number) => void;
  /** Inflates the large parts of an xlsx; here, unless told otherwise. */
  inflate?: InflatePart;
}

/**
 * Bytes of a file to tables of raw cells. What it is is decided by its first bytes; nothing is parsed before its size
 * has been judged; every way to fail has a code. Never throws for anything a file can hold.
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  try {
    return { ok: true, value: await read(bytes, options) };
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason;
    const { code, detail } = reason;
    return { ok: false, failure: detail === undefined ? { code } : { code, detail } };
  }
}

async function read(bytes: Uint8Array, options: ReadOptions, isNested = false): Promise<Workbook> {
  if (bytes.length === 0) throw new Refusal('empty');
  if (bytes.length > readLimits.fileBytes) throw new Refusal('too-large');
  const { kind, content } = fileKind(bytes, options.fileName);
  switch (kind.is) {
    case 'zip':
      return readShifted(bytes, content, (zip) => readArchive(zip, options, isNested));
    case 'compound':
      return readContainer(content, options);
    case 'old-xls':
      return readOldXls(content, options);
    case 'web-archive':
      return readWebArchive(content, options);
    case 'markup':
      return readMarkupFile(content, options);
    case 'text':
      return readTextFile(content, options);
    case 'lock-file':
      throw new Refusal('excel-lock-file');
    case 'other':
      throw new Refusal('not-a-workbook', kind.kind);
    default:
      return assertNever(kind);
  }
}

/**
 * A zip behind blanks. Its offsets count from its own beginning where a server put the blanks there, and from that of the
 * file where its writer knew of them.
 */
async function readShifted(
  bytes: Uint8Array,
  content: Uint8Array,
  readOne: (zip: Uint8Array) => Promise<Workbook>,
): Promise<Workbook> {
  try {
    return await readOne(content);
  } catch (reason) {
    if (content.length === bytes.length || !isRefused(reason, 'damaged')) throw reason;
    return readOne(bytes);
  }
}

/** A zip is a workbook, or an archive with one in it: that is opened too, but no archive within an archive. */
async function readArchive(bytes: Uint8Array, options: ReadOptions, isNested: boolean): Promise<Workbook> {
  const inner = await loneSheet(bytes, options.decodeCp949);
  if (inner === undefined) return readZip(bytes, options);
  if (isNested) throw new Refusal('not-a-workbook', 'zip');
  const workbook = await read(inner.bytes, { ...options, fileName: inner.name }, true);
  return { ...workbook, notes: [{ code: 'opened-from-archive', detail: inner.name }, ...workbook.notes] };
}

async function readContainer(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  const content = readCompound(bytes);
  if (content.is === 'xls') return readOldXls(content.stream, options);
  const opened = await decryptPackage(content.info, content.encrypted, options.password);
  return { ...(await readZip(opened, options)), wasLocked: true };
}

async function readOldXls(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  const { stream, wasLocked } = unlockXls(bytes, options.password);
  try {
    return { ...(await readXls(stream, options)), wasLocked };
  } catch (reason) {
    // Cut short it is damaged, whatever the reader stumbled over.
    if (isRefused(reason, 'only-excel-reads') && !endsAsWorkbook(stream)) throw new Refusal('damaged', 'xls stream');
    if (isRefused(reason, 'empty') && holdsCellRecords(stream)) throw new Refusal('only-excel-reads', 'cells');
    throw reason;
  }
}

/** A zip; "nothing in it" is said only where there is nothing. */
async function readZip(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  try {
    return await readZipFile(bytes, options.onProgress, options.inflate);
  } catch (reason) {
    if (isRefused(reason, 'empty') && (await holdsCellParts(bytes))) throw new Refusal('only-excel-reads', 'cells');
    throw reason;
  }
}

function isRefused(reason: unknown, code: ReadFailure): boolean {
  return reason instanceof Refusal && reason.code === code;
}
