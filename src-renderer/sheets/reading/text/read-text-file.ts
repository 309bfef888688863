import type { EncodingName, ReadNote, Workbook } from '../workbook';
import { Refusal } from '../refusal';
import { decodeText } from './decode-text';
import type { DecodedText } from './decode-text';
import { tableNotes } from '../table/table-notes';
import { readDelimited } from './read-delimited';

export interface TextOptions {
  fileName: string;
  encoding?: EncodingName;
  decodeCp949: (bytes: Uint8Array) => string;
  onProgress?: (rowsRead: number) => void;
}

/** A text file as a workbook of one sheet, named as the file. */
export function readTextFile(bytes: Uint8Array, options: TextOptions): Workbook {
  const decoded = decodeText(bytes, options.decodeCp949, options.encoding);
  const start = decoded.utf8[0] === 0xef && decoded.utf8[1] === 0xbb && decoded.utf8[2] === 0xbf ? 3 : 0;
  const { table, delimiter } = readDelimited(
    decoded.utf8.subarray(start),
    baseName(options.fileName),
    options.onProgress,
  );
  if (table.rowCount === 0) throw new Refusal('empty', 'no-cells');
  return {
    kind: delimiter === 0x09 ? 'tsv' : 'csv',
    sheets: [table],
    encoding: decoded.encoding,
    wasLocked: false,
    notes: [...encodingNotes(decoded), ...tableNotes(table)],
  };
}

/** What the decoding has to say to the seller. */
export function encodingNotes(decoded: DecodedText): ReadNote[] {
  const { unreadable, otherLines } = decoded;
  const notes: ReadNote[] = otherLines === undefined ? [] : [{ code: 'mixed-encodings', count: otherLines }];
  return unreadable > 0 ? [...notes, { code: 'unreadable-characters', count: unreadable }] : notes;
}

function baseName(fileName: string): string {
  const name = fileName.slice(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(0, dot) : name;
}
