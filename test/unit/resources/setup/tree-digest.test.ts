import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { treeDigest } from '../../../../resources/setup/tree-digest.mjs';

async function treeOfTest(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-tree-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await mkdir(join(folder, 'locales'));
  await writeFile(join(folder, 'electron'), 'program', { mode: 0o755 });
  await writeFile(join(folder, 'locales/ko.pak'), 'words');
  return folder;
}

it('two folders alike have one digest', async () => {
  expect(await treeDigest(await treeOfTest())).toBe(await treeDigest(await treeOfTest()));
});

const changes: Record<string, (folder: string) => Promise<void>> = {
  'a byte': (folder) => writeFile(join(folder, 'electron'), 'Program'),
  'a file more': (folder) => writeFile(join(folder, 'libplanted.so'), ''),
  'a folder more': (folder) => mkdir(join(folder, 'resources')),
  'a file less': (folder) => rm(join(folder, 'locales/ko.pak')),
  'a file that may be run': (folder) => chmod(join(folder, 'locales/ko.pak'), 0o755),
  'a link in the place of a file': async (folder) => {
    await rm(join(folder, 'electron'));
    await symlink('locales/ko.pak', join(folder, 'electron'));
  },
};
it.skipIf(process.platform === 'win32').each(Object.entries(changes))('%s is another digest', async (_what, change) => {
  const folder = await treeOfTest();
  const before = await treeDigest(folder);
  await change(folder);
  expect(await treeDigest(folder)).not.toBe(before);
});
