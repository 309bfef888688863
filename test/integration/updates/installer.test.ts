import childProcess from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startUpdateServer } from '../../support/updates/update-server';
import type { UpdateServer } from '../../support/updates/update-server';
import { openUpdater } from '../../support/updates/updater-in-test';
import type { UpdaterInTest } from '../../support/updates/updater-in-test';

let updater: UpdaterInTest;
let server: UpdateServer;
beforeEach(async () => {
  updater = await openUpdater();
});
afterEach(async () => {
  await updater.close();
  await server.close();
});
const ignore = (): void => undefined;

describe('the last act of the app', () => {
  const file = 'BalsongDesk-0.2.0-x64-setup.exe';
  const started: [program: string, args: readonly string[], detached: boolean][] = [];
  beforeEach(async () => {
    server = await startUpdateServer({ version: '0.2.0', file, bytes: randomBytes(10_000) });
    started.length = 0;
    // What electron-updater starts installers with: the same object, to whoever requires it.
    vi.spyOn(childProcess, 'spawn').mockImplementation((program, args, options) => {
      started.push([program, args, options.detached === true]);
      return Object.assign(new childProcess.ChildProcess(), { pid: 1, unref: () => undefined });
    });
  });
  afterEach(() => void vi.restoreAllMocks());

  it.each([
    [true, ['--updated', '/S', '--force-run']],
    [false, ['--updated', '/S']],
  ])('starts the installer of Windows without a question, and the app after it: %s', async (isToRun, args) => {
    const finder = await updater.finderFor('win32', server.url);
    await finder.look();
    await finder.download(ignore);
    expect(started).toEqual([]);
    expect(finder.install(isToRun, ignore)).toBe(true);
    expect(started).toEqual([[updater.pending(file), args, true]]);
  });

  it('is nothing where nothing was downloaded, and says why', async () => {
    const finder = await updater.finderFor('win32', server.url);
    await finder.look();
    const problems: unknown[] = [];
    expect(finder.install(true, (problem) => problems.push(problem))).toBe(false);
    expect(problems).toMatchObject([{ message: expect.stringContaining('No update filepath') }]);
    expect(started).toEqual([]);
  });
});

describe('of two versions of a Windows installer', () => {
  const size = 200_000;
  const [file, before] = ['BalsongDesk-0.2.0-x64-setup.exe', 'BalsongDesk-0.1.0-x64-setup.exe'];
  const blockMap = (...checksums: string[]): Buffer =>
    gzipSync(JSON.stringify({ version: '2', files: [{ name: 'file', offset: 0, checksums, sizes: [size, size] }] }));

  it('only the part that differs is downloaded', async () => {
    const [same, old, changed] = [randomBytes(size), randomBytes(size), randomBytes(size)];
    const release = { version: '0.2.0', file, bytes: Buffer.concat([same, changed]) };
    server = await startUpdateServer(release);
    const answers = server.answers;
    server.answers = (request, response) => {
      if (request.url?.endsWith(`/${file}.blockmap`) === true) return void response.end(blockMap('same', 'changed'));
      if (request.url?.endsWith(`/${before}.blockmap`) === true) return void response.end(blockMap('same', 'old'));
      return answers(request, response);
    };
    // Where the installer keeps itself.
    await mkdir(updater.cache, { recursive: true });
    await writeFile(join(updater.cache, 'installer.exe'), Buffer.concat([same, old]));
    const finder = await updater.finderFor('win32', server.url);
    await finder.look();
    await finder.download(ignore);
    expect(release.bytes.equals(await readFile(updater.pending(file)))).toBe(true);
    expect(server.asked.filter((path) => path.startsWith(`/${file}`))).toEqual([
      `/${file}.blockmap`,
      `/${file} bytes=${size}-${2 * size - 1}`,
    ]);
  });
});
