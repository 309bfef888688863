/** Loaded before the built main process of the Chromium ring: what it takes for Electron is a stand-in. */
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { root } from '../setup/places.mjs';
import { registerHooks } from './register-hooks.mjs';

const folder = pathToFileURL(join(root, 'test/support/chromium/')).href;

registerHooks({
  resolve(name, context, next) {
    if (name === 'electron') return typescript(`${folder}electron-stand-in.ts`);
    // Node runs TypeScript, but finds no file whose ending is left out.
    const importer = String(Reflect.get(context, 'parentURL'));
    return importer.startsWith(folder) && name.startsWith('./')
      ? typescript(`${folder}${name.slice(2)}.ts`)
      : next(name, context);
  },
});

/** @param {string} url */
function typescript(url) {
  return { url, format: 'module-typescript', shortCircuit: true };
}
