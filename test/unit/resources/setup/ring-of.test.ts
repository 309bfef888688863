import { expect, it } from 'vitest';
import { ringOf } from '../../../../resources/setup/ring-of.mjs';

it.each([
  [undefined, 'all', []],
  ['unit', 'unit', []],
  ['e2e', 'e2e', []],
  ['test/unit/src-main/bridge', 'unit', ['test/unit/src-main/bridge']],
  ['./test/integration/preload.test.ts', 'unit', ['test/integration/preload.test.ts']],
  ['test\\e2e\\log.spec.ts', 'e2e', ['test/e2e/log.spec.ts']],
  ['log.spec.ts', 'e2e', ['log.spec.ts']],
])('of %s the tests are known', (word, ring, paths) => {
  expect(ringOf(word)).toEqual({ ring, paths });
});

it('knows none of a word that names no tests, so that a slip does not run everything', () => {
  for (const word of ['units', 'src-main/core.ts', 'test/support/http', '']) expect(ringOf(word)).toBeUndefined();
});
