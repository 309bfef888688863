import type { JobKind } from '../../../src-preload/contract/job-states';
import type { JobRow } from '../../database/rows';
import type { CallRecord, SendOutcome } from '../../markets/market';
import { applyAnswer, beginCall, sendableOf, withdrawCall } from '../write/apply-answer';
import { freshForMs } from '../decide/before-sending';
import { goesOneByOne, mayCall } from '../health/may-call';
import type { Permission } from '../health/may-call';
import { applyHealthEvent, healthOf, recordResponse, updateHealth } from '../health/update-health';
import { handleStoreFailure } from './store-failure';
import type { Journal } from '../write/job-transaction';
import { healthIn } from './store-engine-state';
import type { Step } from './store-engine-state';

/**
 * Calls of one kind that may be in flight at once. One target is never in two of them (one live job per target), so the
 * bound only limits what a crash leaves to be read: 360 jobs, two readings. It is what 50 calls a second need at
 * answers of 200 ms.
 */
const mostInFlight = 12;
/** A call that is not full waits for the reading under way to fill it, but not for long. */
const waitToFillMs = 10_000;
/** Confirm before dispatch: a dispatch may wait for its confirm. */
const order: readonly JobKind[] = ['confirm', 'lookup', 'dispatch', 'delay', 'refund', 'stock'];

/** Starts the calls that have due jobs and a slot. */
export async function startSending(step: Step): Promise<void> {
  if (step.engineState.enqueueLocks > 0) return;
  for (const kind of order) {
    const limit = step.market.limits[kind];
    if (limit !== undefined) await startKind(step, kind, limit);
  }
}

async function startKind(step: Step, kind: JobKind, limit: number): Promise<void> {
  const { engine, engineState, store, market, now } = step;
  const bucket = market.bucketOf(store.accountId, kind);
  const isFresh = (job: JobRow, at: number): boolean =>
    !market.reads.includes(kind) || (job.readAt !== undefined && job.readAt >= at - freshForMs);
  for (;;) {
    const calls = engineState.sending.get(kind) ?? 0;
    if (calls >= mostInFlight) return;
    const permission = mayCall(healthIn(step), kind, now, true);
    const inCircuit = goesOneByOne(engineState.health, kind);
    if (inCircuit && calls > 0) return;
    const jobs = await gather(step, kind, inCircuit ? 1 : limit);
    if (jobs.length === 0) return correctFresh(step, kind);
    if (permission.may === 'not-call') return wakeWhenAllowed(step, permission);
    if (!engine.rateLimiter.take(bucket)) {
      engineState.rateLimited = true;
      return step.wakeAt(engine.rateLimiter.nextAt(bucket));
    }
    const callId = engine.options.newId();
    const marked = await engine.transactions.run((journal) => {
      // A pause or a look-first that arrived since the step began counts.
      const health = healthOf(journal.tables.stores.get(store.id), engineState.health);
      const isAllowed = mayCall(health, kind, now, true).may !== 'not-call';
      return isAllowed ? beginCall(journal, jobs, { id: callId, inCircuit }, isFresh) : [];
    });
    for (const job of jobs) engineState.fresh.get(kind)?.delete(job.id);
    // Another program may have held the database for long: nothing goes out on a reading that has become too old.
    const written = engine.options.now();
    const isLate = marked.some((job) => !isFresh(job, written));
    if (isLate) await engine.transactions.run((journal) => withdrawCall(journal, marked, callId));
    if (marked.length === 0 || isLate) {
      engine.rateLimiter.giveBack(bucket);
      // What became old, or was taken back by the order book, is read again at once.
      step.wakeAt(written);
      return;
    }
    // Counted from what it is now: answers came while the call was being written down.
    const countBy = (by: number): void => void engineState.sending.set(kind, (engineState.sending.get(kind) ?? 0) + by);
    countBy(1);
    step.launch(async () => {
      const { outcome, call } = await sendOrNoAnswer(step, kind, marked);
      engine.rateLimiter.answered(bucket, call);
      const settling = async () => settle(step, { kind, bucket, callId, marked, outcome, call });
      if (outcome.type === 'answered') {
        // Its slot is free: the next call is begun meanwhile, and the commit of that takes this one's along.
        countBy(-1);
        step.launch(settling);
      } else {
        // What it means for the store (a pause, a circuit) comes before any other call.
        await settling().finally(() => countBy(-1));
      }
    });
  }
}

/**
 * Nothing can be sent, though jobs were counted as read: they were edited, retried or left out since. The count is begun
 * again, or the reading would wait for them.
 */
function correctFresh(step: Step, kind: JobKind): void {
  const { engineState, now } = step;
  const fresh = engineState.fresh.get(kind);
  if (fresh === undefined || fresh.size === 0 || [...engineState.reading.values()].includes(kind)) return;
  fresh.clear();
  step.wakeAt(now);
}

/** A full call's worth of due jobs of one cap, oldest first; nothing while a reading is about to fill it. */
async function gather(step: Step, kind: JobKind, limit: number): Promise<JobRow[]> {
  const { engine, engineState, store, market, now } = step;
  const reads = market.reads.includes(kind);
  const question = { storeId: store.id, kind, now, ...(reads ? { readAfter: now - freshForMs } : {}) };
  return engine.transactions.database.transaction(({ jobs }) => {
    const head = jobs.dueToSend({ ...question, limit });
    const cap = head[0]?.batchCap;
    const size = Math.min(cap ?? limit, limit);
    const mixed = head.some((job) => job.batchCap !== cap);
    const same = mixed ? jobs.dueToSend({ ...question, cap: cap ?? null, limit: size }) : head.slice(0, size);
    const beingRead = [...engineState.reading.values()].includes(kind);
    const oldest = Math.min(...same.map((job) => job.readAt ?? now));
    return same.length < size && beingRead && now - oldest < waitToFillMs ? [] : same;
  });
}

/** A session never throws by contract; should it, no one knows what the market saw. */
async function sendOrNoAnswer(
  step: Step,
  kind: JobKind,
  jobs: readonly JobRow[],
): Promise<{ outcome: SendOutcome; call: CallRecord }> {
  const startedAt = step.engine.options.now();
  try {
    return await step.session.send(kind, jobs.map(sendableOf));
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const call = { startedAt, endedAt: step.engine.options.now(), code: 'client-error', message };
    return { outcome: { type: 'no-answer', code: 'client-error', message }, call };
  }
}

async function settle(
  step: Step,
  given: {
    kind: JobKind;
    bucket: string;
    callId: string;
    marked: readonly JobRow[];
    outcome: SendOutcome;
    call: CallRecord;
  },
): Promise<void> {
  const { engine, engineState, market, session } = step;
  const { kind, bucket, marked, outcome } = given;
  engineState.settledAt = engine.options.now();
  if (outcome.type === 'answered') await updateHealth(engine, engineState, { type: 'call-accepted', kind });
  if (outcome.type === 'no-answer') {
    const fault = outcome.fault === undefined ? {} : { fault: outcome.fault };
    await updateHealth(engine, engineState, { type: 'no-response', scope: kind, ...fault });
  }
  // Soon is soon enough: should a crash come first, the jobs are unknown and the market is asked once more.
  await engine.transactions.run((journal) => {
    const isBug = outcome.type === 'refused-whole' && pointsAtOurCode(journal, step, kind, marked, outcome.code);
    applyAnswer(journal, { ...given, market, asked: marked, isBug, random: engine.options.random() });
  }, 'soon');
  if (outcome.type === 'answered' || outcome.type === 'refused-whole') await recordResponse(engine, engineState, kind);
  if (outcome.type === 'not-applied') {
    await handleStoreFailure(engine, engineState, outcome.failure, { bucket, scope: 'token', session });
  }
}

/** Counts a whole call's refusal. True: it points at our own requests, and the store pauses for that. */
function pointsAtOurCode(
  journal: Journal,
  { engineState }: Step,
  kind: JobKind,
  jobs: readonly JobRow[],
  code: string,
): boolean {
  const isSplit = jobs.some((job) => job.batchCap !== undefined);
  const ids = jobs.map((job) => job.id);
  const event = { type: 'call-rejected', kind, jobs: ids, isSplit, code } as const;
  const { before, after } = applyHealthEvent(journal, engineState, event);
  return after.pause?.cause === 'bug' && after.pause !== before.pause;
}

/** The health says when this kind may be asked again; where it does not, whatever changes it begins another step. */
function wakeWhenAllowed(step: Step, permission: Extract<Permission, { may: 'not-call' }>): void {
  if (permission.until !== undefined) step.wakeAt(permission.until);
}
