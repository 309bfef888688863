import { reportProblem } from '../state/report-problem';
import { SheetClient } from './client';

/** Makes an .xlsx, or .xls, of text cells in a worker of its own; undefined if it could not. */
export async function writeTable(
  name: string,
  rows: string[][],
  format: 'xlsx' | 'xls' = 'xlsx',
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const client = new SheetClient();
  try {
    return await client.ask('writeTable', { name, rows, format });
  } catch (problem) {
    reportProblem('caught', problem);
    return undefined;
  } finally {
    client.end();
  }
}
