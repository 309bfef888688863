import { SetupFailure } from './setup-failure.mjs';

const needed = [20, 19];

/**
 * Whether a Node version is new enough.
 * @param {string} version as process.versions.node
 */
export function isNewEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = needed;
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

/** Throws a SetupFailure with words for the reader when this Node is too old. */
export function demandNode() {
  if (isNewEnough(process.versions.node)) return;
  throw new SetupFailure(
    `Node.js ${needed.join('.')} or newer is needed; this is ${process.versions.node}. Install a newer one and run it again.`,
  );
}
