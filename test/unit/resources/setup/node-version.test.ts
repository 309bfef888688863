import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { isNewEnough, metNode } from '../../../../resources/setup/node-version.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '100.0.0'])('%s will do', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });
  it.each(['20.18.3', '20.2.0', '18.99.0', '9.20.0'])('%s is too old', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });

  it.each(['22.14.0', '22.20.0', '24.21.0'])(
    '%s is what is asked for: nothing is said, and nothing compiled',
    (version) => {
      expect(metNode(version)).toBeUndefined();
    },
  );
  it.each(['20.19.0', '20.20.2', '22.13.1'])('%s works with the set-up’s own build, and is named', (version) => {
    expect(metNode(version)).toMatch(new RegExp(`${version.replaceAll('.', '\\.')}.*22\\.14`, 'u'));
  });

  it.each(['README.md', 'README.ko.md'])('that is asked for stands in %s', async (name) => {
    expect(await readFile(name, 'utf8')).toMatch(/Node\.js 22\.14/u);
  });
});
