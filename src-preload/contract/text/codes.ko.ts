import { isOwnCode, type OwnCode } from '../codes';
import type { MarketName } from '../market-facts';
import type { CodeWords } from './code-words';
import { marketWords } from './market-words.ko';

export type { CodeWords };

const say = (title: string, advice: string): CodeWords => ({ title, advice });

/** Of an order that is held because of another one in its parcel. */
const parcelAdvice = '한 상자라서 함께 멈췄어요. 그 주문을 먼저 살펴봐 주세요.';

export const ownCodeWords: Record<OwnCode, CodeWords> = {
  'already-dispatched': say(
    '이미 처리된 주문이에요.',
    '네이버에 같은 택배사와 송장번호가 등록되어 있어서 다시 처리하지 않았어요.',
  ),
  'already-confirmed': say(
    '이미 발주 확인된 주문이에요.',
    '네이버에 발주 확인으로 등록되어 있어서 다시 처리하지 않았어요.',
  ),
  conflict: say(
    '네이버에 다른 송장번호가 등록되어 있어요.',
    '이미 발송 처리된 번호는 여기에서 바꿀 수 없어요. 파일의 번호가 맞으면 판매관리 > 배송현황관리에서 고친 뒤 다시 읽어 주세요.',
  ),
  'no-certain-answer': say(
    '세 번 시도했지만 네이버의 답을 받지 못했어요.',
    '조회할 때마다 발송 처리되어 있지 않았어요. 스마트스토어센터에서 이 주문을 보고, 그대로면 다시 시도해 주세요.',
  ),
  'not-found': say(
    '네이버를 조회해도 이 상품주문이 나오지 않아요.',
    '처리됐는지 알 수 없어서 다시 처리하지 않고 한 시간마다 조회해요. 스마트스토어센터에서 본 뒤 어떻게 되어 있는지 알려 주세요.',
  ),
  'step-before-failed': say(
    '앞 단계가 끝나지 않아서 처리하지 않았어요.',
    '발주 확인이 실패했거나 제외됐어요. 그 이유를 풀고 다시 시도해 주세요.',
  ),
  'settled-by-hand': say(
    '스마트스토어센터에서 직접 보고 마친 주문이에요.',
    '발송 처리되어 있다고 알려 줘서 여기에서는 처리하지 않아요.',
  ),
  'not-sent-by-hand': say('발송 처리되어 있지 않다고 알려 준 주문이에요.', '곧 다시 발송 처리해요.'),
  'cancel-requested': say(
    '구매자가 취소를 요청했어요.',
    '포장하는 사이에 취소 요청이 들어와서 발송 처리를 멈췄어요. 지금 발송 처리하면 취소 요청이 거부되고 되돌릴 수 없어요. 먼저 이 상자를 빼 두고 골라 주세요.',
  ),
  'address-changed': say(
    '구매자가 배송지를 바꿨어요.',
    '이미 출력한 송장에는 예전 주소가 있을 수 있어서 발송 처리를 멈췄어요. 다르면 송장을 다시 출력하고 새 번호를 넣어 주세요.',
  ),
  'box-changed': say(
    '번호를 넣은 뒤에 주문이 바뀌었어요.',
    '옵션이나 희망일이 바뀌었거나 구매자가 취소한 주문이 같은 상자에 있을 수 있어서 발송 처리를 멈췄어요. 주문의 뺄 상자에서 바뀐 것을 봐 주세요.',
  ),
  'several-product-orders': say(
    '주문 하나에 상품주문이 여러 건이에요.',
    '이 송장번호로 함께 발송 처리할 상품주문을 골라 주세요.',
  ),
  'not-confirmed': say(
    '발주 확인이 필요하다고 네이버가 답했어요.',
    '발주 확인을 먼저 하고 이어서 발송 처리할 수 있어요.',
  ),
  closed: say(
    '더는 발송 처리할 수 없는 주문이에요.',
    '구매자가 취소했거나 반품, 교환된 주문이에요. 상자를 아직 내보내지 않았다면 빼 두세요.',
  ),
  'lookup-closed': say(
    '이 주문에는 발송 처리할 상품주문이 없어요.',
    '이미 발송 처리됐거나 구매자가 취소한 주문이에요. 스마트스토어센터에서 살펴봐 주세요.',
  ),
  'lookup-empty': say(
    '이 주문번호로 상품주문을 찾지 못했어요.',
    '주문번호가 맞는지, 다른 스토어의 주문이 아닌지 살펴봐 주세요.',
  ),
  restored: say(
    '백업이나 다른 PC에서 온 주문이에요.',
    '그사이에 처리됐을 수 있어서 네이버에 등록된 내용을 먼저 조회해요.',
  ),
  excluded: say('제외한 주문이에요.', '네이버에 아무것도 등록하지 않았어요.'),
  declined: say('발송하지 않기로 한 주문이에요.', '네이버에 아무것도 등록하지 않았어요.'),
  undone: say('되돌린 주문이에요.', '시작하기 전에 되돌려서 네이버에 아무것도 등록하지 않았어요.'),
  replaced: say('새 값으로 바뀐 주문이에요.', '나중에 넣은 값이 대신 처리돼요.'),
  'in-neither-list': say(
    '네이버의 답에 이 주문이 없었어요.',
    '처리됐는지 알 수 없어서 네이버에 등록된 내용을 먼저 조회해요.',
  ),
  'no-answer': say(
    '네이버의 답을 받지 못했어요.',
    '발송 처리가 됐을 수도, 안 됐을 수도 있어요. 두 번 처리하지 않도록 네이버에 등록된 내용을 먼저 조회하고 있으니 기다려 주세요.',
  ),
  'process-ended': say(
    '처리하는 중에 프로그램이 꺼졌어요.',
    '발송 처리가 됐을 수도, 안 됐을 수도 있어요. 두 번 처리하지 않도록 네이버에 등록된 내용을 먼저 조회하고 있으니 기다려 주세요.',
  ),
  offline: say(
    '인터넷이 끊겼어요.',
    '이 PC에 저장해 두었고, 아직 등록되지 않았어요. 연결되면 자동으로 처리하니 PC와 프로그램을 켜 두세요.',
  ),
  'refused-alone': say(
    '쇼핑몰이 이 줄의 값을 읽지 못했어요.',
    '택배사, 송장번호, 발송일을 살펴보고 고친 뒤 다시 시도해 주세요.',
  ),
  'by-file': say(
    '엑셀 일괄발송 파일로 저장한 주문이에요.',
    '스마트스토어센터에 파일을 올린 뒤 다시 읽으면 결과를 알 수 있어요.',
  ),
  'not-read': say(
    '이 주문을 네이버에서 읽지 못했어요.',
    '네 번 조회해도 네이버의 답에 이 상품주문이 없었어요. 번호가 맞는지, 이 스토어의 주문인지 살펴봐 주세요.',
  ),
  'parcel-left-out': say('네이버의 답에 같은 상자의 다른 주문이 없어서 기다려요.', '한 상자라서 함께 다시 조회해요.'),
  'parcel-cancel-requested': say('같은 상자의 다른 주문에 취소 요청이 있어요.', parcelAdvice),
  'parcel-address-changed': say('같은 상자의 다른 주문에서 배송지가 바뀌었어요.', parcelAdvice),
  'parcel-conflict': say('같은 상자의 다른 주문에 다른 송장번호가 등록되어 있어요.', parcelAdvice),
  'parcel-not-read': say('같은 상자의 다른 주문을 네이버에서 읽지 못했어요.', parcelAdvice),
  'parcel-hope-date': say('같은 상자의 다른 주문은 배송 희망일이 아직 남았어요.', parcelAdvice),
  'parcel-pick-up': say('같은 상자의 다른 주문은 방문수령 주문이에요.', parcelAdvice),
  'parcel-partly-cancelled': say('같은 상자의 다른 주문에 구매자가 취소한 수량이 있어요.', parcelAdvice),
  'cancel-overridden': say(
    '발송 처리하면서 구매자의 취소 요청이 거부됐어요.',
    '네이버는 발송 처리를 받으면 취소 요청을 거부해요. 상자를 아직 내보내지 않았다면 구매자에게 먼저 물어봐 주세요.',
  ),
  'wrong-number': say(
    '네이버가 이 송장번호를 잘못된 번호로 보고 있어요.',
    '송장에 찍힌 번호와 택배사를 보고, 다르면 판매관리 > 배송현황관리에서 고친 뒤 다시 읽어 주세요.',
  ),
  'not-registered': say(
    '네이버에 발송 처리가 남아 있지 않아요.',
    '네이버가 발송 처리를 받았다고 답했는데, 다시 조회하니 등록되어 있지 않아요. 스마트스토어센터에서 이 주문을 살펴봐 주세요.',
  ),
  'logistics-ships': say(
    '물류사가 보내요.',
    'N배송 주문이라 네이버와 계약한 물류사만 발송 처리할 수 있어요. 여기에서는 처리하지 않았어요. 직접 포장한 상자가 있으면 빼 두세요.',
  ),
  'gift-not-accepted': say(
    '받는 분이 아직 선물을 받지 않았어요.',
    '선물을 받고 배송지를 넣으면 이어서 발송 처리해요. 30분마다 조회하고 있으니 기다려 주세요.',
  ),
  'after-main-product': say(
    '본상품 다음에 처리해요.',
    '추가구성상품이라 네이버가 같은 주문의 본상품을 먼저 받아요. 본상품이 끝나면 자동으로 이어서 처리해요.',
  ),
  'hope-date': say('배송 희망일이 아직 남았어요.', '희망일에 맞춰 도착하도록 발송 처리를 멈췄어요.'),
  'pick-up': say('방문수령 주문이에요.', '이 파일에는 송장번호가 있어서 발송 처리를 멈췄어요.'),
  'already-delayed': say('이미 등록된 발송 지연이에요.', '네이버에 같은 사유와 날짜로 등록되어 있어요.'),
  'already-refunded': say('이미 환불된 주문이에요.', '네이버에 환불로 등록되어 있어서 다시 처리하지 않았어요.'),
  'delay-unconfirmed': say('발주 확인을 먼저 해야 해요.', '발주 확인한 주문만 발송 지연을 등록할 수 있어요.'),
  'delay-claim-open': say(
    '구매자가 취소를 요청한 주문이에요.',
    '취소 요청을 먼저 처리해야 발송 지연을 등록할 수 있어요.',
  ),
  'delay-day-past': say('발송하기로 한 날짜가 지났어요.', '새 날짜로 다시 처리해 주세요.'),
  'not-permitted': say(
    '네이버가 이 처리를 허용하지 않았어요.',
    '커머스API센터의 애플리케이션에 이 API 권한이 없어요. 스마트스토어센터에서 처리해 주세요.',
  ),
  'refund-decided': say('구매자에게 환불하는 중이에요.', '끝나면 이 주문은 제외로 옮겨요.'),
  refunded: say('구매자에게 환불한 주문이에요.', '상자에서 이 상품을 빼 주세요.'),
  'refund-under-way': say('네이버가 환불하고 있어요.', '환불이 끝났는지 보려면 다시 읽어 주세요.'),
  'partly-cancelled': say('구매자가 취소한 수량이 있어요.', '상자에 남은 수량만 담았는지 보도록 발송 처리를 멈췄어요.'),
};

/** For a code no one listed: the market's own words where it gave some. */
const unlisted = '다시 시도해도 같으면 문의용 번호로 쇼핑몰에 물어봐 주세요.';

/** Codes of the line itself, as the HTTP client names them (ECONNRESET, UND_ERR_SOCKET, WHOLE_TIMEOUT): no market said them. */
const lineCode = /^(?:E[A-Z_]{3,}|UND_ERR_\w+|WHOLE_TIMEOUT|NO_STATUS|SENT_TWICE|CERT_\w+|\w+Error|UNNAMED)$/u;
const lineWords = say(
  '연결이 끊겨서 답을 받지 못했어요.',
  '이 PC에 저장해 두었고, 연결되면 자동으로 이어서 처리해요. PC와 프로그램을 켜 두세요.',
);

/**
 * The words for a market's code or one of ours. `message`: the market's own words, shown when no one listed the code.
 * `market`: whose job it is; our own codes name it.
 */
export function codeWords(code: string, message: string | undefined, market: MarketName): CodeWords {
  if (isOwnCode(code)) return marketWords[market].own[code] ?? ownCodeWords[code];
  const { subject } = marketWords[market];
  for (const { wordsOf } of Object.values(marketWords)) {
    const words = wordsOf(code);
    if (words !== undefined) return words;
  }
  if (lineCode.test(code)) return lineWords;
  if (code === notDocumented)
    return say(`${subject} 알 수 없는 답을 보냈어요.`, '잠시 뒤에 자동으로 다시 살펴봐요. 기다리기만 하면 돼요.');
  if (message === undefined || message.trim() === '') return say(`${subject} 이유를 알려 주지 않았어요.`, unlisted);
  return say(`쇼핑몰의 답: ${message.trim()}`, unlisted);
}

/** What a session calls a 200 that is not the documented JSON (src-main/markets). */
const notDocumented = 'not-documented';
