import type { JobId } from '../../../src-preload/contract/ids';
import { jobKinds } from '../../../src-preload/contract/job-states';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { JobRow } from '../../database/rows';
import type { Tables } from '../../database/tables';
import { freshForMs } from '../decide/before-sending';
import { goesOneByOne, mayCall } from '../health/may-call';
import { healthIn } from './store-engine-state';
import type { Step } from './store-engine-state';
import { readBackAt } from './plan-read-back';

/** Rows read in one piece: it takes its time, above all the first time. */
const gatheredAtOnce = 100;
/** What is due within this belongs to a batch that is about to settle: what is done waits for it. */
const settlesSoonMs = 30_000;
/** A reading is asked for this long before its call's slot, and so many times as long as readings lately took. */
const shortestLeadMs = 300;
const leadOfReadings = 1.5;
/** One reading is for the calls of this span; the less room the market leaves for readings, the longer. */
const spreadsMs = { plenty: 250, some: 1_500, little: 10_000 } as const;
/** Read at once while the market has not told its rate yet: as many calls as its burst may well take. */
const firstCalls = 4;

/** What is in flight is decided by its answer; a kind without readings by sending again. */
function canRead(step: Step, job: JobRow): boolean {
  return step.market.reads.includes(job.kind) && job.state !== 'sending';
}

/** The jobs of the next reading, in the order reconcile, asked for, before sending, done: at most `limit` targets. */
export async function nextToRead(step: Step, limit: number): Promise<JobRow[]> {
  const { engine, engineState, store, market, now } = step;
  const none: JobRow[] = [];
  const { again, chosen } = await engine.transactions.database.transaction(({ jobs }) => {
    const half = engineState.halves.shift();
    if (half !== undefined) {
      const rows = jobs.byIds(half);
      for (const id of half) engineState.reading.delete(id);
      if (rows.length > 0) return { again: rows, chosen: none };
    }
    const free = (rows: readonly JobRow[]) => rows.filter((job) => !engineState.reading.has(job.id));
    const busy = engineState.reading.size;
    const due = [...jobs.dueToReconcile(store.id, now, limit + busy), ...jobs.askedToReread(store.id, limit + busy)];
    return { again: none, chosen: free(due).filter((job) => canRead(step, job)) };
  });
  if (again.length > 0) return again;
  for (const kind of jobKinds) {
    if (market.reads.includes(kind)) chosen.push(...(await ahead(step, kind, limit - chosen.length, chosen)));
  }
  if (chosen.length === 0 && isQuiet(step)) chosen.push(...(await toReadBack(step, limit)));
  return withinTargets(chosen, limit);
}

/** Nothing is on its way or about to be: only then is read what is done. */
function isQuiet({ engineState }: Step): boolean {
  return (
    engineState.reading.size === 0 &&
    engineState.enqueueLocks === 0 &&
    [...engineState.sending.values()].every((calls) => calls === 0)
  );
}

async function toReadBack({ engine, engineState, market, store, now }: Step, limit: number): Promise<JobRow[]> {
  if (market.registered === undefined) return [];
  return engine.transactions.database.transaction(({ jobs }) => {
    const next = jobs.hasDue(store.id, now) ? now : jobs.nextDue(store.id, now);
    // What is still open of a batch is read first, and wakes the next step.
    if (next !== undefined && next - now < settlesSoonMs) return [];
    const at = readBackAt(jobs, engineState, market.readLimit);
    return at === undefined || at > now ? [] : jobs.toReadBack(store.id, now, limit);
  });
}

/** Jobs of a kind to read before their turn to be sent, as many as there is room for. */
async function ahead(step: Step, kind: JobKind, room: number, chosen: readonly JobRow[]): Promise<JobRow[]> {
  const { engine, engineState } = step;
  const rows: JobRow[] = [];
  const isPlain = healthIn(step).lookFirstSince === undefined && !goesOneByOne(engineState.health, kind);
  const wanted = isPlain ? wantedNow(step, kind) : room;
  const asked = wanted === 0;
  const most = asked ? room : Math.min(room, wanted);
  while (engineState.enqueueLocks === 0 && rows.length < most) {
    const limit = Math.min(gatheredAtOnce, most - rows.length);
    const except = [...engineState.reading.keys(), ...[...chosen, ...rows].map(({ id }) => id)];
    const more = await engine.transactions.database.transaction(({ jobs }) =>
      readAhead(step, jobs, kind, { limit, except, asked }),
    );
    rows.push(...more);
    if (more.length < limit) break;
  }
  return rows;
}

function readAhead(
  step: Step,
  jobs: Tables['jobs'],
  kind: JobKind,
  { limit, except, asked }: { limit: number; except: readonly JobId[]; asked: boolean },
): JobRow[] {
  const { store, now } = step;
  const question = { storeId: store.id, kind, now, except };
  // Everything is looked at once before the seller is asked to let the store go on.
  const health = healthIn(step);
  const { lookFirstSince } = health;
  if (lookFirstSince !== undefined) return jobs.dueToRead({ ...question, readBefore: lookFirstSince, limit });
  if (goesOneByOne(health, kind)) {
    // One call of one job per pause: what is read before its end would be stale by then.
    const [next] = jobs.dueToRead({ ...question, readBefore: now - freshForMs, limit: 1 });
    if (next === undefined) return [];
    const permission = mayCall(health, kind, now, true);
    if (permission.may !== 'not-call') return [next];
    if (permission.until !== undefined) step.wakeAt(permission.until);
    return [];
  }
  const stale = { ...question, readBefore: now - freshForMs };
  if (!asked) return jobs.dueToRead({ ...stale, limit });
  // What the seller asked for does not wait until all that was read before it has left.
  return jobs.dueToRead({ ...stale, limit, asked: true });
}

function withinTargets(jobs: readonly JobRow[], limit: number): JobRow[] {
  const targets = new Set<string>();
  const seen = new Set<JobId>();
  return jobs.filter((job) => {
    if (seen.has(job.id) || (!targets.has(job.target) && targets.size >= limit)) return false;
    targets.add(job.target);
    seen.add(job.id);
    return true;
  });
}

/**
 * How many jobs of a kind to read now: those whose calls have their slots soon, so that each is read right before it is
 * sent (resources/docs/domain.md, "The way of a shipment"). None: what is read already lasts until then, and the step
 * is woken in time.
 */
function wantedNow(step: Step, kind: JobKind): number {
  const { engine, engineState, store, market, now } = step;
  const { rateLimiter } = engine;
  const perCall = market.limits[kind] ?? 1;
  const fresh = engineState.fresh.get(kind) ?? new Map<JobId, number>();
  for (const [id, readAt] of fresh) if (now - readAt > freshForMs) fresh.delete(id);
  const beingRead = [...engineState.reading.values()].filter((one) => one === kind).length;
  const prepared = Math.floor((fresh.size + beingRead) / perCall);
  const bucket = market.bucketOf(store.accountId, kind);
  if (rateLimiter.rateOf(bucket) === undefined) return prepared === 0 ? perCall * firstCalls : 0;
  const leadMs = shortestLeadMs + leadOfReadings * engineState.readMs;
  const neededAt = rateLimiter.slotAt(bucket, prepared);
  if (neededAt - now > leadMs) {
    step.wakeAt(neededAt - leadMs);
    return 0;
  }
  // Few readings at a time are in flight: slow ones take more along.
  const spreadMs = Math.max(
    spreadsMs[rateLimiter.roomOf(market.bucketOf(store.accountId, 'read'))],
    engineState.readMs / 2,
  );
  let calls = 1;
  const most = Math.ceil(market.readLimit / perCall);
  while (calls < most && rateLimiter.slotAt(bucket, prepared + calls) <= now + leadMs + spreadMs) calls += 1;
  return Math.min(market.readLimit, calls * perCall);
}
