import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readRegularFile } from '../../../../src-main/files/read-regular-file';

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-regular-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('a file is read, one that is too large is not', async () => {
  const file = join(await folderOfTest(), 'right.csv');
  await writeFile(file, 'a,b');
  expect(await readRegularFile(file, 3)).toEqual(new Uint8Array(Buffer.from('a,b')));
  expect(await readRegularFile(file, 2)).toBe('large');
  await expect(readRegularFile(`${file}.gone`, 3)).rejects.toThrow('ENOENT');
});

it.skipIf(process.platform === 'win32')('what took its place since it was looked at is not waited for', async () => {
  const folder = await folderOfTest();
  const pipe = join(folder, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  await symlink(pipe, join(folder, 'link.csv'));
  expect(await readRegularFile(pipe, 3)).toBeUndefined();
  expect(await readRegularFile(join(folder, 'link.csv'), 3)).toBeUndefined();
  expect(await readRegularFile('/dev/zero', 3)).toBeUndefined();
});
