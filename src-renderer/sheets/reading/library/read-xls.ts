import type { Workbook } from '../workbook';
import { keepCellRecords } from './keep-cell-records';
import { readWithLibrary } from './read-with-library';

export interface XlsOptions {
  decodeCp949: (bytes: Uint8Array) => string;
  onProgress?: (rowsRead: number) => void;
}

/** BOF of BIFF 5 and 8, and the version of BIFF 8 in it. */
const modernBeginning = 0x0809;
const unicodeVersion = 0x0600;

/**
 * The workbook stream of an .xls, of which the library is shown nothing but cells. Before Excel 97 its texts are bytes
 * of the writer's code page; the ones met here are Korean whatever the file claims (writers in PHP say 1252), and the
 * library hands on their bytes as letters.
 */
export async function readXls(stream: Uint8Array, options: XlsOptions): Promise<Workbook> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  const isUnicode = view.getUint16(0, true) === modernBeginning && view.getUint16(4, true) >= unicodeVersion;
  const fix = (text: string): string => asCp949(text, options.decodeCp949);
  const { onProgress } = options;
  const read = await readWithLibrary(keepCellRecords(stream), isUnicode ? { onProgress } : { fix, onProgress });
  return { kind: 'xls', wasLocked: false, ...read };
}

function asCp949(text: string, decodeCp949: XlsOptions['decodeCp949']): string {
  const bytes = new Uint8Array(text.length);
  let isPlain = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) return text;
    if (code > 0x7f) isPlain = false;
    bytes[i] = code;
  }
  return isPlain ? text : decodeCp949(bytes);
}
