import { cleanText } from '../../../src-preload/contract/clean-text';

/** What a recognised sheet is good for. */
type LayoutUse =
  /** Orders of the market's own centre; courier and number may be filled in. */
  | 'orders'
  /** A courier's answer with tracking numbers. */
  | 'result'
  /** A form for the way to the courier: there are no tracking numbers in it. */
  | 'courier-form'
  /** An order manager's sheet, by that program's own numbers. */
  | 'manager'
  /** Another mall's sheet: recognised to be refused kindly. */
  | 'other-market';

interface LayoutRow {
  name: string;
  use: LayoutUse;
  /** Folded headers that must all be there. */
  all: readonly string[];
  /** None of these may be there. */
  none?: readonly string[];
  /** Only when the sheet is called so. */
  sheet?: string;
  /** The courier every number of it belongs to. */
  courier?: string;
  /** The courier's word for every line, where the number decides the code. */
  courierWord?: string;
  /** Headers that our own market's sheets may have as well: with numbers in the market's form it is one of ours. */
  unlessOwnIds?: true;
  /** Its 주문번호 holds what the seller gave the courier, mostly the product order number. */
  ownReference?: true;
}

const tracking = ['운송장번호', '송장번호', '등기번호'];

/**
 * Known sheets by their headers (resources/docs/sheets.md, "Layouts"), the most particular first; layouts.test.ts checks
 * them against the header rows of real files. Positions are never used: sellers re-order columns, and the market inserts
 * new ones.
 */
const layouts = [
  { name: 'coupang-deliverylist', use: 'other-market', all: ['묶음배송번호', '분리배송y/n'] },
  { name: 'gmarket', use: 'other-market', all: ['택배사명(발송방법)'] },
  {
    name: 'ably',
    use: 'other-market',
    all: ['결제일', '상품주문번호', '주문번호', '택배사', '택배사코드', '송장번호'],
    none: ['배송방법'],
    unlessOwnIds: true,
  },
  {
    name: 'smartstore-export-72',
    use: 'orders',
    all: ['상품주문번호', '주문번호', '택배사(주문기준)', '배송방법(구매자요청)', '수취인명', '통합배송지'],
  },
  {
    name: 'smartstore-export-64',
    use: 'orders',
    all: ['상품주문번호', '주문번호', '풀필먼트사(주문기준)', '배송방법(구매자요청)', '수취인명', '통합배송지'],
  },
  { name: 'smartstore-export-custom', use: 'orders', all: ['상품주문번호', '배송방법(구매자요청)'] },
  { name: 'smartstore-export-custom', use: 'orders', all: ['상품주문번호'], sheet: '발주발송관리' },
  {
    name: 'smartstore-bulk-dispatch',
    use: 'orders',
    all: ['상품주문번호', '배송방법', '택배사', '송장번호'],
    none: ['수취인명', '주문상태'],
  },
  {
    name: 'cj-result',
    use: 'result',
    all: ['운송장번호', '고객주문번호', '예약구분', '집화예정점소', '받는분'],
    courier: 'CJGLS',
    ownReference: true,
  },
  {
    name: 'cj-reservations',
    use: 'result',
    all: ['운송장번호', '예약번호', '집화예정점소', '예약매체'],
    courier: 'CJGLS',
    ownReference: true,
  },
  {
    name: 'cj-upload-form',
    use: 'result',
    all: ['예약구분', '집하예정일', '받는분성명', '운송장번호', '고객주문번호'],
    courier: 'CJGLS',
    ownReference: true,
  },
  {
    name: 'cj-receipts',
    use: 'result',
    all: ['운송장번호', '고객주문번호', '집화예정일자'],
    courier: 'CJGLS',
    ownReference: true,
  },
  {
    name: 'lotte-result',
    use: 'result',
    all: ['운송장번호', '주문번호', '작업구분', '합포장여부', '수하인명'],
    courier: 'HYUNDAI',
    ownReference: true,
  },
  {
    name: 'lotte-upload-form',
    use: 'courier-form',
    all: ['보내는사람(지정)', '받는사람', '수량(a타입)'],
    none: tracking,
  },
  { name: 'logen-result', use: 'result', all: ['운송장번호', '물품명', '명'], courier: 'KGB', ownReference: true },
  {
    name: 'logen-upload-form',
    use: 'courier-form',
    all: ['수하인명', '수하인전화', '수하인주소', '물품명'],
    none: tracking,
  },
  {
    name: 'hanjin-upload-form',
    use: 'courier-form',
    all: ['받는분성명', '받는분주소', '내품수량', '운임구분'],
    none: tracking,
  },
  {
    name: 'epost-upload-form',
    use: 'courier-form',
    all: ['수취인명', '수취인우편번호', '수취인주소', '상품모델'],
    none: tracking,
  },
  {
    name: 'epost-kpacket-result',
    use: 'result',
    all: ['등기번호', '고객주문번호', '수취인국가코드'],
    ownReference: true,
  },
  { name: 'epost-result', use: 'result', all: ['등기번호'], courierWord: '우체국', ownReference: true },
  {
    name: 'cu-upload-form',
    use: 'courier-form',
    all: ['수취인명(30byte)', '주소1(동/읍/면까지)(100byte)'],
    none: tracking,
  },
  {
    name: 'gs-upload-form',
    use: 'courier-form',
    all: ['수취인명(30byte)', '주소1(동/읍/면까지)(80byte)'],
    none: tracking,
  },
  { name: 'sabangnet-upload', use: 'manager', all: ['사방넷주문번호', '송장번호'] },
  { name: 'ezadmin-upload', use: 'manager', all: ['관리번호', '송장번호', '택배사'] },
  { name: 'ezadmin-upload', use: 'manager', all: ['주문번호(관리번호)', '송장번호', '택배사'] },
] as const satisfies readonly LayoutRow[];

export type LayoutName = (typeof layouts)[number]['name'];
export type Layout = LayoutRow & { name: LayoutName };

/** The layout of a sheet by its folded headers and its name; undefined when none of the known ones fits. */
export function recogniseLayout(headers: readonly string[], sheetName: string): Layout | undefined {
  const there = new Set(headers);
  const rows: readonly Layout[] = layouts;
  return rows.find(
    (layout) =>
      (layout.sheet === undefined || layout.sheet === cleanText(sheetName)) &&
      layout.all.every((header) => there.has(header)) &&
      !(layout.none ?? []).some((header) => there.has(header)),
  );
}
