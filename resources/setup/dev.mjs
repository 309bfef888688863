import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildIfStale } from './build.mjs';
import { rootSwitch } from './child.mjs';
import { root } from './places.mjs';
import { explain } from './setup.mjs';

/** An editor writes several files, some of them twice; they are built together. */
const settleMs = 300;

/**
 * Opens the app, builds at every change of a source (two seconds or so) and opens it anew. The window is served by
 * app:// with the policy it has in the shipped app, so that what works here works there; given up for it: modules
 * replaced in the open window.
 * @returns {Promise<number>} the exit code, once the developer closes the window
 */
export async function develop() {
  const { default: electron } = await import('electron');
  return new Promise((resolve) => {
    /** @type {import('node:child_process').ChildProcess | undefined} */
    let app;
    const open = () => {
      const opened = spawn(String(electron), [...rootSwitch, root], { cwd: root, stdio: 'inherit' });
      app = opened;
      opened.on('close', (code) => {
        // Closed by a person, and not by us for a newer build.
        if (app === opened) resolve(code ?? 0);
      });
    };
    const openAnew = async () => {
      try {
        await buildIfStale();
      } catch (problem) {
        // The open app stays until the next change can be built.
        explain(problem);
        return;
      }
      const old = app;
      app = undefined;
      if (old !== undefined && old.exitCode === null) {
        // Only one app may have the data folder.
        const closed = once(old, 'close');
        old.kill();
        await closed;
      }
      open();
    };
    let latest = Promise.resolve();
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    for (const folder of ['src-main', 'src-preload', 'src-renderer']) {
      watch(join(root, folder), { recursive: true }, () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          latest = latest.then(openAnew);
        }, settleMs);
      });
    }
    open();
  });
}
