import type { EventPayload } from '../../../src-preload/contract/events';
import { presenceOf } from './presence-of';
import type { Presence } from './presence-of';
import { createRunNotices } from './run-notices';
import type { RunNotice } from './run-notices';

/** Where the figure shows: Electron's own parts, or those of a test. */
export interface PresencePlaces {
  title(words: string): void;
  /** 0 to 1 with its look; undefined: no bar. */
  bar(share: number | undefined, mode: 'normal' | 'paused'): void;
  badge(tasks: number): void;
  tray(presence: Presence): void;
  /** Whether the window has the focus. */
  isLookedAt(): boolean;
  notice(notice: RunNotice): void;
}

/** Takes what the window is told of the stores, and shows the same outside of it; each place only when it changes. */
export function createPresence(
  places: PresencePlaces,
): (status: Pick<EventPayload<'status-changed'>, 'stores' | 'statuses'>) => void {
  const noticesOf = createRunNotices();
  let shown: Presence | undefined;
  return ({ stores, statuses }) => {
    const next = presenceOf(stores, statuses);
    const notices = noticesOf(stores, statuses);
    if (!places.isLookedAt()) notices.forEach(places.notice);
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    if (next.title !== shown?.title) places.title(next.title);
    if (next.tasks !== shown?.tasks) places.badge(next.tasks);
    const { run } = next;
    places.bar(
      run === undefined || run.total === 0 ? undefined : run.done / run.total,
      next.isPaused ? 'paused' : 'normal',
    );
    places.tray(next);
    shown = next;
  };
}
