import { describe, expect, it } from 'vitest';
import { missingPackages } from '../../../../resources/setup/system-libraries.mjs';

describe('missing system libraries', () => {
  const wanted = ['libgtk-3-0', 'libnss3', 'xvfb'];

  it('are those that dpkg does not list as installed', () => {
    const listing = ['libgtk-3-0 installed', 'libnss3 config-files', 'bash installed', ''].join('\n');
    expect(missingPackages(listing, wanted)).toEqual(['libnss3', 'xvfb']);
  });

  it('are none when a newer system has them under its new name, or with an architecture', () => {
    const listing = ['libgtk-3-0t64 installed', 'libnss3:amd64 installed', 'xvfb installed'].join('\n');
    expect(missingPackages(listing, wanted)).toEqual([]);
  });

  it('are all of them when dpkg says nothing', () => {
    expect(missingPackages('', wanted)).toEqual(wanted);
    expect(missingPackages('')).toContain('gnome-keyring');
  });
});
