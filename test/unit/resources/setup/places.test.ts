import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, putInPlace } from '../../../../resources/setup/places.mjs';

describe('the cache folder', () => {
  it('follows the habit of each system', () => {
    expect(cacheFolder('linux', {}, '/home/kim')).toBe(join('/home/kim', '.cache', 'balsong-desk'));
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/fast' }, '/home/kim')).toBe(join('/fast', 'balsong-desk'));
    expect(cacheFolder('darwin', {}, '/Users/kim')).toBe(join('/Users/kim', 'Library', 'Caches', 'balsong-desk'));
    expect(cacheFolder('win32', { LOCALAPPDATA: 'L' }, 'C')).toBe(join('L', 'balsong-desk', 'cache'));
  });

  it('takes an empty XDG_CACHE_HOME for none, as the specification asks', () => {
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '' }, '/home/kim')).toBe(join('/home/kim', '.cache', 'balsong-desk'));
  });
});

describe('giving what was made its place', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'places-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const make = async (name: string, who: string): Promise<string> => {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'who'), who);
    return join(folder, name);
  };

  it('moves it there whole', async () => {
    await putInPlace(await make('kept.1', 'us'), join(folder, 'kept'));
    expect(await readFile(join(folder, 'kept', 'who'), 'utf8')).toBe('us');
  });

  it('leaves the one of a faster clone, and nothing beside it', async () => {
    const kept = await make('kept', 'them');
    await putInPlace(await make('kept.1', 'us'), kept);
    expect(await readFile(join(kept, 'who'), 'utf8')).toBe('them');
    expect(await readdir(folder)).toEqual(['kept']);
  });

  it('says so when there is no place', async () => {
    await expect(putInPlace(await make('kept.1', 'us'), join(folder, 'none', 'kept'))).rejects.toThrow('ENOENT');
  });
});
