import { say, SetupFailure } from './setup-failure.mjs';

/** Below it nothing runs: the tools' own packages ask for it. */
const needed = [20, 19];
/** What Electron's own package and the prebuilt better-sqlite3 (Node-API 10) ask for; from here on nothing is compiled for Node. */
const asked = [22, 14];

/**
 * Whether a Node version is new enough.
 * @param {string} version as process.versions.node
 */
export function isNewEnough(version) {
  return isAtLeast(version, needed);
}

/**
 * Which Node was met, in a sentence for the reader; undefined for one that is as new as is asked for.
 * @param {string} version as process.versions.node
 */
export function metNode(version) {
  if (isAtLeast(version, asked)) return undefined;
  return `this is Node.js ${version}; ${asked.join('.')} or newer is asked for. It will do: better-sqlite3 is built here instead of taking its prebuilt file.`;
}

/** Throws a SetupFailure with words for the reader when this Node is too old. */
export function demandNode() {
  const { node } = process.versions;
  if (isNewEnough(node)) return;
  throw new SetupFailure(
    `Node.js ${asked.join('.')} or newer is needed (${needed.join('.')} at least); this is ${node}. Install a newer one and run it again.`,
  );
}

/** Says which Node was met, where it is an older one than is asked for. */
export function sayNode() {
  const met = metNode(process.versions.node);
  if (met !== undefined) say(met);
}

/** @param {string} version @param {readonly number[]} wanted */
function isAtLeast(version, [wantedMajor = 0, wantedMinor = 0]) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}
