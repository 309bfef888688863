/** Licences that ask for no more than their text to go along. A package of the app may have no other. */
export const permissive = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Zlib',
  'OFL-1.1',
];

/** More that a tool may have which makes or tests the app and never goes along with it. */
const ofTools = new Map([
  ['MPL-2.0', 'axe-core and lightningcss: used as they are, not changed, not shipped'],
  ['Python-2.0', 'argparse, of the linters'],
  ['CC-BY-4.0', 'caniuse-lite: data of the bundler'],
  ['WTFPL', 'truncate-utf8-bytes, of electron-builder'],
]);

/** https://opensource.org/license/mit @param {string} holder */
const mit = (holder) => `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Packages that name their licence and author and bring no text: looked at one by one, by name, version and licence. */
export const textsOfOthers = new Map([['lazy-val 1.0.5 MIT', mit('Vladimir Krivosheev')]]);

/** What may run a script at `npm install`, and why. */
const knownScripts = new Map([
  ['keytar', 'native: takes its prebuilt file, or builds itself'],
  ['esbuild', 'tool: finds its own binary'],
  ['electron-winstaller', 'tool of electron-builder, for a target that is not used'],
]);

/**
 * Of a choice one is enough, of a sum each is needed.
 * @param {string} expression as SPDX writes it
 * @param {(licence: string) => boolean} mayHave
 * @returns {boolean}
 */
export function isAllowed(expression, mayHave) {
  const inner = expression.replace(/^\((.*)\)$/u, '$1');
  // One choice within another is for a person to read.
  if (/[()]/u.test(inner)) return false;
  if (inner.includes(' OR ')) return inner.split(' OR ').some((each) => isAllowed(each, mayHave));
  return inner.split(' AND ').every((each) => mayHave(each.trim()));
}

/** @param {unknown} expression */
export const isPermissive = (expression) =>
  typeof expression === 'string' && isAllowed(expression, (licence) => permissive.includes(licence));

/**
 * What a lock file has that no one has looked at: a licence outside the lists, or a script of a package not named above.
 * @param {{ packages: Record<string, { license?: string, dev?: boolean, hasInstallScript?: boolean, link?: boolean }> }} lock
 * @returns {string[]} one line each
 */
export function findUnknown(lock) {
  return Object.entries(lock.packages).flatMap(([folder, { license, dev, hasInstallScript }]) => {
    if (folder === '') return [];
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const mayHave = (/** @type {string} */ licence) =>
      permissive.includes(licence) || (dev === true && ofTools.has(licence));
    return [
      ...(license !== undefined && isAllowed(license, mayHave) ? [] : [`${name}: licence ${license ?? 'not said'}`]),
      ...(hasInstallScript === true && !knownScripts.has(name) ? [`${name}: runs a script when it is installed`] : []),
    ];
  });
}
