import { cleanText, dashSigns, dotSigns, isBlankText } from '../../clean-text';
import type { unavailableReasons } from '../../job';
import type { PriceText } from '../../market-rules';

export type UnavailableReason = (typeof unavailableReasons)[number];

const dropped = new RegExp(String.raw`[\s(),_/${dotSigns}${dashSigns}]`, 'gu');

const fold = (text: string): string => cleanText(text).toLowerCase().replace(dropped, '');

/**
 * Why an item cannot be delivered, with the words sellers use (resources/docs/markets/brightmall.md, "Inventory
 * confirm").
 */
const reasonRows: readonly { code: UnavailableReason; name: string; spellings: readonly string[] }[] = [
  {
    code: 'out_of_stock',
    name: '재고 부족 (품절)',
    spellings: ['품절', '재고부족', '재고없음', '재고소진', '소진', 'soldout'],
  },
  { code: 'reserved', name: '다른 주문에 예약됨', spellings: ['예약', '예약됨', '예약재고', '선주문'] },
  { code: 'damaged', name: '상품 파손', spellings: ['파손', '불량', '훼손'] },
  { code: 'discontinued', name: '단종', spellings: ['생산중단', '판매중단', '단종됨'] },
  { code: 'other', name: '기타 사유', spellings: ['기타'] },
];

/** The five reasons of the document, in its order, with the names a seller sees. */
export const reasonNames: readonly { code: UnavailableReason; name: string }[] = reasonRows.map(({ code, name }) => ({
  code,
  name,
}));

/** What is written into a cell for an answer; read back by resolveAvailable. */
export const answerWords = { yes: '가능', no: '불가' } as const;

const reasonsBySpelling = new Map(
  reasonRows.flatMap((row) => [row.code, row.name, ...row.spellings].map((each) => [fold(each), row.code] as const)),
);

/** The reason a cell names in Korean or by its code; undefined when it names none. */
export function resolveReason(text: string): UnavailableReason | undefined {
  return reasonsBySpelling.get(fold(text));
}

const yes = ['true', 'y', 'yes', '1', 'o', '가능', '예', '네', '있음', '출고가능', '재고있음', '유', '○', 'ㅇ'];
const no = [
  'false',
  'n',
  'no',
  '0',
  'x',
  '불가',
  '아니오',
  '아니요',
  '없음',
  '출고불가',
  '재고없음',
  '품절',
  '무',
  '×',
  '불가능',
];
const answers = new Map([
  ...yes.map((word) => [fold(word), true] as const),
  ...no.map((word) => [fold(word), false] as const),
]);

/** Whether a cell says that the item is in stock; undefined when it says neither. */
export function resolveAvailable(text: string): boolean | undefined {
  return answers.get(fold(text));
}

/** Whole won or a count as sellers write them: 1,200 / ₩1,200 / 1200원 / 1200.0; undefined when it is none. */
function readWhole(text: string): number | undefined {
  const plain = cleanText(text)
    .replace(/[\s,₩원개]/gu, '')
    .replace(/\.0+$/u, '');
  if (!/^\d{1,12}$/u.test(plain)) return undefined;
  return Number(plain);
}

/** The supply price of a line, where it has one. A missing total is worked out, the other two cannot be. */
export function readPrice(unitPrice: string, quantity: string, totalAmount: string): PriceText {
  const texts = { unitPrice, quantity, totalAmount };
  if (isBlankText(unitPrice) && isBlankText(totalAmount)) return { is: 'none' };
  const missing = (['unitPrice', 'quantity'] as const).filter((field) => isBlankText(texts[field]));
  if (missing.length > 0) return { is: 'partial', missing };
  const unit = readWhole(texts.unitPrice);
  if (unit === undefined) return { is: 'unreadable', field: 'unitPrice' };
  const count = readWhole(texts.quantity);
  if (count === undefined || count < 1) return { is: 'unreadable', field: 'quantity' };
  const total = isBlankText(totalAmount) ? unit * count : readWhole(texts.totalAmount);
  if (total === undefined) return { is: 'unreadable', field: 'totalAmount' };
  return { is: 'price', price: { unit, quantity: count, total }, uneven: total !== unit * count };
}
