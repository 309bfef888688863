import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { npmWords, runCommand } from './run-command.mjs';
import { SetupFailure } from './setup-failure.mjs';

/** A package is up to 200 MB: on a slow line minutes are honest. */
const fetchMs = 15 * 60_000;

/**
 * One package of the registry, whichever one npm is set to. Name, version and hash are one fact: a change of one is a
 * change of all.
 * @typedef {{ readonly name: string, readonly version: string, readonly integrity: string }} PinnedPackage
 */

/**
 * Fetches the archive of a package without installing it, and compares its SHA-512 with the one that is written down.
 * @param {PinnedPackage} wanted
 * @param {string} work an empty folder
 * @returns {Promise<string>} the checked .tgz; throws a SetupFailure otherwise
 */
export async function fetchPackage(wanted, work) {
  const id = `${wanted.name}@${wanted.version}`;
  const [command, ...npm] = npmWords();
  const words = [...npm, 'pack', id, '--loglevel=error', '--pack-destination', work];
  const { ok, output } = await runCommand(command, words, { cwd: work, quiet: true, timeoutMs: fetchMs });
  if (!ok) throw new SetupFailure(`npm pack ${id} failed: is the npm registry reachable? Then run it again.`, output);
  const archive = join(work, archiveName(wanted));
  const hash = createHash('sha512');
  await pipeline(createReadStream(archive), hash);
  if (`sha512-${hash.digest('base64')}` !== wanted.integrity) {
    throw new SetupFailure(
      `${id} is not what it was when this was written: its hash differs. Nothing was installed; do not trust that registry.`,
    );
  }
  return archive;
}

/** What npm pack calls the archive: the scope is part of the name. @param {PinnedPackage} wanted */
export function archiveName({ name, version }) {
  return `${name.replace(/^@/, '').replace('/', '-')}-${version}.tgz`;
}
