import type { EncodingName, ReadResult, Workbook } from './workbook';
import { readLimits } from './workbook';
import { Refusal } from './refusal';
import { assertNever } from '../../../src-preload/contract/result';
import { readCompound } from './compound/read-compound';
import { fileKind } from './file-kind';
import { readMarkupFile } from './html/read-markup-file';
import { readXls } from './library/read-xls';
import { decryptPackage } from './password/decrypt-package';
import { unlockXls } from './password/unlock-xls';
import { readTextFile } from './text/read-text-file';
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

async function read(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  if (bytes.length === 0) throw new Refusal('empty');
  if (bytes.length > readLimits.fileBytes) throw new Refusal('too-large');
  const kind = fileKind(bytes, options.fileName);
  switch (kind.is) {
    case 'zip':
      return readZipFile(bytes, options.onProgress);
    case 'compound':
      return readContainer(bytes, options);
    case 'old-xls':
      return readOldXls(bytes, options);
    case 'markup':
      return readMarkupFile(bytes, options);
    case 'text':
      return readTextFile(bytes, options);
    case 'lock-file':
      throw new Refusal('excel-lock-file');
    case 'other':
      throw new Refusal('not-a-workbook', kind.kind);
    default:
      return assertNever(kind);
  }
}

async function readContainer(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  const content = readCompound(bytes);
  if (content.is === 'xls') return readOldXls(content.stream, options);
  const opened = await decryptPackage(content.info, content.encrypted, options.password);
  return { ...(await readZipFile(opened, options.onProgress)), wasLocked: true };
}

async function readOldXls(stream: Uint8Array, options: ReadOptions): Promise<Workbook> {
  const opened = unlockXls(stream, options.password);
  return { ...(await readXls(opened.stream, options)), wasLocked: opened.wasLocked };
}
