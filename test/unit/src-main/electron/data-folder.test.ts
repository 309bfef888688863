import { chmod, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderTrouble } from '../../../../src-main/electron/data-folder';
import { keepPrivate } from '../../../../src-main/files/keep-private';

async function folderOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-folder-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

it('a folder that can be written is made where it is missing, and nothing is left in it', async () => {
  const folder = join(await folderOfTest(), 'new');
  expect(folderTrouble(folder)).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

it('a folder that cannot be is told, with the words of the system', async () => {
  // As root no permission bites: beneath a file no folder can be made by anybody.
  const file = join(await folderOfTest(), 'file');
  await writeFile(file, '');
  expect(folderTrouble(join(file, 'data'))).toMatchObject({
    code: 'read-only',
    detail: expect.stringContaining('ENOTDIR'),
  });
});

it.skipIf(process.platform === 'win32')('a folder is shut to other accounts, also one that stood open', async () => {
  const folder = await folderOfTest();
  await chmod(folder, 0o755);
  keepPrivate(folder, 'folder', 'win32');
  expect((await stat(folder)).mode & 0o777).toBe(0o755);
  keepPrivate(folder, 'folder', 'linux');
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
});
