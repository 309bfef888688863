import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { Arch, build, Platform } from 'electron-builder';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packagesOf } from '../../../resources/build/electron-builder.mjs';
import { findUnwanted } from '../../../resources/build/package-content';
import { buildIfStale } from '../../../resources/setup/build.mjs';
import { dummyVersion, writeMacRuntime, writeWindowsRuntime } from '../../support/packages/dummy-runtime';
import { readPlist } from '../../support/packages/plist';
import { targetOf } from '../../support/packages/native-file';

/**
 * The packages of Windows and macOS over a runtime without programs: everything about them but that they start.
 * electron-builder makes none of macOS on Windows.
 */
const systems = [
  { name: 'windows', platform: Platform.WINDOWS },
  ...(process.platform === 'win32' ? [] : [{ name: 'mac', platform: Platform.MAC }]),
] as const;
const { version } = JSON.parse(await readFile('package.json', 'utf8'));
let work = '';

beforeAll(async () => {
  await buildIfStale();
  work = await mkdtemp(join(tmpdir(), 'balsong-packages-'));
  await writeWindowsRuntime(join(work, 'windows'));
  await writeMacRuntime(join(work, 'mac'));
  for (const { name, platform } of systems) {
    const config = packagesOf({}, { folder: join(work, name), version: dummyVersion });
    await build({
      targets: platform.createTarget('dir', Arch.x64, Arch.arm64),
      config: {
        ...config,
        // There is no program here that macOS would sign; how packages are signed has tests of its own.
        mac: { ...config.mac, identity: null },
        directories: { ...config.directories, output: join(work, `dist-${name}`) },
      },
      publish: 'never',
    });
  }
});
afterAll(() => rm(work, { recursive: true, force: true }));

const packages = [
  { target: 'win32-x64', app: 'dist-windows/win-unpacked', resources: 'resources' },
  { target: 'win32-arm64', app: 'dist-windows/win-arm64-unpacked', resources: 'resources' },
  // electron-builder names it as macOS does, each letter in its parts.
  { target: 'darwin-x64', app: `dist-mac/mac/${'발송데스크'.normalize('NFD')}.app`, resources: 'Contents/Resources' },
  {
    target: 'darwin-arm64',
    app: `dist-mac/mac-arm64/${'발송데스크'.normalize('NFD')}.app`,
    resources: 'Contents/Resources',
  },
].filter(({ app }) => systems.some(({ name }) => app.startsWith(`dist-${name}/`)));

const isMac = ({ target }: { target: string }): boolean => target.startsWith('darwin');

describe.each(packages)('the package of $target', ({ target, app, resources }) => {
  const within = (...names: string[]): string => join(work, app, ...names);

  it('holds one native file of each module, of its own system and processor', async () => {
    const unpacked = within(resources, 'app.asar.unpacked');
    const files = (await readdir(unpacked, { recursive: true })).filter((name) => /\.\w+$/.test(basename(name)));
    expect(files.map((name) => name.split(/[\\/]/)[1]).toSorted()).toEqual(['better-sqlite3', 'keytar']);
    for (const name of files) expect(targetOf(await readFile(join(unpacked, name))), name).toBe(target);
  });

  it('holds what runs, the notices, and nothing of ours besides', async () => {
    const names = listPackage(within(resources, 'app.asar'), { isPack: false });
    expect(findUnwanted(names)).toEqual([]);
    const notices = await readFile(within(resources, 'THIRD-PARTY-NOTICES.txt'), 'utf8');
    for (const name of [
      'react',
      'zod',
      'undici',
      '@e965/xlsx',
      '@base-ui/react',
      'fflate',
      '@noble/hashes',
      'pretendard',
      'better-sqlite3',
      '@github/keytar',
    ])
      expect(notices, name).toMatch(new RegExp(`^${name} \\d`, 'm'));
  });

  it('has two languages', async () => {
    const folder = isMac({ target })
      ? within('Contents/Frameworks/Electron Framework.framework/Versions/A/Resources')
      : within('locales');
    const languages = (await readdir(folder)).filter((name) => /\.(?:lproj|pak)$/.test(name));
    expect(languages.toSorted()).toEqual(isMac({ target }) ? ['en.lproj', 'ko.lproj'] : ['en-US.pak', 'ko.pak']);
  });

  it('has its fuses set', async () => {
    const wire = await getCurrentFuseWire(isMac({ target }) ? within() : within('BalsongDesk.exe'));
    const isOn = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      cookies: isOn(FuseV1Options.EnableCookieEncryption),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      integrity: isOn(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyAsar: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      snapshot: isOn(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      fileExtras: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({
      runAsNode: false,
      cookies: true,
      nodeOptions: false,
      inspect: false,
      integrity: true,
      onlyAsar: true,
      snapshot: false,
      fileExtras: false,
    });
  });
});

describe.each(packages.filter((each) => !isMac(each)))('the program of $target', ({ app }) => {
  const within = (...names: string[]): string => join(work, app, ...names);

  it('names itself, its version and its icon, and the hash of what it runs', async () => {
    const executable = NtExecutable.from(await readFile(within('BalsongDesk.exe')));
    const { entries } = NtExecutableResource.from(executable);
    const [info] = Resource.VersionInfo.fromEntries(entries);
    const [language] = info?.getAllLanguagesForStringValues() ?? [];
    expect(language && info?.getStringValues(language)).toMatchObject({
      ProductName: '발송데스크',
      FileDescription: '발송데스크',
      LegalCopyright: 'Balsong Desk contributors',
      FileVersion: version,
    });
    const [icons] = Resource.IconGroupEntry.fromEntries(entries);
    expect(icons?.icons.map(({ width }) => width || 256)).toEqual([16, 20, 24, 32, 40, 48, 64, 128, 256]);
    const integrity = entries.find(({ type }) => type === 'INTEGRITY');
    expect(JSON.parse(Buffer.from(integrity?.bin ?? new ArrayBuffer(0)).toString('utf8'))).toEqual([
      { file: 'resources\\app.asar', alg: 'SHA256', value: expect.stringMatching(/^[\da-f]{64}$/) },
    ]);
  });
});

describe.each(packages.filter(isMac))('Info.plist of $target', ({ app }) => {
  const within = (...names: string[]): string => join(work, app, ...names);

  it('says what macOS asks of it', async () => {
    const info = readPlist(await readFile(within('Contents/Info.plist'), 'utf8'));
    expect(info).toMatchObject({
      CFBundleIdentifier: 'app.balsong.desk',
      CFBundleDisplayName: '발송데스크',
      CFBundleShortVersionString: version,
      CFBundleIconFile: 'icon.icns',
      LSMinimumSystemVersion: '13.0',
      LSApplicationCategoryType: 'public.app-category.business',
      NSAppTransportSecurity: { NSAllowsArbitraryLoads: false, NSAllowsLocalNetworking: true },
      CFBundleDocumentTypes: ['xlsx', 'xls', 'csv'].map((ending) => ({
        CFBundleTypeExtensions: [ending],
        CFBundleTypeRole: 'Viewer',
        LSHandlerRank: 'Alternate',
      })),
      ElectronAsarIntegrity: {
        'Resources/app.asar': { algorithm: 'SHA256', hash: expect.stringMatching(/^[\da-f]{64}$/) },
      },
    });
    expect(
      (await readFile(within('Contents/Resources/icon.icns'))).equals(await readFile('resources/build/icon.icns')),
    ).toBe(true);
  });
});

describe('how macOS packages are signed', () => {
  it('with a certificate: hardened, and allowed nothing but JIT memory', async () => {
    const { mac } = packagesOf({ CSC_LINK: 'https://keys.example/desk.p12' });
    expect(mac).toMatchObject({ hardenedRuntime: true });
    expect(mac?.identity).toBeUndefined();
    expect(readPlist(await readFile(mac?.entitlements ?? '', 'utf8'))).toEqual({
      'com.apple.security.cs.allow-jit': true,
    });
    expect(mac?.entitlementsInherit).toBe(mac?.entitlements);
  });

  it('without one: for no one, as the hardened runtime would refuse its libraries', () => {
    expect(packagesOf({}).mac).toMatchObject({ identity: '-', hardenedRuntime: false });
  });
});

describe('the installer of Windows', () => {
  it('is one of the user, and offers the app for sheets without making it their default', async () => {
    const { nsis, fileAssociations, win } = packagesOf({});
    expect(nsis).toMatchObject({ oneClick: true, perMachine: false, deleteAppDataOnUninstall: false });
    expect([fileAssociations, win?.fileAssociations]).toEqual([undefined, undefined]);
    const script = await readFile(nsis?.include ?? '', 'utf8');
    expect(script.match(/offerFor "\.\w+"/g)).toEqual(['offerFor ".xlsx"', 'offerFor ".xls"', 'offerFor ".csv"']);
    expect(script).not.toMatch(/WriteRegStr [^\n]*Classes\\\$\{ENDING\}" ""/);
    // The text of NSIS has no other marks for its macros: each that is used is there.
    const made = new Set(Array.from(script.matchAll(/!macro (\w+)/g), ([, name]) => name));
    expect(Array.from(script.matchAll(/!insertmacro (\w+)/g), ([, name]) => made.has(name))).not.toContain(false);
  });
});
