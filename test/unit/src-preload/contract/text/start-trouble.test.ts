import { describe, expect, it } from 'vitest';
import { startTroubles } from '../../../../../src-preload/contract/start-troubles';
import { startTrouble } from '../../../../../src-preload/contract/text/ko/start-trouble';

describe('the words for a file that cannot be used', () => {
  it.each(startTroubles)('%s says what happened, what is safe and what to do, in our tone', (code) => {
    for (const sentence of Object.values(startTrouble.troubles[code])) {
      expect(sentence).toMatch(/(?:요|세요)\.$/u);
      expect(sentence).not.toMatch(/확인|취소|승인|죄송|[!！]/u);
    }
  });
});
