import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isPermissive, textsOfOthers } from './licences.mjs';
import { listFolder } from './note-packages.mjs';

/** @typedef {{ name: string, version: string, licence: string, text: string }} Notice */

/** Goes into the resources of each package. */
export const noticesFile = 'out/THIRD-PARTY-NOTICES.txt';
/** The same for 설정 > 정보, which imports it when it is opened. */
const windowFile = 'out/renderer/notices.js';

const head = `발송데스크 (Balsong Desk) contains the following packages. Each stands here with its version and its licence.
Electron and Chromium bring their own: LICENSE.electron.txt and LICENSES.chromium.html.
`;

/**
 * Writes the notices of everything that is in the app: what the bundler took in (out/packages) and what package-lock.json
 * installs without the tools, such as the native modules.
 * @param {string} root the project's folder
 */
export function writeNotices(root) {
  const notices = makeNotices(root, foldersOf(root));
  const text = notices.map(
    ({ name, version, licence, text: body }) => `${'='.repeat(80)}\n${name} ${version} (${licence})\n\n${body}\n`,
  );
  writeFileSync(join(root, noticesFile), `${head}\n${text.join('\n')}`);
  writeFileSync(join(root, windowFile), `export const notices = ${JSON.stringify(notices)};\n`);
}

/** @param {string} root @returns {string[]} folders of packages */
function foldersOf(root) {
  const lists = readdirSync(join(root, listFolder)).map((file) =>
    JSON.parse(readFileSync(join(root, listFolder, file), 'utf8')),
  );
  /** @type {{ packages: Record<string, { dev?: boolean, devOptional?: boolean }> }} */
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const installed = Object.entries(packages)
    .filter(([folder, { dev, devOptional }]) => folder !== '' && !dev && !devOptional && existsSync(join(root, folder)))
    .map(([folder]) => folder);
  return [...new Set([...lists.flat(), ...installed])];
}

/**
 * @param {string} root
 * @param {readonly string[]} folders below it
 * @returns {Notice[]} by name; throws where a licence is outside the list or a text is missing
 */
export function makeNotices(root, folders) {
  const notices = folders.map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    if (!isPermissive(license))
      throw new Error(`${name} ${version} has the licence ${license}, which is not on the list`);
    const texts = textsIn(join(root, folder)).map((file) => readFileSync(file, 'utf8').trim());
    const text = texts.length > 0 ? texts.join('\n\n') : textsOfOthers.get(`${name} ${version} ${license}`);
    if (text === undefined) throw new Error(`${name} ${version} brings no text of its licence (${license})`);
    return { name, version, licence: license, text };
  });
  return notices.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** Some keep their licence with what they ship. @param {string} folder @returns {string[]} paths */
function textsIn(folder) {
  for (const place of [folder, join(folder, 'dist')]) {
    const files = existsSync(place)
      ? readdirSync(place).filter((file) => /^(?:licen[cs]e|copying|notice)/i.test(file))
      : [];
    if (files.length > 0) return files.toSorted().map((file) => join(place, file));
  }
  return [];
}
