import type { MarketName } from '../market-facts';
import type { CodeWords } from './code-words';
import { codeWords } from './codes.ko';

const say = (title: string, advice: string): CodeWords => ({ title, advice });

const unreadable = say(
  '네이버가 이 발주 확인을 읽지 못했어요.',
  '상품주문번호가 맞는지 살펴보고 다시 시도해 주세요. 그래도 같으면 문의용 번호로 네이버에 물어봐 주세요.',
);
const logistics = say(
  '물류사가 발주 확인해요.',
  'N배송 주문이라 네이버와 계약한 물류사만 발주 확인할 수 있어요. 여기에서는 처리하지 않았어요.',
);

/** Codes whose words would speak of a shipment: a confirm has none. */
const table: Readonly<Record<string, CodeWords>> = {
  '4000': unreadable,
  '000400': unreadable,
  'refused-alone': unreadable,
  '105308': logistics,
  'logistics-ships': logistics,
  '104417': say('교환이 진행 중인 주문이에요.', '스마트스토어센터의 교환 관리에서 처리한 뒤 다시 읽어 주세요.'),
  '104443': say(
    '지금 상태로는 발주 확인할 수 없는 주문이에요.',
    '이미 발주 확인했거나 구매자가 취소한 주문일 수 있어요. 네이버에 등록된 내용을 다시 읽어 주세요.',
  ),
  closed: say('더는 발주 확인할 수 없는 주문이에요.', '구매자가 취소했거나 반품, 교환된 주문이에요.'),
  'no-certain-answer': say(
    '세 번 시도했지만 네이버의 답을 받지 못했어요.',
    '조회할 때마다 발주 확인되어 있지 않았어요. 스마트스토어센터에서 이 주문을 보고, 그대로면 다시 시도해 주세요.',
  ),
  'not-sent-by-hand': say('발주 확인되어 있지 않다고 알려 준 주문이에요.', '곧 다시 발주 확인해요.'),
  'no-answer': say(
    '네이버의 답을 받지 못했어요.',
    '발주 확인이 됐을 수도, 안 됐을 수도 있어요. 네이버에 등록된 내용을 먼저 조회하고 있으니 기다려 주세요.',
  ),
  'process-ended': say(
    '처리하는 중에 프로그램이 꺼졌어요.',
    '발주 확인이 됐을 수도, 안 됐을 수도 있어요. 네이버에 등록된 내용을 먼저 조회하고 있으니 기다려 주세요.',
  ),
};

/** The words for a code that a confirm stands in; `message`: the market's own; `market`: whose job it is. */
export function confirmCodeWords(code: string, message: string | undefined, market: MarketName): CodeWords {
  return table[code] ?? codeWords(code, message, market);
}
