import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { fillForm, type FormOrder } from '../../../../src-preload/contract/courier-forms/form-rows';
import { courierForms, hasReference } from '../../../../src-preload/contract/courier-forms/layouts';
import { joinLines } from '../../../../src-preload/contract/join/join';
import type { JoinLine } from '../../../../src-preload/contract/join/facts';
import { readWorkbook } from '../../../../src-renderer/sheets/reading/read-workbook';
import { tableToXls } from '../../../../src-renderer/sheets/table-to-xls';
import { tableToXlsx } from '../../../../src-renderer/sheets/table-to-xlsx';

const orders: FormOrder[] = ['김하루', '박바다', '=최한결', '0정이든'].map((recipient, n) => ({
  productOrderId: `202611270000000${n}`,
  orderId: `202611279900000${n}`,
  recipient,
  phones: [`010-9876-543${n}`],
  zipCode: '00480',
  address: `서울 은평구 가람길 ${n + 1}`,
  product: '유자차',
  memo: n === 0 ? '<문 앞> & "벨"' : '',
}));
const sender = { name: '하늘상점', phone: '031-000-0110', postcode: '10380', address: '경기 고양시 한솔길 9' };

describe.each(courierForms)('the form of $name', (layout) => {
  const filled = fillForm(layout, orders, sender, { oneRowAParcel: true, cutMemos: new Set() });
  const rows = [layout.columns.map(({ header }) => header), ...filled.map(({ cells }) => cells)];

  it('is read back as it was written, and joins', async () => {
    const table = { name: layout.sheetName, rows };
    const bytes = layout.format === 'xls' ? await tableToXls(table) : tableToXlsx(table);
    const read = await readWorkbook(bytes, {
      fileName: `a.${layout.format}`,
      decodeCp949: (given) => iconv.decode(Buffer.from(given), 'cp949'),
    });
    if (!read.ok) throw new Error(read.failure.code);
    const [sheet] = read.value.sheets;
    if (sheet === undefined) throw new Error('no sheet');
    const back = Array.from(
      { length: sheet.rowCount },
      (_, row) => rows[0]?.map((__, column) => sheet.text(row, column)) ?? [],
    );
    expect(back).toEqual(rows);
    const kinds = back.flatMap((cells, row) => cells.flatMap((cell, at) => (cell === '' ? [] : [sheet.kind(row, at)])));
    expect(new Set(kinds)).toEqual(new Set(['text']));
    // What the courier's program opens is told by the first bytes: an OLE2 file, or a zip.
    expect(Array.from(bytes.slice(0, 2))).toEqual(layout.format === 'xls' ? [0xd0, 0xcf] : [0x50, 0x4b]);

    const at = (value: string): number => layout.columns.findIndex(({ puts }) => puts === value);
    const lines = back.slice(1).map((cells, n): JoinLine => ({
      row: n + 2,
      recipient: cells[at('recipient')],
      phones: [cells[at('phone')] ?? ''],
      address: cells[at('address')],
      references: cells,
      trackingNumber: `60000000000${n}`,
    }));
    const joined = joinLines(lines, orders).boxes;
    expect(joined.map(({ candidates: [first] }) => first?.orders[0]?.productOrderId)).toEqual(
      orders.map(({ productOrderId }) => productOrderId),
    );
    expect(joined.every(({ ticked }) => ticked)).toBe(true);
    expect(joined.every(({ is }) => is === (hasReference(layout) ? 'joined' : 'suggested'))).toBe(true);
  });
});
