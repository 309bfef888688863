/** What a column of a courier's form takes from an order, the sender or the form itself. */
export const formValues = [
  'recipient',
  'phone',
  'other-phone',
  'postcode',
  'address',
  'product',
  'option',
  'boxes',
  'quantity',
  'memo',
  'reference',
  'sender-name',
  'sender-phone',
  'sender-postcode',
  'sender-address',
  'text',
] as const;
export type FormValue = (typeof formValues)[number];

export interface FormColumn {
  header: string;
  puts: FormValue;
  /** Of `text`: what stands in every row; absent: the column stays empty. */
  text?: string | undefined;
}

/** The form on which parcels are announced to a courier. */
export interface FormLayout {
  id: string;
  /** The market's code of the courier; absent for one of the seller's own. */
  courier?: string | undefined;
  name: string;
  format: 'xlsx' | 'xls';
  sheetName: string;
  columns: readonly FormColumn[];
  /** Letters of a memo that the form takes; of a courier's own form our assumption, which the seller may change. */
  memoLetters: number;
}

/** What a form of the seller's own may have; couriers' own have 40 columns at the most. */
export const layoutBounds = { columns: 100, headerLetters: 100, nameLetters: 60, memoLetters: 1_000 };

/** Signs that Excel does not take in a sheet's name. */
const notInSheetName = /[[\]:*?/\\\p{Cc}]/gu;

/** A name for the sheet of a form that Excel takes; empty where nothing is left. */
export function sheetNameOf(text: string): string {
  return text
    .replaceAll(notInSheetName, ' ')
    .replaceAll(/^[\s']+|[\s']+$/gu, '')
    .slice(0, 31)
    .replace(/[\s']+$/u, '');
}

/** No courier publishes a limit: ours, said as such (resources/docs/sheets.md, "Courier forms"). */
const memoLetters = 45;

const fare: FormColumn = { header: '운임구분', puts: 'text' };

/** The couriers' own forms, as sellers upload them (resources/docs/sheets.md, "Courier forms"). */
export const courierForms = [
  {
    id: 'cj',
    courier: 'CJGLS',
    name: 'CJ대한통운',
    format: 'xlsx',
    sheetName: 'sheet1',
    columns: [
      { header: '받는분성명', puts: 'recipient' },
      { header: '받는분전화번호', puts: 'phone' },
      { header: '받는분기타연락처', puts: 'other-phone' },
      { header: '받는분우편번호', puts: 'postcode' },
      { header: '받는분주소(전체, 분할)', puts: 'address' },
      { header: '품목명', puts: 'product' },
      { header: '박스수량', puts: 'boxes' },
      { header: '배송메세지1', puts: 'memo' },
      { header: '고객주문번호', puts: 'reference' },
      fare,
    ],
    memoLetters,
  },
  {
    id: 'lotte',
    courier: 'HYUNDAI',
    name: '롯데택배',
    format: 'xlsx',
    sheetName: 'Sheet1',
    columns: [
      { header: '주문번호', puts: 'reference' },
      { header: '보내는사람(지정)', puts: 'sender-name' },
      { header: '전화번호1(지정)', puts: 'sender-phone' },
      { header: '전화번호2(지정)', puts: 'text' },
      { header: '우편번호(지정)', puts: 'sender-postcode' },
      { header: '주소(지정)', puts: 'sender-address' },
      { header: '받는사람', puts: 'recipient' },
      { header: '전화번호1', puts: 'phone' },
      { header: '전화번호2', puts: 'other-phone' },
      { header: '우편번호', puts: 'postcode' },
      { header: '주소', puts: 'address' },
      { header: '상품명1', puts: 'product' },
      { header: '상품상세1', puts: 'option' },
      { header: '수량(A타입)', puts: 'boxes' },
      { header: '배송메시지', puts: 'memo' },
    ],
    memoLetters,
  },
  {
    // It has no column for a number of the seller's: what comes back is joined by name, phone and address.
    id: 'hanjin',
    courier: 'HANJIN',
    name: '한진택배',
    format: 'xlsx',
    sheetName: 'Sheet1',
    columns: [
      { header: '받는분성명', puts: 'recipient' },
      { header: '받는분전화번호', puts: 'phone' },
      { header: '받는분기타연락처', puts: 'other-phone' },
      { header: '받는분우편번호', puts: 'postcode' },
      { header: '받는분주소', puts: 'address' },
      { header: '품목명', puts: 'product' },
      { header: '내품수량', puts: 'quantity' },
      { header: '박스수량', puts: 'boxes' },
      fare,
      { header: '배송메시지', puts: 'memo' },
    ],
    memoLetters,
  },
  {
    id: 'logen',
    courier: 'KGB',
    name: '로젠택배',
    format: 'xls',
    sheetName: 'Sheet1',
    columns: [
      { header: '주문번호', puts: 'reference' },
      { header: '수하인명', puts: 'recipient' },
      { header: '수하인전화', puts: 'phone' },
      { header: '수하인휴대폰', puts: 'other-phone' },
      { header: '수하인주소', puts: 'address' },
      { header: '물품명', puts: 'product' },
      { header: '수량', puts: 'boxes' },
      { header: '배송메세지', puts: 'memo' },
    ],
    memoLetters,
  },
  {
    id: 'epost',
    courier: 'EPOST',
    name: '우체국택배',
    format: 'xls',
    sheetName: 'Sheet1',
    columns: [
      { header: '주문번호', puts: 'reference' },
      { header: '수취인명', puts: 'recipient' },
      { header: '수취인 우편번호', puts: 'postcode' },
      { header: '수취인 주소', puts: 'address' },
      { header: '수취인 전화번호', puts: 'phone' },
      { header: '상품명', puts: 'product' },
      { header: '상품모델', puts: 'option' },
      { header: '배송메세지', puts: 'memo' },
    ],
    memoLetters,
  },
] as const satisfies readonly FormLayout[];

/** Whether what comes back of a form can be joined by number. */
export function hasReference({ columns }: Pick<FormLayout, 'columns'>): boolean {
  return columns.some(({ puts }) => puts === 'reference');
}
