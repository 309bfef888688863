import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { inSession } from './display.mjs';
import { root } from './places.mjs';

/** The words that start a tool of node_modules with this Node. @param {string} path */
export const tool = (path) => [process.execPath, join(root, 'node_modules', path)];

/** As root Chromium's own sandbox cannot start; the window's stays. */
export const rootSwitch = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/**
 * Runs a command with our own input and output.
 * @param {readonly string[]} words
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>} the exit code
 */
export function run([command = '', ...args], env = process.env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env, stdio: 'inherit' });
    child.on('error', (problem) => {
      process.stderr.write(`${command}: ${problem.message}\n`);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs a command that opens windows. @param {readonly string[]} words @returns {Promise<number>} the exit code */
export function runInSession(words) {
  const { command, args, env } = inSession(words);
  return run([command, ...args], env);
}
