import { describe, expect, it } from 'vitest';
import { RunPace } from '../../../../../src-renderer/review/state/run-pace';

/** What is shown second by second of a run of `all` jobs, of which `perSecond(s)` end in second s. */
function shownOf(all: number, perSecond: (second: number) => number): (number | undefined)[] {
  const pace = new RunPace();
  const shown: (number | undefined)[] = [];
  let ended = 0;
  pace.note(0, 0, all);
  for (let second = 1; ended < all && second < 2000; second += 1) {
    ended = Math.min(all, ended + perSecond(second));
    pace.note(second * 1000, ended, all);
    shown.push(pace.secondsLeft(second * 1000));
  }
  return shown;
}

describe('the time left', () => {
  it('is what is left at the pace of the last seconds, and comes down to the end', () => {
    const shown = shownOf(300, () => 10);
    expect(shown[0]).toBe(30);
    expect(shown[9]).toBe(20);
    expect(shown[24]).toBe(5);
    expect(shown.at(-1)).toBe(1);
  });

  it('never goes up while the pace only wavers', () => {
    const shown = shownOf(600, (second) => (second % 2 === 0 ? 13 : 7)).map((each) => each ?? Infinity);
    for (const [at, left] of shown.entries()) if (at > 0) expect(left).toBeLessThanOrEqual(shown[at - 1] ?? 0);
  });

  it('follows a market that slows down within its window, in steps and not at once', () => {
    const shown = shownOf(400, (second) => (second <= 20 ? 10 : 2));
    expect(shown[19]).toBe(20);
    const after = shown.slice(20, 36).map((each) => each ?? 0);
    expect(after[0]).toBeLessThanOrEqual(40);
    expect(after.at(-1)).toBeGreaterThan(50);
  });

  it('is not known in the first second, nor where nothing has moved for long', () => {
    const pace = new RunPace();
    pace.note(0, 0, 100);
    pace.note(500, 10, 100);
    expect(pace.secondsLeft(500)).toBeUndefined();
    pace.note(2000, 40, 100);
    expect(pace.secondsLeft(2000)).toBe(3);
    expect(pace.secondsLeft(40_000)).toBeUndefined();
    expect(pace.perMinute(40_000)).toBeUndefined();
  });

  it('begins again where fewer have ended than before: a part was sent once more', () => {
    const pace = new RunPace();
    pace.note(0, 0, 10);
    pace.note(2000, 10, 10);
    pace.note(60_000, 9, 10);
    expect(pace.secondsLeft(60_000)).toBeUndefined();
  });
});

it('says how many a minute', () => {
  const pace = new RunPace();
  pace.note(0, 0, 100);
  pace.note(4000, 20, 100);
  expect(pace.perMinute(4000)).toBe(300);
});
