import { describe, expect, it } from 'vitest';
import { isNewEnough } from '../../../../resources/setup/node-version.mjs';

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '100.0.0'])('%s will do', (version) => {
    expect(isNewEnough(version)).toBe(true);
  });
  it.each(['20.18.3', '20.2.0', '18.99.0', '9.20.0'])('%s is too old', (version) => {
    expect(isNewEnough(version)).toBe(false);
  });
});
