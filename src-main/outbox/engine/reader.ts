import type { JobId } from '../../../src-preload/contract/ids';
import type { JobRow } from '../../database/rows';
import type { Finding } from '../../../src-preload/contract/job';
import type { CallRecord, Market, ReadOutcome, Registered } from '../../markets/market';
import { freshForMs } from '../decide/before-sending';
import { callRow } from '../write/apply-answer';
import { applyReading, readAtOf } from '../write/apply-reading';
import { goesOneByOne, mayCall } from '../health/may-call';
import { recordResponse } from '../health/update-health';
import { handleStoreFailure } from './store-failure';
import { healthIn } from './store-engine-state';
import type { StoreEngineState, Step } from './store-engine-state';
import { transition } from '../write/transition';
import { nextToRead } from './next-reading';
import type { Found } from '../decide/reconcile';
import { sendAgain } from '../decide/reconcile';

const mostReadsInFlight = 3;
/** Rows changed in one piece of work: 300 at once would hold the main thread for longer than a frame. */
const appliedAtOnce = 25;

/** Starts the readings that are due, in the order reconcile, asked for by the seller, before sending. */
export async function startReadings(step: Step): Promise<void> {
  const { engine, engineState, store, market, session, now } = step;
  if (market.reads.length === 0) return repeatUnread(step);
  const bucket = market.bucketOf(store.accountId, 'read');
  for (;;) {
    if (engineState.readsInFlight >= mostReadsInFlight) return;
    const permission = mayCall(healthIn(step), 'read', now, true);
    const oneByOne = goesOneByOne(engineState.health, 'read');
    if (oneByOne && engineState.readsInFlight > 0) return;
    const limit = oneByOne ? 1 : market.readLimit;
    const jobs = await nextToRead(step, limit);
    if (jobs.length === 0) return;
    if (permission.may === 'not-call') {
      if (permission.until !== undefined) step.wakeAt(permission.until);
      return;
    }
    if (!engine.rateLimiter.take(bucket)) {
      engineState.rateLimited = true;
      return step.wakeAt(engine.rateLimiter.nextAt(bucket));
    }
    for (const job of jobs) engineState.reading.set(job.id, job.kind);
    engineState.readsInFlight += 1;
    step.launch(async () => {
      try {
        const { outcome, call } = await askOrTrouble(step, () =>
          session.read([...new Set(jobs.map((job) => job.target))]),
        );
        engine.rateLimiter.answered(bucket, call);
        // Whole: the next reading is planned by it, and a fraction is lost in a time of day and would be now, again and again.
        engineState.readMs = Math.round((engineState.readMs + durationOf(call)) / 2);
        await applyRead(step, bucket, jobs, outcome, call);
      } finally {
        engineState.readsInFlight -= 1;
        const waiting = new Set(engineState.halves.flat());
        for (const job of jobs) if (!waiting.has(job.id)) engineState.reading.delete(job.id);
      }
    });
  }
}

/** ms. What a reading took; a clock set while it was under way says nothing below zero or beyond what stays fresh. */
function durationOf(call: CallRecord): number {
  return Math.min(freshForMs, Math.max(0, call.endedAt - call.startedAt));
}

/** A session never throws by contract; should it, that is an answer no one understood. */
async function askOrTrouble(
  step: Step,
  ask: () => Promise<{ outcome: ReadOutcome; call: CallRecord }>,
): Promise<{ outcome: ReadOutcome; call: CallRecord }> {
  const startedAt = step.engine.options.now();
  try {
    return await ask();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const call = { startedAt, endedAt: step.engine.options.now(), code: 'client-error', message };
    return { outcome: { type: 'trouble', failure: { kind: 'market', code: 'client-error', message } }, call };
  }
}

async function applyRead(
  step: Step,
  bucket: string,
  jobs: readonly JobRow[],
  outcome: ReadOutcome,
  call: CallRecord,
): Promise<void> {
  const { engine, engineState, market, store, session } = step;
  if (outcome.type === 'trouble') {
    await note(step, engine.options.newId(), jobs.length, call, false);
    await handleStoreFailure(engine, engineState, outcome.failure, { bucket, scope: 'read', session });
    return;
  }
  await recordResponse(engine, engineState, 'read');
  if (outcome.type === 'refused-whole' && jobs.length > 1) {
    await note(step, engine.options.newId(), jobs.length, call, false);
    const ids = jobs.map((job) => job.id);
    const middle = Math.ceil(ids.length / 2);
    engineState.halves.push(ids.slice(0, middle), ids.slice(middle));
    return;
  }
  const found = (job: JobRow): Found => {
    if (outcome.type === 'refused-whole') return { is: 'refused', code: outcome.code, message: outcome.message };
    const refused = outcome.refused.get(job.target);
    if (refused !== undefined) return { is: 'refused', ...refused };
    const finding = outcome.findings.get(job.target);
    return finding === undefined
      ? { is: 'missing' }
      : {
          is: 'found',
          finding,
          judgement: market.judge(job.values, finding),
          obstacles: market.obstacles?.(job.values, finding, engine.options.now()) ?? [],
          ...registeredAs(market, job, finding),
        };
  };
  const callId = engine.options.newId();
  const random = engine.options.random();
  // What stands against sending comes first: it may hold other jobs of its box, which must not leave meanwhile.
  const plain = (job: JobRow): boolean => {
    const what = found(job);
    if (what.is !== 'found' || what.judgement.is !== 'open' || what.finding.placeOrderStatus !== 'OK') return false;
    return (what.obstacles ?? []).length === 0;
  };
  // Add-ons come last: by then it is known what their main products are.
  const last = (job: JobRow): boolean => {
    const what = found(job);
    return what.is === 'found' && (what.obstacles ?? []).some(({ is }) => is === 'add-on');
  };
  const inOrder = [
    ...jobs.filter((job) => !plain(job) && !last(job)),
    ...jobs.filter((job) => plain(job) && !last(job)),
    ...jobs.filter(last),
  ];
  const chunks = Array.from({ length: Math.ceil(inOrder.length / appliedAtOnce) }, (_, n) =>
    inOrder.slice(n * appliedAtOnce, (n + 1) * appliedAtOnce),
  );
  // Asked for all at once: the database does them in this order, as many in one turn as there is room for.
  const applied = await Promise.all(
    chunks.map(async (some) => {
      const { ready, decided } = await engine.transactions.run((journal) => {
        // The store as it is now: the seller may have answered meanwhile.
        const current = journal.tables.stores.get(store.id) ?? store;
        journal.tables.productNames.keep(store.id, namesOf(outcome, some), journal.at);
        const context = { callId, call, market, store: current, random };
        return applyReading(journal, some, found, context);
      }, 'soon');
      remember(engineState, some, ready, readAtOf({ at: engine.options.now() }, call));
      return decided;
    }),
  );
  const decided = applied.includes(true);
  if (decided) engineState.settledAt = engine.options.now();
  await note(step, callId, jobs.length, call, decided);
}

function registeredAs(market: Market, job: JobRow, finding: Finding): { registered?: Registered } {
  const registered = market.registered?.(job.values, finding, job.finding);
  return registered === undefined ? {} : { registered };
}

/** What the reading called the product orders of these jobs. */
function namesOf(outcome: ReadOutcome, jobs: readonly JobRow[]): Map<string, string> {
  const names = outcome.type === 'answered' ? outcome.names : undefined;
  return new Map(
    jobs.flatMap(({ target }): [string, string][] => {
      const name = names?.get(target);
      return name === undefined ? [] : [[target, name]];
    }),
  );
}

function remember(
  engineState: StoreEngineState,
  jobs: readonly JobRow[],
  ready: readonly JobId[],
  readAt: number,
): void {
  const isReady = new Set(ready);
  for (const job of jobs) {
    const fresh = engineState.fresh.get(job.kind) ?? new Map<JobId, number>();
    engineState.fresh.set(job.kind, fresh);
    if (isReady.has(job.id)) fresh.set(job.id, readAt);
  }
}

async function note(step: Step, callId: string, jobs: number, call: CallRecord, decided: boolean): Promise<void> {
  const { engine, store } = step;
  const row = callRow(callId, { storeId: store.id }, 'read', call, { jobs, decided });
  await engine.transactions.database.transaction(({ calls }) => calls.put(row), 'soon');
}

/** A market without readings: what is unknown there (after a crash) may be sent again. */
async function repeatUnread(step: Step): Promise<void> {
  const { engine, market, store, now } = step;
  const some = await engine.transactions.database.jobs.dueToReconcile(store.id, now, 500);
  if (some.length === 0) return;
  // They wait for times this step does not know yet.
  step.wakeAt(now);
  await engine.transactions.run((journal) => {
    const random = engine.options.random();
    for (const job of some) {
      const context = { now, random, limit: market.limits[job.kind] ?? 1 };
      transition(journal, job, 'found-not-applied', sendAgain(job, job.failures + (job.inCircuit ? 0 : 1), context));
    }
  });
}
