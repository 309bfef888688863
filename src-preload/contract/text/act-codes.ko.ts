import type { JobKind } from '../job-states';
import type { MarketName } from '../market-facts';
import type { CodeWords } from './code-words';
import { codeWords } from './codes.ko';

const say = (title: string, advice: string): CodeWords => ({ title, advice });

const notPermitted = '커머스API센터의 애플리케이션에 이 API 권한이 없어요. 스마트스토어센터에서 처리해 주세요.';

/** Codes that mean something else for a delay than for a shipment. */
const delayWords: Readonly<Record<string, CodeWords>> = {
  '4000': say('네이버가 이 발송 지연을 읽지 못했어요.', '사유와 날짜, 안내 문구를 살펴보고 다시 처리해 주세요.'),
  '000400': say('네이버가 이 발송 지연을 읽지 못했어요.', '사유와 날짜, 안내 문구를 살펴보고 다시 처리해 주세요.'),
  '9999': say(
    '네이버가 이유를 알려 주지 않았어요.',
    '조회해 보니 발송 지연이 등록되어 있지 않아요. 스마트스토어센터에서 이 주문을 봐 주세요.',
  ),
  '104105': say('네이버가 받는 발송 기한을 벗어났어요.', '더 가까운 날짜로 다시 처리해 주세요.'),
  '104443': say('발주 확인을 먼저 해야 해요.', '발주 확인한 주문만 발송 지연을 등록할 수 있어요.'),
  closed: say('이미 발송 처리했거나 구매자가 취소한 주문이에요.', '발송 전 주문만 발송 지연을 등록할 수 있어요.'),
  'not-permitted': say('네이버가 발송 지연을 허용하지 않았어요.', notPermitted),
  'no-certain-answer': say(
    '세 번 시도했지만 네이버의 답을 받지 못했어요.',
    '조회할 때마다 발송 지연이 등록되어 있지 않았어요. 스마트스토어센터에서 이 주문을 보고, 그대로면 다시 시도해 주세요.',
  ),
  'no-answer': say(
    '네이버의 답을 받지 못했어요.',
    '등록됐을 수도, 안 됐을 수도 있어요. 네이버에 등록된 내용을 먼저 조회하고 있으니 기다려 주세요.',
  ),
  'not-sent-by-hand': say('발송 지연이 등록되어 있지 않다고 알려 준 주문이에요.', '곧 다시 등록해요.'),
};

const refundUnclear = '환불됐을 수도, 안 됐을 수도 있어요. 네이버에 등록된 내용을 먼저 조회하고 있으니 기다려 주세요.';
const askAgain = '이 주문은 보류에 그대로 있어요. 취소 요청을 다시 보고 골라 주세요.';

/** The same for a yes to a cancel request. */
const refundWords: Readonly<Record<string, CodeWords>> = {
  '9999': say('네이버가 환불을 받지 않았어요.', `같은 주문의 추가구성상품을 먼저 환불해야 할 수 있어요. ${askAgain}`),
  '104442': say('지금 상태로는 환불할 수 없는 주문이에요.', askAgain),
  closed: say('골랐던 취소 요청이 더는 없어요.', `구매자가 요청을 거두었거나 새로 요청했어요. ${askAgain}`),
  'not-read': say('이 주문을 네이버에서 읽지 못했어요.', `읽지 못한 주문은 환불하지 않아요. ${askAgain}`),
  'not-permitted': say(
    '네이버가 여기에서 환불하는 것을 허용하지 않았어요.',
    `${notPermitted} 이 주문은 보류에 그대로 있어요.`,
  ),
  'no-certain-answer': say(
    '네이버의 답을 받지 못했어요.',
    `조회해 보니 취소 요청이 그대로예요. 되돌릴 수 없는 일이라 자동으로 다시 하지 않아요. ${askAgain}`,
  ),
  'step-before-failed': say('추가구성상품의 환불이 끝나지 않아서 처리하지 않았어요.', askAgain),
  'no-answer': say('네이버의 답을 받지 못했어요.', refundUnclear),
  'process-ended': say('처리하는 중에 프로그램이 꺼졌어요.', refundUnclear),
  'not-sent-by-hand': say('환불되어 있지 않다고 알려 준 주문이에요.', '곧 다시 환불해요.'),
};

/** The words for a code that a delay or a yes to a cancel request stands in; `message`: the market's own. */
export function actCodeWords(
  kind: Extract<JobKind, 'delay' | 'refund'>,
  code: string,
  message: string | undefined,
  market: MarketName,
): CodeWords {
  return (kind === 'delay' ? delayWords : refundWords)[code] ?? codeWords(code, message, market);
}
