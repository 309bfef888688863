import { join } from 'node:path';
import type { Desk } from './launch';
import { openSample } from './steps';
import { writeWorkbook } from './workbook';

/** Writes a courier's sheet of these rows, its head among them, and brings it under review. */
export async function reviewSheet(desk: Desk, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  const file = join(desk.folder, name);
  await writeWorkbook(file, rows);
  await openSample(desk.page, file);
}

/** The same, sent as it is reviewed; the log is open afterwards. */
export async function sendSheet(desk: Desk, name: string, rows: readonly (readonly string[])[]): Promise<void> {
  await reviewSheet(desk, name, rows);
  await desk.page.getByTestId('enqueue-button').click();
  await desk.page.getByTestId('nav-log').click();
}
