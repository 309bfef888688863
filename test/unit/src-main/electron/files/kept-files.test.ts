import { mkdir, mkdtemp, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeptFiles } from '../../../../../src-main/electron/files/kept-files';
import type { KeptFiles } from '../../../../../src-main/electron/files/kept-files';
import { largestSheetBytes } from '../../../../../src-main/electron/files/handed-in';
import { keptFileIdSchema } from '../../../../../src-preload/contract/ids';
import type { KeptFileId } from '../../../../../src-preload/contract/ids';

let folder: string;
let kept: KeptFiles;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kept-'));
  kept = createKeptFiles(randomUUID, () => undefined);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function keptFile(name = 'cj.xlsx', text = 'one'): Promise<{ path: string; id: KeptFileId }> {
  const path = join(folder, name);
  await writeFile(path, text);
  const id = await kept.keep(path);
  if (id === undefined) throw new Error('it was not kept');
  return { path, id };
}

describe('a file the seller handed in', () => {
  it('is known by an id alone, and read as it is now', async () => {
    const { path, id } = await keptFile();
    expect(id).not.toContain('cj');
    expect(await kept.look(id)).toBe('same');
    await writeFile(path, 'two, and longer');
    expect(await kept.look(id)).toBe('changed');
    const answer = await kept.read(id);
    expect(answer).toMatchObject({ ok: true, value: { name: 'cj.xlsx' } });
    expect(answer.ok && Buffer.from(answer.value.bytes).toString()).toBe('two, and longer');
    expect(await kept.look(id)).toBe('same');
  });

  it('is noticed to be written again where its size did not change', async () => {
    const { path, id } = await keptFile();
    await writeFile(path, 'two');
    await utimes(path, new Date(), new Date(Date.now() + 5000));
    expect(await kept.look(id)).toBe('changed');
  });

  it('can go away, or grow beyond what a sheet may have', async () => {
    const { path, id } = await keptFile();
    await truncate(path, largestSheetBytes + 1);
    expect(await kept.read(id)).toEqual({ ok: false, failure: { code: 'file-large' } });
    await rm(path);
    expect(await kept.look(id)).toBe('gone');
    expect(await kept.read(id)).toEqual({ ok: false, failure: { code: 'file-gone' } });
  });

  it('is read by no id but its own', async () => {
    await keptFile();
    const other = keptFileIdSchema.parse(randomUUID());
    expect(await kept.look(other)).toBe('gone');
    expect(await kept.read(other)).toEqual({ ok: false, failure: { code: 'file-gone' } });
  });

  it('is let go when two hundred others came after it', async () => {
    const { path, id } = await keptFile();
    for (let n = 0; n < 200; n += 1) await kept.keep(path);
    expect(await kept.look(id)).toBe('gone');
  });
});

describe('what is not kept', () => {
  it.each([
    ['a file that does not end as a sheet', 'id_rsa'],
    ['a database', 'desk.sqlite'],
    ['a folder with the ending of one', 'folder.xlsx'],
    ['a file that is not there', 'nowhere.xlsx'],
  ])('%s', async (_, name) => {
    await writeFile(join(folder, 'id_rsa'), 'secret');
    await writeFile(join(folder, 'desk.sqlite'), 'secret');
    await mkdir(join(folder, 'folder.xlsx'));
    expect(await kept.keep(join(folder, name))).toBeUndefined();
  });

  it.each(['cj.xlsx', '../cj.xlsx', '//server/share/cj.xlsx', '\\\\server\\share\\cj.xlsx', ''])(
    'a path that is not one of this computer: %s',
    async (path) => {
      expect(await kept.keep(path)).toBeUndefined();
    },
  );
});
