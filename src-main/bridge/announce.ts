import type { EventPayload } from '../../src-preload/contract/events';
import type { EventName } from '../../src-preload/contract/names';
import type { JobId, StoreId } from '../../src-preload/contract/ids';

/** Ten times a second at most (design.md, "The way of a shipment" 5). */
const gapMs = 100;
/** Beyond this many the window reads its page again instead of being told each job. */
const mostJobs = 500;

interface Options {
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  status(): Promise<EventPayload<'status-changed'>>;
  startTimer(run: () => void, ms: number): void;
  report(problem: unknown): void;
}

interface Changed {
  jobs: Set<JobId>;
  more: boolean;
  added: boolean;
}

/** Gathers what changed and tells the window, so that a burst of answers is one event. */
export function createAnnouncer(options: Options) {
  const changed = new Map<StoreId, Changed>();
  let statusIsOld = false;
  let timerRuns = false;

  const flush = async (): Promise<void> => {
    timerRuns = false;
    const jobs = [...changed];
    changed.clear();
    const tellStatus = statusIsOld;
    statusIsOld = false;
    for (const [storeId, { jobs: ids, more, added }] of jobs) {
      options.send('jobs-changed', { storeId, jobs: [...ids], more, added });
    }
    if (tellStatus) options.send('status-changed', await options.status());
  };

  const later = (): void => {
    if (timerRuns) return;
    timerRuns = true;
    options.startTimer(() => void flush().catch(options.report), gapMs);
  };

  return {
    /** Jobs of a store changed, or were added. */
    jobs(storeId: StoreId, ids: readonly JobId[], added: boolean): void {
      const entry = changed.get(storeId) ?? { jobs: new Set<JobId>(), more: false, added: false };
      for (const id of ids) {
        if (entry.jobs.size >= mostJobs) entry.more = true;
        else entry.jobs.add(id);
      }
      entry.added ||= added;
      changed.set(storeId, entry);
      statusIsOld = true;
      later();
    },
    /** Anything of the always-visible part changed. */
    status(): void {
      statusIsOld = true;
      later();
    },
  };
}
