import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { packageSizes } from '../../../../resources/setup/package-sizes.mjs';

it('says the size of each package against its limit, and which is beyond it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'balsong-sizes-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const fill = async (name: string, megabytes: number): Promise<void> => {
    await writeFile(join(folder, name), '');
    await truncate(join(folder, name), megabytes * 1024 * 1024);
  };
  await mkdir(join(folder, 'linux-unpacked/resources'), { recursive: true });
  await mkdir(join(folder, 'mac-arm64/App.app'), { recursive: true });
  await fill('mac-arm64/App.app/program', 200);
  await fill('linux-unpacked/program', 150);
  await fill('linux-unpacked/resources/app.asar', 5);
  await fill('builder-debug.yml', 1);
  await fill('BalsongDesk-1.0.0-x64-setup.exe', 130);
  expect(await packageSizes(folder)).toEqual({
    lines: [
      'BalsongDesk-1.0.0-x64-setup.exe: 130 MB of at most 130 MB',
      'linux-unpacked: 155 MB of at most 330 MB',
      'mac-arm64: 200 MB of at most 330 MB',
    ],
    tooLarge: false,
  });
  await fill('BalsongDesk-1.0.0-arm64.dmg', 151);
  const { lines, tooLarge } = await packageSizes(folder);
  expect(tooLarge).toBe(true);
  expect(lines[0]).toBe('BalsongDesk-1.0.0-arm64.dmg: 151 MB of at most 150 MB: TOO LARGE');
});
