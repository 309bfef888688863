import { join } from 'node:path';
import { expect, it } from 'vitest';
import { failedTestLines } from '../../../../resources/setup/vitest-report.mjs';

const root = join('/', 'project');
const file = (name: string, status: string, more: object) => ({ name: join(root, 'test', name), status, ...more });

it('closes with each failed test and the beginning of its reason, without colours', () => {
  const reason = `\u001B[31mAssertionError\u001B[39m: expected 1 to be 2\n\n${'    at x\n'.repeat(40)}`;
  const lines = failedTestLines(
    {
      testResults: [
        file('a.test.ts', 'failed', {
          assertionResults: [
            { status: 'passed', fullName: 'the outbox sends', failureMessages: [] },
            { status: 'failed', fullName: 'the outbox waits', failureMessages: [reason] },
          ],
        }),
        file('b.test.ts', 'passed', { assertionResults: [{ status: 'passed', fullName: 'all is well' }] }),
      ],
    },
    root,
  );

  expect(lines.slice(0, 2)).toEqual([
    'failed: test/a.test.ts › the outbox waits',
    '  AssertionError: expected 1 to be 2',
  ]);
  expect(lines).toHaveLength(13);
});

it('names a file that failed outside of its tests', () => {
  const testResults = [file('c.test.ts', 'failed', { message: 'SyntaxError: no', assertionResults: [] })];

  expect(failedTestLines({ testResults }, root)).toEqual(['failed: test/c.test.ts', '  SyntaxError: no']);
});

it('has nothing to say of a run in which all passed, nor of one without a report', () => {
  const testResults = [file('a.test.ts', 'passed', { assertionResults: [{ status: 'passed', fullName: 'a' }] })];

  expect([failedTestLines({ testResults }, root), failedTestLines({}, root)]).toEqual([[], []]);
});
