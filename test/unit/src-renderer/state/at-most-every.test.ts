import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { atMostEvery } from '../../../../src-renderer/state/at-most-every';

describe('work that follows changes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('begins at once, and makes one more run of all wishes that came meanwhile', async () => {
    const work = vi.fn(async () => undefined);
    const want = atMostEvery(300, work);
    want();
    want();
    want();
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(299);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(3000);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('rests as long as the work says', async () => {
    const work = vi.fn(async () => 2000);
    const want = atMostEvery(300, work);
    want();
    want();
    await vi.advanceTimersByTimeAsync(1999);
    expect(work).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('hears the wish of its own work', async () => {
    let left = 2;
    const want = atMostEvery(100, async () => {
      left -= 1;
      if (left > 0) want();
      return undefined;
    });
    want();
    await vi.advanceTimersByTimeAsync(1000);
    expect(left).toBe(0);
  });
});
