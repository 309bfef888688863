import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../resources/setup/run-command.mjs';

/**
 * What gives every process of a command, Electron and Node alike, a clock of its own: libfaketime, set ahead by a fixed
 * distance, so that all of them agree whenever they start. Only the time of day moves; what measures durations does not,
 * and files keep the times of the real clock.
 * @param offsetMs how far ahead of the machine's clock; negative: behind
 */
export function fakeClock(library: string, offsetMs: number): Record<string, string> {
  const seconds = Math.round(offsetMs / 1000);
  return {
    LD_PRELOAD: library,
    FAKETIME: `${seconds < 0 ? '' : '+'}${seconds}s`,
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    // Without this Chromium's waits, which are in monotonic time, are taken for waits until a time of day and hang.
    FAKETIME_FORCE_MONOTONIC_FIX: '0',
    // The offset is in the variable above; shared memory would tie the processes to the first of them.
    FAKETIME_DISABLE_SHM: '1',
    NO_FAKE_STAT: '1',
  };
}

/** The path of libfaketime; installs it as root on Debian. Throws with what to do where it cannot be had. */
export async function bringFakeTime(): Promise<string> {
  const found = findFakeTime();
  if (found !== undefined) return found;
  const install = ['install', '-y', '--no-install-recommends', 'libfaketime'];
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get'))
    throw new Error(`--clock needs libfaketime; on Debian: sudo apt-get ${install.join(' ')}`);
  console.error('installing libfaketime');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand('apt-get', ['update'], { quiet: true, env });
  const { output } = await runCommand('apt-get', install, { quiet: true, env });
  const installed = findFakeTime();
  if (installed === undefined) throw new Error(`libfaketime could not be installed:\n${output}`);
  return installed;
}

function findFakeTime(): string | undefined {
  if (process.platform !== 'linux') return undefined;
  return readdirSync('/usr/lib')
    .map((folder) => join('/usr/lib', folder, 'faketime/libfaketimeMT.so.1'))
    .find((file) => existsSync(file));
}
