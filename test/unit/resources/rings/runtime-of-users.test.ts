import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { nodeOfUsers, runtimeOfUsers } from '../../../../resources/rings/node-of-users.mjs';

it('is that of the Electron package.json names', () => {
  const described = z
    .object({ devDependencies: z.object({ electron: z.string() }) })
    .parse(JSON.parse(readFileSync('package.json', 'utf8')));
  expect(described.devDependencies.electron.split('.')[0]).toBe(runtimeOfUsers.electron);
  expect(nodeOfUsers.split('.')[0]).toBe(runtimeOfUsers.node);
});

it('has the Chromium of that Electron', () => {
  // The list of Electron's releases that comes with the build tools; the newest release may not be in it yet.
  const chromiumOf = z
    .record(z.string(), z.string())
    .parse(JSON.parse(readFileSync('node_modules/electron-to-chromium/full-versions.json', 'utf8')));
  const stable = Object.entries(chromiumOf).filter(([electron]) => /^\d+\.\d+\.\d+$/.test(electron));
  const ofUsers = stable.filter(([electron]) => electron.startsWith(`${runtimeOfUsers.electron}.`));
  expect(new Set(ofUsers.map(([, chromium]) => chromium.split('.')[0]))).toEqual(new Set([runtimeOfUsers.chromium]));
});
