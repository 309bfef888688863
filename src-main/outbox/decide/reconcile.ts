import { assertNever } from '../../../src-preload/contract/result';
import type { Finding } from '../../../src-preload/contract/job';
import type { JobRow } from '../../database/rows';
import type { Judgement, Obstacle, Registered } from '../../markets/market';
import { approvedClaim } from './approved-claim';
import { backOffMs } from './back-off';
import type { Patch } from './patch';
import type { AnswerVerdict } from './settle';

/** What a reading showed about one target. */
export type Found =
  | { is: 'missing' }
  | { is: 'refused'; code: string; message: string }
  | { is: 'found'; finding: Finding; judgement: Judgement; obstacles?: readonly Obstacle[]; registered?: Registered };

/** The job stays `unknown`, and this is written. */
export interface Stay {
  cause: undefined;
  patch: Patch;
}

/** An id that one reading did not return is asked for once more after this. */
const firstNotFoundMs = 20_000;
/** An id the readings do not return is asked for this often. */
export const notFoundEveryMs = 60 * 60_000;
/** How often, and for how long, a refusal is held against readings after an earlier call that had no answer. */
const contradictionEveryMs = 60_000;
const contradictionLastsMs = 2 * 60_000;
/** Rounds of sending, no answer, and a reading that shows nothing was applied. */
const mostRounds = 3;

/**
 * Where a reading puts a job whose call gave no certain answer (resources/docs/domain.md, "Reconcile"). Pure.
 * Never straight back to queued, and never `succeeded` without the market showing it.
 * @param limit jobs a call may carry, for making the calls of a suspect job smaller
 */
export function reconcileJob(
  job: JobRow,
  found: Found,
  context: { now: number; random: number; limit: number },
): AnswerVerdict | Stay {
  if (found.is !== 'found') {
    const words = found.is === 'refused' ? { message: `${found.code} ${found.message}`.trim() } : {};
    // Readings leave an id out now and then: the first time it is asked for again soon.
    const againMs = job.code === 'not-found' ? notFoundEveryMs : firstNotFoundMs;
    return { cause: undefined, patch: { code: 'not-found', ...words, dueAt: context.now + againMs } };
  }
  const { finding, judgement } = found;
  const read: Patch = { finding, readAt: context.now };
  switch (judgement.is) {
    case 'done':
      // After an answer like 9999 the market had it before this call; else this call was the one.
      return {
        cause: 'found-done',
        patch: { ...read, code: judgement.code ?? doneCode(job, found.registered) },
      };
    case 'other':
      return { cause: 'found-other', patch: { ...read, code: 'conflict' } };
    case 'cancel-requested':
      if (job.approved.includes(approvedClaim(job.target, judgement.claimId))) return notApplied(job, read, context);
      return { cause: 'found-harm', patch: { ...read, code: 'cancel-requested', holdReason: 'cancel-requested' } };
    case 'closed':
      return {
        cause: 'found-refused',
        // What the market shows says more than the code it answered with.
        patch: {
          ...read,
          code: judgement.isFinal ? 'closed' : (job.answerCode ?? 'closed'),
          message: job.answerMessage,
        },
      };
    case 'open':
      if (contradicts(job, context.now) || mayStillShow(job, context.now)) {
        return { cause: undefined, patch: { ...read, dueAt: context.now + contradictionEveryMs } };
      }
      return notApplied(job, read, context);
    default:
      return assertNever(judgement);
  }
}

/**
 * The market refused what an earlier call of ours may have done, and its reading does not show it done: a reading that
 * lags behind would make a shipped order a failed one. So it is read some more before the refusal stands.
 */
function contradicts(job: JobRow, now: number): boolean {
  const isRepeated = job.failures > 0 || job.inCircuit;
  return job.answerCode !== undefined && isRepeated && now - job.changedAt < contradictionLastsMs;
}

function doneCode(job: JobRow, registered: Registered | undefined): string | undefined {
  return job.answerCode === undefined ? codeOf(registered) : alreadyCode(job);
}

function codeOf(registered: Registered | undefined): string | undefined {
  return registered?.is === 'same' ? registered.code : undefined;
}

/** A yes to a cancel request is irreversible and is not repeated: the readings get the time to show it. */
function mayStillShow(job: JobRow, now: number): boolean {
  return job.kind === 'refund' && job.answerCode === undefined && now - job.changedAt < contradictionLastsMs;
}

/** The code of a job whose wish was found fulfilled already. */
export function alreadyCode(job: Pick<JobRow, 'kind'>): string {
  switch (job.kind) {
    case 'confirm':
      return 'already-confirmed';
    case 'delay':
      return 'already-delayed';
    case 'refund':
      return 'already-refunded';
    case 'dispatch':
    case 'stock':
    case 'lookup':
      return 'already-dispatched';
  }
}

function notApplied(job: JobRow, read: Patch, context: { now: number; random: number; limit: number }): AnswerVerdict {
  if (job.answerCode !== undefined) {
    return { cause: 'found-refused', patch: { ...read, code: job.answerCode, message: job.answerMessage } };
  }
  const failures = job.failures + (job.inCircuit ? 0 : 1);
  // Whether to say yes once more is the seller's to decide, by what the market shows then.
  if (failures >= mostRounds || job.kind === 'refund')
    return { cause: 'rounds-used-up', patch: { ...read, failures, code: 'no-certain-answer' } };
  return { cause: 'found-not-applied', patch: { ...read, ...sendAgain(job, failures, context) } };
}

/**
 * Waiting with back-off. One job at which the market chokes must not take its whole call down three times: the second
 * call is a quarter as large, the third carries it alone.
 */
export function sendAgain(
  job: JobRow,
  failures: number,
  context: { now: number; random: number; limit: number },
): Patch {
  const batchCap = failures >= 2 ? 1 : failures === 1 ? Math.max(1, Math.ceil(context.limit / 4)) : job.batchCap;
  return {
    code: job.code,
    failures,
    batchCap,
    wait: 'back-off',
    dueAt: context.now + backOffMs(failures, context.random),
  };
}
