import type { JobId } from '../../src-preload/contract/ids';
import { jobKinds } from '../../src-preload/contract/job-states';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { JobRow } from '../database/rows';
import type { Tables } from '../database/tables';
import type { Finding } from '../../src-preload/contract/job';
import type { CallRecord, Market, ReadOutcome, Registered } from '../markets/market';
import { callRow } from './apply-answer';
import { applyReading } from './apply-reading';
import { freshForMs } from './before-sending';
import { heard, meetTrouble } from './consequences';
import { silenceOf } from './line';
import type { Line, Step } from './line';
import { move } from './move';
import { readBackAt } from './read-back';
import type { Found } from './reconcile';
import { sendAgain } from './reconcile';

const mostReadsInFlight = 3;
/** Rows changed in one piece of work: 300 at once would hold the main thread for longer than a frame. */
const appliedAtOnce = 50;
/** Rows read in one piece: it takes its time, above all the first time. */
const gatheredAtOnce = 100;
/** Reading runs ahead of sending by this much, so that sending never waits for a reading. */
const aheadMs = 2_000;
/** What is due within this belongs to a batch that is about to settle: what is done waits for it. */
const settlesSoonMs = 30_000;
/** What is read further ahead than this would be stale before its turn. */
const farthestAheadMs = 10_000;

/** Starts the readings that are due, in the order reconcile, asked for by the seller, before sending. */
export async function startReadings(step: Step): Promise<void> {
  const { engine, line, store, market, session, now } = step;
  if (market.reads.length === 0) return repeatUnread(step);
  const bucket = market.bucketOf(store.accountId, 'read');
  for (;;) {
    if (line.readsInFlight >= mostReadsInFlight) return;
    const silence = silenceOf(line, 'read');
    const holdUntil = Math.max(line.readHoldUntil, silence.since === undefined ? 0 : silence.nextTryAt);
    if (silence.since !== undefined && line.readsInFlight > 0) return;
    const limit = silence.since === undefined ? market.readLimit : 1;
    const jobs = await nextToRead(step, limit);
    if (jobs.length === 0) return;
    if (now < holdUntil) return step.wakeAt(holdUntil);
    if (!engine.pacer.take(bucket)) {
      line.paced = true;
      return step.wakeAt(engine.pacer.nextAt(bucket));
    }
    for (const job of jobs) line.reading.set(job.id, job.kind);
    line.readsInFlight += 1;
    step.launch(async () => {
      try {
        const { outcome, call } = await askOrTrouble(step, () =>
          session.read([...new Set(jobs.map((job) => job.target))]),
        );
        engine.pacer.answered(bucket, call);
        await applyRead(step, bucket, jobs, outcome, call);
      } finally {
        line.readsInFlight -= 1;
        const waiting = new Set(line.halves.flat());
        for (const job of jobs) if (!waiting.has(job.id)) line.reading.delete(job.id);
      }
    });
  }
}

/** A session never throws by contract; should it, that is an answer nobody understood. */
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
    return { outcome: { type: 'trouble', trouble: { kind: 'market', code: 'client-error', message } }, call };
  }
}

/** What is in flight is decided by its answer; a kind without readings by sending again. */
function canRead(step: Step, job: JobRow): boolean {
  return step.market.reads.includes(job.kind) && job.state !== 'sending';
}

/** The jobs of the next reading: at most `limit` targets. */
async function nextToRead(step: Step, limit: number): Promise<JobRow[]> {
  const { engine, line, store, market, now } = step;
  const none: JobRow[] = [];
  const { again, chosen } = await engine.desk.database.transaction(({ jobs }) => {
    const half = line.halves.shift();
    if (half !== undefined) {
      const rows = jobs.byIds(half);
      for (const id of half) line.reading.delete(id);
      if (rows.length > 0) return { again: rows, chosen: none };
    }
    const free = (rows: readonly JobRow[]) => rows.filter((job) => !line.reading.has(job.id));
    const busy = line.reading.size;
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
function isQuiet({ line }: Step): boolean {
  return line.reading.size === 0 && line.holds === 0 && [...line.sending.values()].every((calls) => calls === 0);
}

async function toReadBack({ engine, line, market, store, now }: Step, limit: number): Promise<JobRow[]> {
  if (market.registered === undefined) return [];
  return engine.desk.database.transaction(({ jobs }) => {
    const next = jobs.hasDue(store.id, now) ? now : jobs.nextDue(store.id, now);
    // What is still open of a batch is read first, and wakes the next step.
    if (next !== undefined && next - now < settlesSoonMs) return [];
    const at = readBackAt(jobs, line, market.readLimit);
    return at === undefined || at > now ? [] : jobs.toReadBack(store.id, now, limit);
  });
}

/** Jobs of a kind to read before their turn to be sent, as many as there is room for. */
async function ahead(step: Step, kind: JobKind, room: number, chosen: readonly JobRow[]): Promise<JobRow[]> {
  const { engine, line } = step;
  const rows: JobRow[] = [];
  while (line.holds === 0 && rows.length < room) {
    const limit = Math.min(gatheredAtOnce, room - rows.length);
    const except = [...line.reading.keys(), ...[...chosen, ...rows].map(({ id }) => id)];
    const more = await engine.desk.database.transaction(({ jobs }) => readAhead(step, jobs, kind, { limit, except }));
    rows.push(...more);
    if (more.length < limit) break;
  }
  return rows;
}

function readAhead(
  step: Step,
  jobs: Tables['jobs'],
  kind: JobKind,
  { limit, except }: { limit: number; except: readonly JobId[] },
): JobRow[] {
  const { line, store, now } = step;
  const question = { storeId: store.id, kind, now, except };
  // Everything is looked at once before the seller is asked to let the store go on.
  if (store.pause?.cause === 'look-first') return jobs.dueToRead({ ...question, readBefore: store.pause.since, limit });
  const silence = silenceOf(line, kind);
  if (silence.since !== undefined) {
    // One call of one job per pause: what is read before its end would be stale by then.
    const [next] = jobs.dueToRead({ ...question, readBefore: now - freshForMs, limit: 1 });
    if (next === undefined) return [];
    if (now >= silence.nextTryAt) return [next];
    step.wakeAt(silence.nextTryAt);
    return [];
  }
  const stale = { ...question, readBefore: now - freshForMs };
  if (wantsMore(step, kind)) return jobs.dueToRead({ ...stale, limit });
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

/** Whether reading should run further ahead of sending for this kind. */
function wantsMore(step: Step, kind: JobKind): boolean {
  const { engine, line, store, market, now } = step;
  const fresh = line.fresh.get(kind) ?? new Map<JobId, number>();
  for (const [id, readAt] of fresh) if (now - readAt > freshForMs) fresh.delete(id);
  const beingRead = [...line.reading.values()].filter((one) => one === kind).length;
  const perSecond = (engine.pacer.rateOf(market.bucketOf(store.accountId, kind)) ?? 1) * (market.limits[kind] ?? 1);
  const wanted = Math.max(
    market.readLimit,
    Math.min((perSecond * aheadMs) / 1000, (perSecond * farthestAheadMs) / 1000),
  );
  return fresh.size + beingRead + market.readLimit <= wanted;
}

async function applyRead(
  step: Step,
  bucket: string,
  jobs: readonly JobRow[],
  outcome: ReadOutcome,
  call: CallRecord,
): Promise<void> {
  const { engine, line, market, store } = step;
  if (outcome.type === 'trouble') {
    await note(step, engine.options.newId(), jobs.length, call, false);
    await meetTrouble(engine, line, outcome.trouble, { bucket, what: 'read' });
    return;
  }
  await heard(engine, line, 'read');
  if (outcome.type === 'refused-whole' && jobs.length > 1) {
    await note(step, engine.options.newId(), jobs.length, call, false);
    const ids = jobs.map((job) => job.id);
    const middle = Math.ceil(ids.length / 2);
    line.halves.push(ids.slice(0, middle), ids.slice(middle));
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
      const { ready, decided } = await engine.desk.change((journal) => {
        // The store as it is now: the seller may have answered meanwhile.
        const current = journal.tables.stores.get(store.id) ?? store;
        const context = { callId, call, market, store: current, random };
        return applyReading(journal, some, found, context);
      }, 'soon');
      remember(line, some, ready, engine.options.now());
      return decided;
    }),
  );
  const decided = applied.includes(true);
  if (decided) line.settledAt = engine.options.now();
  await note(step, callId, jobs.length, call, decided);
}

function registeredAs(market: Market, job: JobRow, finding: Finding): { registered?: Registered } {
  const registered = market.registered?.(job.values, finding, job.finding);
  return registered === undefined ? {} : { registered };
}

function remember(line: Line, jobs: readonly JobRow[], ready: readonly JobId[], now: number): void {
  const isReady = new Set(ready);
  for (const job of jobs) {
    const fresh = line.fresh.get(job.kind) ?? new Map<JobId, number>();
    line.fresh.set(job.kind, fresh);
    if (isReady.has(job.id)) fresh.set(job.id, now);
  }
}

async function note(step: Step, callId: string, jobs: number, call: CallRecord, decided: boolean): Promise<void> {
  const { engine, store } = step;
  const row = callRow(callId, { storeId: store.id }, 'read', call, { jobs, decided });
  await engine.desk.database.transaction(({ calls }) => calls.put(row), 'soon');
}

/** A market without readings: what is unknown there (after a crash) may be sent again. */
async function repeatUnread(step: Step): Promise<void> {
  const { engine, market, store, now } = step;
  const some = await engine.desk.database.jobs.dueToReconcile(store.id, now, 500);
  if (some.length === 0) return;
  // They wait for times this step does not know yet.
  step.wakeAt(now);
  await engine.desk.change((journal) => {
    const random = engine.options.random();
    for (const job of some) {
      const context = { now, random, limit: market.limits[job.kind] ?? 1 };
      move(journal, job, 'found-not-applied', sendAgain(job, job.failures + (job.inCircuit ? 0 : 1), context));
    }
  });
}
