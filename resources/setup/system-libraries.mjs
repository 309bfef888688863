import { existsSync } from 'node:fs';
import { mayRun } from './consent.mjs';
import { runCommand } from './run-command.mjs';
import { say, SetupFailure } from './setup-failure.mjs';

/** What Electron, its keychain, Korean text and a screenless test need on Debian and its children. */
const packages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libsecret-1-0',
  'xvfb',
  'xauth',
  'dbus',
  'gnome-keyring',
  'fonts-noto-cjk',
  'iproute2',
];

/** Newer Debians and Ubuntus renamed some with the 64-bit time. @param {string} name */
const alsoKnownAs = (name) => [name, `${name}t64`];

/**
 * Which of the wanted packages dpkg does not list as installed.
 * @param {string} listing lines of "package status", as dpkg-query prints them
 * @param {readonly string[]} [wanted]
 */
export function missingPackages(listing, wanted = packages) {
  const installed = new Set();
  for (const line of listing.split('\n')) {
    const [name, status] = line.split(' ');
    if (name && status === 'installed') installed.add(name.replace(/:.*$/, ''));
  }
  return wanted.filter((name) => !alsoKnownAs(name).some((other) => installed.has(other)));
}

/** Installs the missing libraries as root on Debian, once it may; elsewhere on Linux prints the command. Answers whether it did. */
export async function bringSystemLibraries() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return false;
  const { output } = await runCommand('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\\n'], { quiet: true });
  const missing = missingPackages(output);
  if (missing.length === 0) return false;
  const command = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  if (process.getuid?.() !== 0) {
    say(`system libraries are missing; please run: sudo ${command.join(' ')}`);
    return true;
  }
  if (!(await mayRun(command))) {
    say(`system libraries are missing; please run: ${command.join(' ')}`);
    return true;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { quiet: true, env });
  const [program = '', ...args] = command;
  const installed = await runCommand(program, args, { quiet: true, env });
  if (!installed.ok)
    throw new SetupFailure(`apt-get could not install them; run: ${command.join(' ')}`, installed.output);
  return true;
}
