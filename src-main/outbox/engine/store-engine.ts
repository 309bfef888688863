import type { StoreId } from '../../../src-preload/contract/ids';
import { jobKinds } from '../../../src-preload/contract/job-states';
import type { Pause } from '../../../src-preload/contract/store';
import type { StoreRow } from '../../database/rows';
import { clockSlackMs, longestPauseMs } from '../decide/back-off';
import { probeAtOnce } from '../health/circuit';
import { recordResponse, handleStoreFailure } from '../health/store-failure';
import { newStoreEngineState } from './store-engine-state';
import type { Engine, StoreEngineState, Step } from './store-engine-state';
import { silencesShown } from '../health/store-status';
import { transition } from '../write/transition';
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
  engineState: StoreEngineState;
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
  const { options, transactions } = engine;
  const engineState = newStoreEngineState(storeId);
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
    let store = await transactions.database.stores.get(storeId);
    if (store?.pause !== undefined && isAheadOfClock(store.pause, now)) {
      await moveBack((pause) => isAheadOfClock(pause, now));
      store = await transactions.database.stores.get(storeId);
    }
    if (store !== undefined && !state.stopped) await work(store, now, wakeAt);
    sleepUntil(Math.min(...wakes, Number.POSITIVE_INFINITY));
    tellStatus(store);
  };

  /** What the window shows of the store changed without any job changing. */
  const tellStatus = (store: StoreRow | undefined): void => {
    const { circuit, rateLimited } = engineState;
    const shown = JSON.stringify([
      store?.pause,
      circuit.is === 'open' && [circuit.since, circuit.nextProbeAt],
      rateLimited,
      silencesShown(engineState),
    ]);
    if (shown !== lastShown) options.onChange({ storeId, jobs: [], added: false });
    lastShown = shown;
  };

  /** A clock set back must not leave anything waiting for a time that is far away now. */
  const meetClock = async (now: number): Promise<void> => {
    const wentBackMs = lastNow - now;
    lastNow = now;
    if (wentBackMs <= 0) return;
    await transactions.database.jobs.bringForward(now, clockSlackMs);
    if (engineState.circuit.is === 'open') engineState.circuit = probeAtOnce(engineState.circuit, now);
    engineState.readHoldUntil = Math.min(engineState.readHoldUntil, now + longestPauseMs);
    engineState.readyHoldUntil = Math.min(engineState.readyHoldUntil, now + longestPauseMs);
    for (const [what, silence] of engineState.silences) {
      engineState.silences.set(what, { ...silence, nextTryAt: Math.min(silence.nextTryAt, now + longestPauseMs) });
    }
    for (const fresh of engineState.fresh.values()) fresh.clear();
    engineState.settledAt = undefined;
    if (wentBackMs > clockSlackMs) await moveBack(({ until }) => until !== undefined);
    else await moveBack((pause) => isAheadOfClock(pause, now));
  };

  /** A pause that was planned by the old clock begins and ends now, and so does what it waits for. */
  const moveBack = (isWrong: (pause: Pause) => boolean): Promise<void> =>
    transactions.run(({ tables, at }) => {
      const pause = tables.stores.get(storeId)?.pause;
      if (pause === undefined || !isWrong(pause)) return;
      const until = pause.until === undefined ? {} : { until: at };
      tables.stores.setPause(storeId, { ...pause, since: Math.min(pause.since, at), ...until });
    });

  const work = async (store: StoreRow, now: number, wakeAt: (at: number) => void): Promise<void> => {
    engineState.rateLimited = false;
    const pause = store.pause;
    const looksFirst = pause?.cause === 'look-first';
    // Only once its session is open is it known whether its market is on this machine, where the system's word on the
    // internet says nothing.
    if (!options.isSystemOnline(storeId) && engineState.session === undefined) await openSession();
    if (!options.isSystemOnline(storeId)) return;
    if (looksFirst && (await endLookFirst())) {
      state.again = true;
      return;
    }
    if (pause !== undefined && !looksFirst) {
      if (!endsByProbe(pause) || pause.until === undefined) return;
      if (now < pause.until) return wakeAt(pause.until);
    }
    const mustProbe = (pause !== undefined && !looksFirst) || engineState.circuit.is === 'open';
    if (engineState.circuit.is === 'open' && now < engineState.circuit.nextProbeAt)
      return wakeAt(engineState.circuit.nextProbeAt);
    if (!mustProbe) {
      const { readLimit } = options.market(store.market);
      const isSomething = looksFirst ? isDue(now, wakeAt, readLimit) : promote(now, wakeAt, readLimit);
      if (!(await isSomething)) return;
    }
    if (now < engineState.readyHoldUntil) return wakeAt(engineState.readyHoldUntil);
    const session = await openSession();
    if (session === undefined) return;
    const market = options.market(store.market);
    const given: Step = { engine, engineState, store, market, session, now, wakeAt, launch };
    if (mustProbe) {
      if (!engineState.probing) probe(given);
      return;
    }
    const ready = await session.ready();
    if (!ready.ok) {
      await handleStoreFailure(engine, engineState, ready.trouble, { bucket: undefined, what: 'ready' });
      // Whatever it did (a pause, a circuit, a rest) is looked at in the next step.
      state.again = true;
      return;
    }
    await recordResponse(engine, engineState, 'ready');
    // The token may have taken seconds: a pause, an undo, a stop in the meantime counts.
    const current = await transactions.database.stores.get(storeId);
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
    transactions.run(({ tables }) => {
      if (tables.stores.get(storeId)?.pause?.cause !== 'look-first') return false;
      if (tables.jobs.oldestMoving(storeId) !== undefined) return false;
      tables.stores.setPause(storeId, undefined);
      return true;
    });

  const openSession = async () => {
    if (engineState.session !== undefined) return engineState.session;
    engineState.session = await options.openSession(storeId);
    if (engineState.session !== undefined) return engineState.session;
    // Nothing can be sent without its secrets: the seller is told, and a new secret ends the pause.
    await handleStoreFailure(
      engine,
      engineState,
      { kind: 'secret', code: 'no-secrets' },
      { bucket: undefined, what: 'ready' },
    );
    state.again = true;
    return undefined;
  };

  /** Puts what is due back into the queue. False: there is nothing to do now. */
  const promote = async (now: number, wakeAt: (at: number) => void, readLimit: number): Promise<boolean> => {
    const moved = await transactions.run((journal) => {
      const { jobs } = journal.tables;
      // Whatever the store's trouble was, it is over: this step is here.
      const due = [...jobs.waitingOn(storeId, 'store', portion), ...jobs.waitingDue(storeId, now, portion)];
      for (const job of due) transition(journal, job, 'due', { dueAt: now, code: job.code, message: job.message });
      // What it was held for is over; it is read again before anything else.
      const over = jobs.heldDue(storeId, now, portion);
      for (const job of over) transition(journal, job, 'found-open', { dueAt: now });
      return Math.max(due.length, over.length);
    });
    if (moved >= portion) state.again = true;
    return isDue(now, wakeAt, readLimit);
  };

  /** Whether something can be sent or read now; when not, it is known when the next thing will be. */
  const isDue = async (now: number, wakeAt: (at: number) => void, readLimit: number): Promise<boolean> => {
    const plan = await transactions.database.transaction(({ jobs }) => ({
      next: jobs.nextDue(storeId, now),
      isDue: engineState.halves.length > 0 || jobs.hasDue(storeId, now),
      readBackAt: readBackAt(jobs, engineState, readLimit),
    }));
    if (plan.next !== undefined) wakeAt(plan.next);
    if (plan.isDue || plan.readBackAt === undefined) return plan.isDue;
    // Last of all: what is done is read once more.
    if (plan.readBackAt > now) wakeAt(plan.readBackAt);
    return plan.readBackAt <= now;
  };

  return {
    engineState,
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
      const old = engineState.session;
      engineState.session = undefined;
      await old?.close();
    },
    retryNow() {
      engineState.probeAgain = engineState.probing;
      engineState.circuit = probeAtOnce(engineState.circuit, options.now());
      engineState.readHoldUntil = 0;
      engineState.readyHoldUntil = 0;
      for (const what of [...jobKinds, 'read', 'ready'] as const) {
        const silence = engineState.silences.get(what);
        if (silence?.since !== undefined) engineState.silences.set(what, { ...silence, nextTryAt: 0 });
      }
      pump();
    },
  };
}
