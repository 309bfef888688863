import { expect, it } from 'vitest';
import { lostControllers, runRestoreKills } from '../../support/core/restore-kills';

it('a restore whose process is killed at any step leaves the one desk or the other, and the next start ends it', async () => {
  const found = await runRestoreKills();
  expect(lostControllers(found)).toEqual([]);
  // Copy put in place, main file and log moved away, new file moved in: before and after each.
  expect(found.length).toBeGreaterThanOrEqual(6);
  const ends = new Set(found.map(({ ended }) => ended));
  expect(ends.has('finished')).toBe(true);
  // Killed before anything was moved: the old desk. After all of it: the backup's.
  expect(found[0]?.jobs).toEqual(['after it', 'in the backup']);
  expect(found.at(-1)?.jobs).toEqual(['in the backup']);
});
