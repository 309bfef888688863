import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { folderTrouble } from '../../../../src-main/electron/data-folder';

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
