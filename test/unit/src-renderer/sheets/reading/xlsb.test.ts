import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';
import { expectCheap } from '../../../../support/bounded-work';

const written = (made: XLSX.WorkBook): Uint8Array =>
  new Uint8Array(XLSX.write(made, { type: 'array', bookType: 'xlsb', bookSST: true }));

function book(
  rows: unknown[][] = [
    ['운송장번호', '수량'],
    ['0012345', 12.5],
  ],
): XLSX.WorkBook {
  const made = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows), '발송');
  XLSX.utils.book_append_sheet(made, XLSX.utils.aoa_to_sheet([['옛것']]), '지난달');
  XLSX.utils.book_set_sheet_visibility(made, 1, 1);
  return made;
}

/** The file with one of its parts changed. */
function withPart(bytes: Uint8Array, name: string, change: (part: Uint8Array) => Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [name]: change(parts[name] ?? new Uint8Array(0)) });
}

/** Overwrites the number of letters in front of a text in a binary part. */
function claimLetters(part: Uint8Array, text: string, letters: number): Uint8Array {
  const changed = part.slice();
  const at = Buffer.from(part).indexOf(Buffer.from(text, 'utf16le'));
  new DataView(changed.buffer).setUint32(at - 4, letters, true);
  return changed;
}

/** What reading may cost is measured against it. Writing it takes a millisecond a row: it is made once. */
const honest = written(book(Array.from({ length: 1000 }, (_row, n) => ['운송장번호', n])));

describe('an xlsb', () => {
  it('has its texts, numbers, dates and zeros as stored, and its sheets by their relations', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['뷁 😀', 2_022_040_521_691_281, 1.5, -7, 0.01],
      [
        { t: 'n', v: 46117.4375, z: 'yyyy-mm-dd hh:mm' },
        { t: 'n', v: 1234, z: '00000' },
        { t: 'e', v: 42 },
        true,
        false,
      ],
    ]);
    sheet['!cols'] = [{}, { hidden: true }];
    sheet['!rows'] = [{}, { hidden: true }];
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 0 } }];
    const read = await open(written(XLSX.utils.book_new(sheet, '발송')));
    expect([read.kind, read.notes]).toEqual(['xlsb', []]);
    const found = first(read);
    expect(texts(found)).toEqual([
      ['뷁 😀', '2022040521691281', '1.5', '-7', '0.01'],
      ['2026-04-05 10:30:00', '01234', '#N/A', 'TRUE', 'FALSE'],
    ]);
    expect([[...found.hiddenRows], [...found.hiddenColumns]]).toEqual([[1], [1]]);
    expect(found.merges).toEqual([{ top: 0, left: 0, bottom: 1, right: 0 }]);
  });

  it('keeps a row far down, whose number is the last of the grid', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([['a'], ['.']]);
    const bytes = withPart(written(XLSX.utils.book_new(sheet, 'a')), 'xl/worksheets/sheet1.bin', (part) => {
      const changed = part.slice();
      // BrtRowHdr of the second row: its number is the first thing in it.
      const at = Buffer.from(part).indexOf(Buffer.from([0x00, 0x19, 0x01, 0x00, 0x00, 0x00]));
      new DataView(changed.buffer).setUint32(at + 2, 1_048_575, true);
      return changed;
    });
    const found = first(await open(bytes));
    expect([found.rowCount, found.sheetRow(1), found.text(1, 0)]).toEqual([2, 1_048_576, '.']);
  });

  it.each([
    ['a sheet', 'xl/workbook.bin', '발송', 7_000_000],
    ['a sheet, within its record', 'xl/workbook.bin', '발송', 32],
    ['a shared text', 'xl/sharedStrings.bin', '운송장번호', 0x7fffffff],
    ['a relation', 'xl/workbook.bin', 'rId1', 0x10000000],
  ])(
    'that declares a name or text longer than it is damaged, and nothing is built: %s',
    async (_, part, text, letters) => {
      const bytes = withPart(written(book()), part, (bytesOfPart) => claimLetters(bytesOfPart, text, letters));
      const refuse = async () => expect((await refusal(bytes)).code).toBe('damaged');
      await expectCheap(refuse, 20, () => open(honest));
    },
  );

  it('cut within a record is damaged, and so is one whose sheet breaks off', async () => {
    for (const share of [0.3, 0.6, 0.9]) {
      const bytes = withPart(written(book()), 'xl/worksheets/sheet1.bin', (part) => part.slice(0, part.length * share));
      expect((await refusal(bytes)).code).toBe('damaged');
    }
  });

  it('with a link over the whole sheet costs what its cells cost', async () => {
    const sheet = XLSX.utils.aoa_to_sheet([['a']]);
    const link = { ...sheet['A1'], l: { Target: '#A1' } };
    sheet['A1'] = link;
    const bytes = withPart(written(XLSX.utils.book_new(sheet, 'a')), 'xl/worksheets/sheet1.bin', (part) => {
      const changed = part.slice();
      // BrtHLink: its area is the first thing in it.
      const at = Buffer.from(part).indexOf(Buffer.from([0xee, 0x03]));
      const view = new DataView(changed.buffer);
      view.setUint32(at + 3 + 4, 1_048_575, true);
      view.setUint32(at + 3 + 12, 16_383, true);
      return changed;
    });
    expect(texts(first(await open(bytes)))).toEqual([['a']]);
  });
});
