import { isRemarkCode, type RemarkCode } from '../check/remark-codes';
import type { Remark } from '../line';
import { companyName } from '../markets/naver/companies';
import { figure } from './numbers';

type Detail = Readonly<Record<string, string>>;
type Phrase = string | ((detail: Detail) => string);

/** Short names: four of them still fit a row. */
function candidates(detail: Detail): string {
  return (detail['candidates'] ?? '')
    .split(',')
    .flatMap((code) => companyName(code)?.replace(/택배$/u, '') ?? [])
    .join('·');
}
const digits = (detail: Detail): string => `${detail['length'] ?? ''}자리예요`;
const rows = (detail: Detail): string => `${(detail['rows'] ?? '').split(',').join(', ')}줄과 같아요`;
const either = (detail: Detail): string => `${candidates(detail)} 중에서 골라 주세요`;

/** What a row says of a remark, in the few words its place has; the whole sentence stands in the panel. */
const phrases: Record<RemarkCode, Phrase> = {
  'product-order-missing': '상품주문번호가 없어요',
  'product-order-form': '상품주문번호가 아니에요',
  'product-order-odd': digits,
  'order-missing': '주문번호가 없어요',
  'order-form': '주문번호가 아니에요',
  'order-odd': digits,
  'several-orders': '번호가 여러 개예요',
  'order-lookup': '번호를 찾아서 처리해요',
  'number-suffix': '뒤에 숫자가 붙었어요',
  'digits-broken': '끝자리가 0이 됐어요',
  'digits-collide': rows,
  'digits-exponent': '지수로 바뀌었어요',
  'number-mended': '다듬어 읽었어요',
  'cell-without-value': '수식만 있어요',
  'cell-error': '엑셀 오류 값이에요',
  'courier-missing': '택배사가 없어요',
  'courier-unknown': (detail) => (candidates(detail) === '' ? '목록에 없어요' : `${candidates(detail)} 같아요`),
  'courier-ask': (detail) => (candidates(detail) === '' ? '골라 주세요' : `${candidates(detail)} 중에서`),
  'courier-two': either,
  'courier-status': '택배사 대신 상태예요',
  'courier-read-as': (detail) => `${companyName(detail['courier'] ?? '') ?? '택배사'}로 읽음`,
  'method-unknown': '배송방법을 골라 주세요',
  'method-by-courier': '배송방법으로 읽음',
  'method-overruled': '배송방법을 바꿔 읽음',
  'shipment-unused': '송장번호는 안 써요',
  'tracking-missing': '번호를 기다려요',
  'tracking-status': '번호 대신 상태예요',
  'tracking-words': '번호가 아니에요',
  'tracking-several': '번호가 여러 개예요',
  'tracking-short': digits,
  'tracking-doubtful': '송장번호가 맞나요?',
  'tracking-length-rare': digits,
  'tracking-is-order': '주문번호와 같아요',
  'tracking-length': digits,
  'tracking-length-kept': '그대로 쓰는 번호예요',
  'tracking-length-odd': digits,
  'tracking-digit': '틀린 숫자가 있어 보여요',
  'other-courier': (detail) => `${candidates(detail)} 번호와 맞아요`,
  'date-unreadable': '발송일을 못 읽었어요',
  'date-future': '아직 안 온 발송일',
  'date-far': '발송일이 멀어요',
  'date-converted': '한국 시각으로 읽음',
  'product-order-differs': '번호가 서로 달라요',
  'product-order-again': (detail) => `${detail['row'] ?? ''}줄과 같아요`,
  'different-recipients': '받는 분이 달라요',
  'same-number-orders': '주문번호가 달라요',
  'same-number': (detail) => `${figure(Number(detail['count'] ?? 0))}건 한 상자`,
  'used-before': '전에 쓴 번호예요',
  'book-unknown': '주문 목록에 없어요',
  'book-cancelled': '구매자가 취소한 주문',
  'book-cancel-requested': '취소 요청이 있어요',
  'recipient-differs': '받는 분이 달라요',
  'shifted-column': '열이 밀렸을 수 있어요',
  'hidden-row': '숨긴 줄',
  'example-row': '예시 같아요',
  'answer-awaited': '질문을 기다려요',
  'file-digits-broken': '끝자리가 0이 됐어요',
  'file-tracking-digit': '번호 규칙과 달라요',
  'file-shifted-column': '열이 밀렸을 수 있어요',
  'item-missing': '품목번호가 없어요',
  'item-differs': '답이 서로 달라요',
  'item-again': (detail) => `${detail['row'] ?? ''}줄과 같아요`,
  'available-missing': '아직',
  'available-unknown': '가능인지 불가인지 골라 주세요',
  'reason-missing': '사유를 골라 주세요',
  'reason-unknown': '없는 사유예요',
  'reason-unused': '사유는 안 써요',
  'memo-long': '메모가 길어요',
  'price-partial': '단가나 수량이 없어요',
  'price-unreadable': '금액을 못 읽었어요',
  'price-uneven': '합계가 달라요',
};

/** The few words that a row has for a remark. */
export function remarkPhrase(remark: Remark): string {
  if (!isRemarkCode(remark.code)) return '';
  const phrase = phrases[remark.code];
  return typeof phrase === 'string' ? phrase : phrase(remark.detail ?? {});
}

/** The head of a group whose lines say the same of different values, and of what is known of an order from before. */
const groupTitles: Readonly<Record<string, string>> = {
  'product-order-form': '상품주문번호가 아닌 것 같아요.',
  'product-order-odd': '상품주문번호의 자릿수가 보통과 달라요.',
  'order-odd': '주문번호의 자릿수가 보통과 달라요.',
  'several-orders': '한 칸에 번호가 여러 개예요.',
  'number-suffix': '번호 뒤에 다른 숫자가 붙어 있어요.',
  'digits-broken': '엑셀이 번호의 끝자리를 0으로 바꾼 것 같아요.',
  'courier-ask': '택배사를 하나로 정할 수 없어요.',
  'courier-status': '택배사 칸에 상태가 적혀 있어요.',
  'method-overruled': '배송방법을 바꿔 읽었어요.',
  'tracking-missing': '송장번호를 기다려요',
  'tracking-status': '송장번호 칸에 상태가 적혀 있어요.',
  'tracking-words': '송장번호 칸에 글이 적혀 있어요.',
  'tracking-several': '상품주문 하나에 송장번호가 여러 개예요.',
  'tracking-short': '송장번호가 너무 짧아요.',
  'tracking-doubtful': '송장번호 칸에 다른 번호가 있는 것 같아요.',
  'tracking-length-rare': '송장번호의 자릿수가 드물어요.',
  'tracking-length': '송장번호의 자릿수가 맞지 않아요.',
  'tracking-length-odd': '송장번호의 자릿수가 보통과 달라요.',
  'tracking-length-kept': '송장번호의 자릿수가 보통과 달라요.',
  'tracking-digit': '송장번호에 잘못 적은 숫자가 있는 것 같아요.',
  'other-courier': '다른 택배사의 송장번호 같아요.',
  'product-order-differs': '상품주문 하나에 송장번호가 여러 개예요.',
  'used-before': '다른 주문에 이미 쓴 송장번호예요.',
  'recipient-differs': '파일과 네이버의 받는 분이 달라요.',
  'same-number': '묶음배송이에요.',
  'number-mended': '번호를 다듬어 읽었어요.',
  'product-order-again': '앞의 줄과 같은 주문이에요.',
  'item-again': '앞의 줄과 같은 품목이에요.',
  'digits-collide': '끝자리가 바뀐 번호가 다른 줄과 같아요.',
  'different-recipients': '받는 분이 다른데 송장번호가 같아요.',
  'courier-two': '택배사가 두 곳 적혀 있어요.',
  'available-missing': '아직',
  'memo-long': '메모가 길어요.',
  'registered-otherwise': '네이버에 다른 송장번호가 등록되어 있어요',
  'earlier-conflict': '대기 목록에 다른 값으로 들어 있어요',
  'earlier-sent-other': '다른 값으로 이미 처리했어요',
};

/** The sentence over a group without one of its own. `code`: of a remark, or of what is known from before. */
export function groupTitle(code: string): string {
  return groupTitles[code] ?? '봐 주세요';
}
