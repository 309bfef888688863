import { koreanMinute } from '../../../src-preload/contract/korean-time';
import { endOfKoreanDay } from '../../../src-preload/contract/book/rules';
import { dueNotices as words } from '../../../src-preload/contract/text/ko/due-notices';
import type { Timers } from '../../outbox/outbox-port';
import type { DueOfStore } from './due-today';

interface Options {
  timers: Timers;
  now(): number;
  look(): Promise<readonly DueOfStore[]>;
  notify(notice: { title: string; body: string }): void;
  report(problem: unknown): void;
}

/** So long before something is due it is said. */
const aheadMs = 2 * 60 * 60_000;
const everyMs = 60_000;
/** What changes within it is looked at once. */
const soonMs = 2_000;

/** 17:00, or 24:00 for the end of the day. */
function hourOf(at: number): string {
  return at >= endOfKoreanDay(at) - everyMs ? '24:00' : koreanMinute(at).slice(11);
}

/**
 * Two hours before orders are due that have not been sent, a notice of the system says how many, once for each moment and
 * store: counts, never people or numbers.
 */
export function createDueNotices({ timers, now, look, notify, report }: Options) {
  const said = new Set<string>();
  let timer: unknown;
  let soon: unknown;
  let stopped = false;
  const step = async (): Promise<void> => {
    for (const { storeId, label, next, withoutNumber } of await look()) {
      if (next === undefined || next.at - now() > aheadMs) continue;
      const key = `${storeId} ${next.at}`;
      if (said.has(key)) continue;
      said.add(key);
      notify({ title: words.title(hourOf(next.at), next.count), body: words.body(label, withoutNumber) });
    }
  };
  const plan = (): void => {
    timer = timers.set(() => {
      plan();
      void step().catch(report);
    }, everyMs);
  };
  return {
    start: plan,
    /** The book has changed: so that what came in late, and is due soon, is said before the minute is over. */
    lookSoon(): void {
      if (stopped) return;
      soon ??= timers.set(() => {
        soon = undefined;
        void step().catch(report);
      }, soonMs);
    },
    stop(): void {
      stopped = true;
      timers.clear(timer);
      timers.clear(soon);
    },
  };
}
