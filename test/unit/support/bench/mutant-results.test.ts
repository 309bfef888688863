import { describe, expect, it } from 'vitest';
import { codeAt, takeOutEquivalents, wasAsked } from '../../../support/bench/mutant-results';
import type { Mutant } from '../../../support/bench/mutant-results';

const mutant = (more: Partial<Mutant> = {}): Mutant => ({
  file: 'rules/one.ts',
  code: 'a < b',
  becomes: 'a <= b',
  mutatorName: 'EqualityOperator',
  line: 3,
  column: 5,
  status: 'Survived',
  ...more,
});
const entry = { file: 'rules/one.ts', code: 'a < b', becomes: 'a <= b', because: 'they never equal each other' };

it('the code of a mutant is cut out of its file, over several lines too', () => {
  const lines = ['if (a) {', '  go();', '}'];
  expect(codeAt(lines, { start: { line: 1, column: 5 }, end: { line: 1, column: 6 } })).toBe('a');
  expect(codeAt(lines, { start: { line: 1, column: 8 }, end: { line: 3, column: 2 } })).toBe('{\n  go();\n}');
});

it('what is not compiled, and a branch that no value gets to, was not asked about', () => {
  expect(wasAsked(mutant())).toBe(true);
  expect(wasAsked(mutant({ status: 'NoCoverage' }))).toBe(true);
  expect(wasAsked(mutant({ status: 'Killed' }))).toBe(true);
  expect(wasAsked(mutant({ status: 'CompileError' }))).toBe(false);
  expect(wasAsked(mutant({ code: 'default:\n      return assertNever(state);' }))).toBe(false);
  expect(wasAsked(mutant({ code: 'default:\n      return state;' }))).toBe(true);
});

describe('equivalent mutants', () => {
  const killed = mutant({ code: 'c > d', becomes: 'c >= d', status: 'Killed' });

  it('are not counted', () => {
    expect(takeOutEquivalents([mutant(), killed], [entry])).toEqual({ counted: [killed], wrong: [] });
  });

  it('are known by the first line of what changed', () => {
    const block = mutant({ code: '{\n  go();\n}', becomes: '{}' });
    const { counted, wrong } = takeOutEquivalents([block], [{ ...entry, code: '{', becomes: '{}' }]);
    expect({ counted, wrong }).toEqual({ counted: [], wrong: [] });
  });

  it.each([
    ['is gone', [mutant({ code: 'a < c' })], 1],
    ['was noticed', [mutant({ status: 'Killed' })], 1],
    ['is there once more', [mutant(), mutant({ line: 9 })], 2],
  ])('that %s is named as wrong', (_what, asked, of) => {
    const { wrong } = takeOutEquivalents(asked, [entry]);
    expect(wrong).toHaveLength(1);
    expect(wrong[0]).toContain('rules/one.ts: a < b -> a <= b');
    expect(takeOutEquivalents(asked, [{ ...entry, times: of }]).wrong).toHaveLength(of === 2 ? 0 : 1);
  });

  it('of files that nothing was asked about are left alone', () => {
    expect(takeOutEquivalents([killed], [{ ...entry, file: 'rules/other.ts' }]).wrong).toEqual([]);
  });
});
