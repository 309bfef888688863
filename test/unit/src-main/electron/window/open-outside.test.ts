import { expect, it, vi } from 'vitest';
import { openOutside, openPage } from '../../../../../src-main/electron/window/open-outside';
import { pageAddresses } from '../../../../../src-main/electron/window/outside-links';

const opened = vi.hoisted(() => [] as string[]);
vi.mock('electron', () => ({ shell: { openExternal: async (address: string) => void opened.push(address) } }));

it('opens pages of the markets, and those of the hosts it is given, and nothing else', async () => {
  await openPage('smartstore-center');
  const releases = 'https://github.com/owner/repository/releases/latest';
  await openOutside(releases, new Set(['github.com']));
  expect(opened).toEqual([pageAddresses['smartstore-center'], releases]);
  for (const address of [releases, 'file:///etc/passwd']) await expect(openOutside(address)).rejects.toThrow('outside');
  await expect(openOutside('http://github.com/', new Set(['github.com']))).rejects.toThrow('outside');
  expect(opened).toHaveLength(2);
});
