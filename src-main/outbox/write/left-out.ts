import type { JobRow } from '../../database/rows';
import { approvedUnread } from '../decide/before-sending';
import type { Patch } from '../decide/patch';
import type { Journal } from './job-transaction';
import { transition, update } from './transition';

/**
 * An id that a reading before sending leaves out is asked for again after these, then held: that nothing was returned is
 * never that nothing stands against it.
 */
const readAgainAfterMs = [20_000, 60_000, 5 * 60_000] as const;

/** A dispatch, or a yes to a cancel request, that a reading before sending left out: asked for again, later each time, then held. */
export function applyLeftOut(journal: Journal, job: JobRow): JobRow | undefined {
  const { code, dueAt, plannedAt } = job;
  let waitedMs = 0;
  if (code === 'not-found' && dueAt !== undefined && plannedAt !== undefined) {
    // Read before its time because the seller asked: that is no further round, the market may lag behind.
    if (dueAt > journal.at) return update(journal, job, { reread: false });
    waitedMs = dueAt - plannedAt;
  }
  const nextMs = readAgainAfterMs.find((ms) => ms > waitedMs);
  if (nextMs !== undefined) {
    return update(journal, job, { reread: false, code: 'not-found', dueAt: journal.at + nextMs });
  }
  // What cannot be taken back is not sent unread, whatever the seller would say.
  if (job.kind === 'refund') return transition(journal, job, 'refused-by-reading', { code: 'not-read' });
  return transition(journal, job, 'found-harm', { code: 'not-read', holdReason: 'not-read', reread: false });
}

/** What it says no more when a reading has returned it: until it is sent its box would wait for it, and its row would say so. */
export function notLeftOut({ code }: Pick<JobRow, 'code'>): Patch {
  return code === 'not-found' || code === 'parcel-left-out' ? { code: undefined, message: undefined } : {};
}

/** Whether a reading before sending left a queued dispatch out, and the seller has not said that it goes all the same. */
function isLeftOut({ kind, state, code, approved, target }: JobRow): boolean {
  return (
    kind === 'dispatch' && state === 'queued' && code === 'not-found' && !approved.includes(approvedUnread(target))
  );
}

/**
 * One parcel is one decision: while nothing is known of one of its orders the others do not leave. They are read again with
 * it, however short ago they were read.
 */
export function holdBackBoxes(journal: Journal, jobs: readonly JobRow[]): void {
  for (const job of jobs) {
    if (!isLeftOut(job)) continue;
    for (const mate of journal.tables.jobs.parcel(job)) {
      if (mate.id !== job.id && mate.kind === 'dispatch' && mate.state === 'queued' && !isLeftOut(mate)) {
        waitWith(journal, mate, job);
      }
    }
  }
}

/** The same for one that was just read: true where it waits now. */
export function waitsForBox(journal: Journal, job: JobRow): boolean {
  if (job.kind !== 'dispatch') return false;
  const leftOut = journal.tables.jobs.leftOutOfBox(job).find((each) => each.id !== job.id && isLeftOut(each));
  if (leftOut === undefined) return false;
  waitWith(journal, job, leftOut);
  return true;
}

/** It may be asked for just now: then soon. */
const soonMs = 1_000;

function waitWith(journal: Journal, mate: JobRow, leftOut: JobRow): void {
  const dueAt = Math.max(leftOut.dueAt ?? 0, mate.dueAt ?? 0, journal.at + soonMs);
  update(journal, mate, { dueAt, readAt: undefined, code: 'parcel-left-out', message: leftOut.target });
}
