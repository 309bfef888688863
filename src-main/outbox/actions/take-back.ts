import type { Action } from '../../../src-preload/contract/actions';
import type { ImportId, JobId, StoreId } from '../../../src-preload/contract/ids';
import type { DecisionCause, JobState, TransitionCause } from '../../../src-preload/contract/job-states';
import type { JobRow } from '../../database/rows';
import { isTaken } from '../write/is-taken';
import type { Journal, SeenBox } from '../write/job-transaction';
import { endRefund, transitionByChoice } from '../write/transition';

/** One job that a decision moved: as it was, as it became, and the address change that stood against it, if one did. */
export interface Moved {
  was: JobRow;
  job: JobRow;
  flaggedAt: number | undefined;
}

/** What a decision of the seller changed, for as long as it can be taken back. */
export interface Decided {
  /** In order; a job that went several ways stands in it several times. */
  moved: readonly Moved[];
  /** Layouts that are remembered since as going into one parcel. */
  layouts: readonly string[];
  /** Jobs that were added by it, in order: confirms as the step before, yeses to cancel requests. */
  added: readonly JobId[];
  /** The import whose lines gave these jobs new values: the lines of what goes back are open again. */
  linesOf?: ImportId | undefined;
  /** What changed about boxes and counts as looked at by it. */
  seen?: readonly SeenBox[];
  /** A store that asked before, and since answers "confirm first" by itself. */
  confirmsFirst?: StoreId;
}

/** What the seller can take back: all that changes what is sent, but not a look at the market or the way back itself. */
const decisions: readonly Action['action'][] = [
  'retry',
  'edit',
  'confirm-then-dispatch',
  'exclude',
  'approve',
  'decline',
  'leave-out',
  'refund',
  'take-all',
  'settled-by-hand',
  'by-file',
  'put-back',
];

/** Whether it is a decision that can be taken back. */
export function canBeTakenBack(action: Action['action']): boolean {
  return decisions.includes(action);
}

/** The way back into each state a decision can lead out of. */
const wayBack: Partial<Record<JobState, DecisionCause & TransitionCause>> = {
  queued: 'taken-back-to-queued',
  waiting: 'taken-back-to-waiting',
  unknown: 'taken-back-to-unknown',
  held: 'taken-back-to-held',
  rejected: 'taken-back-to-rejected',
  cancelled: 'taken-back-to-cancelled',
};

/**
 * Does `decide` and notes what it moved, in order. With `delayMs` nothing of it leaves before it can no longer be taken
 * back.
 */
export function noteDecided<Value>(
  journal: Journal,
  delayMs: number,
  decide: (journal: Journal) => Value,
): { value: Value; decided: Decided } {
  const moved: Moved[] = [];
  const added: JobId[] = [];
  const seen: SeenBox[] = [];
  const before = new Set(journal.tables.mappings.takeAll());
  const value = decide({
    ...journal,
    moved(was, job) {
      const flaggedAt = journal.tables.flags.of(job.storeId, [job.target]).get(job.target);
      moved.push({ was, job, flaggedAt });
    },
    jobAdded: (id) => added.push(id),
    boxSeen: (box) => seen.push(box),
    leaveAfterMs: delayMs,
  });
  const layouts = journal.tables.mappings.takeAll().filter((each) => !before.has(each));
  return { value, decided: { moved, layouts, added, seen } };
}

/**
 * Puts every job back where it was, with the values it had, the one moved last first, unless something has happened to it
 * since or another job of its target has come. Answers how many went back.
 */
export function takeDecisionBack(journal: Journal, decided: Decided): number {
  let back = 0;
  for (const { was, job, flaggedAt } of wholeWays(decided.moved).toReversed()) {
    const now = journal.tables.jobs.byId(job.id);
    const cause = wayBack[was.state];
    if (now === undefined || cause === undefined || !isAsLeft(now, job) || hasOtherLive(journal, was)) continue;
    if (transitionByChoice(journal, now, cause, asItWas(was, now)) === undefined) continue;
    if (flaggedAt !== undefined) journal.tables.flags.set(was.storeId, was.target, flaggedAt);
    back += 1;
    if (decided.linesOf !== undefined) journal.tables.drafts.reopenOf(decided.linesOf, job.id);
  }
  if (back > 0) unsee(journal, decided.seen ?? []);
  for (const id of decided.added.toReversed()) {
    const erased = eraseUnneeded(journal, id);
    if (erased?.kind === 'refund') {
      endRefund(journal, erased);
      back += 1;
    }
  }
  for (const layout of decided.layouts) journal.tables.mappings.forgetTakeAll(layout);
  const { confirmsFirst } = decided;
  const { stores } = journal.tables;
  if (confirmsFirst !== undefined && stores.get(confirmsFirst)?.confirmFirst === 'always') {
    stores.setConfirmFirst(confirmsFirst, 'ask');
  }
  return back;
}

/** What is held again says what changed: that is to be looked at again, too, by what of the box was read meanwhile. */
function unsee({ tables: { book, flags, jobs } }: Journal, seen: readonly SeenBox[]): void {
  for (const { storeId, target, at, flaggedAt } of seen) {
    book.forgetSeen(storeId, target, at);
    jobs.readBoxAgain(storeId, target);
    if (flaggedAt !== undefined && !flags.of(storeId, [target]).has(target)) flags.set(storeId, target, flaggedAt);
  }
}

/** Each job once: as it was before the first of its ways, and as the last one left it. */
function wholeWays(moved: readonly Moved[]): Moved[] {
  const ways = new Map<JobId, Moved>();
  for (const one of moved) ways.set(one.job.id, { ...one, ...pickFirst(ways.get(one.job.id)) });
  return [...ways.values()];
}

function pickFirst(first: Moved | undefined): Pick<Moved, 'was' | 'flaggedAt'> | undefined {
  return first === undefined ? undefined : { was: first.was, flaggedAt: first.flaggedAt };
}

/**
 * A job that a decision added and that nothing waits for: where nothing of it has left it goes as if it had never been.
 * @returns what it was; undefined where it stays
 */
function eraseUnneeded(journal: Journal, id: JobId): JobRow | undefined {
  const { jobs } = journal.tables;
  const added = jobs.byId(id);
  const hasNotLeft = added?.state === 'queued' || (added?.state === 'waiting' && added.wait === 'step-before');
  if (added === undefined || !hasNotLeft || jobs.followers(id).length > 0) return undefined;
  journal.tally(added.storeId, added.kind, added.state, undefined);
  journal.changed(added);
  jobs.erase([id]);
  return added;
}

function isAsLeft(now: JobRow, left: JobRow): boolean {
  return now.state === left.state && now.revision === left.revision && now.changedAt === left.changedAt;
}

function hasOtherLive(journal: Journal, job: JobRow): boolean {
  return isTaken(journal.tables.jobs, job.storeId, job.kind, job.target, job.id);
}

function asItWas(was: JobRow, now: JobRow) {
  const { code, message, holdReason, wait, dueAt, approved, failures, batchCap, priority, afterJob } = was;
  const { answerCode, answerMessage, finding, readAt, reread, inCircuit, batchId } = was;
  const decided = { code, message, holdReason, wait, dueAt, approved, failures, batchCap, priority, afterJob };
  // A revision never comes twice: what is read or answered for the other values is not for these.
  const values =
    now.revision === was.revision
      ? {}
      : { values: was.values, revision: now.revision + 1, importId: was.importId, sheetRow: was.sheetRow };
  return { ...decided, answerCode, answerMessage, finding, readAt, reread, inCircuit, batchId, ...values };
}

/** The button is pressed in its last moment, and the press takes a while to arrive. */
export const undoGraceMs = 2000;

/** Decisions that can still be taken back, by their id; they last a little longer than the window shows the button. */
export function createDecisions(now: () => number, newId: () => string) {
  const kept = new Map<string, { decided: Decided; until: number }>();
  return {
    /** Answers the id to take it back by; undefined: there was nothing that could be. */
    keep(decided: Decided, ms: number): string | undefined {
      for (const [id, { until }] of kept) if (until < now()) kept.delete(id);
      if (decided.moved.length === 0 && decided.added.length === 0) return undefined;
      const id = newId();
      kept.set(id, { decided, until: now() + ms });
      return id;
    },
    /** Each only once. */
    take(id: string): Decided | undefined {
      const found = kept.get(id);
      kept.delete(id);
      return found === undefined || found.until < now() ? undefined : found.decided;
    },
  };
}
