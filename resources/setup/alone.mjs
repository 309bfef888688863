import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { lstat, mkdir, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { SetupFailure } from './setup-failure.mjs';

/**
 * Runs one piece of work of this name at a time; whoever comes second waits for the first. The lock is a local socket
 * that the first listens on: the system lets go of it when its process ends, however it ends, and the waiting ones see it.
 * @template Value
 * @param {string} name of what must not run twice
 * @param {() => Promise<Value>} work
 * @param {() => void} onWait called once, when there is something to wait for
 * @returns {Promise<Value>}
 */
export async function alone(name, work, onWait) {
  const address = addressOf(name);
  for (let told = false; ;) {
    const server = await listen(address);
    if (server !== undefined) {
      try {
        return await work();
      } finally {
        await server.letGo();
      }
    }
    if (!told) onWait();
    told = true;
    await waitForEnd(address);
  }
}

/** Bytes the systems take as the path of a local socket, less the end mark. */
const longestSocketPath = 103;

/** @param {string} name */
function addressOf(name) {
  const key = `balsong-setup-${createHash('sha256').update(name).digest('hex').slice(0, 12)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${key}`;
  // In the user's own folder: a name that every account can take would let another one keep the set-up waiting for ever.
  const path = join(cacheFolder(), key);
  if (Buffer.byteLength(path) <= longestSocketPath) return path;
  return join(tmpdir(), `balsong-${userInfo().uid}`, key);
}

/**
 * Makes the folder of the lock. Where all accounts may make one, another may have been first, and would then decide who
 * waits for whom.
 * @param {string} folder
 */
async function makeOwn(folder) {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (folder === cacheFolder() || (await lstat(folder)).uid === userInfo().uid) return;
  throw new SetupFailure(`${folder} belongs to another account; remove it, then run this again.`);
}

/** @param {string} address @returns {Promise<{ letGo: () => Promise<void> } | undefined>} undefined: somebody else has it */
async function listen(address) {
  /** @type {Set<import('node:net').Socket>} */
  const waiting = new Set();
  const server = createServer((socket) => {
    waiting.add(socket);
    // One who waited and was ended is no concern of ours.
    socket.on('error', () => waiting.delete(socket));
    socket.on('close', () => waiting.delete(socket));
  });
  try {
    if (process.platform !== 'win32') await makeOwn(dirname(address));
    server.listen(address);
    await once(server, 'listening');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'EADDRINUSE') return undefined;
    throw problem;
  }
  return {
    async letGo() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of waiting) socket.destroy();
      await closed;
    },
  };
}

/** @param {string} address */
async function waitForEnd(address) {
  const socket = connect(address);
  /** @type {string | undefined} */
  let code;
  socket.on('error', (problem) => {
    code = 'code' in problem ? String(problem.code) : undefined;
  });
  socket.resume();
  await new Promise((resolve) => socket.on('close', resolve));
  // The file of one that crashed stays behind; on Windows the name is none.
  if (code === 'ECONNREFUSED' && process.platform !== 'win32') await rm(address, { force: true });
}
