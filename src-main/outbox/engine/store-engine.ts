import type { StoreId } from '../../../src-preload/contract/ids';
import type { StoreRow } from '../../database/rows';
import { clockSlackMs } from '../decide/back-off';
import type { HealthEvent } from '../health/health-events';
import { createHealthLog } from '../health/health-log';
import { mayCall } from '../health/may-call';
import { isPlannedAhead } from '../health/set-back-clock';
import { notAnswering } from '../health/store-status';
import { applyHealthEvent, healthOf, recordResponse, updateHealth } from '../health/update-health';
import { transition } from '../write/transition';
import { startProbe } from './probe';
import { readBackAt } from './plan-read-back';
import { startReadings } from './reader';
import { startSending } from './sender';
import { newStoreEngineState } from './store-engine-state';
import type { Engine, Step, StoreEngineState } from './store-engine-state';
import { sessionOf } from './session-of';
import { handleStoreFailure } from './store-failure';

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
  /** Something of the store's health changed: it counts from the next step on, which begins now. */
  apply(event: HealthEvent): Promise<void>;
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
  const logHealth = createHealthLog(options.logger, storeId);

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
    // Clocks and timers go by whole milliseconds: waking a fraction early would step until it has passed.
    timer = options.timers.set(pump, Math.min(longestSleepMs, Math.max(0, Math.ceil(at - options.now()))));
  };

  const step = async (): Promise<void> => {
    const now = options.now();
    const wakes: number[] = [];
    const wakeAt = (at: number): void => {
      wakes.push(at);
    };
    const store = await readClock(now);
    if (store !== undefined && !state.stopped) await work(store, now, wakeAt);
    sleepUntil(Math.min(...wakes, Number.POSITIVE_INFINITY));
    tellStatus(store);
    if (store !== undefined) logHealth(healthOf(store, engineState.health), engineState.rateLimited, now);
  };

  /** What the window shows of the store changed without any job changing. */
  const tellStatus = (store: StoreRow | undefined): void => {
    const { health, rateLimited } = engineState;
    const { circuit } = health;
    const shown = JSON.stringify([
      store?.pause,
      circuit.is === 'open' && [circuit.since, circuit.nextProbeAt, circuit.fault],
      rateLimited,
      notAnswering(health),
    ]);
    if (shown !== lastShown) options.onChange({ storeId, jobs: [], added: false });
    lastShown = shown;
  };

  /** The store as it is now; a clock set back since the last step must not leave anything waiting for a far time. */
  const readClock = async (now: number): Promise<StoreRow | undefined> => {
    const backMs = Math.max(0, lastNow - now);
    lastNow = now;
    if (backMs > 0) {
      await transactions.database.jobs.bringForward(now, clockSlackMs);
      for (const fresh of engineState.fresh.values()) fresh.clear();
      engineState.settledAt = undefined;
    }
    const store = await transactions.database.stores.get(storeId);
    if (backMs === 0 && !isPlannedAhead(healthOf(store, engineState.health), now)) return store;
    await updateHealth(engine, engineState, { type: 'clock-read', backMs });
    return transactions.database.stores.get(storeId);
  };

  const work = async (store: StoreRow, now: number, wakeAt: (at: number) => void): Promise<void> => {
    engineState.rateLimited = false;
    const health = healthOf(store, engineState.health);
    const looksFirst = health.lookFirstSince !== undefined;
    // Only once its session is open is it known whether its market is on this machine, where the system's word on the
    // internet says nothing.
    if (!options.isSystemOnline(storeId) && engineState.session === undefined) await openSession();
    const isOnline = options.isSystemOnline(storeId);
    if (isOnline && health.pause === undefined && looksFirst && (await endLookFirst())) {
      state.again = true;
      return;
    }
    const permission = mayCall(health, 'token', now, isOnline);
    if (permission.may === 'not-call' && permission.why !== 'resting') {
      if (permission.until !== undefined) wakeAt(permission.until);
      return;
    }
    if (permission.may !== 'probe') {
      const { readLimit } = options.market(store.market);
      const isSomething = looksFirst ? isDue(now, wakeAt, readLimit) : promote(now, wakeAt, readLimit);
      if (!(await isSomething)) return;
    }
    if (permission.may === 'not-call') {
      if (permission.until !== undefined) wakeAt(permission.until);
      return;
    }
    const session = await openSession();
    if (session === undefined) return;
    const market = options.market(store.market);
    const given: Step = { engine, engineState, store, market, session, now, wakeAt, launch };
    if (permission.may === 'probe') return startProbe(given, permission.by);
    const ready = await session.ready();
    if (!ready.ok) {
      await handleStoreFailure(engine, engineState, ready.failure, { bucket: undefined, scope: 'token', session });
      // Whatever it did (a pause, a circuit, a rest) is looked at in the next step.
      state.again = true;
      return;
    }
    await recordResponse(engine, engineState, 'token');
    // The token may have taken seconds: a pause, an undo, a stop in the meantime counts.
    const current = await transactions.database.stores.get(storeId);
    const after = healthOf(current, engineState.health);
    const isStill = mayCall(after, 'token', options.now(), options.isSystemOnline(storeId)).may === 'call';
    if (state.stopped || current === undefined || !isStill || (after.lookFirstSince !== undefined) !== looksFirst) {
      state.again = true;
      return;
    }
    const fresh = { ...given, store: current, now: options.now() };
    await startReadings(fresh);
    if (!looksFirst) await startSending(fresh);
  };

  /** With nothing left that the seller could look at there is nothing to ask: the store starts by itself. */
  const endLookFirst = (): Promise<boolean> =>
    transactions.run((journal) => {
      if (journal.tables.jobs.oldestMoving(storeId) !== undefined) return false;
      applyHealthEvent(journal, engineState, { type: 'nothing-to-look-at' });
      return true;
    });

  const openSession = async () => {
    const session = await sessionOf(engine, engineState);
    if (session !== undefined) return session;
    // Nothing can be sent without its secrets: the seller is told, and a new secret ends the pause.
    await handleStoreFailure(
      engine,
      engineState,
      { kind: 'secret', code: 'no-secrets' },
      { bucket: undefined, scope: 'token' },
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
      engineState.sessionsClosed += 1;
      await old?.close();
    },
    async apply(event) {
      await updateHealth(engine, engineState, event);
      pump();
    },
  };
}
