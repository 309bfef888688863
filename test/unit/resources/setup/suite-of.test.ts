import { expect, it } from 'vitest';
import { suiteOf } from '../../../../resources/setup/suite-of.mjs';

it.each([
  [undefined, 'all', []],
  ['unit', 'unit', []],
  ['e2e', 'e2e', []],
  ['test/unit/src-main/bridge', 'unit', ['test/unit/src-main/bridge']],
  ['./test/integration/preload.test.ts', 'unit', ['test/integration/preload.test.ts']],
  ['test\\e2e\\log.spec.ts', 'e2e', ['test/e2e/log.spec.ts']],
  ['log.spec.ts', 'e2e', ['log.spec.ts']],
])('of %s the tests are known', (word, suite, paths) => {
  expect(suiteOf(word)).toEqual({ suite, paths });
});

it('knows none of a word that names no tests, so that a slip does not run everything', () => {
  for (const word of ['units', 'src-main/core.ts', 'test/support/http', '']) expect(suiteOf(word)).toBeUndefined();
});
