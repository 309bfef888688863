/**
 * What makes `electron <folder>` work: the runtime taken from the npm registry comes without Electron's default app.
 * Reads the folder from the arguments, names the app by its package.json, and runs its main.
 */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = process.argv.slice(1).find((word) => !word.startsWith('-'));
if (process.argv.includes('--version')) {
  console.log(process.versions['electron']);
  app.exit(0);
} else if (folder === undefined) {
  console.error('usage: electron FOLDER');
  app.exit(2);
} else {
  const path = resolve(folder);
  const {
    name,
    productName,
    version,
    main = 'index.js',
  } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  app.setName(productName ?? name);
  // Electron's own default app uses these two as well; its types do not list them.
  Reflect.apply(Reflect.get(app, 'setVersion'), app, [version]);
  Reflect.apply(Reflect.get(app, 'setAppPath'), app, [path]);
  await import(pathToFileURL(join(path, main)).href);
}
