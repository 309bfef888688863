import { isIn, nextState } from '../../../src-preload/contract/job-states';
import type { DecisionCause, TransitionCause } from '../../../src-preload/contract/job-states';
import type { JobRow } from '../../database/rows';
import type { Patch } from '../decide/patch';
import type { Journal } from './job-transaction';

/** A choice of the seller, logged with what was known when it was made. */
export interface Choice {
  reason?: string;
  detail?: string;
}

/** What happens to one job. */
export interface Transition {
  job: JobRow;
  cause: TransitionCause;
  patch?: Patch;
}

/**
 * The one way a job changes its state: what `transitions` does not list cannot happen, and a job that somebody else
 * changed since it was read stays as it is. Writes the row and the counts, then whatever follows from it (the step after,
 * the newer answer behind).
 * @returns the job as it now is; undefined when nothing was changed
 */
export function transition(
  journal: Journal,
  job: JobRow,
  cause: TransitionCause,
  patch: Patch = {},
): JobRow | undefined {
  const next = save(journal, job, { cause, patch });
  if (next !== undefined) afterMove(journal, job, next);
  return next;
}

/** The same for a choice of the seller, which its history keeps with what was known of the job. */
export function transitionByChoice(
  journal: Journal,
  job: JobRow,
  cause: TransitionCause & DecisionCause,
  patch: Patch,
  choice: Choice = {},
): JobRow | undefined {
  const next = save(journal, job, { cause, patch });
  if (next === undefined) return undefined;
  journal.tables.decisions.add(job.seq, {
    at: journal.at,
    cause,
    ...(choice.reason === undefined ? {} : { reason: choice.reason }),
    ...(choice.detail === undefined ? {} : { detail: choice.detail }),
    ...(job.finding === undefined ? {} : { finding: job.finding }),
  });
  afterMove(journal, job, next);
  return next;
}

/** @returns the job as it now is; undefined when nothing was changed */
function save(
  journal: Journal,
  job: JobRow,
  { cause, patch }: { cause: TransitionCause; patch: Patch },
): JobRow | undefined {
  const next = planned(journal, { job, cause, patch });
  if (next === undefined) return undefined;
  const { jobs } = journal.tables;
  const saved = patch.values === undefined ? jobs.save(next, job) : jobs.saveValues(next, job);
  return saved ? next : undefined;
}

/**
 * The same for the jobs of one call, written in one go; their values stay.
 * @returns those that were changed, as they were and as they now are
 */
export function transitionAll(journal: Journal, moves: readonly Transition[]): { was: JobRow; job: JobRow }[] {
  const wanted = moves.flatMap((one) => {
    const job = planned(journal, one);
    return job === undefined ? [] : [{ was: one.job, job }];
  });
  const saved = journal.tables.jobs.saveAll(wanted);
  const moved = wanted.filter(({ job }) => saved.has(job.seq));
  for (const { was, job } of moved) afterMove(journal, was, job);
  return moved;
}

/** The job as it will be; undefined where `transitions` has no such way. */
function planned(journal: Journal, { job, cause, patch = {} }: Transition): JobRow | undefined {
  const state = nextState(job.state, cause);
  if (state === undefined) return undefined;
  const dueAt = patch.dueAt === undefined ? undefined : patch.dueAt + (journal.leaveAfterMs ?? 0);
  return {
    ...job,
    code: undefined,
    message: undefined,
    holdReason: undefined,
    wait: undefined,
    callId: undefined,
    ...patch,
    dueAt,
    plannedAt: patch.dueAt === undefined ? undefined : journal.at,
    // What was read while it was something else was never decided upon: whatever comes back into the queue is read again.
    ...(state === 'queued' ? { readAt: undefined } : {}),
    state,
    changedAt: journal.at,
  };
}

function afterMove(journal: Journal, was: JobRow, job: JobRow): void {
  journal.tally(job.storeId, job.kind, was.state, job.state);
  journal.changed(job);
  journal.moved?.(was, job);
  followSettled(journal, was, job);
}

/** Changes something about a job and leaves its state. */
export function update(journal: Journal, job: JobRow, patch: Patch): JobRow | undefined {
  const replans = Object.hasOwn(patch, 'dueAt') && patch.dueAt !== job.dueAt;
  const plannedAt = replans && patch.dueAt !== undefined ? journal.at : job.plannedAt;
  const next: JobRow = { ...job, ...patch, plannedAt: patch.dueAt === undefined && replans ? undefined : plannedAt };
  const { jobs } = journal.tables;
  // Three hundred rows a reading: only one index has to follow, and nothing the window shows changes.
  if (isMerelyRead(job, next)) return jobs.saveReading(next, job) ? next : undefined;
  if (!jobs.save(next, job)) return undefined;
  journal.changed(job);
  return next;
}

function isMerelyRead(before: JobRow, after: JobRow): boolean {
  if (before.state !== 'queued') return false;
  return (
    before.dueAt === after.dueAt &&
    before.code === after.code &&
    before.message === after.message &&
    before.reread === after.reread &&
    before.failures === after.failures &&
    before.batchCap === after.batchCap
  );
}

/**
 * What follows from a job's new state, in the same transaction: the step tied to it by `after_job` goes on or fails, and
 * a newer stock answer that waited behind it takes its place.
 */
function followSettled(journal: Journal, before: JobRow, after: JobRow): void {
  if (isIn('settled', after.state)) {
    for (const follower of journal.tables.jobs.followers(after.id)) {
      if (follower.state !== 'waiting' || follower.wait !== 'step-before') continue;
      // An add-on waits for its main product's end, whatever it is: it is no part of it.
      if (after.kind === 'dispatch') {
        transition(journal, follower, 'step-before-done', { dueAt: journal.at, afterJob: undefined });
        continue;
      }
      if (after.state === 'succeeded') transition(journal, follower, 'step-before-done', { dueAt: journal.at });
      else transition(journal, follower, 'step-before-failed', { code: 'step-before-failed' });
    }
  }
  if (after.kind === 'refund' && isIn('settled', after.state)) endRefund(journal, after);
  // The older answer is on its way, or may have arrived: the newer one must come after it.
  const landed = isIn('inFlight', before.state) && !isIn('inFlight', after.state);
  if (after.kind === 'stock' && landed) releaseBehind(journal, after);
}

/** What becomes of the dispatch that was held for the cancel request: out of it, or asked about again. */
export function endRefund(journal: Journal, refund: JobRow): void {
  const dispatch = journal.tables.jobs.live(refund.storeId, 'dispatch', refund.target);
  if (dispatch?.state !== 'held' || dispatch.code !== 'refund-decided') return;
  if (refund.state === 'succeeded') transition(journal, dispatch, 'found-closed', { code: 'refunded' });
  else update(journal, dispatch, { code: 'cancel-requested' });
}

function releaseBehind(journal: Journal, ended: JobRow): void {
  const behind = journal.tables.jobs.behind(ended.storeId, ended.kind, ended.target);
  if (behind === undefined) return;
  // The older answer must not go out again after the newer one.
  if (ended.state === 'waiting') transition(journal, ended, 'excluded', { code: 'replaced' });
  transition(journal, behind, 'due', { dueAt: journal.at });
}
