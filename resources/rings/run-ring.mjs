import { buildIfStale } from '../setup/build.mjs';

/** The tests of this project on parts of what users run; README, "What was tested where", says what each proves. */
const rings = {
  node24: async () => (await import('./node24.mjs')).runUnderNode24,
  chromium: async () => (await import('./chromium.mjs')).runInChromium,
  wine: async () => (await import('./wine.mjs')).runUnderWine,
};

/**
 * Runs one ring on what is built; further words go to its test runner.
 * @param {readonly string[]} words the ring's name first
 * @returns {Promise<number>} the exit code
 */
export async function runRing([name = '', ...rest]) {
  const ring = Object.entries(rings).find(([known]) => known === name)?.[1];
  if (ring === undefined) {
    process.stderr.write(`no such ring: ${name}. There are ${Object.keys(rings).join(', ')}\n`);
    return 2;
  }
  await buildIfStale();
  const run = await ring();
  return run(rest);
}
