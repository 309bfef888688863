import type { EventPayload } from '../../src-preload/contract/events';
import type { EventName } from '../../src-preload/contract/names';
import type { JobId, StoreId } from '../../src-preload/contract/ids';

/** Ten times a second at most (resources/docs/domain.md, "The way of a shipment"). */
const gapMs = 100;
/** Beyond this many the window reads its page again instead of being told each job. */
const mostJobs = 500;

interface Options {
  send<Name extends EventName>(name: Name, payload: EventPayload<Name>): void;
  status(): Promise<EventPayload<'status-changed'>>;
  /** Asked after each status: what else follows from it. */
  afterStatus(): Promise<void>;
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
  let stopped = false;
  let flushing: Promise<void> | undefined;
  let flushesAgain = false;

  const sendJobs = (): void => {
    const jobs = [...changed];
    changed.clear();
    for (const [storeId, { jobs: ids, more, added }] of jobs) {
      options.send('jobs-changed', { storeId, jobs: [...ids], more, added });
    }
  };

  const sendStatus = async (): Promise<void> => {
    if (stopped || !statusIsOld) return;
    statusIsOld = false;
    const status = await options.status();
    if (stopped) return;
    options.send('status-changed', status);
    await options.afterStatus();
  };

  const run = async (): Promise<void> => {
    try {
      await sendStatus();
    } catch (problem) {
      // Cut off by the stop: whoever comes after it asks for everything itself.
      if (!stopped) options.report(problem);
    }
  };

  /** One after the other: a status that is answered late must not be sent after a newer one, and stay. */
  const begin = (): void => {
    flushing = run().finally(() => {
      flushing = undefined;
      if (!flushesAgain) return;
      flushesAgain = false;
      begin();
    });
  };

  const later = (): void => {
    if (timerRuns || stopped) return;
    timerRuns = true;
    options.startTimer(() => {
      timerRuns = false;
      if (stopped) return;
      sendJobs();
      if (flushing === undefined) begin();
      else flushesAgain = true;
    }, gapMs);
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
    /** From now on nothing is announced: the database is about to be closed. Resolves when nothing reads it any more. */
    async stop(): Promise<void> {
      stopped = true;
      await flushing;
    },
    /** Anything of the always-visible part changed. */
    status(): void {
      statusIsOld = true;
      later();
    },
  };
}
