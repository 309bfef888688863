import { existsSync, realpathSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { carrier } from '../setup/electron-carrier.mjs';

const dist = resolve(import.meta.dirname, '../../node_modules/electron/dist');
/** Official runtimes name their version in a file; the one of closed machines (resources/setup/) does not. */
const isOfficial = existsSync(join(dist, 'version'));

/**
 * What a package holds: what was built, and of the native modules only what runs on that system. Of node_modules
 * electron-builder listens to exclusions only.
 * @param {string} system as the native modules name it
 */
const files = (system) => [
  'package.json',
  'out/{main,preload,renderer}/**',
  '!node_modules/node-addon-api/**',
  '!node_modules/better-sqlite3/{deps,src}/**',
  '!node_modules/keytar/{src,script}/**',
  '!**/binding.gyp',
  '!**/*.{d.ts,d.cts,d.mts,map}',
  `!node_modules/keytar/prebuilds/!(${system}-\${arch})/**`,
  ...(isOfficial
    ? [`!node_modules/better-sqlite3/prebuilds/!(${system}-\${arch}).node`, '!node_modules/better-sqlite3/build/**']
    : // The runtime is too old for the prebuilt file; the one built by resources/setup/ goes along.
      ['!node_modules/better-sqlite3/prebuilds/**']),
];

/** @type {import('electron-builder').Configuration} */
export default {
  appId: 'app.balsong.desk',
  productName: '발송데스크',
  copyright: 'Balsong Desk contributors',
  directories: { output: 'dist', buildResources: 'resources/build' },
  asar: true,
  asarUnpack: ['**/*.node'],
  npmRebuild: false,
  ...(isOfficial ? {} : { electronDist: realpathSync(dist), electronVersion: carrier.electron }),
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
  /** A runtime given as a folder brings its default app along, which would run any folder named in the arguments. */
  async afterPack({ appOutDir }) {
    await rm(join(appOutDir, 'resources/default_app.asar'), { force: true });
  },
  publish: null,
  win: {
    target: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    executableName: 'BalsongDesk',
    files: files('win32'),
  },
  nsis: {
    oneClick: true,
    perMachine: false,
    // What the seller keeps in the outbox and the log stays when the app goes.
    deleteAppDataOnUninstall: false,
    installerLanguages: ['ko_KR', 'en_US'],
    artifactName: 'BalsongDesk-${version}-${arch}-setup.${ext}',
  },
  mac: {
    target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
    category: 'public.app-category.business',
    hardenedRuntime: true,
    files: files('darwin'),
  },
  dmg: { artifactName: 'BalsongDesk-${version}-${arch}.${ext}' },
  linux: { target: 'dir', executableName: 'balsong-desk', category: 'Office', files: files('linux') },
};
