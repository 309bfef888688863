import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readWithLibrary } from '../../../../../src-renderer/sheets/reading/library/read-with-library';
import { container } from '../../../../fixtures/sheets/lock-package';
import { xlsStream } from '../../../../fixtures/sheets/lock-xls';
import { refusal } from '../../../../fixtures/sheets/open-sheet';
import { oneSheet } from '../../../../fixtures/sheets/package-parts';

/** The place of the first record of a kind in a workbook stream. */
function recordAt(stream: Uint8Array, id: number): number {
  const view = new DataView(stream.buffer);
  let at = 0;
  while (view.getUint16(at, true) !== id) at += 4 + view.getUint16(at + 2, true);
  return at;
}

describe('a whole file that the library cannot read', () => {
  it('is to be saved by Excel, and is not called damaged', async () => {
    const bytes = zipSync({ 'xl/unknown.xml': new Uint8Array(9) });
    await expect(readWithLibrary(bytes)).rejects.toMatchObject({ code: 'only-excel-reads' });
  });

  it('is damaged where it is cut short', async () => {
    const stream = xlsStream(Array.from({ length: 50 }, (_, n) => [`id ${n}`]));
    const label = recordAt(stream, 0x0204);
    expect((await refusal(stream.slice(0, label + 6))).code).toBe('damaged');
  });
});

describe('a file without a cell that was read', () => {
  it('is empty only where there is none in it', async () => {
    expect(await refusal(oneSheet('<row r="1"><c r="A1"/></row>'))).toEqual({ code: 'empty', detail: 'no-cells' });
    expect(await refusal(container({ Workbook: xlsStream([['']]) }))).toEqual({ code: 'empty', detail: 'no-cells' });
  });

  it('is to be saved by Excel where cells stand where no reader looks for them', async () => {
    const label = [0x04, 0x02, 10, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0x41];
    const behind = Uint8Array.from([...xlsStream([['']]), ...label]);
    expect(await refusal(container({ Workbook: behind }))).toEqual({ code: 'only-excel-reads', detail: 'cells' });
    const aside = oneSheet('</sheetData><extra><c r="A1"><v>1</v></c></extra><sheetData>');
    expect((await refusal(aside)).code).toBe('only-excel-reads');
  });
});
