import type { EventPayload } from '../src-preload/contract/events';
import type { LockWatch } from './database/write-scheduler';
import type { Logger } from './diagnostics/log-events';

interface Options {
  /** To the window. Nothing here reads the database: that would wait for the same lock. */
  send(payload: EventPayload<'data-locked'>): void;
  logger: Logger;
  timers: { set(work: () => void, ms: number): unknown; clear(handle: unknown): void };
}

/** A lock that is over sooner is not worth a word; and a window that was loaded meanwhile hears of it so soon. */
const shownEveryMs = 1000;

/** Says in the window and in the log that another program holds the database, for as long as it does. */
export function createLockNotice({ send, logger, timers }: Options): LockWatch & { stop(): void } {
  let timer: unknown;
  let isShown = false;
  const show = (): void => {
    timer = timers.set(() => {
      isShown = true;
      send({ isLocked: true });
      show();
    }, shownEveryMs);
  };
  const stop = (): void => {
    if (timer !== undefined) timers.clear(timer);
    timer = undefined;
    if (isShown) send({ isLocked: false });
    isShown = false;
  };
  return {
    locked() {
      logger.log('data-locked', {});
      show();
    },
    unlocked(ms) {
      logger.log('data-unlocked', { ms });
      stop();
    },
    refused: (pieces) => logger.log('data-still-locked', { pieces }),
    stop,
  };
}
