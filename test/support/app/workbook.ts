import { writeFile } from 'node:fs/promises';
import * as XLSX from 'xlsx';

/** Writes rows of text as the first sheet of an .xlsx file. */
export async function writeWorkbook(
  file: string,
  rows: readonly (readonly string[])[],
  sheet = 'sheet1',
): Promise<void> {
  const book = XLSX.utils.book_new(XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), sheet);
  await writeFile(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }));
}

export const shipmentHead = ['상품주문번호', '택배사', '송장번호', '수취인명', '상품명'] as const;

/** An invented shipment: `n` tells it apart; the CJ number passes CJ's own check. */
export function shipment(n: number): string[] {
  const serial = 500_000_000 + n;
  return [
    String(2026112190000000 + n * 10 + 1),
    'CJ대한통운',
    `68${serial}${serial % 7}`,
    `시험수취${n}`,
    `시험 상품 ${n}`,
  ];
}

/** The same for an order of the market, whose recipient the sheet leaves open: a made-up name would not be the order's. */
export function shipmentOf(productOrderId: string, n: number): string[] {
  return shipment(n).with(0, productOrderId).with(3, '');
}
