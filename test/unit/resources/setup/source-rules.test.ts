import { describe, expect, it } from 'vitest';
import { findAgainstRules } from '../../../../resources/setup/source-rules.mjs';

describe('bare Korean', () => {
  const found = (source: string, path = 'src-renderer/app.tsx') => findAgainstRules(path, source);

  it.each(['"보내기"', "'보내기'", '`보내기`', '`${1}건`', '<b>보내기</b>', '/보내기/'])('is found in %s', (text) => {
    expect(found(`const one = 1;\nexport const two = ${text};`)).toEqual(['src-renderer/app.tsx:2 bare-korean']);
  });

  it('is none in a comment, in the texts, and in words of sheets', () => {
    expect(found('/** 보내기 */\n// 보내기\nexport const one = 1;')).toEqual([]);
    expect(found('export const one = "보내기";', 'src-preload/contract/text/ko.ts')).toEqual([]);
    expect(found('export const one = "보내기";', 'src-renderer/sheets/understanding/words.ts')).toEqual([]);
  });
});

describe('a sleep in a test', () => {
  const found = (source: string) => findAgainstRules('test/unit/one.test.ts', source);

  it.each([
    'await new Promise((resolve) => setTimeout(resolve, 100));',
    'await new Promise((done) => { setTimeout(() => done(), 100); });',
    "import { setTimeout as pause } from 'node:timers/promises';",
    'await page.waitForTimeout(100);',
  ])('is found in %s', (source) => {
    expect(found(source)).toEqual(['test/unit/one.test.ts:1 sleep-in-test']);
  });

  it('is none where timers are the test’s own, or a bound for what hangs', () => {
    expect(found("vi.useFakeTimers({ toFake: ['setTimeout'] });")).toEqual([]);
    expect(found('test.setTimeout(120_000);')).toEqual([]);
    expect(found('new Promise((resolve, reject) => { setTimeout(reject, 100); });')).toEqual([]);
    expect(findAgainstRules('test/bench/one.ts', 'await page.waitForTimeout(100);')).toEqual([]);
  });
});

describe('a way outside', () => {
  const found = (source: string, path = 'src-main/main.ts') => findAgainstRules(path, source);

  it.each([
    'void shell.openExternal(address);',
    "void shell['openExternal'](address);",
    'const { openExternal: open } = shell;',
  ])('is found in %s', (source) => {
    expect(found(source)).toEqual(['src-main/main.ts:1 way-outside']);
  });

  it('is none in a comment, and in the place that asks first', () => {
    expect(found('// shell.openExternal is asked for elsewhere\nexport const one = 1;')).toEqual([]);
    expect(found('void shell.openExternal(address);', 'src-main/electron/window/open-outside.ts')).toEqual([]);
  });
});
