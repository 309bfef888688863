import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isBelow, locateFile } from '../../../../../src-main/electron/window/locate-file';

const root = resolve('/app/out/renderer');
const locate = (address: string, method = 'GET') => locateFile(root, method, address);

describe('what app:// serves', () => {
  it('is the page and files below its folder', () => {
    expect(locate('app://desk/')).toEqual({ file: join(root, 'index.html') });
    expect(locate('app://reader/')).toEqual({ file: join(root, 'sheet-reader.html') });
    expect(locate('app://desk/assets/a%20b.js')).toEqual({ file: join(root, 'assets/a b.js') });
  });

  it.each([
    ['app://desk/..%2f..%2fmain%2fmain.js', 403],
    ['app://desk/%2e%2e%2f%2e%2e%2fpackage.json', 403],
    ['app://other/index.html', 403],
    ['app://desk/%E0%A4%A', 400],
  ])('refuses %s with %d', (address, status) => {
    expect(locate(address)).toEqual({ status });
  });

  it('refuses a folder whose name only begins like ours', () => {
    expect(locate('app://desk/..%2frenderer-of-another%2fx.js')).toEqual({ status: 403 });
  });

  it('answers GET only', () => {
    expect(locate('app://desk/', 'POST')).toEqual({ status: 405 });
  });
});

it('is served by its real place: a link that leads out of the folder is not followed', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-served-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const served = join(folder, 'renderer');
  await mkdir(served);
  await writeFile(join(folder, 'secret.json'), '{}');
  await writeFile(join(served, 'page.html'), '');
  await symlink(join(folder, 'secret.json'), join(served, 'out.json'));
  await symlink(folder, join(served, 'outside'));
  await symlink(join(served, 'page.html'), join(served, 'within.html'));
  expect(await isBelow(served, join(served, 'page.html'))).toBe(true);
  expect(await isBelow(served, join(served, 'within.html'))).toBe(true);
  expect(await isBelow(served, join(served, 'out.json'))).toBe(false);
  expect(await isBelow(served, join(served, 'outside/secret.json'))).toBe(false);
  expect(await isBelow(served, join(served, 'missing.js'))).toBe(false);
});
