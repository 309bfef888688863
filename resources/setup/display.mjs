import { existsSync } from 'node:fs';

/** Everything a person sees is Korean and in Korean time, whatever the machine is set to. */
export const korean = { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8', LANGUAGE: 'ko' };

/**
 * Runs "$@" beside an unlocked keychain. Its folder is its own and goes with it: the keychain of whoever runs this is not
 * touched, and no run finds what another kept.
 */
const unlocked = `
data=$(mktemp -d)
printf x | XDG_DATA_HOME="$data" gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$@"
code=$?
rm -rf "$data"
exit $code`;

/**
 * Whether there is a screen to open a window on.
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 */
export function hasScreen(platform = process.platform, env = process.env) {
  return platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);
}

/**
 * A command in a session of its own with an invisible screen and an unlocked keychain: Xvfb, a D-Bus session and
 * gnome-keyring, all of which end with it. Elsewhere than on Linux, and inside such a session, the command itself.
 * @param {readonly string[]} command
 * @param {NodeJS.Platform} platform
 * @param {Readonly<Record<string, string | undefined>>} env
 * @returns {{ command: string, args: string[], env: Record<string, string | undefined> }}
 */
export function inSession(command, platform = process.platform, env = process.env) {
  const [program = '', ...rest] = command;
  const given = { ...env, ...korean };
  if (platform !== 'linux' || env['BALSONG_SESSION'] === '1' || !existsSync('/usr/bin/xvfb-run')) {
    return { command: program, args: rest, env: given };
  }
  return {
    command: 'xvfb-run',
    args: [
      '-a',
      '-s',
      '-screen 0 1600x1000x24',
      'dbus-run-session',
      '--',
      'bash',
      '-c',
      unlocked,
      'session',
      ...command,
    ],
    env: { ...given, BALSONG_SESSION: '1' },
  };
}
