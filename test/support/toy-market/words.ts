import type { MarketWords } from '../../../src-preload/contract/text/market-words.ko';

/** What is said of the toy market and its codes. */
export const toyWords: MarketWords = {
  name: '장난감나라',
  subject: '장난감나라가',
  wordsOf: (code) => (code === 'TOY.NO' ? { title: '오늘은 안 된대요.', advice: '내일 다시 해 주세요.' } : undefined),
  own: { 'already-dispatched': { title: '장난감나라에 이미 있어요.', advice: '다시 보내지 않았어요.' } },
};
