import { clickOf } from '../../../src-preload/contract/codes';
import type { Attempt } from '../../../src-preload/contract/job';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { CallRow, JobRow } from '../../database/rows';
import type { CallRecord, Market, Sendable, SendOutcome } from '../../markets/market';
import { followLookup } from './follow-lookup';
import { transition, transitionAll } from './transition';
import type { Journal } from './job-transaction';
import { readBackAfterMs } from './read-back';
import { sendAgain } from '../decide/reconcile';
import { settleJob } from '../decide/settle';

/** Raw answers are kept of these only: what a support desk may ask for. Readings hold addresses. */
const keptBodies: readonly JobKind[] = ['dispatch', 'confirm', 'stock', 'delay', 'refund'];

/**
 * Marks jobs as sending under a call: only those still queued in the same revision. Committed before the first byte
 * goes out, with an attempt that says what is sent, so that a crash leaves the truth.
 * @param isFresh false for what has become too old for sending while this waited for the database
 * @returns the jobs that are now in the call
 */
export function beginCall(
  journal: Journal,
  jobs: readonly JobRow[],
  call: { id: string; inCircuit: boolean },
  isFresh: (job: JobRow, at: number) => boolean = () => true,
): JobRow[] {
  const { at, tables } = journal;
  // The order book may have found something since they were gathered: what it takes back is read again first.
  const read = tables.jobs.readAmong(jobs.map(({ seq }) => seq));
  const fresh = jobs.filter((job) => isFresh(job, at) && (job.readAt === undefined || read.has(job.seq)));
  const marked = transitionAll(
    journal,
    fresh.map((job) => {
      const part = { callId: call.id, attempts: job.attempts + 1, inCircuit: call.inCircuit };
      return { job, cause: 'taken-into-call', patch: { ...part, answerCode: undefined, answerMessage: undefined } };
    }),
  ).map(({ job }) => job);
  tables.attempts.put(
    marked.map(({ seq, values }) => ({
      jobSeq: seq,
      attempt: { callId: call.id, at, purpose: 'send', values, outcome: 'sending' },
    })),
  );
  const [first] = marked;
  if (first !== undefined) {
    const { storeId, kind } = first;
    tables.calls.put({ id: call.id, storeId, kind, startedAt: at, jobs: marked.length, decided: true });
  }
  return marked;
}

/**
 * Takes back a call of which no byte went out: writing it down took so long that its readings are too old. Its jobs are
 * due again at once, and read first.
 */
export function withdrawCall(journal: Journal, jobs: readonly JobRow[], callId: string): void {
  const { at, tables } = journal;
  const back = transitionAll(
    journal,
    jobs.map((job) => {
      const patch = { attempts: job.attempts - 1, wait: 'back-off', dueAt: at } as const;
      return { job, cause: 'certainly-not-applied', patch };
    }),
  );
  tables.attempts.put(
    back.map(({ was, job }) => {
      const attempt = { callId, at: was.changedAt, endedAt: at, purpose: 'send', outcome: job.state } as const;
      return { jobSeq: job.seq, attempt };
    }),
  );
  const [first] = jobs;
  if (first === undefined) return;
  const { storeId, kind } = first;
  tables.calls.put({ id: callId, storeId, kind, startedAt: at, endedAt: at, jobs: jobs.length, decided: false });
}

/** What the market needs to see of a job. */
export function sendableOf(job: JobRow): Sendable {
  return { target: job.target, values: job.values };
}

/**
 * Settles the jobs of a call by its answer. An answer settles only rows still `sending` under this call; ids it names
 * that were never asked for are written into the call's row and otherwise ignored.
 */
export function applyAnswer(
  journal: Journal,
  given: {
    callId: string;
    kind: JobKind;
    market: Market;
    outcome: SendOutcome;
    call: CallRecord;
    asked: readonly JobRow[];
    isBug: boolean;
    /** One for the whole call: what waits together goes on together, in full calls. */
    random: number;
  },
): void {
  const { tables } = journal;
  const { outcome, call, market, kind } = given;
  const [first] = given.asked;
  if (first === undefined) return;
  const targets = new Set(given.asked.map((job) => job.target));
  const unasked = outcome.type === 'answered' ? [...outcome.verdicts.keys()].filter((id) => !targets.has(id)) : [];
  tables.calls.put(callRow(given.callId, first, kind, call, { jobs: given.asked.length, unasked }));

  const inCall = tables.jobs.inCall(given.callId);
  const settled = transitionAll(
    journal,
    given.asked
      .filter(({ seq }) => inCall.has(seq))
      .map((job) => {
        const decision = settleJob(job, outcome, {
          market,
          // Never before the moment of writing: plans are made from our own clock.
          endedAt: journal.at,
          random: given.random,
          size: given.asked.length,
          isBug: given.isBug,
        });
        const { cause, patch } = decision;
        const isReadBack = cause === 'answered-yes' && kind === 'dispatch' && market.registered !== undefined;
        return { job, cause, patch: isReadBack ? { ...patch, dueAt: journal.at + readBackAfterMs } : patch };
      }),
  );
  tables.attempts.put(
    settled.map(({ was, job }) => ({ jobSeq: job.seq, attempt: attemptOf(given.callId, was, job, call) })),
  );
  for (const { job } of settled) afterAnswer(journal, job, outcome, given);
}

/** What an answer means beyond the job's own state. */
function afterAnswer(
  journal: Journal,
  job: JobRow,
  outcome: SendOutcome,
  given: { market: Market; random: number },
): void {
  const { tables, at } = journal;
  const verdict = outcome.type === 'answered' ? outcome.verdicts.get(job.target) : undefined;
  if (verdict?.yes === true) {
    if (verdict.addressChanged === true && job.kind === 'confirm') {
      tables.flags.set(job.storeId, job.target, at);
      // The feed tells the same of it later: that is no second change.
      tables.book.addChange(job.storeId, job.target, { what: 'address-changed', at, foundAt: at, pullOut: false });
    }
    if (job.kind === 'lookup') tables.orders.found(job.storeId, job.target, verdict.productOrderIds ?? [], at);
    if (job.kind === 'lookup') followLookup(journal, job, verdict.productOrderIds ?? []);
  }
  noteUnconfirmed(journal, job);
  if (job.kind === 'refund' && (job.state === 'succeeded' || job.code === 'not-permitted')) {
    tables.stores.markRefundRefused(job.storeId, job.state === 'succeeded' ? undefined : at);
  }
  // Repeatable by the market's own word (stock), or a read (lookup): nothing needs to be read first.
  if (job.state === 'unknown' && !given.market.reads.includes(job.kind)) {
    const failures = job.failures + (job.inCircuit ? 0 : 1);
    const limit = given.market.limits[job.kind] ?? 1;
    transition(journal, job, 'found-not-applied', sendAgain(job, failures, { now: at, random: given.random, limit }));
  }
}

/** The first "not confirmed yet" of a store: from then on the seller is asked about NOT_YET jobs. */
export function noteUnconfirmed(journal: Journal, job: JobRow): void {
  if (job.state !== 'rejected' || job.kind !== 'dispatch' || job.code === undefined) return;
  if (clickOf(job.kind, job.code) !== 'confirm-then-dispatch') return;
  journal.tables.stores.markNotConfirmedSeen(job.storeId, journal.at);
}

/** A call as the table keeps it. */
export function callRow(
  id: string,
  first: Pick<JobRow, 'storeId'>,
  kind: CallRow['kind'],
  call: CallRecord,
  more: { jobs: number; unasked?: readonly string[]; decided?: boolean },
): CallRow {
  return {
    id,
    storeId: first.storeId,
    kind,
    startedAt: call.startedAt,
    endedAt: call.endedAt,
    httpStatus: call.httpStatus,
    code: call.code,
    message: call.message,
    traceId: call.traceId,
    jobs: more.jobs,
    unasked: more.unasked,
    body:
      kind !== 'read' && kind !== 'changes' && kind !== 'today-hour' && keptBodies.includes(kind)
        ? call.body
        : undefined,
    decided: more.decided ?? true,
  };
}

function attemptOf(callId: string, sending: JobRow, settled: JobRow, call: CallRecord): Attempt {
  return {
    callId,
    at: sending.changedAt,
    endedAt: call.endedAt,
    purpose: 'send',
    outcome: settled.state,
    ...(call.httpStatus === undefined ? {} : { httpStatus: call.httpStatus }),
    ...(settled.code === undefined ? {} : { code: settled.code }),
    ...(settled.message === undefined ? {} : { message: settled.message }),
    ...(call.traceId === undefined ? {} : { traceId: call.traceId }),
  };
}
