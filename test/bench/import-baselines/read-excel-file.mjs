import readExcelFile from 'read-excel-file/node';
import { Readable } from 'node:stream';
import { measure } from './measure.mjs';

await measure(async (bytes) => {
  const rows = await readExcelFile(Readable.from(bytes));
  return Array.isArray(rows[0]) ? rows.length : (rows[0]?.data?.length ?? 0);
});
