import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Where the reporter writes to, in the folder vitest runs in: a JSON array of messages. */
export const unhandledFile = 'out/vitest-unhandled.json';

/** A reporter of vitest: what was caught outside of any test, which its JSON report leaves out. */
export default class UnhandledReporter {
  /**
   * @param {readonly unknown[]} _modules
   * @param {readonly { name?: string, message: string }[]} errors
   */
  async onTestRunEnd(_modules, errors) {
    await mkdir(dirname(unhandledFile), { recursive: true });
    await writeFile(unhandledFile, JSON.stringify(errors.map(({ name, message }) => `${name ?? 'Error'}: ${message}`)));
  }
}

/** @param {string} file @returns {Promise<string[]>} what the reporter wrote there */
export async function readUnhandled(file) {
  return JSON.parse(await readFile(file, 'utf8'));
}
