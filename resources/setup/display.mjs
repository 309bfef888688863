import { existsSync } from 'node:fs';

/** Everything a person sees is Korean and in Korean time, whatever the machine is set to. */
export const korean = { TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8', LANGUAGE: 'ko' };

/**
 * Runs "$@" with an unlocked keychain. Its folder is its own and goes with it: the keychain of whoever runs this is not
 * touched, and no run finds what another kept.
 */
const unlocked = `
exec 2>&3 3>&-
data=$(mktemp -d)
printf x | XDG_DATA_HOME="$data" gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
"$@"
code=$?
rm -rf "$data"
exit $code`;
/** The bus tells stderr of every service it starts; only what the command itself says is worth reading. */
const onBus = `exec dbus-run-session -- sh -c '${unlocked}' session "$@" 3>&2 2>/dev/null`;
const needed = ['xvfb-run', 'dbus-run-session', 'gnome-keyring-daemon'].map((name) => `/usr/bin/${name}`);

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
 * @param {(file: string) => boolean} exists
 * @returns {{ command: string, args: string[], env: Record<string, string | undefined> }}
 */
export function inSession(command, platform = process.platform, env = process.env, exists = existsSync) {
  const [program = '', ...rest] = command;
  const given = { ...env, ...korean };
  if (platform !== 'linux' || env['BALSONG_SESSION'] === '1' || !needed.every((file) => exists(file))) {
    return { command: program, args: rest, env: given };
  }
  return {
    command: 'xvfb-run',
    args: ['-a', '-s', '-screen 0 1600x1000x24', 'sh', '-c', onBus, 'session', ...command],
    env: { ...given, BALSONG_SESSION: '1' },
  };
}
