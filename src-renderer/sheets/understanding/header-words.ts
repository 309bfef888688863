import { cleanText } from '../../../src-preload/contract/clean-text';
import type { LineField } from '../../../src-preload/contract/line-fields';

type StockField = 'itemId' | 'available' | 'reason' | 'memo' | 'unitPrice' | 'quantity' | 'totalAmount';

/**
 * How sure a word is (resources/docs/sheets.md, "Headers"): 3 a real file or several sources, 2 some code, 1 seen once
 * or guessed.
 */
export type Trust = 1 | 2 | 3;

/**
 * Header words per field, folded (foldHeader), the most telling first. From resources/docs/sheets.md, "Headers",
 * checked by test/support/tables/check-tables.ts; 배송방법(구매자 요청) is left out because it is the buyer's wish and not what
 * goes out.
 */
export const headerWords: Readonly<Record<Exclude<LineField, StockField>, Readonly<Record<Trust, readonly string[]>>>> =
  {
    productOrderId: {
      3: ['상품주문번호'],
      2: ['productorderid', 'product_order_id', '상품주문no'],
      1: ['주문상품번호', '품목별주문번호', 'productorderno', 'productordernumber', 'product_order_no'],
    },
    orderId: {
      3: ['주문번호', '고객주문번호', '사방넷주문번호'],
      2: ['자체주문번호', '쇼핑몰주문번호', '관리번호'],
      1: [
        '거래처주문코드',
        '거래처주문번호',
        '주문id',
        '주문코드',
        '주문번호1',
        '판매주문번호',
        '택배코드',
        'order_id',
        'ordernumber',
        'orderno',
      ],
    },
    trackingNumber: {
      3: ['송장번호', '운송장번호', '등기번호'],
      2: ['운송장', '송장', '운송장no', '운송번호', '운송no', '택배송장번호', '운송장변호'],
      1: [
        '배송번호',
        '택배번호',
        '택배사송장번호',
        '송장번호1',
        '인보이스번호',
        'invoice',
        'invoiceno',
        'waybill',
        'trackingnumber',
        'trackingno',
        'tracking_no',
        'tracking_number',
      ],
    },
    courier: {
      3: ['택배사'],
      2: ['택배사명', '택배사명(발송방법)', '배송사', '배송업체', '택배회사', '택배사코드'],
      1: ['운송사', '배송택배사', 'deliverycompany', 'deliverycompanycode', 'carrier', 'courier'],
    },
    deliveryMethod: {
      3: ['배송방법'],
      2: [],
      1: ['발송방법', 'deliverymethod'],
    },
    dispatchDate: {
      3: ['발송일', '발송처리일'],
      2: [
        '발송일자',
        '출고일',
        '출고일자',
        '접수일자',
        '집하일자',
        '집화일자',
        '집화예정일자',
        '자료등록일',
        '송장출력일',
      ],
      1: ['발송일시', '접수일', '집하예정일', '송장등록일', '최초지시일자', '운송장출력일', 'dispatchdate'],
    },
    recipient: {
      3: ['수취인명', '받는분', '받는분성명', '수하인명'],
      2: ['수하인', '수취인', '수령인', '수령인명', '수령자', '수령자명', '받는사람', '받으시는분', '명'],
      1: ['받는이', '배송지이름', '고객명', '성함', '성명', '이름'],
    },
    phone: {
      3: ['수취인연락처1', '수취인연락처2', '받는분전화번호'],
      2: [
        '받는분기타연락처',
        '수하인전화',
        '수하인전화번호',
        '수하인휴대폰',
        '수하인휴대폰번호',
        '수령인휴대폰',
        '수령자전화번호',
        '수취인전화번호',
        '전화번호1',
        '전화번호2',
        '전화번호',
      ],
      1: [
        '받는분휴대폰',
        '수하인핸드폰번호',
        '수령인연락처1',
        '휴대폰',
        '핸드폰',
        '전화',
        '연락처',
        '연락처1',
        '전화변호',
      ],
    },
    // The second of two telephones has the words of the first (match-columns.ts).
    otherPhone: { 3: [], 2: [], 1: [] },
    zipCode: {
      3: ['우편번호', '받는분우편번호', '수취인우편번호'],
      2: ['배송지우편번호'],
      1: ['수하인우편번호', '수령인우편번호'],
    },
    address: {
      3: ['통합배송지', '기본배송지', '받는분주소', '받는분주소(전체,분할)', '수하인기본주소'],
      2: ['수하인주소', '수취인주소', '배송지주소', '수하인주소1', '받는분주소1', '수취인주소1'],
      1: ['수령인주소', '수령인주소1', '배송지', '주소', '주소1', '기본주소', '받는분기본주소', '수취인기본주소'],
    },
    addressRest: {
      3: ['상세배송지'],
      2: ['수하인주소2', '받는분주소2', '수취인주소2', '수하인상세주소'],
      1: ['수령인주소2', '주소2', '상세주소', '받는분상세주소', '수취인상세주소'],
    },
    productName: {
      3: ['상품명', '품목명'],
      2: ['물품명', '내품명', '상품명1'],
      1: ['품명'],
    },
  };

/** Words that make a row a header without naming a column we use. */
export const otherHeaderWords: readonly string[] = [
  '배송메세지',
  '배송메시지',
  '배송메세지1',
  '배송메세지2',
  '배달메시지',
  '고객메세지',
  '특기사항',
  '배송메모',
  '배송요청사항',
  '요청사항',
  '배송요청',
  '수량',
  '내품수량',
  '박스수량',
  '내품개수',
  '주문수량',
  '수량(a타입)',
  '주문상태',
  '주문세부상태',
  '상태',
  '예약상태',
  '출력여부',
  '작업구분',
];

/**
 * Header words of a stock sheet: BrightMall's field names (resources/docs/sheets.md, "Stock sheets") and the daily
 * Korean for them. No real sheet was found; the words are ours.
 */
export const stockWords: Readonly<Record<StockField, readonly string[]>> = {
  itemId: ['ord_prd_no', '주문품목번호', '품목번호', '품목주문번호', '주문상품번호', '주문상세번호', '품목id'],
  available: [
    'stock_available',
    '재고',
    '재고여부',
    '재고확인',
    '재고유무',
    '출고가능',
    '출고가능여부',
    '가능여부',
    '가용여부',
    '재고상태',
    '재고가능여부',
    '출고여부',
    '재고가용여부',
  ],
  reason: [
    'unavailable_reason',
    '사유',
    '불가사유',
    '출고불가사유',
    '미출고사유',
    '재고불가사유',
    '불가이유',
    '품절사유',
  ],
  memo: ['memo', '메모', '비고', '재고메모', '전달사항'],
  unitPrice: ['unit_price', '단가', '공급가', '공급단가', '공급가단가', '공급가(단가)', '납품단가'],
  quantity: ['quantity', '수량', '주문수량'],
  totalAmount: [
    'total_amount',
    '합계',
    '합계금액',
    '총액',
    '공급가합계',
    '금액',
    '총금액',
    '공급총액',
    '공급금액',
    '합계액',
  ],
};

/**
 * Columns that look like one of ours and are not (resources/docs/sheets.md, "Columns never taken"): never taken by
 * name.
 */
export const neverTaken: ReadonlySet<string> = new Set([
  '원운송장번호',
  '이전운송장번호',
  '원송장번호',
  '이전송장번호',
  '반품송장번호',
  '반품운송장번호',
  '회수송장번호',
  '회수운송장번호',
  '교환송장번호',
  '교환운송장번호',
  '택배사(주문기준)',
  '풀필먼트사(주문기준)',
  '배송방법(구매자요청)',
  '배송비묶음번호',
  '합포장키',
  '예약번호',
  '접수번호',
  '접수순서',
  '보내는분전화번호',
  '송하인명',
  '송하인전화',
  '구매자연락처',
  '개인통관고유부호',
]);

/**
 * Dates that say when it was sent; the couriers' other dates are plans or blanks (resources/docs/sheets.md, "Dates")
 * and only chosen by hand.
 */
export const sentDateWords: readonly string[] = ['발송일', '발송일자', '발송일시', 'dispatchdate'];

/** Keys of order managers, not the market's numbers: taken only when the values look like the market's. */
export const foreignOrderWords: ReadonlySet<string> = new Set([
  '사방넷주문번호',
  '자체주문번호',
  '관리번호',
  '거래처주문코드',
  '거래처주문번호',
  '주문id',
  '주문코드',
  '판매주문번호',
  '택배코드',
]);

/** Columns that name the mall of a row. */
export const mallWords: readonly string[] = ['쇼핑몰', '쇼핑몰명', '판매처', '마켓', '마켓명', '판매몰'];

/** Longer texts are no headers; they are folded up to here only. */
const longestHeader = 200;

/** What says how to fill a column in, and not what it is: (필수), [필수], (- 없이), ('-' 제외 숫자만). */
const instruction = /[([][^()[\]]*(?:필수|없이|제외|숫자만)[^()[\]]*[)\]]/gu;

/**
 * A header as it is compared: cleaned (clean-text.ts), no blanks at all, without * around it, a number before it (1. 2)), what is said
 * about filling it in, or a . or : behind it; lower case. Other brackets tell columns apart and stay.
 */
export function foldHeader(text: string): string {
  const plain = cleanText(text.slice(0, longestHeader)).replace(/\s/gu, '').toLowerCase();
  if (!/[*.:()[\]]/u.test(plain)) return plain;
  const bare = plain
    .replace(instruction, '')
    .replace(/^(?:\*+|\d{1,2}[.)](?=\p{L}))+|[*.:]+$/gu, '')
    .replace(/^\*+/u, '');
  return bare === '' ? plain : bare;
}
