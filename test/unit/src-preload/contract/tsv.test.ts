import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTsv, writeTsv } from '../../../../src-preload/contract/tsv';

describe('a table on the clipboard', () => {
  it('is rows of cells between tabs, as Excel, LibreOffice and pages write them', () => {
    expect(readTsv('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(readTsv('1\n2\n3')).toEqual([['1'], ['2'], ['3']]);
    expect(readTsv('1\r2')).toEqual([['1'], ['2']]);
    expect(readTsv('a\t\t')).toEqual([['a', '', '']]);
    expect(readTsv('a\n\nb')).toEqual([['a'], [''], ['b']]);
    expect(readTsv('')).toEqual([['']]);
  });

  it('has line ends, tabs and quotes inside cells in quotes', () => {
    expect(readTsv('"서울\n강남"\t"5"" 화면"\r\n"a\tb"')).toEqual([['서울\n강남', '5" 화면'], ['a\tb']]);
    expect(readTsv('"a\r\nb"')).toEqual([['a\nb']]);
  });

  it('has quotes that are only signs where nothing ends them', () => {
    expect(readTsv('"a\tb')).toEqual([['"a', 'b']]);
    expect(readTsv('"a"b\tc')).toEqual([['"a"b', 'c']]);
    expect(readTsv('5" 화면\t1')).toEqual([['5" 화면', '1']]);
  });

  it('comes back as it was written, whatever the cells hold', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '"', '\t', '\n', ' ', '가'), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 });
    // One empty cell at the end is what the line end of the last row looks like.
    const isTold = (rows: string[][]): boolean =>
      rows.length === 1 || rows.at(-1)?.join('') !== '' || rows.at(-1)?.length !== 1;
    fc.assert(
      fc.property(table.filter(isTold), (rows) => {
        expect(readTsv(writeTsv(rows))).toEqual(rows);
      }),
    );
  });

  it('is read in one pass, however long and however many quotes', () => {
    const long = '"'.repeat(200_000);
    expect(readTsv(long).length).toBe(1);
    expect(readTsv('"x\t'.repeat(50_000)).at(0)?.length).toBe(50_001);
  });
});
