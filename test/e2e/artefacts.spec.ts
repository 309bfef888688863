import { execFile } from 'node:child_process';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { tool } from '../../resources/setup/child.mjs';
import { failureLines } from '../../resources/setup/e2e-report.mjs';
import { expect, test } from '../support/app/story';

const stories = join(import.meta.dirname, '../fixtures/red-stories/playwright.config.ts');

test('a story that fails keeps a picture, a trace and the output of all its apps; one that passes keeps nothing', async () => {
  const root = test.info().outputDir;
  const [report, kept] = [join(root, 'report.json'), join(root, 'kept')];
  const code = await new Promise<unknown>((resolve) => {
    const [node = '', ...args] = [...tool('playwright/cli.js'), 'test', '--config', stories, '--output', kept];
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
    execFile(node, args, { env }, (problem) => resolve(problem?.code));
  });
  expect(code).toBe(1);

  const [folder = '', ...more] = (await readdir(kept)).filter((name) => !name.startsWith('.'));
  expect(more).toEqual([]);
  expect(failureLines(JSON.parse(await readFile(report, 'utf8')), root)).toEqual([
    'failed: red.spec.ts › a red story',
    `  kept in ${join('kept', folder)}`,
  ]);
  const files = (await readdir(join(kept, folder))).filter((name) => name.startsWith('app-'));
  expect(files.toSorted()).toEqual([
    'app-1-output.txt',
    'app-1-trace.zip',
    'app-1.png',
    'app-2-output.txt',
    'app-3-output.txt',
    'app-3-trace.zip',
    'app-3.png',
  ]);
  const output = (app: number): Promise<string> => readFile(join(kept, folder, `app-${app}-output.txt`), 'utf8');
  expect(await output(1)).toContain('printed by the red story\n');
  expect(await output(1)).toContain('[window log] printed by its window\n');
  expect(await output(1)).not.toContain('green');
  expect(await output(2)).toContain('printed before the kill\n');
});
