import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { openUpdates } from '../../../../src-main/electron/open-updates';
import { createConnector } from '../../../../src-main/network/connector';

const world = vi.hoisted(() => ({
  folder: '',
  version: '0.1.0',
  done: [] as string[],
  install: (_isToRun: boolean, _onFailed: (problem: unknown) => void): boolean => true,
}));
vi.mock('electron', () => ({
  app: {
    isPackaged: false,
    getPath: () => world.folder,
    getAppPath: () => join(import.meta.dirname, '../../../..'),
    getVersion: () => world.version,
    relaunch: () => world.done.push('relaunch'),
  },
  shell: {},
}));
vi.mock('../../../../src-main/updates/finder', () => ({
  createFinder: async () => ({
    install: (...given: Parameters<typeof world.install>) => world.install(...given),
  }),
}));

const problems: unknown[] = [];
beforeEach(() => {
  Object.assign(world, { folder: mkdtempSync(join(tmpdir(), 'updates-')), version: '0.1.0', install: () => true });
  world.done.length = 0;
  problems.length = 0;
});
afterEach(() => rmSync(world.folder, { recursive: true }));

/** The app at its start. */
async function begin() {
  const updates = openUpdates({
    testAddress: 'http://127.0.0.1:1/',
    appImage: undefined,
    leave: () => undefined,
    report: (problem) => problems.push(problem),
  });
  await updates.surroundings.updates?.openFinder(createConnector());
  return updates;
}
const lastInstallFailed = async () => (await begin()).surroundings.updates?.lastInstallFailed;

it('an installer that does not start is reported, the app starts again, and its next start knows it, once', async () => {
  world.install = (_isToRun, onFailed) => {
    onFailed(new Error('EACCES'));
    return false;
  };
  const updates = await begin();
  updates.surroundings.updates?.planExit('install-and-run');
  updates.end(() => world.done.push('exit'));
  expect(problems).toMatchObject([{ message: 'EACCES' }]);
  expect(world.done).toEqual(['relaunch', 'exit']);
  expect(await lastInstallFailed()).toBe(true);
  expect(await lastInstallFailed()).toBe(false);
});

it('an installer that did its work leaves nothing to say', async () => {
  const updates = await begin();
  updates.surroundings.updates?.planExit('install');
  updates.end(() => world.done.push('exit'));
  expect(world.done).toEqual(['exit']);
  world.version = '0.2.0';
  expect(await lastInstallFailed()).toBe(false);
});

it('on macOS the app waits for the installer, and no longer once that has failed', async () => {
  const { platform } = process;
  Object.defineProperty(process, 'platform', { value: 'darwin' });
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  onTestFinished(() => {
    Object.defineProperty(process, 'platform', { value: platform });
    vi.useRealTimers();
  });
  let fail: (problem: unknown) => void = () => undefined;
  world.install = (_isToRun, onFailed) => {
    fail = onFailed;
    return true;
  };
  const updates = await begin();
  updates.surroundings.updates?.planExit('install-and-run');
  updates.end(() => world.done.push('exit'));
  expect(world.done).toEqual([]);
  fail(new Error('Squirrel'));
  expect(world.done).toEqual(['relaunch', 'exit']);
  vi.advanceTimersByTime(180_000);
  expect(world.done).toEqual(['relaunch', 'exit']);
});
