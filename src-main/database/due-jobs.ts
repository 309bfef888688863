import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { BatchId, StoreId } from '../../src-preload/contract/ids';
import { jobKinds, jobStateGroups } from '../../src-preload/contract/job-states';
import type { JobState, Wait } from '../../src-preload/contract/job-states';
import { anyKind, listOf } from './predicates';
import { priorities } from './rows';
import type { JobsTable } from './tables';
import { readable } from './unread-rows';
import type { UnreadRows } from './unread-rows';
import { jobQuery } from './job-query';

type DueJobs = Pick<
  JobsTable,
  | 'dueToSend'
  | 'dueToRead'
  | 'dueToReconcile'
  | 'askedToReread'
  | 'waitingDue'
  | 'heldDue'
  | 'waitingOn'
  | 'toReadBack'
  | 'readBackAt'
  | 'nextDue'
  | 'hasDue'
  | 'firstUnsettled'
  | 'oldestMoving'
  | 'inState'
  | 'countFiled'
  | 'ofBatch'
  | 'filedOfBatch'
  | 'inCall'
  | 'bringForward'
>;

/**
 * ms. A job read later than this from now was read before the clock was set back, who knows how long ago. Not zero: a
 * reading may end while a step, whose `now` is older, is still running.
 */
const readAheadMs = 20_000;

/** How long the first of those that are to be read once more waits for others to share its reading. */
const longestReadBackMs = 5 * 60_000;

/** Passed over here and not by whoever asks: what is being read is three times as much as what is read next. */
const notAmong = 'AND j.id NOT IN (SELECT value FROM json_each(@except))';

/**
 * Their texts, so that the test can ask how SQLite answers them. The index is named: without statistics the planner
 * takes another one and sorts, which is what a long queue must not cost.
 */
export const dueQueries = {
  toSend: `FROM jobs j INDEXED BY jobs_queue WHERE j.store_id = @storeId AND j.kind = @kind AND j.state = 'queued' AND j.due_at <= @now
    AND (@readAfter IS NULL OR j.read_at BETWEEN @readAfter AND @now + ${readAheadMs}) ${readable} ORDER BY j.priority, j.seq LIMIT @limit`,
  toSendOfCap: `FROM jobs j INDEXED BY jobs_queue WHERE j.store_id = @storeId AND j.kind = @kind AND j.state = 'queued' AND j.due_at <= @now
    AND (@readAfter IS NULL OR j.read_at BETWEEN @readAfter AND @now + ${readAheadMs}) AND j.batch_cap IS @cap
    ${readable} ORDER BY j.priority, j.seq LIMIT @limit`,
  toRead: `FROM jobs j INDEXED BY jobs_queue WHERE j.store_id = @storeId AND j.kind = @kind AND j.state = 'queued' AND j.due_at <= @now
    AND (j.read_at IS NULL OR j.read_at < @readBefore OR j.read_at > @now + ${readAheadMs})
    ${notAmong} ${readable} ORDER BY j.priority, j.seq LIMIT @limit`,
  toReadAsked: `FROM jobs j INDEXED BY jobs_queue WHERE j.store_id = @storeId AND j.kind = @kind AND j.state = 'queued' AND j.due_at <= @now
    AND j.priority = ${priorities.asked} AND (j.read_at IS NULL OR j.read_at < @readBefore OR j.read_at > @now + ${readAheadMs})
    ${notAmong} ${readable} ORDER BY j.priority, j.seq LIMIT @limit`,
  toReconcile: `FROM jobs j INDEXED BY jobs_unknown_due WHERE j.store_id = ? AND j.state = 'unknown' AND j.due_at <= ? ${readable} ORDER BY j.due_at LIMIT ?`,
  toReread: `FROM jobs j INDEXED BY jobs_reread WHERE j.store_id = ? AND j.reread = 1 ${readable} LIMIT ?`,
  waitingDue: `FROM jobs j INDEXED BY jobs_waiting_due WHERE j.store_id = ? AND j.state = 'waiting' AND j.due_at <= ? ${readable} ORDER BY j.due_at LIMIT ?`,
  heldDue: `FROM jobs j INDEXED BY jobs_held_due WHERE j.store_id = ? AND j.state = 'held' AND j.due_at IS NOT NULL AND j.due_at <= ? ${readable} ORDER BY j.due_at LIMIT ?`,
  waitingOn: `FROM jobs j INDEXED BY jobs_waiting_on WHERE j.store_id = ? AND j.state = 'waiting' AND j.wait = ? ${readable} LIMIT ?`,
  ofBatch: `FROM jobs j INDEXED BY jobs_queued_batch WHERE j.batch_id = ? AND j.state = 'queued' ${readable} LIMIT ?`,
  inCall: `FROM jobs j INDEXED BY jobs_sending WHERE j.call_id = ? AND j.state = 'sending'`,
  someQueued: `FROM jobs j INDEXED BY jobs_queued_due WHERE j.store_id = @storeId AND j.state = 'queued' AND j.due_at <= @now ${readable} LIMIT 1`,
  someUnknown: `FROM jobs j INDEXED BY jobs_unknown_due WHERE j.store_id = @storeId AND j.state = 'unknown' AND j.due_at <= @now ${readable} LIMIT 1`,
  someReread: `FROM jobs j INDEXED BY jobs_reread WHERE j.store_id = @storeId AND j.reread = 1 AND @now > 0 ${readable} LIMIT 1`,
  nextQueued: `FROM jobs j INDEXED BY jobs_queued_due WHERE j.store_id = @storeId AND j.state = 'queued' AND j.due_at > @now ${readable} ORDER BY j.due_at LIMIT 1`,
  nextWaiting: `FROM jobs j INDEXED BY jobs_waiting_due WHERE j.store_id = @storeId AND j.state = 'waiting' AND j.due_at > @now ${readable} ORDER BY j.due_at LIMIT 1`,
  nextHeld: `FROM jobs j INDEXED BY jobs_held_due WHERE j.store_id = @storeId AND j.state = 'held' AND j.due_at IS NOT NULL AND j.due_at > @now ${readable} ORDER BY j.due_at LIMIT 1`,
  nextUnknown: `FROM jobs j INDEXED BY jobs_unknown_due WHERE j.store_id = @storeId AND j.state = 'unknown' AND j.due_at > @now ${readable} ORDER BY j.due_at LIMIT 1`,
} as const;

/** What is done and is read once more: its own partial index of settled jobs. */
export const readBackQueries = {
  toReadBack: `FROM jobs j INDEXED BY jobs_read_back WHERE j.store_id = ? AND j.state = 'succeeded' AND j.due_at IS NOT NULL AND j.due_at <= ? ${readable} ORDER BY j.due_at LIMIT ?`,
  firstReadBack: `FROM jobs j INDEXED BY jobs_read_back WHERE j.store_id = @storeId AND j.state = 'succeeded' AND j.due_at IS NOT NULL ${readable} ORDER BY j.due_at LIMIT 1 OFFSET @skipped`,
  lastReadBack: `FROM jobs j INDEXED BY jobs_read_back WHERE j.store_id = @storeId AND j.state = 'succeeded' AND j.due_at IS NOT NULL ${readable} ORDER BY j.due_at DESC LIMIT 1`,
} as const;

const moving = `j.store_id = ? AND j.kind IN ${anyKind}`;

/** What the engine asks: all of it over partial indexes of unsettled states, whatever the log has grown to. */
export function dueJobs(db: Database.Database, unread: UnreadRows): DueJobs {
  const select = (rest: string) => jobQuery(db, unread, rest);
  const toSend = select(dueQueries.toSend);
  const toSendOfCap = select(dueQueries.toSendOfCap);
  const toRead = select(dueQueries.toRead);
  const toReadAsked = select(dueQueries.toReadAsked);
  const toReconcile = select(dueQueries.toReconcile);
  const toReread = select(dueQueries.toReread);
  const waitingDue = select(dueQueries.waitingDue);
  const heldDue = select(dueQueries.heldDue);
  const waitingOn = select(dueQueries.waitingOn);
  const ofBatch = select(dueQueries.ofBatch);
  const inCall = db.prepare(`SELECT j.seq ${dueQueries.inCall}`).pluck();
  const { nextQueued, nextWaiting, nextHeld, nextUnknown } = dueQueries;
  // Whole rows: one that cannot be read must not make something due that is then never found.
  const next = [nextQueued, nextWaiting, nextHeld, nextUnknown].map(select);
  const due = [dueQueries.someQueued, dueQueries.someUnknown, dueQueries.someReread].map(select);
  const toReadBack = select(readBackQueries.toReadBack);
  const firstReadBack = select(readBackQueries.firstReadBack);
  const lastReadBack = select(readBackQueries.lastReadBack);
  const oneMoving = select(`FROM jobs j WHERE ${moving} AND j.state IN ${listOf('timed')} ${readable} LIMIT 1`);
  const oldestMoving = db
    .prepare(
      `SELECT MIN(j.created_at) FROM jobs j WHERE ${moving} AND j.state IN ${listOf('underWay')}
       AND NOT (j.state = 'unknown' AND j.code IS 'not-found') ${readable}`,
    )
    .pluck();
  // One arm a kind, each in order of seq by its index: a page of a hundred thousand costs what it answers, and no sorting.
  const inState = select(
    `FROM (${jobKinds
      .map(
        (kind) =>
          `SELECT j.seq AS seq FROM jobs j WHERE j.store_id = @storeId AND j.kind = '${kind}' AND j.state = @state
           AND j.seq > @afterSeq ${readable}`,
      )
      .join(' UNION ALL ')} ORDER BY seq LIMIT @limit) page JOIN jobs j ON j.seq = page.seq ORDER BY page.seq`,
  );
  const inFile = `j.kind = 'dispatch' AND j.state = 'held' AND j.hold_reason = 'by-file'`;
  const filed = db.prepare(`SELECT COUNT(*) FROM jobs j WHERE j.store_id = ? AND ${inFile} ${readable}`).pluck();
  const filedOfBatch = select(
    `FROM jobs j WHERE j.store_id = (SELECT store_id FROM batches WHERE id = @batchId) AND ${inFile}
       AND j.batch_id = @batchId ${readable} LIMIT @limit`,
  );
  const forward = jobStateGroups.timed
    .map((state) => `state = '${state}'`)
    .concat(`state = 'succeeded' AND due_at IS NOT NULL`)
    .map((which) =>
      db.prepare(`UPDATE jobs SET due_at = @now, planned_at = @now WHERE ${which} AND planned_at > @latest
        AND seq NOT IN (SELECT seq FROM temp.unread_jobs)`),
    );
  const seqsSchema = z.array(z.int());
  const instant = z.int().nullable().optional();

  return {
    dueToSend({ storeId, kind, now, readAfter, cap, limit }) {
      const given = { storeId, kind, now, readAfter: readAfter ?? null, limit };
      return cap === undefined ? toSend.all(given) : toSendOfCap.all({ ...given, cap });
    },
    dueToRead({ asked, except, ...question }) {
      const given = { ...question, except: JSON.stringify(except ?? []) };
      return (asked === true ? toReadAsked : toRead).all(given);
    },
    dueToReconcile: (storeId: StoreId, now: number, limit: number) => toReconcile.all(storeId, now, limit),
    askedToReread: (storeId: StoreId, limit: number) => toReread.all(storeId, limit),
    waitingDue: (storeId: StoreId, now: number, limit: number) => waitingDue.all(storeId, now, limit),
    heldDue: (storeId: StoreId, now: number, limit: number) => heldDue.all(storeId, now, limit),
    waitingOn: (storeId: StoreId, wait: Wait, limit: number) => waitingOn.all(storeId, wait, limit),
    toReadBack: (storeId: StoreId, now: number, limit: number) => toReadBack.all(storeId, now, limit),
    readBackAt(storeId, fullReading) {
      const first = firstReadBack.get({ storeId, skipped: 0 })?.dueAt;
      if (first === undefined) return undefined;
      const full = firstReadBack.get({ storeId, skipped: fullReading - 1 })?.dueAt;
      const last = lastReadBack.get({ storeId })?.dueAt;
      const latest = first + longestReadBackMs;
      return { at: Math.min(full ?? Infinity, last ?? Infinity, latest), latest };
    },
    nextDue(storeId, now) {
      const times = next.flatMap((question) => question.get({ storeId, now })?.dueAt ?? []);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    hasDue: (storeId, now) => due.some((question) => question.get({ storeId, now }) !== undefined),
    firstUnsettled: (storeId) => oneMoving.get(storeId),
    oldestMoving: (storeId) => instant.parse(oldestMoving.get(storeId)) ?? undefined,
    inState: (storeId: StoreId, state: JobState, afterSeq: number, limit: number) =>
      inState.all({ storeId, state, afterSeq, limit }),
    countFiled: (storeId) => z.int().parse(filed.get(storeId)),
    ofBatch: (batchId: BatchId, limit: number) => ofBatch.all(batchId, limit),
    filedOfBatch: (batchId: BatchId, limit: number) => filedOfBatch.all({ batchId, limit }),
    inCall: (callId) => new Set(seqsSchema.parse(inCall.all(callId))),
    bringForward: (now, slackMs) =>
      forward.reduce((changed, statement) => changed + statement.run({ now, latest: now + slackMs }).changes, 0),
  };
}
