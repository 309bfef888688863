import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { serviceName } from '../../../../src-main/secrets/service-name';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(realpathSync(tmpdir()), 'balsong-names-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A disk that knows these folders, as they are spelled on it. */
const system = (platform: string, folders: readonly string[]) => ({
  platform,
  realpath: (path: string) => {
    const found = folders.find((each) => each.toLowerCase() === path.toLowerCase());
    if (found === undefined) throw Object.assign(new Error(path), { code: 'ENOENT' });
    return found;
  },
});

describe('the name of a data folder in the keychain', () => {
  it('is the same behind a link, with separators at its end, and before the folder is there', () => {
    const real = join(folder, 'desk');
    const before = serviceName(real);
    mkdirSync(real);
    symlinkSync(folder, `${folder}-link`);
    try {
      const spellings = [
        `${real}${sep}`,
        `${real}${sep}${sep}`,
        join(folder, 'x', '..', 'desk'),
        `${folder}-link/desk`,
      ];
      for (const spelling of spellings) expect(serviceName(spelling)).toBe(before);
      // One that is not there yet, behind a link that is.
      expect(serviceName(`${folder}-link/other`)).toBe(serviceName(join(folder, 'other')));
    } finally {
      rmSync(`${folder}-link`);
    }
    expect(serviceName(join(folder, 'other'))).not.toBe(before);
  });

  it.each(['win32', 'darwin'])('is the same in capitals and in parted letters on %s', (platform) => {
    const disk = system(platform, ['/Users/홍길동/BalsongDesk'.normalize('NFD')]);
    const name = serviceName('/Users/홍길동/BalsongDesk', disk);
    expect(serviceName('/users/홍길동/balsongdesk', disk)).toBe(name);
    expect(serviceName('/USERS/홍길동/BALSONGDESK'.normalize('NFD'), disk)).toBe(name);
    expect(serviceName('/Users/홍길순/BalsongDesk', disk)).not.toBe(name);
  });

  it('tells capitals apart where the system does', () => {
    const disk = { platform: 'linux', realpath: (path: string) => path };
    expect(serviceName('/data/Desk', disk)).not.toBe(serviceName('/data/desk', disk));
  });
});
