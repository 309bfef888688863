import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { NtExecutable, NtExecutableResource, Resource } from 'resedit';
import { writePlist } from './plist';

/**
 * Electron's folders for Windows and macOS as electron-builder takes them, with files of a few hundred bytes instead of
 * programs: enough to be packed, renamed, given version, icon, integrity and fuses. Nothing in them runs.
 */
export const dummyVersion = '45.4.1';

/** What @electron/fuses looks for in a program: its mark, version 1, nine fuses, each off ("0") or on ("1"). */
const fuses = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', 'latin1'),
  Buffer.from([1, 9]),
  Buffer.from('101110011', 'latin1'),
]);
const american = { lang: 1033, codepage: 1200 };

/** Writes electron.exe and what lies next to it into `folder`. */
export async function writeWindowsRuntime(folder: string): Promise<void> {
  const executable = NtExecutable.createEmpty(false, false);
  const resources = NtExecutableResource.from(executable);
  const version = Resource.VersionInfo.createEmpty();
  version.setStringValues(american, { FileDescription: 'Electron', ProductName: 'Electron' });
  version.outputToResourceEntries(resources.entries);
  resources.outputResource(executable);
  executable.setExtraData(fuses);
  await writeFiles(folder, {
    'electron.exe': Buffer.from(executable.generate()),
    version: dummyVersion,
    LICENSE: 'MIT License',
    'LICENSES.chromium.html': '<html></html>',
    'resources/.keep': '',
    ...Object.fromEntries(['de', 'en-US', 'ja', 'ko'].map((name) => [`locales/${name}.pak`, name])),
  });
}

/** Writes Electron.app with its framework and helpers into `folder`. */
export async function writeMacRuntime(folder: string): Promise<void> {
  const framework = 'Electron.app/Contents/Frameworks/Electron Framework.framework';
  const helpers = ['', ' (Renderer)', ' (GPU)', ' (Plugin)'].map((kind) => `Electron Helper${kind}`);
  const info = (name: string): string =>
    writePlist({
      CFBundleExecutable: name,
      CFBundleIdentifier: 'com.github.Electron',
      CFBundleName: name,
      CFBundlePackageType: 'APPL',
      ...(name === 'Electron' ? { CFBundleIconFile: 'electron.icns', LSMinimumSystemVersion: '12.0' } : {}),
    });
  const languages = ['de', 'en', 'ja', 'ko'];
  await writeFiles(folder, {
    version: dummyVersion,
    LICENSE: 'MIT License',
    'LICENSES.chromium.html': '<html></html>',
    'Electron.app/Contents/Info.plist': info('Electron'),
    'Electron.app/Contents/MacOS/Electron': 'no program',
    'Electron.app/Contents/Resources/electron.icns': '',
    [`${framework}/Electron Framework`]: fuses,
    ...Object.fromEntries(languages.map((name) => [`Electron.app/Contents/Resources/${name}.lproj/.keep`, ''])),
    ...Object.fromEntries(
      languages.map((name) => [`${framework}/Versions/A/Resources/${name}.lproj/locale.pak`, name]),
    ),
    ...Object.fromEntries(
      helpers.flatMap((name) => [
        [`Electron.app/Contents/Frameworks/${name}.app/Contents/Info.plist`, info(name)],
        [`Electron.app/Contents/Frameworks/${name}.app/Contents/MacOS/${name}`, 'no program'],
      ]),
    ),
  });
}

async function writeFiles(folder: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<void> {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
