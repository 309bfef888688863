import type { OwnCode } from '../codes';
import type { MarketName } from '../market-facts';
import { isBrightmallCode } from '../markets/brightmall/codes';
import { isNaverCode } from '../markets/naver/codes';
import { brightmallCodeWords, brightmallOwnWords } from './brightmall-codes.ko';
import type { CodeWords } from './code-words';
import { naverCodeWords } from './naver-codes.ko';

export interface MarketWords {
  name: string;
  /** The market as the subject of a sentence. */
  subject: string;
  /** What a code of the market means; undefined for one that is not its own. */
  wordsOf(code: string): CodeWords | undefined;
  /** Where our own codes mean something else there. */
  own: Partial<Record<OwnCode, CodeWords>>;
}

/** What is said of each market and its codes. */
export const marketWords: Readonly<Record<MarketName, MarketWords>> = {
  naver: {
    name: '네이버',
    subject: '네이버가',
    wordsOf: (code) => (isNaverCode(code) ? naverCodeWords[code] : undefined),
    own: {},
  },
  brightmall: {
    name: 'BrightMall',
    subject: 'BrightMall이',
    wordsOf: (code) => (isBrightmallCode(code) ? brightmallCodeWords[code] : undefined),
    own: brightmallOwnWords,
  },
};
