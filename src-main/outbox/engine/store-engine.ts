import type { StoreId } from '../../../src-preload/contract/ids';
import { jobKinds } from '../../../src-preload/contract/job-states';
import type { Pause } from '../../../src-preload/contract/store';
import type { StoreRow } from '../../database/rows';
import { clockSlackMs, longestPauseMs } from '../decide/back-off';
import { probeAtOnce } from '../health/circuit';
import { heard, meetTrouble } from '../health/store-failure';
import { newLine } from './store-engine-state';
import type { Engine, Line, Step } from './store-engine-state';
import { silencesShown } from '../health/store-status';
import { move } from '../write/transition';
import { probe } from './probe';
import { readBackAt } from './read-back';
import { startReadings } from './reader';
import { startSending } from './sender';
import { endsByProbe, isAheadOfClock } from '../health/troubles';

/** Longest sleep of one timer: setTimeout holds no more than 24.8 days. */
const longestSleepMs = 24 * 60 * 60_000;
/** What has become due is put back into the queue in portions, so that no transaction is long. */
const portion = 200;

export interface StoreEngine {
  line: Line;
  /** Looks for something to do, now. Cheap when there is nothing. */
  pump(): void;
  /** Resolves when nothing is in flight and no step is running. */
  settled(): Promise<void>;
  /** No step begins after this. */
  stop(): void;
  /** The session is closed; the next step opens a new one. */
  reopen(): Promise<void>;
  /** Forgets what was silent and open, and probes at once. */
  retryNow(): void;
}

/**
 * The engine of one store: a step looks at what is due, starts what may start, and sleeps until the earliest time at
 * which something changes by itself. There is no polling; the only thing that repeats is the circuit's probe.
 */
export function createStoreEngine(engine: Engine, storeId: StoreId): StoreEngine {
  const { options, desk } = engine;
  const line = newLine(storeId);
  const background = new Set<Promise<void>>();
  let timer: unknown;
  const state: { running: Promise<void> | undefined; again: boolean; stopped: boolean } = {
    running: undefined,
    again: false,
    stopped: false,
  };
  let lastNow = 0;
  let lastShown = '';

  const pump = (): void => {
    if (state.stopped) return;
    if (state.running !== undefined) {
      state.again = true;
      return;
    }
    state.running = (async () => {
      try {
        do {
          state.again = false;
          await step();
        } while (state.again && !state.stopped);
      } catch (error) {
        state.stopped = true;
        engine.fault(error);
      } finally {
        state.running = undefined;
      }
    })();
  };

  const launch = (work: () => Promise<void>): void => {
    const task = work()
      .catch((error: unknown) => {
        // After the stop the database may be closed under a late answer; its jobs are unknown by then.
        if (state.stopped) return;
        state.stopped = true;
        engine.fault(error);
      })
      .finally(() => {
        background.delete(task);
        pump();
      });
    background.add(task);
  };

  const sleepUntil = (at: number): void => {
    if (timer !== undefined) options.timers.clear(timer);
    timer = undefined;
    if (state.stopped || !Number.isFinite(at)) return;
    timer = options.timers.set(pump, Math.min(longestSleepMs, Math.max(0, at - options.now())));
  };

  const step = async (): Promise<void> => {
    const now = options.now();
    const wakes: number[] = [];
    const wakeAt = (at: number): void => {
      wakes.push(at);
    };
    await meetClock(now);
    let store = await desk.database.stores.get(storeId);
    if (store?.pause !== undefined && isAheadOfClock(store.pause, now)) {
      await moveBack((pause) => isAheadOfClock(pause, now));
      store = await desk.database.stores.get(storeId);
    }
    if (store !== undefined && !state.stopped) await work(store, now, wakeAt);
    sleepUntil(Math.min(...wakes, Number.POSITIVE_INFINITY));
    tellStatus(store);
  };

  /** What the window shows of the store changed without any job changing. */
  const tellStatus = (store: StoreRow | undefined): void => {
    const { circuit, paced } = line;
    const shown = JSON.stringify([
      store?.pause,
      circuit.is === 'open' && [circuit.since, circuit.nextProbeAt],
      paced,
      silencesShown(line),
    ]);
    if (shown !== lastShown) options.onChange({ storeId, jobs: [], added: false });
    lastShown = shown;
  };

  /** A clock set back must not leave anything waiting for a time that is far away now. */
  const meetClock = async (now: number): Promise<void> => {
    const wentBackMs = lastNow - now;
    lastNow = now;
    if (wentBackMs <= 0) return;
    await desk.database.jobs.bringForward(now, clockSlackMs);
    if (line.circuit.is === 'open') line.circuit = probeAtOnce(line.circuit, now);
    line.readHoldUntil = Math.min(line.readHoldUntil, now + longestPauseMs);
    line.readyHoldUntil = Math.min(line.readyHoldUntil, now + longestPauseMs);
    for (const [what, silence] of line.silences) {
      line.silences.set(what, { ...silence, nextTryAt: Math.min(silence.nextTryAt, now + longestPauseMs) });
    }
    for (const fresh of line.fresh.values()) fresh.clear();
    line.settledAt = undefined;
    if (wentBackMs > clockSlackMs) await moveBack(({ until }) => until !== undefined);
    else await moveBack((pause) => isAheadOfClock(pause, now));
  };

  /** A pause that was planned by the old clock begins and ends now, and so does what it waits for. */
  const moveBack = (isWrong: (pause: Pause) => boolean): Promise<void> =>
    desk.change(({ tables, at }) => {
      const pause = tables.stores.get(storeId)?.pause;
      if (pause === undefined || !isWrong(pause)) return;
      const until = pause.until === undefined ? {} : { until: at };
      tables.stores.setPause(storeId, { ...pause, since: Math.min(pause.since, at), ...until });
    });

  const work = async (store: StoreRow, now: number, wakeAt: (at: number) => void): Promise<void> => {
    line.paced = false;
    const pause = store.pause;
    const looksFirst = pause?.cause === 'look-first';
    // Only once its session is open is it known whether its market is on this machine, where the system's word on the
    // internet says nothing.
    if (!options.isSystemOnline(storeId) && line.session === undefined) await openSession();
    if (!options.isSystemOnline(storeId)) return;
    if (looksFirst && (await endLookFirst())) {
      state.again = true;
      return;
    }
    if (pause !== undefined && !looksFirst) {
      if (!endsByProbe(pause) || pause.until === undefined) return;
      if (now < pause.until) return wakeAt(pause.until);
    }
    const mustProbe = (pause !== undefined && !looksFirst) || line.circuit.is === 'open';
    if (line.circuit.is === 'open' && now < line.circuit.nextProbeAt) return wakeAt(line.circuit.nextProbeAt);
    if (!mustProbe) {
      const { readLimit } = options.market(store.market);
      const isSomething = looksFirst ? isDue(now, wakeAt, readLimit) : promote(now, wakeAt, readLimit);
      if (!(await isSomething)) return;
    }
    if (now < line.readyHoldUntil) return wakeAt(line.readyHoldUntil);
    const session = await openSession();
    if (session === undefined) return;
    const market = options.market(store.market);
    const given: Step = { engine, line, store, market, session, now, wakeAt, launch };
    if (mustProbe) {
      if (!line.probing) probe(given);
      return;
    }
    const ready = await session.ready();
    if (!ready.ok) {
      await meetTrouble(engine, line, ready.trouble, { bucket: undefined, what: 'ready' });
      // Whatever it did (a pause, a circuit, a rest) is looked at in the next step.
      state.again = true;
      return;
    }
    await heard(engine, line, 'ready');
    // The token may have taken seconds: a pause, an undo, a stop in the meantime counts.
    const current = await desk.database.stores.get(storeId);
    if (state.stopped || current === undefined || current.pause?.cause !== pause?.cause) {
      state.again = true;
      return;
    }
    const fresh = { ...given, store: current, now: options.now() };
    await startReadings(fresh);
    if (!looksFirst) await startSending(fresh);
  };

  /** With nothing left that the seller could look at there is nothing to ask: the store starts by itself. */
  const endLookFirst = (): Promise<boolean> =>
    desk.change(({ tables }) => {
      if (tables.stores.get(storeId)?.pause?.cause !== 'look-first') return false;
      if (tables.jobs.oldestMoving(storeId) !== undefined) return false;
      tables.stores.setPause(storeId, undefined);
      return true;
    });

  const openSession = async () => {
    if (line.session !== undefined) return line.session;
    line.session = await options.openSession(storeId);
    if (line.session !== undefined) return line.session;
    // Nothing can be sent without its secrets: the seller is told, and a new secret ends the pause.
    await meetTrouble(engine, line, { kind: 'secret', code: 'no-secrets' }, { bucket: undefined, what: 'ready' });
    state.again = true;
    return undefined;
  };

  /** Puts what is due back into the queue. False: there is nothing to do now. */
  const promote = async (now: number, wakeAt: (at: number) => void, readLimit: number): Promise<boolean> => {
    const moved = await desk.change((journal) => {
      const { jobs } = journal.tables;
      // Whatever the store's trouble was, it is over: this step is here.
      const due = [...jobs.waitingOn(storeId, 'store', portion), ...jobs.waitingDue(storeId, now, portion)];
      for (const job of due) move(journal, job, 'due', { dueAt: now, code: job.code, message: job.message });
      return due.length;
    });
    if (moved >= portion) state.again = true;
    return isDue(now, wakeAt, readLimit);
  };

  /** Whether something can be sent or read now; when not, it is known when the next thing will be. */
  const isDue = async (now: number, wakeAt: (at: number) => void, readLimit: number): Promise<boolean> => {
    const plan = await desk.database.transaction(({ jobs }) => ({
      next: jobs.nextDue(storeId, now),
      isDue: line.halves.length > 0 || jobs.hasDue(storeId, now),
      readBackAt: readBackAt(jobs, line, readLimit),
    }));
    if (plan.next !== undefined) wakeAt(plan.next);
    if (plan.isDue || plan.readBackAt === undefined) return plan.isDue;
    // Last of all: what is done is read once more.
    if (plan.readBackAt > now) wakeAt(plan.readBackAt);
    return plan.readBackAt <= now;
  };

  return {
    line,
    pump,
    async settled() {
      while (state.running !== undefined || background.size > 0) {
        await (state.running ?? Promise.allSettled(background));
      }
    },
    stop() {
      state.stopped = true;
      if (timer !== undefined) options.timers.clear(timer);
      timer = undefined;
    },
    async reopen() {
      const old = line.session;
      line.session = undefined;
      await old?.close();
    },
    retryNow() {
      line.probeAgain = line.probing;
      line.circuit = probeAtOnce(line.circuit, options.now());
      line.readHoldUntil = 0;
      line.readyHoldUntil = 0;
      for (const what of [...jobKinds, 'read', 'ready'] as const) {
        const silence = line.silences.get(what);
        if (silence?.since !== undefined) line.silences.set(what, { ...silence, nextTryAt: 0 });
      }
      pump();
    },
  };
}
