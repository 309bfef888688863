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
