import type { Store, StoreStatus } from '../../src-preload/contract/store';
import { dueNotices } from '../../src-preload/contract/text/ko/due-notices';
import type { Timers } from '../outbox/outbox-port';
import { createDueNotices } from './book/due-notices';
import type { DueOfStore } from './book/due-today';
import { countDue, createEvening, dueLines } from './evening';

interface Options {
  timers: Timers;
  now(): number;
  stores(): Promise<readonly Store[]>;
  statuses(): Promise<readonly StoreStatus[]>;
  due(): Promise<readonly DueOfStore[]>;
  notify(notice: { title: string; body: string }): void;
  report(problem: unknown): void;
}

/** What the system says of the day by itself: two hours before something is due, and once in the evening. */
export function createDayNotices({ stores, statuses, due, ...options }: Options) {
  const ahead = createDueNotices({ ...options, look: due });
  const evening = createEvening({
    ...options,
    look: async () => ({ stores: await stores(), statuses: await statuses(), due: await due() }),
  });
  return {
    start(): void {
      ahead.start();
      evening.start();
    },
    stop(): void {
      ahead.stop();
      evening.stop();
    },
    /** What is due may be more by now, or less. */
    bookChanged: ahead.lookSoon,
    /** What someone about to close the app should know. */
    async unfinished() {
      const [all, states, ofStores] = await Promise.all([stores(), statuses(), due()]);
      const lines = dueLines(ofStores);
      const title = dueNotices.evening(countDue(ofStores));
      const notify = (): void => {
        if (lines.length > 0) options.notify({ title, body: lines.join('\n') });
      };
      return [all, states, { lines, notify }] as const;
    },
  };
}
