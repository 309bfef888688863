import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where each part of the app writes down what it is bundled of. */
export const listFolder = 'out/packages';

/**
 * The folder of the package a module lies in, below the project; undefined for what is our own or the bundler's.
 * @param {string} id of a module or file as the bundler names it: it may have a mark before it and a query behind it
 */
export function packageOf(id) {
  // The first folder of packages to the last one, and one name more.
  const [folder] = /node_modules\/(?:.*node_modules\/)?(?:@[^/]+\/)?[^/?]+/.exec(id.replaceAll('\\', '/')) ?? [];
  return folder;
}

/**
 * A plugin of the bundler: writes the packages whose modules or files went into a part (`main`, `window`, ...) to
 * out/packages, for the notices.
 * @param {string} part
 * @returns {import('vite').Plugin}
 */
export function notePackages(part) {
  /** @type {Set<string>} */
  const found = new Set();
  return {
    name: 'note-packages',
    generateBundle(_options, bundle) {
      for (const each of Object.values(bundle)) {
        const ids = each.type === 'chunk' ? each.moduleIds : each.originalFileNames;
        for (const id of ids) {
          const folder = packageOf(id);
          if (folder !== undefined) found.add(folder);
        }
      }
      mkdirSync(listFolder, { recursive: true });
      writeFileSync(join(listFolder, `${part}.json`), JSON.stringify([...found].toSorted()));
    },
  };
}
