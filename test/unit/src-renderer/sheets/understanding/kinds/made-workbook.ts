import type { Sheet } from '../../../../../../src-renderer/sheets/reading/workbook';
import { table, type TableOptions } from '../table';

/** A line that a made-up sheet means: what goes out for it, as the facts about couriers and sellers have it. */
export interface Shipment {
  sheet: string;
  /** As Excel numbers it. */
  row: number;
  kind: 'dispatch' | 'lookup';
  /** The market's number: of a product order, or for a lookup of an order. */
  target: string;
  /** deliveryCompanyCode */
  courier: string;
  number: string;
  /** The moment of dispatch that the sheet names, ms UTC; absent: none. */
  at?: number;
  /** Only a person can tell what is meant: nothing of the row may go before somebody was asked. */
  asks?: true;
}

export interface MadeWorkbook {
  sheets: Sheet[];
  /** All lines of the file; whatever else goes out is taken for something it is not. */
  shipments: Shipment[];
}

/** A number below the bound, of the sheet's own series. */
export type Pick = (below: number) => number;
/** Makes the `variant`-th sheet of a kind, 0 to 5. */
export type Kind = (variant: number, pick: Pick) => MadeWorkbook;

export const linesPerSheet = 6;
/** 2026-11-21 12:00 in Korea. */
export const now = Date.UTC(2026, 10, 21, 3);

export const idOf = (n: number): string => `20261120${10_000_003 + n * 13}`;
export const orderOf = (n: number): string => `20261119${20_000_003 + n * 17}`;

/**
 * The last digit of CJ (resources/docs/sheets.md, "Tracking numbers") is digits 3 to 11 mod 7. 68 is no multiple of 7,
 * so no other rule holds.
 */
export function cjNumber(n: number): string {
  const body = 500_000_017 + n * 19;
  return `68${body}${body % 7}`;
}
/** The first 11 digits mod 7, of Lotte and Hanjin. */
export function lotteNumber(n: number): string {
  const body = 23_200_981_583 + n * 19;
  return `${body}${body % 7}`;
}
/** The first 10 digits mod 7. */
export function logenNumber(n: number): string {
  const body = 4_090_730_894 + n * 19;
  return `${body}${body % 7}`;
}
/** 13 digits, a parcel paid in advance begins with 6. */
export const postNumber = (n: number): string => `6865${109_394_355 + n * 7}`;

export const nameOf = (n: number): string => ['김하늘', '이바다', '박구름', '최노을', '정새벽', '한여름'][n % 6] ?? '';

/** Couriers as sellers write them, with the numbers they give. */
const carriers = [
  { written: 'CJ대한통운', courier: 'CJGLS', numberOf: cjNumber },
  { written: 'CJ', courier: 'CJGLS', numberOf: cjNumber },
  { written: '롯데택배', courier: 'HYUNDAI', numberOf: lotteNumber },
  { written: '한진택배', courier: 'HANJIN', numberOf: lotteNumber },
  { written: '로젠', courier: 'KGB', numberOf: logenNumber },
] as const;

/** What one line is made of. */
export interface Made {
  n: number;
  id: string;
  order: string;
  written: string;
  courier: string;
  number: string;
  name: string;
}

/** Lines of one courier; their numbers differ between `from` and any other. */
export function madeLines(pick: Pick, from = 0, count = linesPerSheet): Made[] {
  const { written, courier, numberOf } = carriers[pick(carriers.length)] ?? carriers[0];
  const start = from + pick(900) * 100;
  return Array.from({ length: count }, (_, at) => {
    const n = start + at;
    return { n, id: idOf(n), order: orderOf(n), written, courier, number: numberOf(n), name: nameOf(n) };
  });
}

/** A line as it goes out when nothing is odd about it. */
export function shipmentOf(made: Made, row: number, changed: Partial<Shipment> = {}): Shipment {
  const { id: target, courier, number } = made;
  return { sheet: 'Sheet1', row, kind: 'dispatch', target, courier, number, ...changed };
}

/** A column of a made-up sheet. */
export interface MadeColumn {
  header: string;
  cell: (made: Made, at: number) => string;
  hidden?: boolean;
}

export const idColumn: MadeColumn = { header: '상품주문번호', cell: ({ id }) => id };
export const courierColumn: MadeColumn = { header: '택배사', cell: ({ written }) => written };
export const numberColumn: MadeColumn = { header: '송장번호', cell: ({ number }) => number };
export const nameColumn: MadeColumn = { header: '수취인명', cell: ({ name }) => name };
export const usualColumns: readonly MadeColumn[] = [idColumn, courierColumn, numberColumn, nameColumn];

/** The columns turned, so that none is found by its place. */
export function turned<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length;
  return [...items.slice(at), ...items.slice(0, at)];
}

/** A sheet of one table with its header in row 1; row n + 2 is the n-th line. */
export function sheetOfColumns(
  columns: readonly MadeColumn[],
  lines: readonly Made[],
  options: TableOptions = {},
): Sheet {
  const hiddenColumns = columns.flatMap(({ hidden }, column) => (hidden === true ? [column] : []));
  const rows = lines.map((made, at) => columns.map(({ cell }) => cell(made, at)));
  return table([columns.map(({ header }) => header), ...rows], { hiddenColumns, ...options });
}

/** A workbook of that one sheet; `changed` says what the n-th line means other than it seems. */
export function workbookOf(
  columns: readonly MadeColumn[],
  lines: readonly Made[],
  changed: (at: number, made: Made) => Partial<Shipment> = () => ({}),
  options: TableOptions = {},
): MadeWorkbook {
  return {
    sheets: [sheetOfColumns(columns, lines, options)],
    shipments: lines.map((made, at) => shipmentOf(made, at + 2, changed(at, made))),
  };
}
