import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useFirstRows } from '../../../src-renderer/grid/draw-in-steps';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function drawn(first: number, wanted: number) {
  const hook = renderHook(({ list, most }) => useFirstRows(list, first, most), {
    initialProps: { list: {}, most: wanted },
  });
  const nextFrame = (): number => {
    act(() => void vi.advanceTimersToNextFrame());
    return hook.result.current;
  };
  return { ...hook, nextFrame };
}

it('draws the rows of a list some at a time, one step a frame', () => {
  const { result, nextFrame } = drawn(0, 20);
  expect([result.current, nextFrame(), nextFrame(), nextFrame()]).toEqual([0, 8, 16, Infinity]);
});

it('waits with the first step for the first rows', () => {
  const { nextFrame, rerender } = drawn(0, 0);
  expect([nextFrame(), nextFrame()]).toEqual([0, 0]);
  rerender({ list: {}, most: 20 });
  expect([nextFrame(), nextFrame()]).toEqual([8, 16]);
});

it('draws whatever comes once the first screen is drawn, and begins again with another list', () => {
  const { result, nextFrame, rerender } = drawn(8, 10);
  const list = {};
  rerender({ list, most: 10 });
  expect([result.current, nextFrame()]).toEqual([8, Infinity]);
  rerender({ list, most: 500 });
  expect([result.current, nextFrame()]).toEqual([Infinity, Infinity]);
  rerender({ list: {}, most: 500 });
  expect(result.current).toBe(8);
});
