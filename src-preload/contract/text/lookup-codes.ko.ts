import type { MarketName } from '../market-facts';
import type { CodeWords } from './code-words';
import { codeWords } from './codes.ko';

const say = (title: string, advice: string): CodeWords => ({ title, advice });

const badNumber = say(
  '주문번호 형식이 맞지 않아요.',
  '상품주문번호나 송장번호를 넣지 않았는지 살펴보고, 주문번호만 다시 넣어 주세요.',
);
const noSuchOrder = say(
  '네이버에 없는 주문이에요.',
  '주문번호를 끝까지 복사했는지, 다른 스토어의 주문이 아닌지 살펴봐 주세요.',
);
const noAccess = say(
  '네이버가 이 스토어의 연결 정보를 받아들이지 않아요.',
  '연결 정보를 새로 받아 자동으로 다시 찾아요. 계속 이러면 설정에서 시크릿을 바꿔 주세요.',
);
const marketTrouble = say('네이버 서버에 문제가 생겼어요.', '번호는 그대로 두었어요. 잠시 뒤에 자동으로 다시 찾아요.');

/**
 * The table of resources/docs/markets/naver.md, "Product order ids": 400, 401, 404, 500, and the codes that stand for
 * them.
 */
const table: Readonly<Record<string, CodeWords>> = {
  '400': badNumber,
  '4000': badNumber,
  '000400': badNumber,
  '401': noAccess,
  'GW.AUTHN': noAccess,
  '404': noSuchOrder,
  '100001': noSuchOrder,
  '100003': noSuchOrder,
  '500': marketTrouble,
  'GW.INTERNAL_SERVER_ERROR': marketTrouble,
};

/** The words for a code that a lookup of an order number was answered with; `message`: the market's own; `market`: whose job it is. */
export function lookupCodeWords(code: string, message: string | undefined, market: MarketName): CodeWords {
  return table[code] ?? codeWords(code, message, market);
}
