import { describe, expect, it } from 'vitest';
import { nothingSaid, sayNext } from '../../../../../src-renderer/review/run/run-said';
import { figuresOf, stageOf } from '../../../../../src-renderer/review/state/run-stage';
import type { RunFigures } from '../../../../../src-renderer/review/state/run-stage';

const of = (all: number, done: number, more: Partial<RunFigures> = {}): RunFigures => {
  const { held = 0, rejected = 0, out = 0 } = more;
  const left = all - done - held - rejected - out;
  return { all, done, held, rejected, out, left, moving: left };
};

/** All that is read out of these figures, one after the other. */
function spoken(...figures: readonly RunFigures[]): string[] {
  const said: string[] = [];
  let now = nothingSaid;
  for (const each of figures) {
    const next = sayNext(now, stageOf(each, 0, 1), each);
    if (next !== now) said.push(next.words);
    now = next;
  }
  return said;
}

describe('what is read out of a run', () => {
  it('is its start, three parts of the way and its end, however many calls it takes', () => {
    const calls = Array.from({ length: 62 }, (_, at) => of(62, at));
    expect(spoken(...calls, of(62, 62))).toEqual([
      '62건 처리를 시작했어요.',
      '62건 중 16건을 처리했어요.',
      '62건 중 31건을 처리했어요.',
      '62건 중 47건을 처리했어요.',
      '62건을 처리했어요.',
    ]);
  });

  it('has the first hold, and no other before the end', () => {
    const said = spoken(
      of(100, 0),
      of(100, 5, { held: 1 }),
      of(100, 6, { held: 2 }),
      of(100, 97, { held: 2, rejected: 1 }),
    );
    expect(said).toEqual([
      '100건 처리를 시작했어요.',
      '1건은 선택을 기다려요.',
      '97건을 처리했어요. 2건은 선택을 기다려요. 1건은 실패했어요.',
    ]);
  });

  it('says both at once where the first hold comes with a part of the way', () => {
    expect(spoken(of(8, 0), of(8, 3, { held: 1 }))).toEqual([
      '8건 처리를 시작했어요.',
      '8건 중 4건을 처리했어요. 1건은 선택을 기다려요.',
    ]);
  });

  it('is nothing while it can be taken back', () => {
    expect(sayNext(nothingSaid, 'undo', of(5, 0))).toBe(nothingSaid);
  });
});

describe('how far a run is', () => {
  const states = {
    queued: 1,
    sending: 2,
    waiting: 3,
    unknown: 4,
    held: 5,
    rejected: 6,
    succeeded: 7,
    cancelled: 8,
    'by-file': 9,
  };

  it('counts what is under way as left, and what lies in a file of the seller as no part of it', () => {
    expect(figuresOf({ states })).toEqual({ all: 36, done: 7, held: 5, rejected: 6, out: 8, left: 10, moving: 3 });
  });

  it('can be taken back until it is due, goes on while something is left, and is over then', () => {
    expect([stageOf(of(2, 0), 10, 9), stageOf(of(2, 0), 10, 10), stageOf(of(2, 1, { held: 1 }), 10, 9)]).toEqual([
      'undo',
      'going',
      'over',
    ]);
  });
});
