import { describe, expect, it } from 'vitest';
import { createLeaving } from '../../../../src-main/electron/leaving';

function scene(platform: string, running = true) {
  const seen = { asked: 0, ended: 0, refused: 0 };
  const event = {
    preventDefault: () => {
      seen.refused += 1;
    },
  };
  const leaving = createLeaving({
    platform,
    isRunning: () => running,
    ask: () => {
      seen.asked += 1;
    },
    endNow: () => {
      seen.ended += 1;
    },
  });
  return { seen, event, leaving };
}

describe('a quit of the app', () => {
  it('asks on macOS, where Cmd+Q, the menu and the Dock quit without the window', () => {
    const { seen, event, leaving } = scene('darwin');
    leaving.beforeQuit(event);
    leaving.beforeQuit(event);
    expect(seen).toEqual({ asked: 2, ended: 0, refused: 2 });
    expect(leaving.mayClose()).toBe(false);
    // The seller said yes: the quit that follows goes through.
    leaving.allow();
    leaving.beforeQuit(event);
    expect(seen).toMatchObject({ asked: 2, refused: 2 });
    expect(leaving.mayClose()).toBe(true);
  });

  it.each(['win32', 'linux'])(
    'does not ask on %s, where only a program or the seller’s own choice quits',
    (platform) => {
      const { seen, event, leaving } = scene(platform);
      leaving.beforeQuit(event);
      expect(seen).toEqual({ asked: 0, ended: 0, refused: 0 });
      expect(leaving.mayClose()).toBe(true);
    },
  );

  it('goes through on macOS when there is no desk to leave', () => {
    const { seen, event, leaving } = scene('darwin', false);
    leaving.beforeQuit(event);
    expect(seen.refused).toBe(0);
  });
});

describe('a system that shuts down', () => {
  it.each(['darwin', 'win32', 'linux'])(
    'is never kept by a question on %s: what is in flight is ended once',
    (platform) => {
      const { seen, event, leaving } = scene(platform);
      leaving.systemEnds(event);
      // Windows asks again while it waits, and macOS quits the app at the same time.
      leaving.systemEnds(event);
      leaving.beforeQuit(event);
      expect(seen).toEqual({ asked: 0, ended: 1, refused: 2 });
      expect(leaving.mayClose()).toBe(true);
    },
  );

  it('does not wait for an app without a desk', () => {
    const { seen, event, leaving } = scene('win32', false);
    leaving.systemEnds(event);
    expect(seen).toEqual({ asked: 0, ended: 0, refused: 0 });
  });
});
