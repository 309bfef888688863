import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { columnLetter, tableToXlsx } from '../../../../src-renderer/sheets/table-to-xlsx';

const rows = [
  ['상품주문번호', '메모'],
  ['2026112112345678', '=1+1'],
  ['0012', '<b>&"따옴표"</b>\u0007 끝'],
  ['', '  앞뒤 빈칸  '],
  ['_x003D_1+1', 'a_x0041_x0042_ _x12_'],
];

describe('an exported table', () => {
  const book = XLSX.read(tableToXlsx({ name: '처리 내역', rows }), { type: 'array', cellNF: true });
  const sheet = book.Sheets['처리 내역'];

  it('is read back by another program as the same text', () => {
    expect(sheet && XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: '' })).toEqual([
      rows[0],
      rows[1],
      ['0012', '<b>&"따옴표"</b> 끝'],
      rows[3],
      rows[4],
    ]);
  });

  it('has text cells only: no formula, no number that loses digits', () => {
    expect(sheet?.['A2']).toMatchObject({ t: 's', v: '2026112112345678', z: '@' });
    expect(sheet?.['B2']).toMatchObject({ t: 's', v: '=1+1' });
    expect(sheet?.['B2'].f).toBeUndefined();
  });

  it('names columns as Excel does', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});
