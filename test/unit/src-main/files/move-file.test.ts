import { describe, expect, it } from 'vitest';
import { moveFile } from '../../../../src-main/files/move-file';

/** A disk whose renames end with these codes, one each, and a clock that only counts. */
function disk(codes: readonly string[]) {
  const left = [...codes];
  const seen = { renames: 0, sleptMs: 0 };
  return {
    seen,
    effects: {
      rename: async () => {
        seen.renames += 1;
        const code = left.shift();
        if (code !== undefined) throw Object.assign(new Error(code), { code });
      },
      sleep: async (ms: number) => {
        seen.sleptMs += ms;
      },
    },
  };
}

describe('renaming a file', () => {
  it.each(['EBUSY', 'EPERM', 'EACCES'])('waits for a program that holds it for a moment: %s', async (code) => {
    const { seen, effects } = disk([code, code, code]);
    await moveFile('a', 'b', effects);
    expect(seen).toEqual({ renames: 4, sleptMs: 170 });
  });

  it('gives up after some five seconds, with the last error', async () => {
    const { seen, effects } = disk(Array.from({ length: 50 }, () => 'EBUSY'));
    await expect(moveFile('a', 'b', effects)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(seen).toEqual({ renames: 9, sleptMs: 5170 });
  });

  it('does not wait for what time does not mend', async () => {
    const { seen, effects } = disk(['ENOSPC']);
    await expect(moveFile('a', 'b', effects)).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(seen).toEqual({ renames: 1, sleptMs: 0 });
  });
});
