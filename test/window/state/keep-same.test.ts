import { expect, it } from 'vitest';
import { keepSameItems } from '../../../src-renderer/state/keep-same';

const before = [
  { id: 'a', counts: { queued: 1 } },
  { id: 'b', counts: { queued: 0 } },
];

it('keeps the very list where everything says the same', () => {
  expect(keepSameItems(before, structuredClone(before))).toBe(before);
});

it('keeps the items that say the same next to one that does not', () => {
  const now = structuredClone(before);
  now[1] = { id: 'b', counts: { queued: 5 } };
  const kept = keepSameItems(before, now);
  expect(kept).toEqual(now);
  expect(kept[0]).toBe(before[0]);
});

it('takes over a list that became longer or shorter', () => {
  expect(keepSameItems(before, before.slice(0, 1))).toEqual([before[0]]);
  expect(keepSameItems([], before)).toEqual(before);
});
