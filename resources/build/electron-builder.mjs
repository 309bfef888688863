import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { carrier } from '../setup/electron-carrier.mjs';
import { noticesFile } from './notices.mjs';
import { releaseNotes } from './release-notes.mjs';

const dist = resolve(import.meta.dirname, '../../node_modules/electron/dist');
/** Official runtimes name their version in a file; the one of closed machines (resources/setup/) does not. */
const isOfficial = existsSync(join(dist, 'version'));

/**
 * What a package holds: what was built, and of the native modules only what runs on that system. Of node_modules
 * electron-builder listens to exclusions only.
 * @param {string} system as the native modules name it
 * @param {boolean} hasPrebuilt whether the runtime takes the prebuilt file of better-sqlite3
 */
const files = (system, hasPrebuilt) => [
  'package.json',
  'out/{main,preload,renderer}/**',
  '!node_modules/node-addon-api/**',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/keytar/{src,script}/**',
  '!**/binding.gyp',
  '!**/*.{d.ts,d.cts,d.mts,map}',
  `!node_modules/keytar/prebuilds/!(${system}-\${arch})/**`,
  ...(hasPrebuilt
    ? [`!node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}).node`, '!node_modules/better-sqlite3/build/**']
    : // The runtime is too old for the prebuilt file; the one built by resources/setup/ goes along.
      ['!node_modules/better-sqlite3/prebuilds/**']),
];

/** Ways to hand a certificate to electron-builder. @param {NodeJS.ProcessEnv} env */
const isSigned = (env) => Boolean(env['CSC_LINK'] || env['CSC_NAME']);

/**
 * Where a package looks for the next version: the releases of the repository whose workflow made it. One made by hand
 * has no such file, and the app in it says that it looks nowhere.
 * @param {NodeJS.ProcessEnv} env
 */
function updateSource(env) {
  const [, owner, repo] = /^([\w.-]+)\/([\w.-]+)$/u.exec(env['GITHUB_REPOSITORY'] ?? '') ?? [];
  return owner === undefined || repo === undefined ? null : { provider: /** @type {const} */ ('github'), owner, repo };
}

const root = resolve(import.meta.dirname, '../..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What a courier's file is called; the app offers itself for these and takes them from no one. */
export const openedEndings = ['xlsx', 'xls', 'csv'];

/**
 * The packages of one release. `env` says whether macOS packages are signed with a certificate, `runtime` replaces
 * Electron by a folder made in its form (tests).
 * @param {NodeJS.ProcessEnv} env
 * @param {{ folder: string, version: string }} [runtime]
 * @returns {import('electron-builder').Configuration}
 */
export function packagesOf(env, runtime) {
  const hasPrebuilt = isOfficial || runtime !== undefined;
  const own = isOfficial ? {} : { electronDist: realpathSync(dist), electronVersion: carrier.electron };
  return {
    appId: 'app.balsong.desk',
    productName: '발송데스크',
    copyright: 'Balsong Desk contributors',
    directories: { output: 'dist', buildResources: 'resources/build' },
    // Only what cannot be loaded from it lies outside the archive: the rest is under its integrity.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    extraResources: [{ from: noticesFile, to: 'THIRD-PARTY-NOTICES.txt' }],
    npmRebuild: false,
    ...(runtime ? { electronDist: runtime.folder, electronVersion: runtime.version } : own),
    electronLanguages: ['ko', 'en-US'],
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    },
    async afterPack({ appOutDir, electronPlatformName, packager }) {
      // A runtime given as a folder brings its default app along, which would run any folder named in the arguments.
      await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
      if (electronPlatformName !== 'darwin') return;
      await refuseArbitraryLoads(join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Info.plist`));
    },
    publish: updateSource(env),
    // Goes into latest*.yml, and from there into the window of who is offered this version.
    releaseInfo: { releaseNotes: releaseNotes(readFileSync(join(root, 'CHANGELOG.md'), 'utf8'), version) },
    // macOS lets only a signed app replace itself (src-main/electron/open-updates.ts).
    extraMetadata: { isSigned: isSigned(env) },
    win: {
      // Takes the name of the certificate along (publisherName): an update has to carry it, too. Without a certificate
      // there is nothing to ask for.
      verifyUpdateCodeSignature: isSigned(env),
      target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
      executableName: 'BalsongDesk',
      files: files('win32', hasPrebuilt),
    },
    nsis: {
      oneClick: true,
      perMachine: false,
      // Opens files: electron-builder's own fileAssociations would make the app their default.
      include: 'resources/build/open-with.nsh',
      // What the seller keeps in the outbox and the log stays when the app goes.
      deleteAppDataOnUninstall: false,
      installerLanguages: ['ko_KR', 'en_US'],
      artifactName: 'BalsongDesk-${version}-${arch}-setup.${ext}',
    },
    mac: {
      target: [
        { target: 'dmg', arch: ['x64', 'arm64'] },
        { target: 'zip', arch: ['x64', 'arm64'] },
      ],
      artifactName: 'BalsongDesk-${version}-${arch}.${ext}',
      category: 'public.app-category.business',
      minimumSystemVersion: '13.0',
      fileAssociations: openedEndings.map((ext) => ({ ext, name: 'Spreadsheet', role: 'Viewer', rank: 'Alternate' })),
      entitlements: 'resources/build/entitlements.mac.plist',
      entitlementsInherit: 'resources/build/entitlements.mac.plist',
      // Without a certificate the app is signed for no one ("ad hoc"): Apple silicon runs no program without any
      // signature, and the hardened runtime would refuse the libraries of one that names no team.
      ...(isSigned(env) ? { hardenedRuntime: true } : { identity: '-', hardenedRuntime: false }),
      files: files('darwin', hasPrebuilt),
    },
    linux: {
      target: [{ target: 'AppImage', arch: ['x64'] }],
      artifactName: 'BalsongDesk-${version}-${arch}.${ext}',
      executableName: 'balsong-desk',
      category: 'Office',
      mimeTypes: [
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'application/vnd.ms-excel',
        'text/csv',
      ],
      files: files('linux', hasPrebuilt),
    },
  };
}

/**
 * electron-builder allows any unencrypted connection (for its updater's server on this machine, which
 * NSAllowsLocalNetworking covers).
 * @param {string} file Info.plist
 */
async function refuseArbitraryLoads(file) {
  const text = await readFile(file, 'utf8');
  const refused = text.replace(/(<key>NSAllowsArbitraryLoads<\/key>\s*)<true\/>/, '$1<false/>');
  if (refused === text) throw new Error(`NSAllowsArbitraryLoads is not where it was expected: ${file}`);
  await writeFile(file, refused);
}

export default packagesOf(process.env);
