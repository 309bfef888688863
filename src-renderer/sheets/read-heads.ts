import type { FormHeads } from '../../src-preload/contract/courier-forms/columns-like';
import { reportProblem } from '../state/report-problem';
import { SheetClient } from './client';

/** The headers of a courier's form, read in a worker of its own; undefined where no row looks like headers. */
export async function readHeads(file: File): Promise<(FormHeads & { sheetName: string }) | undefined> {
  const client = new SheetClient();
  try {
    return await client.ask('heads', { file });
  } catch (problem) {
    reportProblem('caught', problem);
    return undefined;
  } finally {
    client.end();
  }
}
