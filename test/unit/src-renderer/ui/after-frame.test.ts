import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { afterNextFrame } from '../../../../src-renderer/ui/after-frame';

/** A window whose frames the test draws; none comes by itself, as in a covered window. */
let frames: Map<number, () => void>;
const drawFrame = (): void => {
  const due = [...frames.values()];
  frames.clear();
  for (const run of due) run();
};

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  frames = new Map();
  let last = 0;
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => {
    last += 1;
    frames.set(last, run);
    return last;
  });
  vi.stubGlobal('cancelAnimationFrame', (frame: number) => frames.delete(frame));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('runs with the next frame, and not again when the time is up', () => {
  const action = vi.fn();
  afterNextFrame(action);
  expect(action).not.toHaveBeenCalled();
  drawFrame();
  expect(action).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(action).toHaveBeenCalledTimes(1);
});

it('runs after 100 ms where no frame is drawn, and not again with a late frame', () => {
  const action = vi.fn();
  afterNextFrame(action);
  vi.advanceTimersByTime(99);
  expect(action).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(action).toHaveBeenCalledTimes(1);
  drawFrame();
  expect(action).toHaveBeenCalledTimes(1);
});

it('does not run once cancelled', () => {
  const action = vi.fn();
  afterNextFrame(action)();
  drawFrame();
  vi.advanceTimersByTime(1000);
  expect(action).not.toHaveBeenCalled();
});
