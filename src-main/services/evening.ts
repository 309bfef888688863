import { countIn } from '../../src-preload/contract/job-states';
import type { Store, StoreStatus } from '../../src-preload/contract/store';
import { dayMs, koreaMs, koreanDayIndex } from '../../src-preload/contract/korean-time';
import { storeNeed } from '../../src-preload/contract/store-need';
import { needSentence, needs } from '../../src-preload/contract/text/ko/needs';
import { dueNotices } from '../../src-preload/contract/text/ko/due-notices';
import type { Timers } from '../outbox/outbox-port';
import type { DueOfStore } from './book/due-today';

/** 17:30 in Korea: the courier comes, and what has not gone out by then is late tomorrow. ms after midnight. */
const noticeAt = 17.5 * 60 * 60_000;
/** A timer stands still while the computer sleeps: the clock is looked at this often. */
const everyMs = 60_000;

interface Options {
  timers: Timers;
  now(): number;
  look(): Promise<{ stores: readonly Store[]; statuses: readonly StoreStatus[]; due?: readonly DueOfStore[] }>;
  notify(notice: { title: string; body: string }): void;
  report(problem: unknown): void;
}

/** How long until it is next 17:30 in Korea; a whole day at 17:30 itself. */
export function msUntilEvening(now: number): number {
  const inDay = (now + koreaMs) % dayMs;
  return inDay < noticeAt ? noticeAt - inDay : noticeAt - inDay + dayMs;
}

/** What each store still needs, one line each: also of those that are not on the screen. */
export function eveningLines(stores: readonly Store[], statuses: readonly StoreStatus[]): string[] {
  return stores.flatMap(({ id, label, practice }) => {
    const status = statuses.find(({ storeId }) => storeId === id);
    if (practice || status === undefined) return [];
    const need = storeNeed(status);
    if (need !== undefined) return [needSentence(label, need)];
    const underWay = countIn('underWay', status.counts);
    return underWay > 0 ? [needs.evening.waiting(label, underWay)] : [];
  });
}

/** What each store still has to send today, one line each. */
export function dueLines(due: readonly DueOfStore[]): string[] {
  return due.flatMap(({ label, today, late, withoutNumber }) =>
    today + late > 0 ? [dueNotices.left(label, today + late, withoutNumber)] : [],
  );
}

/** How many of all stores that are. */
export function countDue(due: readonly DueOfStore[]): number {
  return due.reduce((sum, { today, late }) => sum + today + late, 0);
}

/**
 * Once a day, at 17:30 in Korea, a notice of the system says which stores still need something; later on that day where
 * the computer slept then.
 */
export function createEvening(options: Options) {
  const { timers, now } = options;
  let timer: unknown;
  /** ms UTC of the next one. */
  let next = Infinity;
  const plan = (): void => {
    const at = now();
    // Nearer where the clock was set back.
    next = Math.min(next, at + msUntilEvening(at));
    timer = timers.set(step, Math.min(everyMs, next - at));
  };
  const step = (): void => {
    const due = next;
    const at = now();
    if (at >= due) next = Infinity;
    plan();
    if (at >= due && koreanDayIndex(at) === koreanDayIndex(due)) void showNotice().catch(options.report);
  };
  const showNotice = async (): Promise<void> => {
    const { stores, statuses, due = [] } = await options.look();
    const lines = [...dueLines(due), ...eveningLines(stores, statuses)];
    const count = countDue(due);
    const title = count > 0 ? dueNotices.evening(count) : needs.evening.title;
    if (lines.length > 0) options.notify({ title, body: lines.join('\n') });
  };
  return {
    start: plan,
    stop(): void {
      timers.clear(timer);
    },
  };
}
