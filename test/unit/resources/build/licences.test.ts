import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { findUnknown, isPermissive } from '../../../../resources/build/licences.mjs';
import { packageOf } from '../../../../resources/build/note-packages.mjs';
import { makeNotices } from '../../../../resources/build/notices.mjs';

describe('what no one has looked at', () => {
  const lockWith = (entry: { license?: string; dev?: boolean; hasInstallScript?: boolean }, name = 'some') => ({
    packages: { '': {}, 'node_modules/right': { license: 'MIT' }, [`node_modules/right/node_modules/${name}`]: entry },
  });

  it.each([
    [{ license: 'GPL-3.0' }, 'some: licence GPL-3.0'],
    [{ license: 'AGPL-3.0-only', dev: true }, 'some: licence AGPL-3.0-only'],
    [{ license: 'MIT AND GPL-2.0', dev: true }, 'some: licence MIT AND GPL-2.0'],
    [{ license: 'MPL-2.0' }, 'some: licence MPL-2.0'],
    [{}, 'some: licence not said'],
    [{ license: 'MIT', hasInstallScript: true }, 'some: runs a script when it is installed'],
    [{ license: 'MIT', dev: true, hasInstallScript: true }, 'some: runs a script when it is installed'],
  ])('%j is found', (entry, line) => {
    expect(findUnknown(lockWith(entry))).toEqual([line]);
  });

  it.each([{ license: 'MPL-2.0', dev: true }, { license: '(GPL-2.0 OR MIT)' }, { license: 'ISC AND MIT' }])(
    '%j is not',
    (entry) => {
      expect(findUnknown(lockWith(entry))).toEqual([]);
    },
  );

  it('is not the script of the one native module that has one', () => {
    expect(findUnknown(lockWith({ license: 'MIT', hasInstallScript: true }, 'keytar'))).toEqual([]);
  });

  it('is nothing in our own lock file', async () => {
    expect(findUnknown(JSON.parse(await readFile('package-lock.json', 'utf8')))).toEqual([]);
  });

  it('is a licence that is no text', () => {
    expect([undefined, { type: 'MIT' }, ''].map(isPermissive)).toEqual([false, false, false]);
    // A choice within a sum: each part of the sum is needed.
    expect(isPermissive('(MIT OR ISC) AND GPL-3.0')).toBe(false);
  });
});

describe('the notices', () => {
  async function projectWith(license: unknown, files: Readonly<Record<string, string>>): Promise<string> {
    const root = await mkdtemp(join(tmpdir(), 'balsong-notices-'));
    onTestFinished(() => rm(root, { recursive: true, force: true }));
    const folder = join(root, 'node_modules/some');
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, 'package.json'), JSON.stringify({ name: '@own/some', version: '1.2.3', license }));
    for (const [name, body] of Object.entries(files)) await writeFile(join(folder, name), body);
    return root;
  }

  it('have the name a package gives itself, and all of its texts', async () => {
    const root = await projectWith('MIT', { 'LICENSE.md': 'one\n', NOTICE: 'two\n', 'index.js': 'code' });
    expect(makeNotices(root, ['node_modules/some'])).toEqual([
      { name: '@own/some', version: '1.2.3', licence: 'MIT', text: 'one\n\ntwo' },
    ]);
  });

  it('are refused with a package that may not go along, or brings no text', async () => {
    const refused = await projectWith('GPL-3.0', { LICENSE: 'text' });
    expect(() => makeNotices(refused, ['node_modules/some'])).toThrow('GPL-3.0');
    const silent = await projectWith('MIT', {});
    expect(() => makeNotices(silent, ['node_modules/some'])).toThrow('no text');
  });

  it('know the package of a module by its innermost folder', () => {
    expect(packageOf('/home/x/node_modules/a/node_modules/@b/c/dist/c.js?commonjs-es-import')).toBe(
      'node_modules/a/node_modules/@b/c',
    );
    expect(packageOf('\0C:\\x\\node_modules\\react\\index.js')).toBe('node_modules/react');
    expect(packageOf('/home/x/src-main/main.ts')).toBeUndefined();
  });
});
