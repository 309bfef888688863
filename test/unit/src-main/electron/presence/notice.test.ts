import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { createNotices } from '../../../../../src-main/electron/presence/notice';

/** A system that makes notices, and what became of them. */
function scene(isSupported: boolean) {
  const made: (EventEmitter & { show(): void })[] = [];
  const seen = { shown: 0, clicked: 0, missed: [] as string[], reported: [] as unknown[] };
  const show = createNotices({
    system: {
      isSupported: () => isSupported,
      make: () => {
        const notice = Object.assign(new EventEmitter(), {
          show: () => {
            seen.shown += 1;
          },
        });
        made.push(notice);
        return notice;
      },
    },
    onClick: () => {
      seen.clicked += 1;
    },
    onMissed: ({ title }) => seen.missed.push(title),
    report: (problem) => seen.reported.push(problem),
  });
  return { made, seen, show };
}

describe('a notice of the system', () => {
  it('is shown, and a click brings the window back', () => {
    const { made, seen, show } = scene(true);
    show({ title: 'a', body: 'b' });
    made[0]?.emit('click');
    expect(seen).toEqual({ shown: 1, clicked: 1, missed: [], reported: [] });
  });

  it('that the system refuses is reported, and seen elsewhere', () => {
    const { made, seen, show } = scene(true);
    show({ title: 'a', body: 'b' });
    made[0]?.emit('failed', {}, 'not signed');
    expect(seen).toMatchObject({ missed: ['a'], reported: ['not signed'] });
  });

  it('leads where it says, and is not kept where the window says the same', () => {
    const { made, seen, show } = scene(true);
    let led = 0;
    show({ title: 'a', body: 'b' }, () => {
      led += 1;
    });
    made[0]?.emit('click');
    made[0]?.emit('failed', {}, 'not signed');
    expect(led).toBe(1);
    expect(seen).toEqual({ shown: 1, clicked: 0, missed: [], reported: ['not signed'] });
  });

  it('is seen elsewhere where the system has none', () => {
    const { seen, show } = scene(false);
    show({ title: 'a', body: 'b' });
    expect(seen).toEqual({ shown: 0, clicked: 0, missed: ['a'], reported: [] });
  });
});
