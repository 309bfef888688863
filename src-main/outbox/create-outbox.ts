import { countIn } from '../../src-preload/contract/job-states';
import type { StoreId } from '../../src-preload/contract/ids';
import type { JobsTable } from '../database/tables';
import { actOnAll } from './actions/bulk-actions';
import { createActing } from './actions/seller-actions';
import { addJobs, undoBatch } from './actions/add';
import type { AddingWith } from './actions/add';
import { createDecisions, undoGraceMs } from './actions/take-back';
import { countNewJobs } from './actions/what-is-there';
import { handleStoreFailure } from './engine/store-failure';
import { eachHeld } from './engine/held-in-portions';
import { filedEveryMs, rereadFiled } from './engine/reread-filed';
import { inFlightOf } from './engine/store-engine-state';
import { createJobTransactions } from './write/job-transaction';
import type { Journal } from './write/job-transaction';
import { transitionByChoice } from './write/transition';
import { createDirectReads } from './engine/direct-reads';
import { takeFindings } from './engine/take-findings';
import { orderedId } from './write/ordered-id';
import type { Outbox, OutboxOptions } from './outbox-port';
import { createRateLimiter } from './engine/rate-limiter';
import { forgetProof, noteTest, troubleOfTest } from './health/connection-proof';
import { endCallsUnderWay, recover } from './engine/recovery';
import type { HealthEvent } from './health/health-events';
import { statusOf } from './health/store-status';
import { newHealthHolder, updateHealth } from './health/update-health';
import { createStoreEngine } from './engine/store-engine';
import type { StoreEngine } from './engine/store-engine';

const standardGraceMs = 10_000;
/** A computer that falls asleep now would miss what is due by then; no back-off of a job is longer. */
const soonMs = 15 * 60_000;

/** Something of the store is due, is due soon, or goes out as soon as its market can be reached. */
function isSoonDue(jobs: JobsTable, storeId: StoreId, now: number): boolean {
  if (jobs.hasDue(storeId, now) || jobs.waitingOn(storeId, 'store', 1).length > 0) return true;
  const next = jobs.nextDue(storeId, now);
  return next !== undefined && next - now <= soonMs;
}

/**
 * The outbox: everything that is not settled, and the engines that send it, one a store. No store can hold up another:
 * they share nothing but the database and the pacer's table of buckets.
 */
export function createOutbox(given: OutboxOptions): Outbox {
  const newId = (): string => orderedId(given.now(), given.newId());
  const options: OutboxOptions = { ...given, newId };
  const { database, now } = options;
  const yieldToEventLoop = options.yieldToEventLoop ?? (() => new Promise<void>((resolve) => setImmediate(resolve)));
  const engines = new Map<StoreId, StoreEngine>();
  let isRunning = false;

  const pumpAfter = (storeId: StoreId): void => {
    engineOf(storeId)?.pump();
  };
  const transactions = createJobTransactions({ database, now, newId, onChange: options.onChange });
  const storeChanged = (storeId: StoreId): void => options.onChange({ storeId, jobs: [], added: false });
  const fault = (error: unknown): void => {
    // Stopped already, or for the same reason: a timer that was too late found its database closed.
    if (!isRunning) return;
    isRunning = false;
    for (const engine of engines.values()) engine.stop();
    options.onFault(error);
  };
  const shared = { transactions, rateLimiter: createRateLimiter(now), options, fault };

  const engineOf = (storeId: StoreId): StoreEngine | undefined => {
    if (!isRunning) return undefined;
    const known = engines.get(storeId) ?? createStoreEngine(shared, storeId);
    engines.set(storeId, known);
    return known;
  };

  /** Nothing of the store is sent while `work` changes what is to be sent. */
  const holding = async <Value>(storeId: StoreId, work: () => Promise<Value>): Promise<Value> => {
    const engineState = engineOf(storeId)?.engineState;
    if (engineState !== undefined) engineState.enqueueLocks += 1;
    try {
      return await work();
    } finally {
      if (engineState !== undefined) engineState.enqueueLocks -= 1;
      pumpAfter(storeId);
    }
  };

  let filedTimer: unknown;
  /** A store that is offline or paused is read when it is well again. */
  const readFiled = async (): Promise<void> => {
    let some = false;
    for (const { id } of await database.stores.list()) {
      if (!(await rereadFiled(transactions, { storeId: id, yieldToEventLoop }))) continue;
      some = true;
      pumpAfter(id);
    }
    if (some) planFiled();
  };
  const planFiled = (): void => {
    if (!isRunning || filedTimer !== undefined) return;
    filedTimer = options.timers.set(() => {
      filedTimer = undefined;
      void readFiled().catch(fault);
    }, filedEveryMs);
  };

  /** Tells a store's health of something; without an engine only what is on the disk follows. */
  const applyTo = async (storeId: StoreId, event: HealthEvent): Promise<void> => {
    const engine = engineOf(storeId);
    if (engine !== undefined) return engine.apply(event);
    await updateHealth({ transactions, options }, newHealthHolder(storeId), event);
  };

  /** What the store was refused for may be mended: it is asked again at once, with whatever secrets it has now. */
  const renew = async (storeId: StoreId, note: (journal: Journal) => void): Promise<void> => {
    await transactions.run((journal) => {
      note(journal);
      // What it was not permitted may be permitted now.
      journal.tables.stores.markRefundRefused(storeId, undefined);
    });
    const engine = engines.get(storeId);
    if (engine !== undefined) engine.engineState.provenAt = undefined;
    await engine?.reopen();
    await applyTo(storeId, { type: 'secrets-changed' });
    storeChanged(storeId);
  };

  /** Whoever wants all of it tried again now wants to know whether the store's trouble is over. */
  const decisions = createDecisions(now, given.newId);

  const retriedAll = (storeId: StoreId): Promise<void> => applyTo(storeId, { type: 'retry-asked' });

  const status = async (storeId: StoreId) =>
    database.transaction((tables) =>
      statusOf(tables, storeId, engines.get(storeId)?.engineState, {
        now: now(),
        isSystemOnline: options.isSystemOnline(storeId),
      }),
    );

  return {
    async start(wanted = {}) {
      if (isRunning) return;
      const recovered = await recover(transactions, { now, lookFirst: wanted.lookFirst ?? false, yieldToEventLoop });
      options.logger?.log('recovered', recovered);
      isRunning = true;
      engines.clear();
      for (const { id } of await database.stores.list()) pumpAfter(id);
      await readFiled();
    },

    async stop(graceMs = standardGraceMs) {
      if (!isRunning) return;
      isRunning = false;
      options.timers.clear(filedTimer);
      filedTimer = undefined;
      const all = [...engines.values()];
      for (const engine of all) engine.stop();
      let timer: unknown;
      const grace = new Promise<void>((resolve) => {
        timer = options.timers.set(resolve, graceMs);
      });
      await Promise.race([Promise.all(all.map((engine) => engine.settled())), grace]);
      options.timers.clear(timer);
      for (const [storeId, engine] of engines) {
        await endCallsUnderWay(transactions, storeId, yieldToEventLoop);
        await engine.reopen();
      }
    },

    add(request) {
      if (request.byFile === true) planFiled();
      const keepDecided: AddingWith['keepDecided'] = ({ moved, linesOf }) =>
        decisions.keep({ moved, linesOf, layouts: [], added: [] }, request.undoMs + undoGraceMs);
      return holding(request.storeId, () =>
        addJobs(transactions, request, { now, newId, yieldToEventLoop, fault, keepDecided }),
      );
    },

    countNew: (storeId, lines) => countNewJobs(transactions, storeId, lines, yieldToEventLoop),

    async undo(batchId) {
      const batch = await database.batches.get(batchId);
      if (batch === undefined) return { ok: false, failure: { code: 'not-found' } };
      return holding(batch.storeId, () => undoBatch(transactions, batchId, { now, yieldToEventLoop, fault }));
    },

    ...createActing({ transactions, decisions, yieldToEventLoop, pumpAfter, planFiled, retriedAll }),

    async setConfirmFirst(storeId, confirmFirst) {
      await database.stores.setConfirmFirst(storeId, confirmFirst);
      if (confirmFirst === 'always')
        await actOnAll(transactions, storeId, 'confirm-then-dispatch', { yieldToEventLoop });
      if (confirmFirst === 'never') {
        await eachHeld(
          transactions,
          { storeId, yieldToEventLoop },
          ({ holdReason }) => holdReason === 'not-confirmed',
          (journal, job) => {
            transitionByChoice(
              journal,
              job,
              'approved',
              { dueAt: journal.at, readAt: undefined },
              { reason: 'not-confirmed' },
            );
          },
        );
      }
      storeChanged(storeId);
      pumpAfter(storeId);
    },

    async setPaused(storeId, paused) {
      await applyTo(storeId, { type: paused ? 'seller-paused' : 'seller-resumed' });
      storeChanged(storeId);
    },

    storeChanged: (storeId) => renew(storeId, ({ tables }) => forgetProof(tables.settings, storeId)),

    async storeTested(storeId, report) {
      const note = ({ tables, at }: Journal): void => noteTest(tables.settings, storeId, { at, report });
      const failure = troubleOfTest(report);
      if (failure === undefined) return renew(storeId, note);
      await transactions.run(note);
      const engineState = engineOf(storeId)?.engineState;
      if (engineState !== undefined)
        await handleStoreFailure(shared, engineState, failure, { bucket: undefined, scope: 'token' });
      storeChanged(storeId);
      pumpAfter(storeId);
    },

    async storeRemoved(storeId) {
      const engine = engines.get(storeId);
      engines.delete(storeId);
      engine?.stop();
      await engine?.reopen();
    },

    networkChanged() {
      const resumed = database.stores
        .list()
        .then((stores) => Promise.all(stores.map(({ id }) => applyTo(id, { type: 'network-changed' }))));
      resumed.catch(fault);
    },

    status,
    async statuses() {
      const stores = await database.stores.list();
      return Promise.all(stores.map(({ id }) => status(id)));
    },

    async busy() {
      const inFlight = [...engines.values()].reduce((sum, engine) => sum + inFlightOf(engine.engineState), 0);
      const perStore = await database.transaction(({ stores, counts, jobs }) =>
        stores.list().map((store) => {
          const of = counts.of(store.id);
          const isDue = store.pause === undefined && isSoonDue(jobs, store.id, now());
          return { underWay: countIn('underWay', of), isDue };
        }),
      );
      const underWay = perStore.reduce((sum, store) => sum + store.underWay, 0);
      return { inFlight, underWay, due: inFlight > 0 || perStore.some((store) => store.isDue) };
    },

    directReads: createDirectReads(shared, (storeId) => engineOf(storeId)?.engineState),

    takeFindings: (storeId, findings, call) => takeFindings(shared, storeId, findings, call),
  };
}
