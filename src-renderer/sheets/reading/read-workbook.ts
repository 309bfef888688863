import type { EncodingName, ReadResult, Workbook } from './workbook';
import { readLimits } from './workbook';
import { Refusal } from './refusal';
import { fileKind } from './file-kind';
import { readXlsx } from './xlsx/read-xlsx';
import { readWorkbookParts } from './xlsx/workbook-parts';
import { readZipDirectory } from './zip/zip-directory';

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
      return readZip(bytes, options);
    default:
      throw new Refusal('not-a-workbook');
  }
}

async function readZip(bytes: Uint8Array, options: ReadOptions): Promise<Workbook> {
  const zip = readZipDirectory(bytes);
  const parts = await readWorkbookParts(bytes, zip);
  if (parts === undefined) throw new Refusal('not-a-workbook', 'zip');
  return { kind: 'xlsx', ...(await readXlsx(bytes, parts, options.onProgress)), wasLocked: false };
}
