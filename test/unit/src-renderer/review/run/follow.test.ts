import { expect, it } from 'vitest';
import { scrollFor } from '../../../../../src-renderer/review/run/use-follow';

const view = { height: 600, top: 0 };

it('keeps the row that is sent next in view, and never moves back', () => {
  expect(scrollFor(view, 4, 0)).toBeUndefined();
  expect(scrollFor(view, 30, 20)).toBe(32 + 30 * 36 - 372);
  expect(scrollFor({ height: 600, top: 5000 }, 30, 20)).toBeUndefined();
});

it('stays where more rows pass than could be read', () => {
  expect(scrollFor(view, 400, 100)).toBeUndefined();
  expect(scrollFor(view, 116, 100)).toBeDefined();
});
