import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '../support/app/story';
import { isLinuxAdmin } from '../support/linux-admin';

const day = join(import.meta.dirname, '../support/app/offline-process.ts');

test('without any network: all is prepared, loopback is asked all the same, and what waits leaves by itself', async () => {
  test.skip(!isLinuxAdmin(), 'needs Linux and CAP_SYS_ADMIN, for a network namespace of its own');
  const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
  const run = `ip link set lo up && exec "$0" --import "$1" "$2" "$3"`;
  const kept = test.info().outputDir;
  const { stdout } = await promisify(execFile)('unshare', ['-n', 'bash', '-c', run, process.execPath, tsx, day, kept]);
  const { loopback, internet }: Record<string, unknown> = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
  expect(loopback).toEqual({
    system: false,
    sentWhileSystemOffline: 4,
    sentInAll: 8,
  });
  expect(internet).toEqual({
    before: { system: false, badge: 'offline' },
    prepared: 3,
    cabled: { system: true, badge: 'offline' },
    lost: 0,
  });
});
