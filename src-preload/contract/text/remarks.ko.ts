import type { Fix } from '../check/fixes';
import { isRemarkCode, type RemarkCode } from '../check/remark-codes';
import { unseenNames } from '../clean-text';
import { deliveryMethods } from '../delivery-methods';
import { oneOf } from '../one-of';
import type { Remark } from '../line';
import type { MarketRules } from '../market-rules';
import { figure } from './numbers';
import { toward } from './particles.ko';
import { showTracking } from './shown-number';

/** One sentence of what is wrong, and what it means and what to do. */
export interface RemarkWords {
  title: string;
  advice?: string;
}

type Detail = Readonly<Record<string, string>>;
type Words = (detail: Detail) => RemarkWords;

const say =
  (title: string, advice?: string): Words =>
  () =>
    advice === undefined ? { title } : { title, advice };

const courier = (detail: Detail): string => detail['courier'] ?? '고른 택배사';
const couriers = (detail: Detail): string => detail['candidates'] ?? '';
const rows = (detail: Detail): string => (detail['rows'] ?? '').split(',').join(', ');
const value = (detail: Detail): string => detail['value'] ?? '';
const count = (text: string | undefined): string => figure(Number(text ?? 0));
const method = (detail: Detail): string => detail['method'] ?? '다른 배송방법';

/** 2026-11-20 -> 11월 20일 */
function monthAndDay(day: string | undefined): string {
  const [, month = '', date = ''] = (day ?? '').split('-');
  return `${Number(month)}월 ${Number(date)}일`;
}

/** Whose number it was: the end of its product order, a covered name, and how many more. */
function earlierOrder({ tail = '', recipient = '', others = '0' }: Detail): string {
  const more = others === '0' ? '' : ` 외 ${count(others)}건`;
  return `(…${tail}${recipient === '' ? '' : ` ${recipient}`}${more})`;
}

/** What became of that order. */
const earlierActs: Readonly<Record<string, string>> = {
  done: '에 등록한',
  waiting: '으로 대기 목록에 넣은',
  refused: '에 등록하려던',
};

const numberFixes: Readonly<Record<string, string>> = {
  apostrophe: '앞의 작은따옴표를 떼고 읽었어요.',
  'decimal-zero': '끝의 .0을 떼고 읽었어요.',
  'full-width': '전각 숫자를 보통 숫자로 읽었어요.',
  separators: '하이픈, 빈칸, 쉼표를 떼고 읽었어요.',
};

const brokenFields: Readonly<Record<string, string>> = {
  productOrderId: '상품주문번호',
  orderId: '주문번호',
  trackingNumber: '송장번호',
};

/** What stands in the place of a tracking number, with its particle. */
const lookalikes: Readonly<Record<string, string>> = {
  phone: '전화번호가',
  date: '날짜가',
  customs: '개인통관고유부호가',
  resident: '주민등록번호가',
  'letter-behind': '끝에 글자가 붙은 번호가',
  'filled-in': '시험 삼아 넣은 번호가',
};

/** Fields that a question about the file may be open for. */
const askedFields: Readonly<Record<string, string>> = { ...brokenFields, courier: '택배사', itemId: '주문품목번호' };

/** Why a courier's name is asked and not guessed. */
const askReasons: Readonly<Record<string, string>> = {
  'convenience-store': '편의점마다 택배사가 달라요. 어느 편의점에서 보냈는지 골라 주세요.',
  post: '우체국택배와 등기는 서로 다른 택배사로 등록돼요. 송장을 보고 골라 주세요.',
  'closed-courier': '지금은 없는 택배사 이름이에요. 로젠택배를 뜻하는지 골라 주세요.',
  'quick-or-parcel': '네이버에는 같은 이름의 퀵배달도 있어요. 어느 쪽인지 골라 주세요.',
  'foreign-code': '다른 프로그램의 택배사 번호예요. 번호가 뜻하는 택배사를 골라 주세요.',
  freight: '화물과 용달은 택배사가 아니에요. 직접전달인지 택배사인지 골라 주세요.',
  'several-hits': '이 이름을 쓰는 택배사가 여럿이에요. 송장을 보고 골라 주세요.',
  decorated: '택배사 이름에 다른 말이 붙어 있어요. 송장을 보고 골라 주세요. 한 번 고르면 기억해 둘게요.',
  unlisted: '네이버 목록에 없는 택배사라는 뜻이에요. 기타 택배로 등록할지 골라 주세요.',
};

/** The sentences of all remarks (tone: resources/docs/domain.md, "How the seller is spoken to"). */
const remarkWords: Record<RemarkCode, Words> = {
  'product-order-missing': say(
    '상품주문번호가 비어 있어요.',
    '어느 주문인지 알 수 없어요. 번호를 넣거나 이 줄을 제외해 주세요.',
  ),
  'product-order-form': (detail) => ({
    title: '상품주문번호가 아닌 것 같아요.',
    advice: `‘${value(detail)}’에는 숫자가 아닌 글자가 있어요. 번호를 고치거나 이 줄을 제외해 주세요.`,
  }),
  'product-order-odd': (detail) => ({
    title: `상품주문번호가 ${detail['length'] ?? ''}자리예요.`,
    advice: '보통은 16자리예요. 주문번호나 다른 쇼핑몰의 번호가 아닌지 보고, 맞으면 이 줄을 골라 주세요.',
  }),
  'order-odd': (detail) => ({
    title: `주문번호가 ${detail['length'] ?? ''}자리예요.`,
    advice: '네이버 주문번호는 보통 16자리예요. 다른 쇼핑몰의 번호가 아닌지 보고, 맞으면 이 줄을 골라 주세요.',
  }),
  'number-suffix': (detail) => ({
    title: `${brokenFields[detail['field'] ?? ''] ?? '번호'} 뒤에 다른 숫자가 붙어 있어요.`,
    advice: `‘${value(detail)}’의 숫자를 모두 이어 붙이면 다른 번호가 돼요. 맞는 번호를 골라 주세요.`,
  }),
  'order-missing': say('주문번호가 비어 있어요.', '어느 주문인지 알 수 없어요. 번호를 넣거나 이 줄을 제외해 주세요.'),
  'order-form': (detail) => ({
    title: '주문번호가 아닌 것 같아요.',
    advice: `‘${value(detail)}’에는 숫자가 아닌 글자가 있어요. 번호를 고치거나 이 줄을 제외해 주세요.`,
  }),
  'several-orders': (detail) => ({
    title: `한 칸에 ${brokenFields[detail['field'] ?? ''] ?? '번호'}가 ${count(detail['count'])}개예요.`,
    advice: '번호마다 한 줄이 있어야 해요. 하나만 남기거나, 엑셀에서 줄을 나눈 뒤 파일을 다시 놓아 주세요.',
  }),
  'order-lookup': say(
    '상품주문번호를 네이버에서 찾아서 처리해요.',
    '파일에 주문번호만 있어요. 상품주문이 여러 건이면 먼저 물어볼게요.',
  ),
  'digits-broken': (detail) => ({
    title: `엑셀이 ${brokenFields[detail['field'] ?? ''] ?? '번호'}의 끝자리를 0으로 바꾼 것 같아요.`,
    advice: '엑셀은 16자리 숫자의 마지막 자리를 지워서, 이대로는 다른 주문으로 처리될 수 있어요.',
  }),
  'digits-collide': (detail) => ({
    title: `끝자리가 지워져서 다른 줄과 ${brokenFields[detail['field'] ?? ''] ?? '번호'}가 같아졌어요.`,
    advice: `${rows(detail)}번째 줄의 번호가 같아요. 원래 번호를 넣거나 이 줄을 제외해 주세요.`,
  }),
  'file-digits-broken': (detail) => ({
    title: `이 파일의 ${brokenFields[detail['field'] ?? ''] ?? '번호'} 끝자리가 지워진 것 같아요.`,
    advice: `번호 ${count(detail['total'])}개 중 ${count(detail['ending'])}개가 0으로 끝나요. 엑셀에서 열어 저장하면 16자리 숫자의 끝자리가 0이 되고, 이대로는 다른 주문으로 처리될 수 있어요. 원래 파일을 다시 받아 넣거나 번호를 고쳐 주세요.`,
  }),
  'digits-exponent': (detail) => ({
    title: '엑셀이 번호를 지수로 바꿔 놓았어요.',
    advice: `‘${value(detail)}’에서는 지워진 숫자를 되살릴 수 없어요. 원래 번호를 넣거나 이 줄을 제외해 주세요.`,
  }),
  'number-mended': (detail) => ({
    title:
      detail['how'] === 'unseen'
        ? `${brokenFields[detail['field'] ?? ''] ?? '번호'}에서 보이지 않는 글자를 떼고 읽었어요.`
        : (numberFixes[detail['how'] ?? ''] ?? '번호를 다듬어 읽었어요.'),
  }),
  'cell-without-value': say(
    '수식만 있고 값이 없어요.',
    '엑셀에서 파일을 열어 저장한 뒤 다시 넣거나, 값을 직접 넣어 주세요.',
  ),
  'cell-error': (detail) => ({
    title: '엑셀 오류 값이 들어 있어요.',
    advice: `‘${value(detail)}’ 대신 맞는 값을 넣어 주세요.`,
  }),
  'courier-missing': say(
    '택배사가 비어 있어요.',
    '송장에 찍힌 택배사를 골라 주세요. 파일 전체가 한 택배사면 한 번에 고를 수 있어요.',
  ),
  'courier-unknown': (detail) => ({
    title: '네이버 목록에 없는 택배사예요.',
    advice:
      couriers(detail) === ''
        ? `‘${value(detail)}’ 대신 송장에 찍힌 택배사를 골라 주세요. 한 번 고르면 기억해 둘게요.`
        : `‘${value(detail)}’ 대신 ${couriers(detail)} 중에서 골라 주세요. 한 번 고르면 기억해 둘게요.`,
  }),
  'courier-ask': (detail) => ({
    title:
      detail['why'] === 'decorated'
        ? `‘${value(detail)}’, ${couriers(detail)} 맞나요?`
        : `‘${value(detail)}’만으로는 택배사를 정할 수 없어요.`,
    advice: askReasons[detail['why'] ?? ''] ?? '송장을 보고 택배사를 골라 주세요.',
  }),
  'courier-two': (detail) => ({
    title: '택배사 칸에 택배사가 두 곳이에요.',
    advice: `${couriers(detail)} 중에서 이 송장번호의 택배사를 골라 주세요.`,
  }),
  'courier-status': (detail) => ({
    title: `택배사 칸에 ‘${value(detail)}’ 상태가 적혀 있어요.`,
    advice: '아직 내보내지 않은 줄 같아요. 이 줄을 제외하거나 택배사를 골라 주세요.',
  }),
  'courier-read-as': (detail) => ({
    title: `‘${value(detail)}’ 표기를 ${toward(courier(detail))} 읽었어요.`,
    advice: '다르면 택배사를 바꿔 주세요.',
  }),
  'method-unknown': (detail) => ({
    title: '네이버에 없는 배송방법이에요.',
    advice: `‘${value(detail)}’ 대신 택배, 직접전달, 방문수령, 퀵서비스 중에서 골라 주세요.`,
  }),
  'method-by-courier': (detail) => ({
    title: `택배사 칸의 ‘${value(detail)}’ 표기를 배송방법 ${toward(method(detail))} 읽었어요.`,
  }),
  'method-overruled': (detail) => ({
    title: `배송방법을 ${toward(method(detail))} 바꿔 읽었어요.`,
    advice: `택배사 칸에 ‘${value(detail)}’ 표기가 있어요. 택배로 보냈다면 택배사를 골라 주세요.`,
  }),
  'shipment-unused': (detail) => ({
    title: '송장번호는 등록하지 않아요.',
    advice: `배송방법이 ‘${method(detail)}’라서 송장번호를 쓰지 않아요. 택배로 보냈다면 배송방법을 택배로 바꿔 주세요.`,
  }),
  'tracking-missing': say('송장번호가 비어 있어요.', '번호를 넣거나 이 줄을 제외해 주세요.'),
  'tracking-status': (detail) => ({
    title: `송장번호 칸에 ‘${value(detail)}’ 상태가 적혀 있어요.`,
    advice:
      detail['method'] === undefined
        ? '아직 내보내지 않은 줄 같아요. 번호가 있으면 넣고, 없으면 이 줄을 제외해 주세요.'
        : `택배로 보낸 줄이 아니면 배송방법을 ${toward(method(detail))} 바꿔 주세요.`,
  }),
  'tracking-words': (detail) => ({
    title: `송장번호 칸에 ${lookalikes[detail['looks'] ?? ''] ?? '글이'} 적혀 있어요.`,
    advice: `‘${value(detail)}’에서 숫자만 골라 쓰지 않아요. 송장번호를 넣거나 이 줄을 제외해 주세요.`,
  }),
  'tracking-several': (detail) => ({
    title: `상품주문 하나에 송장번호가 ${count(String((detail['numbers'] ?? '').split(',').length))}개예요.`,
    advice:
      '네이버에는 하나만 등록할 수 있어요. 상자를 나눠 보냈다면 대표 송장번호를 골라 주세요. 아니라면 이 줄을 제외해 주세요.',
  }),
  'tracking-short': (detail) => ({
    title: `송장번호가 ${detail['length'] ?? ''}자리예요.`,
    advice: '송장번호로는 너무 짧아요. 송장에 찍힌 번호를 넣거나 이 줄을 제외해 주세요.',
  }),
  'tracking-doubtful': (detail) => ({
    title: `송장번호 칸에 ${lookalikes[detail['looks'] ?? ''] ?? '다른 번호가'} 적혀 있는 것 같아요.`,
    advice: '송장에 찍힌 번호와 같은지 보고, 같으면 이 줄을 골라 주세요.',
  }),
  'tracking-length-rare': (detail) => ({
    title: `${courier(detail)} 송장번호가 ${detail['length'] ?? ''}자리예요.`,
    advice: '보통은 12자리예요. 빠진 숫자가 없는지 송장을 보고, 맞으면 이 줄을 골라 주세요.',
  }),
  'tracking-is-order': say(
    '송장번호가 주문번호와 같아요.',
    '칸이 밀렸을 수 있어요. 송장번호를 고치거나 송장번호가 있는 열을 골라 주세요.',
  ),
  'tracking-length': (detail) => ({
    title: `${courier(detail)} 송장번호의 자릿수가 맞지 않아요.`,
    advice: `${detail['length'] ?? ''}자리예요. 빠지거나 더 들어간 숫자가 없는지 송장을 보고 고쳐 주세요. 송장과 같으면 그대로 둘 수 있어요.`,
  }),
  'tracking-length-kept': (detail) => ({
    title: `${courier(detail)} 송장번호의 자릿수가 보통과 달라요.`,
    advice: '그대로 쓰기로 한 번호예요.',
  }),
  'tracking-length-odd': (detail) => ({
    title: `${courier(detail)} 송장번호의 자릿수가 보통과 달라요.`,
    advice: `${detail['length'] ?? ''}자리예요. 송장에 찍힌 번호와 같은지 봐 주세요.`,
  }),
  'tracking-digit': (detail) => ({
    title: `${courier(detail)} 송장번호에 잘못 적은 숫자가 있는 것 같아요.`,
    advice: '택배사의 번호 규칙과 맞지 않아요. 송장에 찍힌 번호와 같은지 봐 주세요.',
  }),
  'other-courier': (detail) => ({
    title: `${courier(detail)} 송장번호가 아닌 것 같아요.`,
    advice: `이 번호는 ${courier(detail)} 규칙과 다르고 ${couriers(detail)} 규칙과는 맞아요. 택배사가 틀리면 구매자가 배송을 조회할 수 없고, 발송 처리한 뒤에는 여기에서 고칠 수 없어요. 송장에 찍힌 택배사를 보고 골라 주세요.`,
  }),
  'date-unreadable': (detail) => ({
    title: '발송일을 읽지 못했어요.',
    advice: `‘${value(detail)}’ 대신 발송 처리하는 시각으로 등록해요. 다른 날이면 2025-01-31처럼 적어 주세요.`,
  }),
  'date-future': (detail) => ({
    title: '발송일이 아직 오지 않은 날이에요.',
    advice: `${value(detail)} 대신 발송 처리하는 시각으로 등록해요.`,
  }),
  'date-far': (detail) => ({
    title: '발송일이 오늘과 너무 멀어요.',
    advice: `${value(detail)} 대신 발송 처리하는 시각으로 등록해요. 날짜가 맞는지 봐 주세요.`,
  }),
  'date-converted': (detail) => ({ title: `발송일을 ${value(detail)}(한국 시각)으로 읽었어요.` }),
  'product-order-differs': (detail) => ({
    title: `상품주문 하나에 송장번호가 ${count(String((detail['numbers'] ?? '').split(',').length))}개예요.`,
    advice: `${rows(detail)}번째 줄이 서로 달라요. 네이버에는 하나만 등록할 수 있어요. 상자를 나눠 보냈다면 대표 송장번호를 골라 주세요. 아니라면 틀린 줄을 제외해 주세요.`,
  }),
  'product-order-again': (detail) => ({
    title: `${detail['row'] ?? ''}번째 줄과 같아요.`,
    advice: '한 번만 처리해요.',
  }),
  'different-recipients': (detail) => ({
    title: '받는 분이 다른데 송장번호가 같아요.',
    advice: `${rows(detail)}번째 줄의 번호가 같아요. 한 상자로 보낸 묶음배송이 아니면 틀린 줄의 번호를 고쳐 주세요.`,
  }),
  'same-number-orders': (detail) => ({
    title: '주문번호가 다른데 송장번호가 같아요.',
    advice: `${rows(detail)}번째 줄의 번호가 같아요. 한 상자로 보낸 묶음배송이면 그대로 두어도 돼요.`,
  }),
  'same-number': (detail) => ({ title: `묶음배송이에요. ${count(detail['count'])}건이 한 상자예요.` }),
  'book-unknown': say(
    '주문 목록에 없는 주문이에요.',
    '가져온 기간보다 오래됐거나 다른 스토어의 주문일 수 있어요. 보내기 전에 네이버에서 한 번 더 조회해요.',
  ),
  'book-cancelled': say('구매자가 취소한 주문이에요.', '상자를 빼 두고 이 줄을 제외해 주세요.'),
  'book-cancel-requested': say(
    '구매자가 취소를 요청한 주문이에요.',
    '보내면 보류로 멈춰요. 처리 내역에서 어떻게 할지 골라 주세요.',
  ),
  'recipient-differs': (detail) => ({
    title: `받는 분이 파일에는 ‘${detail['here'] ?? ''}’, 네이버에는 ‘${detail['there'] ?? ''}’로 적혀 있어요.`,
    advice: '다른 주문의 줄일 수 있어요. 송장을 보고, 맞으면 이 줄을 골라 주세요.',
  }),
  'used-before': (detail) => ({
    title: `${monthAndDay(detail['day'])}에 다른 주문${earlierOrder(detail)}${earlierActs[detail['is'] ?? ''] ?? '에 등록한'} 번호예요.`,
    advice:
      '전에 받은 파일의 번호가 남아 있으면 구매자가 다른 상자를 조회하게 돼요. 송장에 찍힌 번호를 보고 고치거나, 맞으면 이 줄을 골라 주세요.',
  }),
  'shifted-column': say(
    '송장번호 열에 주문번호가 들어 있는 것 같아요.',
    '열이 밀린 파일일 수 있어서 발송 처리를 막아 두었어요. 송장번호가 있는 열을 골라 주세요.',
  ),
  'file-shifted-column': (detail) => ({
    title: '송장번호 열에 주문번호가 들어 있는 것 같아요.',
    advice: `${count(detail['total'])}줄 중 ${count(detail['same'])}줄의 송장번호가 주문번호와 같아요. 열이 밀린 파일일 수 있어서 발송 처리를 막아 두었어요. 송장번호가 있는 열을 골라 주세요.`,
  }),
  'hidden-row': say('엑셀에서 숨긴 줄이에요.'),
  'example-row': say('예시로 적힌 줄 같아요.', '실제 주문이 아니면 그대로 두고, 보낼 주문이면 이 줄을 골라 주세요.'),
  'answer-awaited': (detail) => ({
    title: `${askedFields[detail['field'] ?? ''] ?? '번호'}를 무엇으로 읽을지 아직 정하지 않았어요.`,
    advice: '파일 위의 질문에 답하기 전에는 처리하지 않아요. 질문이 보이지 않으면 파일을 다시 놓아 주세요.',
  }),
  'file-tracking-digit': (detail) => ({
    title: `${courier(detail)} 송장번호가 알려진 번호 규칙과 맞지 않아요.`,
    advice: `${count(detail['total'])}건 중 ${count(detail['failed'])}건이 그래요. 번호 체계가 다른 계약일 수 있으니, 몇 건만 송장과 견주어 보고 맞으면 그대로 두어도 돼요.`,
  }),
  'item-missing': say(
    '주문품목번호가 비어 있어요.',
    '어느 품목인지 알 수 없어요. 번호를 넣거나 이 줄을 제외해 주세요.',
  ),
  'item-differs': (detail) => ({
    title: '같은 품목의 답이 서로 달라요.',
    advice: `${rows(detail)}번째 줄이 서로 달라요. 틀린 줄을 제외해 주세요.`,
  }),
  'item-again': (detail) => ({ title: `${detail['row'] ?? ''}번째 줄과 같아요.`, advice: '한 번만 처리해요.' }),
  'available-missing': say('재고가 있는지 없는지 비어 있어요.', '가능이나 불가를 골라 주세요.'),
  'available-unknown': (detail) => ({
    title: '재고가 있는지 없는지 알 수 없어요.',
    advice: `‘${value(detail)}’ 대신 가능이나 불가를 골라 주세요.`,
  }),
  'reason-missing': say(
    '불가인데 사유가 없어요.',
    '왜 불가인지 골라 주세요. 사유가 없으면 BrightMall이 이 줄을 받지 않아요.',
  ),
  'reason-unknown': (detail) => ({
    title: 'BrightMall에 없는 사유예요.',
    advice: `‘${value(detail)}’ 대신 재고 부족, 예약, 파손, 단종, 기타 중에서 골라 주세요.`,
  }),
  'reason-unused': say('재고가 있으면 사유는 등록하지 않아요.'),
  'memo-long': (detail) => ({
    title: `메모가 ${count(detail['length'])}자예요.`,
    advice: `BrightMall은 ${count(detail['limit'])}자까지 받아요. 줄여 주세요.`,
  }),
  'price-partial': say('단가와 수량이 다 있어야 해요.', '빠진 값을 넣거나 금액 칸을 모두 비워 주세요.'),
  'price-unreadable': (detail) => ({
    title: '금액이나 수량을 읽지 못했어요.',
    advice: `‘${value(detail)}’ 대신 숫자를 넣어 주세요.`,
  }),
  'price-uneven': (detail) => ({
    title: '합계가 단가 × 수량과 달라요.',
    advice: `${count(detail['total'])}원으로 적혀 있고, 곱하면 ${count(detail['right'])}원이에요.`,
  }),
};

/** The codes of couriers and methods in a remark as its market names them; those it has no name for are left out. */
function withNames(detail: Detail, { couriers: known, methods }: MarketRules['shipments']): Detail {
  const { courier: code, candidates, method: wanted, ...rest } = detail;
  const name = code === undefined ? undefined : known.nameOf(code);
  const given = oneOf(deliveryMethods, wanted);
  return {
    ...rest,
    ...(name === undefined ? {} : { courier: name }),
    ...(candidates === undefined
      ? {}
      : {
          candidates: candidates
            .split(',')
            .flatMap((each) => known.nameOf(each) ?? [])
            .join('·'),
        }),
    ...(given === undefined ? {} : { method: methods.nameOf(given) }),
  };
}

/** The words of a remark with its gaps filled. `rules`: those of the market that the line is for. */
export function remarkText(remark: Remark, rules: MarketRules): RemarkWords {
  if (!isRemarkCode(remark.code)) return { title: remark.code };
  const field = remark.field === undefined ? {} : { field: remark.field };
  const detail = withNames({ ...remark.detail, ...field }, rules.shipments);
  return withUnseen(remarkWords[remark.code](detail), value(detail));
}

/** A value that holds what cannot be seen looks like the right one: then its remark says so first. */
function withUnseen(words: RemarkWords, written: string): RemarkWords {
  const names = unseenNames(written);
  if (names.length === 0) return words;
  return { ...words, advice: `보이지 않는 글자(${names.join(', ')})가 들어 있어요. ${words.advice ?? ''}`.trim() };
}

/** The words on the button of a fix; buttons end in -기 and name the act. */
export function fixText(fix: Fix): string {
  switch (fix.do) {
    case 'set':
      if (fix.field === 'trackingNumber')
        return fix.represents === true ? `${showTracking(fix.label)} 대표로 쓰기` : `${showTracking(fix.label)} 쓰기`;
      if (fix.field === 'reason') return fix.label;
      if (fix.field === 'totalAmount') return `${toward(`${figure(Number(fix.label))}원`)} 바꾸기`;
      return fix.field === 'memo' ? `${fix.label}자로 줄이기` : `${toward(fix.label)} 바꾸기`;
    case 'pick-courier':
      return '택배사 고르기';
    case 'edit':
      return '고치기';
    case 'exclude':
      return '이 줄 제외하기';
    case 'keep':
      return fix.includes === true ? '이 줄도 발송하기' : '이대로 두기';
    case 'represent':
      return '이 번호를 대표로 쓰기';
    case 'choose-column':
      return '열 고르기';
    case 'courier-for-file':
      return '파일 전체 택배사 고르기';
  }
}
