import { copyFileSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { isCopiedFolder } from '../../../../src-main/services/copied-folder';
import { openTestDatabase } from '../../../support/outbox/test-database';

/** Nothing moves in a copy until the seller has looked; what is no copy is not held up. */
const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'copied-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

const key = Buffer.alloc(32, 1);

/** One start of the app on this folder. */
async function startIn(folder: string, given: { key?: Buffer; lasts?: boolean } = {}): Promise<boolean> {
  const desk = await openTestDatabase({ folder });
  const answer = await isCopiedFolder(desk.database, desk.file, { key: given.key ?? key, lasts: given.lasts ?? true });
  await desk.database.close();
  return answer;
}

describe('a data folder', () => {
  test('is no copy at its first start, nor at the next in its place', async () => {
    const folder = newFolder();
    expect([await startIn(folder), await startIn(folder)]).toEqual([false, false]);
  });

  test('copied on the same computer is told from its origin, once, also without a keychain', async () => {
    const [origin, copy] = [newFolder(), newFolder()];
    await startIn(origin, { lasts: false });
    copyFileSync(join(origin, 'desk.sqlite'), join(copy, 'desk.sqlite'));
    expect(await startIn(copy, { lasts: false })).toBe(true);
    expect(await startIn(copy, { lasts: false })).toBe(false);
    expect(await startIn(origin, { lasts: false })).toBe(false);
  });

  test('copied to another computer meets another key', async () => {
    const folder = newFolder();
    await startIn(folder);
    expect(await startIn(folder, { key: Buffer.alloc(32, 2) })).toBe(true);
  });

  test('that was only moved is no copy', async () => {
    const [folder, moved] = [newFolder(), join(newFolder(), 'moved')];
    await startIn(folder);
    renameSync(folder, moved);
    expect(await startIn(moved)).toBe(false);
  });

  test('whose file was put back from a backup is no copy', async () => {
    const folder = newFolder();
    await startIn(folder);
    const file = join(folder, 'desk.sqlite');
    copyFileSync(file, `${file}.backup`);
    renameSync(`${file}.backup`, file);
    expect(await startIn(folder)).toBe(false);
  });
});
