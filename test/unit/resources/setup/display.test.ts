import { describe, expect, it } from 'vitest';
import { hasScreen, inSession } from '../../../../resources/setup/display.mjs';

const all = (): boolean => true;
const noKeyring = (file: string): boolean => !file.endsWith('gnome-keyring-daemon');

describe('a screen', () => {
  it('is there on Windows and macOS, and on Linux when one is named', () => {
    expect(hasScreen('win32', {})).toBe(true);
    expect(hasScreen('darwin', {})).toBe(true);
    expect(hasScreen('linux', { DISPLAY: ':0' })).toBe(true);
    expect(hasScreen('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(true);
    expect(hasScreen('linux', {})).toBe(false);
    expect(hasScreen('linux', { DISPLAY: '' })).toBe(false);
  });
});

describe('a session', () => {
  it('is made on Linux, with the command at its end as it was', () => {
    const { command, args } = inSession(['node', 'a b.js', `"'$x`], 'linux', {}, all);
    expect(command).toBe('xvfb-run');
    expect(args.slice(-3)).toEqual(['node', 'a b.js', `"'$x`]);
  });

  it('is not made within another', () => {
    const { env } = inSession(['node'], 'linux', {}, all);
    expect(inSession(['node', 'x'], 'linux', env, all)).toMatchObject({ command: 'node', args: ['x'] });
  });

  it('is left out where there is none to make', () => {
    expect(inSession(['node', 'x'], 'win32', {}, all)).toMatchObject({ command: 'node', args: ['x'] });
    expect(inSession(['node', 'x'], 'linux', {}, noKeyring)).toMatchObject({ command: 'node', args: ['x'] });
  });

  it('is Korean everywhere, whatever the machine is set to', () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const { env } = inSession(['node'], platform, { LANG: 'C', TZ: 'UTC', HOME: '/home/kim' }, all);
      expect(env).toMatchObject({ TZ: 'Asia/Seoul', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8', LANGUAGE: 'ko' });
      expect(env['HOME']).toBe('/home/kim');
    }
  });
});
