/**
 * Reads one file in a process of its own and says, as JSON, what came of it and what it took: `read-file-process FILE`.
 * The peak is the whole process's, some 50 MB of which are Node's own; on Linux it begins with the size its parent had.
 */
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeCp949 } from '../../fixtures/sheets/open-sheet';
import { readWorkbook } from '../../../src-renderer/sheets/reading/read-workbook';

const [path = ''] = process.argv.slice(2);
const bytes = new Uint8Array(await readFile(path));
const before = process.cpuUsage();
const result = await readWorkbook(bytes, { fileName: basename(path), decodeCp949 });
const { user, system } = process.cpuUsage(before);
const ms = (user + system) / 1000;
const peakMb = process.resourceUsage().maxRSS / 1024;
const sheets = result.ok
  ? result.value.sheets.map((sheet) =>
      Array.from({ length: Math.min(3, sheet.rowCount) }, (_, row) =>
        Array.from({ length: Math.min(3, sheet.columnCount) }, (__, column) => sheet.text(row, column)),
      ),
    )
  : [];
console.log(
  JSON.stringify({ ms, peakMb, sheets: sheets.slice(0, 3), ...(result.ok ? {} : { code: result.failure.code }) }),
);
