import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The words that run npm with this Node. `npm` itself is npm.cmd on Windows, which only a shell can start, and a shell
 * takes the blank in C:\\Program Files for the end of a word.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [node] path of Node
 * @param {(file: string) => boolean} [exists]
 * @returns {[string, ...string[]]}
 */
export function npmWords(env = process.env, node = process.execPath, exists = existsSync) {
  const folder = dirname(node);
  const program = [
    env['npm_execpath'] ?? '',
    join(folder, 'node_modules/npm/bin/npm-cli.js'),
    join(folder, '../lib/node_modules/npm/bin/npm-cli.js'),
  ].find((file) => basename(file) === 'npm-cli.js' && exists(file));
  return program === undefined ? ['npm'] : [node, program];
}

/**
 * Runs a command, without a shell, and waits for its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, output?: number, timeoutMs?: number }} [options]
 *   quiet: output is kept and only told when it fails; otherwise it goes to stderr, which leaves stdout to whoever called
 *   the set-up, or into the open file `output`
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function runCommand(command, args, options = {}) {
  return new Promise((resolve) => {
    /** @type {Buffer[]} */
    const pieces = [];
    const child = spawn(command, [...args], {
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      ...(options.env === undefined ? {} : { env: options.env }),
      stdio: ['ignore', options.quiet ? 'pipe' : (options.output ?? 2), options.quiet ? 'pipe' : (options.output ?? 2)],
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
