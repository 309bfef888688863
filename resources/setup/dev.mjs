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

/** What only the window is made of: after a change it is loaded again where it is. Everything else needs a new start. */
const windowSources = 'src-renderer';
const watched = ['src-main', 'src-preload', windowSources];

/**
 * Opens the app, builds at every change of a source (two seconds or so), and then loads the window again in place; where
 * the main process or the bridge changed, the app is started again. The window is served by app:// with the policy it has
 * in the shipped app, so that what works here works there; given up for it: modules replaced in the open window (they
 * would need connections and inline scripts, which the policy refuses).
 * @returns {Promise<number>} the exit code, once the developer closes the window
 */
export async function develop() {
  const { default: electron } = await import('electron');
  return new Promise((resolve) => {
    /** @type {import('node:child_process').ChildProcess | undefined} */
    let app;
    const open = () => {
      const opened = spawn(String(electron), [...rootSwitch, root], {
        cwd: root,
        // The last one is how the window is asked to load again (src-main/electron/window/reload-on-request.ts).
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      });
      app = opened;
      opened.on('close', (code) => {
        // Closed by a person, and not by us for a newer build.
        if (app === opened) resolve(code ?? 0);
      });
    };
    const restart = async () => {
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
    /** @type {Set<string>} */
    const changed = new Set();
    const show = async () => {
      const folders = [...changed];
      if (folders.length === 0) return;
      try {
        await buildIfStale();
      } catch (problem) {
        // The open app stays until the next change can be built; what changed still waits to be shown.
        explain(problem);
        return;
      }
      for (const folder of folders) changed.delete(folder);
      if (folders.every((folder) => folder === windowSources) && app?.connected === true) app.send('reload-window');
      else await restart();
    };
    let latest = Promise.resolve();
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    for (const folder of watched) {
      watch(join(root, folder), { recursive: true }, () => {
        changed.add(folder);
        clearTimeout(timer);
        timer = setTimeout(() => {
          latest = latest.then(show);
        }, settleMs);
      });
    }
    open();
  });
}
