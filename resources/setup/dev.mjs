import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { rootSwitch, tool } from './child.mjs';
import { root } from './places.mjs';

/** Several files of a build land within this time; the app is started anew once for all of them. */
const settleMs = 400;

/**
 * Builds, and builds again at every change, and starts the app anew when a build has landed. The window is served by
 * app:// with the policy it has in the shipped app, so that what works here works there.
 * @returns {Promise<number>} the exit code, once the seller of the day closes the window
 */
export async function develop() {
  const { default: electron } = await import('electron');
  const builder = spawn(
    tool('')[0] ?? '',
    [...tool('electron-vite/bin/electron-vite.js').slice(1), 'build', '--watch'],
    { cwd: root, stdio: 'inherit' },
  );
  return new Promise((resolve) => {
    /** @type {import('node:child_process').ChildProcess | undefined} */
    let app;
    let restarting = false;
    const open = () => {
      restarting = false;
      app = spawn(String(electron), [...rootSwitch, root], { cwd: root, stdio: 'inherit' });
      app.on('close', (code) => {
        if (restarting) return open();
        builder.kill();
        resolve(code ?? 0);
      });
    };
    /** @type {NodeJS.Timeout | undefined} */
    let timer;
    watch(join(root, 'out'), { recursive: true }, () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        restarting = true;
        app?.kill();
      }, settleMs);
    });
    open();
  });
}
