import { readId } from '../../../src-preload/contract/check/read-id';
import { cleanText } from '../../../src-preload/contract/clean-text';
import type { ExportedOrder } from '../../../src-preload/contract/book/exported-order';
import { readSheetDate } from '../../../src-preload/contract/sheet-date';
import { dayMs } from '../../../src-preload/contract/korean-time';
import type { Sheet } from '../reading/workbook';

/** Headers of the market's own order export, whichever columns the seller chose and in whichever order. */
const headers = {
  productOrderId: ['상품주문번호'],
  orderId: ['주문번호'],
  packageNumber: ['배송비묶음번호'],
  status: ['주문상태'],
  detail: ['주문세부상태'],
  claim: ['클레임상태'],
  product: ['상품명'],
  option: ['옵션정보'],
  quantity: ['수량'],
  recipient: ['수취인명'],
  phone: ['수취인연락처1'],
  otherPhone: ['수취인연락처2'],
  zipCode: ['우편번호'],
  address: ['통합배송지'],
  baseAddress: ['기본배송지'],
  addressRest: ['상세배송지'],
  memo: ['배송메세지', '배송메시지'],
  dueAt: ['발송기한'],
  paidAt: ['결제일'],
  confirmedAt: ['발주확인일'],
  trackingNumber: ['송장번호'],
} as const;
type Header = keyof typeof headers;
type Columns = Partial<Record<Header, number>>;

/** A notice stands above the headers. */
const rowsLookedAt = 6;
/** What a courier's result or an upload has too is no sign of an order export; it takes two of these. */
const telling: readonly Header[] = ['dueAt', 'confirmedAt', 'status', 'detail', 'paidAt', 'memo', 'option'];

/**
 * The orders of the market's order export; undefined where the sheet is none: it names the product order and who gets it,
 * and at least two of what only an order has (resources/docs/sheets.md).
 */
export function ordersOfExport(sheet: Sheet): ExportedOrder[] | undefined {
  for (let row = 0; row < Math.min(rowsLookedAt, sheet.rowCount); row += 1) {
    const columns = columnsOf(textsOf(sheet, row));
    if (isExport(columns)) return ordersUnder(sheet, row, columns);
  }
  return undefined;
}

/** Whether these are headers of such an export. */
export function isExportHeader(texts: readonly string[]): boolean {
  return isExport(columnsOf(texts));
}

function isExport(columns: Columns): boolean {
  return (
    columns.productOrderId !== undefined &&
    columns.recipient !== undefined &&
    telling.filter((header) => columns[header] !== undefined).length >= 2
  );
}

function textsOf(sheet: Sheet, row: number): string[] {
  return Array.from({ length: sheet.columnCount }, (_, column) => sheet.text(row, column));
}

function columnsOf(texts: readonly string[]): Columns {
  const found: Columns = {};
  for (const [column, raw] of texts.entries()) {
    const text = cleanText(raw).replaceAll(/\s/gu, '');
    for (const [header, names] of Object.entries(headers)) {
      if (isHeader(header) && found[header] === undefined && names.some((name) => name === text))
        found[header] = column;
    }
  }
  return found;
}

function isHeader(word: string): word is Header {
  return Object.hasOwn(headers, word);
}

function ordersUnder(sheet: Sheet, head: number, columns: Columns): ExportedOrder[] {
  const orders: ExportedOrder[] = [];
  for (let row = head + 1; row < sheet.rowCount; row += 1) {
    const text = (header: Header): string => {
      const column = columns[header];
      return column === undefined ? '' : cleanText(sheet.text(row, column)).trim();
    };
    const id = readId(text('productOrderId'));
    if (id.is === 'id') orders.push(orderOf(id.id, text));
  }
  return orders;
}

function orderOf(productOrderId: string, text: (header: Header) => string): ExportedOrder {
  const orderId = readId(text('orderId'));
  const quantity = Number(text('quantity'));
  const address = text('address') || [text('baseAddress'), text('addressRest')].filter((part) => part !== '').join(' ');
  const phones = [text('phone'), text('otherPhone')].filter((phone) => /\d{4}/u.test(phone));
  const dueAt = momentOf(text('dueAt'), true);
  const paidAt = momentOf(text('paidAt'), false);
  return {
    productOrderId,
    phones,
    isConfirmed: text('confirmedAt') !== '' || /발주\s*확인(?!\s*전)/u.test(text('detail')),
    hasNumber: text('trackingNumber') !== '',
    ...(orderId.is === 'id' ? { orderId: orderId.id } : {}),
    ...(Number.isInteger(quantity) && quantity > 0 ? { quantity } : {}),
    ...(dueAt === undefined ? {} : { dueAt }),
    ...(paidAt === undefined ? {} : { paidAt }),
    ...filled({
      packageNumber: text('packageNumber'),
      status: text('status'),
      claim: text('claim') || (text('detail').includes('취소') ? text('detail') : ''),
      product: text('product'),
      option: text('option'),
      recipient: text('recipient'),
      zipCode: text('zipCode'),
      address,
      memo: text('memo'),
    }),
  };
}

function filled<Name extends string>(texts: Record<Name, string>): Partial<Record<Name, string>> {
  const kept: Partial<Record<Name, string>> = {};
  for (const name in texts) if (texts[name] !== '') kept[name] = texts[name];
  return kept;
}

/** ms UTC. @param endOfDay a day without a time is meant to its end */
function momentOf(text: string, endOfDay: boolean): number | undefined {
  const date = readSheetDate(text);
  if (date.is !== 'moment') return undefined;
  return date.dayOnly && endOfDay ? date.at + dayMs - 1000 : date.at;
}
