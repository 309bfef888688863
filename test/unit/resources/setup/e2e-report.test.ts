import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { failureLines, isFailed, storiesOf } from '../../../../resources/setup/e2e-report.mjs';

const root = join('/', 'project');
const kept = (file: string) => ({ path: join(root, 'out', 'e2e', file) });
const spec = (title: string, status: string, results: object[] = [{}]) => ({ title, tests: [{ status, results }] });
const report = {
  suites: [
    {
      title: 'log.spec.ts',
      specs: [
        spec('a job is tried again', 'expected'),
        spec('a name is found', 'unexpected', [
          {
            status: 'timedOut',
            errors: [{ message: '\u001B[31mTest timeout\u001B[39m of 120000ms\nat log.spec.ts' }],
            attachments: [kept('log-a-name/app-1.png'), kept('log-a-name/app-1-trace.zip'), { name: 'inline' }],
          },
        ]),
      ],
      suites: [
        {
          title: 'on paper',
          specs: [
            spec('it is printed', 'flaky'),
            spec('it has no printer', 'skipped'),
            spec('it never ran', 'expected', []),
          ],
        },
      ],
    },
  ],
};

describe('the report of the end-to-end stories', () => {
  it('names every story by its file and titles, with its end', () => {
    expect(storiesOf(report).map(({ name, status }) => [name, status])).toEqual([
      ['log.spec.ts › a job is tried again', 'expected'],
      ['log.spec.ts › a name is found', 'unexpected'],
      ['log.spec.ts › on paper › it is printed', 'flaky'],
      ['log.spec.ts › on paper › it has no printer', 'skipped'],
      ['log.spec.ts › on paper › it never ran', 'skipped'],
    ]);
    expect(storiesOf(report).filter(isFailed)).toHaveLength(2);
  });

  it('says why one failed in a line without colours', () => {
    expect(storiesOf(report)[1]?.reason).toBe('Test timeout of 120000ms');
  });

  it('closes with each failed story and where to look', () => {
    expect(failureLines(report, root)).toEqual([
      'failed: log.spec.ts › a name is found',
      `  kept in ${join('out', 'e2e', 'log-a-name')}`,
      'failed: log.spec.ts › on paper › it is printed',
      '  nothing was kept: no app of it was running',
    ]);
  });

  it('has nothing to say of a run in which all passed', () => {
    expect(failureLines({ suites: [{ title: 'a', specs: [spec('b', 'expected')] }] }, root)).toEqual([]);
  });

  it('names what failed outside of every story', () => {
    expect(failureLines({ errors: [{ message: 'SyntaxError: no\n  at x' }] }, root)).toEqual([
      'failed outside of a story: SyntaxError: no',
    ]);
  });

  it('finds no story in an empty report', () => {
    expect(storiesOf({})).toEqual([]);
  });
});
