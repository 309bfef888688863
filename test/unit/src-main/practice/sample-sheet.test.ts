import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { sampleWorkbook } from '../../../../resources/samples/make-sample';
import { sampleOrders } from '../../../../src-main/practice/sample-orders';

const file = join(import.meta.dirname, '../../../../resources/samples/sample-shipments.xlsx');

function rowsOf(bytes: Buffer): unknown[][] {
  const book = XLSX.read(bytes, { type: 'buffer' });
  const sheet = book.Sheets[book.SheetNames[0] ?? ''];
  return sheet === undefined ? [] : XLSX.utils.sheet_to_json(sheet, { header: 1, raw: true, defval: '' });
}

describe('the bundled sample sheet', () => {
  it('is what its generator writes from the practice market’s orders', () => {
    expect(rowsOf(readFileSync(file))).toEqual(rowsOf(sampleWorkbook()));
  });

  it('has one row a product order, all of it text, so that Excel breaks no digit', () => {
    const [headers, ...rows] = rowsOf(readFileSync(file));
    expect(headers?.slice(0, 5)).toEqual(['상품주문번호', '주문번호', '배송방법', '택배사', '송장번호']);
    expect(rows.map((row) => row[0])).toEqual(sampleOrders().map((order) => order.productOrderId));
    for (const cell of rows.flat()) expect(typeof cell).toBe('string');
  });
});
