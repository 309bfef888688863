import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCompound } from '../../../../../src-renderer/sheets/reading/compound/read-compound';
import { decryptPackage } from '../../../../../src-renderer/sheets/reading/password/decrypt-package';
import type { Sheet, Workbook } from '../../../../../src-renderer/sheets/reading/workbook';
import { tableToXlsx } from '../../../../../src-renderer/sheets/table-to-xlsx';
import { fixturePassword as password } from '../../../../fixtures/sheets/fixture-password';
import { expectAsInLibrary, libraryOf } from '../../../../fixtures/sheets/library-cells';
import { first, open, refusal, texts } from '../../../../fixtures/sheets/open-sheet';

const folder = join(import.meta.dirname, '../../../../fixtures/sheets/files');

function file(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, name)));
}

function load(name: string): Promise<Workbook> {
  return open(file(name), { fileName: name, ...(name.includes('locked') ? { password } : {}) });
}

/** What must be the same in every format: text columns exactly, from the header to the last order. */
function orders(sheet: Sheet): string[][] {
  const rows = texts(sheet);
  const header = rows.findIndex((row) => row[0] === '상품주문번호');
  return rows
    .slice(header)
    .filter((row) => row[0] !== '합계')
    .map((row) => [0, 1, 2, 3, 7].map((column) => row[column] ?? ''));
}

const kinds: Record<string, string> = {
  'own.xlsx': 'xlsx',
  'own-locked-agile.xlsx': 'xlsx',
  'sheetjs.xlsx': 'xlsx',
  'sheetjs.xls': 'xls',
  'sheetjs.xlsb': 'xlsb',
  'sheetjs-xml2003.xls': 'xml',
  'libreoffice.xlsx': 'xlsx',
  'libreoffice.xls': 'xls',
  'libreoffice.ods': 'ods',
  'libreoffice.html': 'html',
  'libreoffice.csv': 'csv',
  'libreoffice-locked-standard.xlsx': 'xlsx',
  'cp949.csv': 'csv',
  'utf8-bom-tab.xls': 'tsv',
  'utf16.txt': 'tsv',
  'html-cp949.xls': 'html',
};
const withTypes = Object.keys(kinds).filter((name) =>
  ['xlsx', 'xls', 'xlsb', 'xml', 'ods'].includes(kinds[name] ?? ''),
);

describe('one courier result in every format', () => {
  it('is all there', () => {
    expect(readdirSync(folder).toSorted()).toEqual(Object.keys(kinds).toSorted());
  });

  it.each(Object.keys(kinds))('says the same orders in %s', async (name) => {
    const read = await load(name);
    expect(read.kind).toBe(kinds[name]);
    expect(read.notes).toEqual([]);
    expect(read.wasLocked).toBe(name.includes('locked'));
    const all = orders(first(await load('own.xlsx')));
    expect(all).toHaveLength(25);
    // LibreOffice leaves hidden rows out of a web page.
    const expected = name === 'libreoffice.html' ? all.filter((_, row) => row !== 6 && row !== 7) : all;
    expect(expected[3]).toEqual([
      '2025010110015838',
      '한진택배',
      '1002-2006-3010',
      '가상인2',
      '없는시 없는구 없는로 2, 2층 <앞> & 뒤',
    ]);
    expect(orders(first(read))).toEqual(expected);
  });

  it.each(withTypes)('has dates, padded numbers, the error and the total in %s', async (name) => {
    const sheet = first(await load(name));
    expect([sheet.kind(3, 4), sheet.text(3, 4)]).toEqual(['date', '2026-04-02']);
    expect([sheet.kind(3, 5), sheet.text(3, 5)]).toEqual(['number', '2']);
    expect([sheet.kind(3, 6), sheet.text(3, 6)]).toEqual(['number', '01037']);
    const last = sheet.rowCount - 1;
    expect([sheet.text(last, 0), sheet.text(last, 5), sheet.sheetRow(last)]).toEqual(['합계', '60', 27]);
    expect([sheet.kind(last, 6), sheet.text(last, 6)]).toEqual(['error', '#N/A']);
    expect(sheet.merges).toEqual([{ top: 0, left: 0, bottom: 0, right: 2 }]);
  });

  it.each(withTypes.filter((name) => !['sheetjs.xls'].includes(name)))('marks the hidden rows in %s', async (name) => {
    const sheet = first(await load(name));
    expect([...sheet.hiddenRows].map((row) => sheet.sheetRow(row))).toEqual([8, 9]);
  });

  it.each(withTypes)('marks the hidden sheet in %s', async (name) => {
    const read = await load(name);
    expect(read.sheets.map((sheet) => [sheet.name, sheet.hidden])).toEqual([
      ['결과', false],
      ['유의사항', true],
    ]);
  });

  it.each(['own-locked-agile.xlsx', 'libreoffice-locked-standard.xlsx'])(
    'asks for the password of %s',
    async (name) => {
      expect(await refusal(file(name))).toEqual({ code: 'password-needed' });
      expect(await refusal(file(name), { password: '1234' })).toEqual({ code: 'password-wrong' });
    },
  );
});

describe('the fast reader against the library', () => {
  const samples = join(import.meta.dirname, '../../../../../resources/samples');
  const plain = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
  const locked = async (name: string): Promise<Uint8Array> => {
    const content = readCompound(file(name));
    if (content.is !== 'locked-xlsx') throw new Error('not locked');
    return decryptPackage(content.info, content.encrypted, password);
  };
  const files: [string, () => Uint8Array | Promise<Uint8Array>][] = [
    ...Object.keys(kinds)
      .filter((name) => kinds[name] === 'xlsx')
      .map((name): [string, () => Uint8Array | Promise<Uint8Array>] => [
        name,
        () => (name.includes('locked') ? locked(name) : file(name)),
      ]),
    ...readdirSync(samples)
      .filter((name) => name.endsWith('.xlsx'))
      .map((name): [string, () => Uint8Array] => [name, () => plain(join(samples, name))]),
    [
      'an export of our own',
      () =>
        tableToXlsx({
          name: '발송처리',
          rows: [
            ['상품주문번호', '송장번호'],
            ['2025010110000000', '<1> & 2'],
          ],
        }),
    ],
  ];

  it('looks at every .xlsx there is', () => {
    expect(files.length).toBeGreaterThanOrEqual(7);
  });

  it.each(files)('agrees cell by cell on %s', async (_, bytesOf) => {
    const bytes = await bytesOf();
    const read = await open(bytes);
    expect(read.notes).toEqual([]);
    const library = libraryOf(bytes);
    expect(read.sheets.map(({ name }) => name)).toEqual(library.SheetNames);
    for (const [index, sheet] of read.sheets.entries()) {
      expect(sheet.rowCount).toBeGreaterThan(0);
      expectAsInLibrary(sheet, library, index);
    }
  });
});
