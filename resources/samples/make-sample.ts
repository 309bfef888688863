/**
 * Writes resources/samples/sample-shipments.xlsx from the practice market's own sample orders:
 * `npx tsx resources/samples/make-sample.ts`. The result is committed; a test holds the two together.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import * as XLSX from 'xlsx';
import { sampleOrders } from '../../src-main/practice/sample-orders';
import type { SheetOrder } from '../../src-main/practice/sheet-order';

const columns: readonly { header: string; width: number; text: (order: SheetOrder) => string }[] = [
  { header: '상품주문번호', width: 19, text: (order) => order.productOrderId },
  { header: '주문번호', width: 19, text: (order) => order.orderId },
  { header: '배송방법', width: 14, text: (order) => order.deliveryMethodName },
  { header: '택배사', width: 13, text: (order) => order.courierText },
  { header: '송장번호', width: 17, text: (order) => grouped(order) },
  { header: '구매자명', width: 10, text: (order) => order.orderer.name },
  { header: '수취인명', width: 10, text: (order) => order.recipient.name },
  { header: '상품명', width: 26, text: (order) => order.productName },
  { header: '옵션정보', width: 16, text: (order) => order.productOption ?? '' },
  { header: '수량', width: 6, text: (order) => String(order.quantity) },
  { header: '판매자 상품코드', width: 14, text: (order) => order.sellerProductCode },
  { header: '수취인연락처1', width: 15, text: (order) => order.recipient.tel },
  {
    header: '통합배송지',
    width: 52,
    text: (order) => `${order.recipient.baseAddress} ${order.recipient.detailedAddress}`,
  },
  { header: '우편번호', width: 9, text: (order) => order.recipient.zipCode },
  { header: '배송메세지', width: 24, text: (order) => order.shippingMemo ?? '' },
];

/** The sample workbook's bytes: the columns of a SmartStore export, every cell a text cell as there. */
export function sampleWorkbook(): Buffer {
  const rows = [
    columns.map((column) => column.header),
    ...sampleOrders().map((order) => columns.map((column) => column.text(order))),
  ];
  const sheet = XLSX.utils.aoa_to_sheet(rows);
  sheet['!cols'] = columns.map((column) => ({ wch: column.width }));
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, sheet, '발주발송관리');
  const bytes: unknown = XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  if (!Buffer.isBuffer(bytes)) throw new Error('SheetJS wrote no buffer');
  return bytes;
}

/** CJ's own export writes 4-4-4; the others write digits only. */
function grouped(order: SheetOrder): string {
  return order.courier === 'CJGLS'
    ? order.trackingNumber.replace(/^(\d{4})(\d{4})(\d{4})$/, '$1-$2-$3')
    : order.trackingNumber;
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  await writeFile(join(import.meta.dirname, 'sample-shipments.xlsx'), sampleWorkbook());
}
