import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { root } from './places.mjs';
import { say } from './setup-failure.mjs';

const lock = join(tmpdir(), `balsong-setup-${createHash('sha256').update(root).digest('hex').slice(0, 12)}`);

/**
 * Runs one set-up of this folder at a time; a second one waits for the first. A lock whose process is gone is taken.
 * @template Value
 * @param {() => Promise<Value>} work
 * @returns {Promise<Value>}
 */
export async function alone(work) {
  for (let said = false; !(await take()); said = true) {
    if (!said) say('waiting for another set-up of this folder to end');
    await pause(500);
  }
  try {
    return await work();
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
}

async function take() {
  try {
    await mkdir(lock);
    await writeFile(join(lock, 'pid'), String(process.pid));
    return true;
  } catch (problem) {
    if (!(problem instanceof Error) || !('code' in problem) || problem.code !== 'EEXIST') throw problem;
    const pid = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => '0'));
    if (pid > 0 && !isAlive(pid)) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    // EPERM: alive, of another user.
    return problem instanceof Error && 'code' in problem && problem.code === 'EPERM';
  }
}
