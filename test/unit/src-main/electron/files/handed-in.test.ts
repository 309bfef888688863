import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { mostHandedIn, readHandedIn } from '../../../../../src-main/electron/files/handed-in';

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-handed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it.skipIf(process.platform === 'win32')('reads no named pipe, and what comes after one', async () => {
  const folder = await folderOfTest();
  const pipes = Array.from({ length: 6 }, (_, at) => join(folder, `pipe-${at}.csv`));
  for (const pipe of pipes) execFileSync('mkfifo', [pipe]);
  const directory = join(folder, 'folder.csv');
  await mkdir(directory);
  const file = join(folder, 'right.csv');
  await writeFile(file, 'a,b');
  const problems: unknown[] = [];
  const kept: string[] = [];
  const keep = async (path: string) => void kept.push(path);
  const read = await readHandedIn([...pipes, directory, file], keep, (problem) => problems.push(problem));
  expect(read).toEqual([{ name: 'right.csv', bytes: new Uint8Array(Buffer.from('a,b')) }]);
  expect(kept).toEqual([file]);
  expect(problems).toHaveLength(pipes.length + 1);
});

it('takes the first twenty files, and reports the rest', async () => {
  const folder = await folderOfTest();
  const paths = Array.from({ length: mostHandedIn + 3 }, (_, at) => join(folder, `${at}.csv`));
  for (const path of paths) await writeFile(path, '');
  const problems: unknown[] = [];
  const read = await readHandedIn(
    paths,
    async () => undefined,
    (problem) => problems.push(problem),
  );
  expect(read.map(({ name }) => name)).toEqual(Array.from({ length: mostHandedIn }, (_, at) => `${at}.csv`));
  expect(problems).toEqual(['3 files beyond the first 20']);
});
