import { spawn } from 'node:child_process';

/**
 * Runs a command and waits for its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, timeoutMs?: number }} [options] quiet: output is
 *   kept and only told when it fails; otherwise it goes to stderr, which leaves stdout to whoever called the set-up
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const pieces = [];
    const child = spawn(command, [...args], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
      stdio: ['ignore', options.quiet ? 'pipe' : 2, options.quiet ? 'pipe' : 2],
      // npm is npm.cmd on Windows, which needs a shell.
      shell: process.platform === 'win32',
      ...(options.timeoutMs === undefined ? {} : { timeout: options.timeoutMs }),
    });
    child.stdout?.on('data', (piece) => pieces.push(piece));
    child.stderr?.on('data', (piece) => pieces.push(piece));
    const end = (/** @type {boolean} */ ok) => resolve({ ok, output: Buffer.concat(pieces).toString('utf8') });
    child.on('error', (problem) => {
      pieces.push(Buffer.from(problem.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}
