import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { chromiumGaps } from '../../../../resources/rings/chromium-gaps.mjs';
import { wineGaps } from '../../../../resources/rings/wine-gaps.mjs';

it('name tests that are there, each with a reason', () => {
  for (const { file, test = '', why } of [...chromiumGaps, ...wineGaps]) {
    expect(readFileSync(file, 'utf8'), `${file}: ${test}`).toContain(test);
    expect(why, `${file}: ${test}`).toMatch(/\w{3}/u);
  }
});
