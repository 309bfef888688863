import { checkValues } from '../../../src-preload/contract/check/check-values';
import { isIn } from '../../../src-preload/contract/job-states';
import type { Action } from '../../../src-preload/contract/actions';
import type { JobId } from '../../../src-preload/contract/ids';
import { canDo, isInFile } from '../../../src-preload/contract/job-rules';
import { assertNever } from '../../../src-preload/contract/result';
import type { JobValues } from '../../../src-preload/contract/job';
import { priorities } from '../../database/rows';
import type { JobRow } from '../../database/rows';
import { noteBoxSeen } from '../write/changed-boxes';
import { putBehindConfirm } from '../write/put-behind-confirm';
import { rulesOf } from '../write/rules-of';
import { transition, transitionByChoice, update } from '../write/transition';
import { done, refusedFor, startOver } from './action-result';
import type { ActionResult } from './action-result';
import { approve, approveOne, decline, leaveOut, othersOfParcel, reasonOf, refund, takeAll } from './answer-hold';
import { isTaken } from '../write/is-taken';
import type { Journal } from '../write/job-transaction';
import type { Patch } from '../decide/patch';
import type { ActionOutcome } from '../outbox-port';

/** Applies the seller's action to each job, in one transaction. Every choice is logged with what was known. */
export function applyAction(journal: Journal, action: Action): ActionOutcome {
  const { jobs } = journal.tables;
  const outcome: ActionOutcome = { changed: 0, refused: [] };
  const touched = new Set<JobId>();
  const cancelParcels = new Set<string>();
  for (const id of new Set(action.jobs)) {
    if (touched.has(id)) continue;
    const job = jobs.byId(id);
    const result: ActionResult =
      job === undefined
        ? { why: 'not-found' }
        : !canDo(action.action, job)
          ? refusedFor(job)
          : takeAction(journal, job, action, cancelParcels);
    if ('why' in result) {
      outcome.refused.push({ jobId: id, why: result.why });
      continue;
    }
    for (const changed of result.changed) touched.add(changed.id);
    outcome.changed += result.changed.length;
  }
  return outcome;
}

function takeAction(journal: Journal, job: JobRow, action: Action, cancelParcels: Set<string>): ActionResult {
  switch (action.action) {
    case 'retry':
      return job.state === 'waiting' ? retry(atOnce(journal), job) : retry(journal, job);
    case 'exclude':
      return exclude(journal, job);
    case 'approve':
      return approve(journal, job, cancelParcels);
    case 'decline':
      return decline(journal, job);
    case 'leave-out':
      return leaveOut(journal, job, action.jobs);
    case 'refund':
      return refund(journal, job, action, cancelParcels);
    case 'take-all':
      return takeAll(journal, job);
    case 'edit':
      return edit(journal, job, action);
    case 'confirm-then-dispatch':
      return confirmThenDispatch(journal, job);
    case 'by-file':
      return putInFile(journal, job);
    case 'put-back':
      return putBack(journal, job);
    case 'reread':
      return reread(journal, job);
    case 'settled-by-hand':
      return settledByHand(journal, job, action.sent);
    default:
      return assertNever(action);
  }
}

/** What was to go by itself goes now, as its button says: there is nothing to take back. */
function atOnce({ tables, at, newId, changed, added, tally }: Journal): Journal {
  return { tables, at, newId, changed, added, tally };
}

/** Another live job of the target would be its double: the seller decides about that one. */
function hasLiveDouble(journal: Journal, job: JobRow): boolean {
  return isTaken(journal.tables.jobs, job.storeId, job.kind, job.target, job.id);
}

/** Once more as it is: at once where it waits, from the beginning where it was refused. */
export function retry(journal: Journal, job: JobRow): ActionResult {
  if (!canDo('retry', job)) return refusedFor(job);
  if (job.state === 'waiting') {
    return done(transition(journal, job, 'due', { dueAt: journal.at, priority: priorities.asked }));
  }
  if (hasLiveDouble(journal, job)) return { why: 'other-live' };
  return done(
    transitionByChoice(journal, job, 'retried', startOver(journal), job.code === undefined ? {} : { reason: job.code }),
  );
}

/** One box: what of it has not gone out is left out with it. */
function exclude(journal: Journal, job: JobRow): ActionResult {
  const one = (which: JobRow) =>
    which.state === 'held'
      ? transitionByChoice(journal, which, 'declined', { code: 'declined' }, reasonOf(which))
      : transitionByChoice(journal, which, 'excluded', { code: 'excluded' }, reasonOf(which));
  const first = one(job);
  if (first === undefined) return refusedFor(job);
  if (job.state === 'rejected') return done(first);
  const rest = othersOfParcel(journal, job).filter(({ state }) => isIn('toSend', state));
  return done(first, ...rest.map(one));
}

type Edit = Extract<Action, { action: 'edit' }>;

/** The values as a job of this kind has them; undefined where they are of another kind. */
function editedValues(job: JobRow, values: Edit['values']): JobValues | undefined {
  if (job.kind === 'dispatch' && 'deliveryMethod' in values) return { kind: 'dispatch', dispatch: values };
  return job.kind === 'stock' && 'available' in values ? { kind: 'stock', stock: values } : undefined;
}

/** Values that a row of a sheet would be refused for are refused here too, and are kept in the form a row has them. */
function checkedValues(
  journal: Journal,
  job: JobRow,
  values: JobValues,
  chosen: Edit['chosen'],
): JobValues | undefined {
  const rules = rulesOf(journal.tables, job.storeId);
  const { target, orderId } = job;
  const given = { now: journal.at, chosen, isKnownTarget: true };
  return rules && checkValues(rules, { target, orderId, values }, given).wish?.values;
}

function edit(journal: Journal, job: JobRow, given: Edit): ActionResult {
  const asked = editedValues(job, given.values);
  if (asked === undefined) return { why: 'wrong-state' };
  const values = checkedValues(journal, job, asked, given.chosen);
  if (values === undefined) return { why: 'bad-values' };
  if (job.state === 'rejected' && hasLiveDouble(journal, job)) return { why: 'other-live' };
  const patch: Patch = {
    ...startOver(journal),
    values,
    revision: job.revision + 1,
    finding: undefined,
    batchId: undefined,
  };
  const edited = transitionByChoice(journal, job, 'edited', patch, {
    detail: JSON.stringify(job.values),
    ...reasonOf(job),
  });
  if (edited === undefined) return refusedFor(job);
  noteBoxSeen(journal, job);
  // A new number is the answer to the new address: asking again would turn in circles.
  if (job.holdReason === 'address-changed') journal.tables.flags.clear(job.storeId, job.target);
  // Still tied to a confirm that has not ended.
  const before = job.afterJob === undefined ? undefined : journal.tables.jobs.byId(job.afterJob);
  if (job.wait !== 'step-before' || before === undefined || before.state === 'succeeded') return done(edited);
  return done(transition(journal, edited, 'put-behind', { wait: 'step-before', code: job.code }) ?? edited);
}

/** Ties the dispatch behind a confirm of its product order. */
export function confirmThenDispatch(journal: Journal, job: JobRow): ActionResult {
  if (!canDo('confirm-then-dispatch', job)) return refusedFor(job);
  if (job.state === 'rejected') {
    if (hasLiveDouble(journal, job)) return { why: 'other-live' };
    journal.tables.decisions.add(job.seq, { at: journal.at, cause: 'put-behind', ...known(job) });
    return done(putBehindConfirm(journal, { ...job, priority: priorities.asked }));
  }
  if (job.state === 'held') {
    const queued = transitionByChoice(journal, job, 'approved', startOver(journal), reasonOf(job));
    return done(queued === undefined ? undefined : putBehindConfirm(journal, queued));
  }
  return done(putBehindConfirm(journal, job));
}

function known(job: JobRow): { reason?: string; finding?: NonNullable<JobRow['finding']> } {
  return {
    ...(job.code === undefined ? {} : { reason: job.code }),
    ...(job.finding === undefined ? {} : { finding: job.finding }),
  };
}

/** Left out before, and wanted after all: read, and asked about, as if it were new. */
function putBack(journal: Journal, job: JobRow): ActionResult {
  const [latest] = journal.tables.jobs.latestOf(job.storeId, job.kind, [job.target]);
  if (latest !== undefined && latest.jobId !== job.id) return { why: 'other-live' };
  const patch: Patch = { ...startOver(journal), approved: [], finding: undefined, afterJob: undefined };
  return done(transitionByChoice(journal, job, 'put-back', patch, job.code === undefined ? {} : { reason: job.code }));
}

/** Out of the 일괄발송 file again, to be sent from here. */
export function takeOutOfFile(journal: Journal, job: JobRow): ActionResult {
  if (!isInFile(job)) return refusedFor(job);
  return done(approveOne(journal, job, []));
}

/** The seller takes it to the market: what may be in flight or waits for another step is not theirs to take. */
export function putInFile(journal: Journal, job: JobRow): ActionResult {
  if (!canDo('by-file', job)) return refusedFor(job);
  const patch: Patch = { code: 'by-file', holdReason: 'by-file', afterJob: undefined };
  return done(transitionByChoice(journal, job, 'put-in-file', patch));
}

/** Unknown: read at once. Others: shown what the market has now. */
function reread(journal: Journal, job: JobRow): ActionResult {
  return done(update(journal, job, job.state === 'unknown' ? { dueAt: firstAllowed(journal, job) } : { reread: true }));
}

/** Never before the market had its ten seconds to finish what it may be doing. */
function firstAllowed(journal: Journal, job: JobRow): number {
  const planned = job.dueAt ?? journal.at;
  return job.code === 'not-found' || job.readAt !== undefined ? journal.at : Math.max(journal.at, planned);
}

/** "I looked in SmartStore Center". Only where the readings cannot tell, or have said no. */
function settledByHand(journal: Journal, job: JobRow, sent: boolean): ActionResult {
  if (sent) return done(transitionByChoice(journal, job, 'settled-by-hand', { code: 'settled-by-hand' }, known(job)));
  if (job.state === 'rejected') return retry(journal, job);
  const patch: Patch = { ...startOver(journal), code: 'not-sent-by-hand', wait: 'back-off' };
  return done(transitionByChoice(journal, job, 'not-sent-by-hand', patch, known(job)));
}
