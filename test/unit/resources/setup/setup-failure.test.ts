import { describe, expect, it } from 'vitest';
import { SetupFailure } from '../../../../resources/setup/setup-failure.mjs';

describe('what a failed command said', () => {
  it('is shown whole when it is short', () => {
    expect(new SetupFailure('npm ci failed.', 'one\ntwo').output).toBe('one\ntwo');
  });

  it('is shown by its first and last lines when it is long', () => {
    const long = Array.from({ length: 500 }, (_, line) => `line ${line}`).join('\n');
    const shown = new SetupFailure('npm ci failed.', long).output.split('\n');
    expect(shown).toHaveLength(21);
    expect(shown.at(0)).toBe('line 0');
    expect(shown.at(10)).toBe('...');
    expect(shown.at(-1)).toBe('line 499');
  });
});
