import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { JobId, StoreId } from '../../src-preload/contract/ids';
import type { JobKind, JobState } from '../../src-preload/contract/job-states';
import { dueJobs } from './due-jobs';
import { batchColumns, derivedColumns, lineColumns, newColumns, stateColumns, stateNames } from './job-record';
import { anyKind, live, settled, unsettled } from './predicates';
import { saveAll } from './save-all';
import type { JobRow, NewJobRow } from './rows';
import type { JobsTable, Personal, TargetHistory } from './tables';
import { readable } from './unread-rows';
import type { UnreadRows } from './unread-rows';
import { jobQuery } from './job-query';

const names = (list: string): string[] => list.trim().split(/\s+/);
const valueNames = names('values order_id courier tracking target_tail order_tail tracking_tail');
const assign = (columns: readonly string[]): string => columns.map((name) => `"${name}" = @${name}`).join(', ');
const asItWas = 'WHERE seq = @seq AND state = @was_state AND revision = @was_revision';

const newestOf = (jobs: readonly JobRow[]): JobRow | undefined =>
  jobs.reduce<JobRow | undefined>((best, job) => (best && best.seq > job.seq ? best : job), undefined);
const guard = (job: JobRow, was: { state: JobState; revision: number }) => ({
  seq: job.seq,
  was_state: was.state,
  was_revision: was.revision,
});

/** Jobs: their rows, one by one. What the engine asks for in bulk is in due-jobs.ts, the seller's view in log-table.ts. */
export function jobsTable(db: Database.Database, personal: Personal, unread: UnreadRows): JobsTable {
  const select = (rest: string) => jobQuery(db, unread, `FROM jobs j ${rest}`);
  const lineNames = ['id', 'target', ...valueNames, 'sheet_row', 'recipient', 'product_name'];
  const batchNames = names(
    `store_id kind state code hold_reason priority wait due_at planned_at after_job batch_id import_id created_at changed_at shape`,
  );
  const placed = [...valueNames, 'batch_id', 'import_id', 'sheet_row', 'recipient', 'product_name'];

  const into = `INSERT INTO jobs (${[...batchNames, ...lineNames].map((name) => `"${name}"`).join(', ')})`;
  const insert = db.prepare(`${into} VALUES (${[...batchNames, ...lineNames].map((name) => `@${name}`).join(', ')})`);
  // Handing over nearly thirty values a row costs more than the row itself: lines come as one text of JSON, in which
  // bytes are written as hex.
  const bytes = ['recipient', 'product_name'];
  const fromJson = lineNames.map((name, n) => (bytes.includes(name) ? `unhex(value->>${n})` : `value->>${n}`));
  const insertLines = db.prepare(
    `${into} SELECT ${batchNames.map((name) => `@${name}`).join(', ')}, ${fromJson.join(', ')} FROM json_each(@lines)`,
  );
  const asJson = (columns: Record<string, unknown>) =>
    lineNames.map((name) => {
      const value = columns[name];
      return value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value;
    });
  const update = db.prepare(`UPDATE jobs SET ${assign(stateNames)} ${asItWas}`);
  const updateReading = db.prepare(`UPDATE jobs SET finding = @finding, read_at = @read_at ${asItWas}`);
  const updateValues = db.prepare(`UPDATE jobs SET ${assign([...stateNames, ...placed])} ${asItWas}`);
  const byId = select('WHERE j.id = ?');
  const readAmong = db
    .prepare('SELECT seq FROM jobs WHERE seq IN (SELECT value FROM json_each(?)) AND read_at IS NOT NULL')
    .pluck();
  const liveOne = select(`INDEXED BY jobs_one_live WHERE j.store_id = ? AND j.kind = ? AND j.target = ? AND ${live}`);
  const among = (index: string) => `CROSS JOIN jobs j INDEXED BY ${index} ON j.target = wanted.value`;
  const liveAmong = jobQuery(
    db,
    unread,
    `FROM json_each(?) wanted ${among('jobs_one_live')} AND j.store_id = ? AND j.kind = ? AND ${live}`,
  );
  const succeededAmong = jobQuery(
    db,
    unread,
    `FROM json_each(?) wanted ${among('jobs_target')} AND j.store_id = ? AND j.kind = ?
     AND ${settled} AND j.state = 'succeeded'`,
  );
  // Noted when it was asked for; a handful at most, mostly none.
  const unreadLive = db
    .prepare(
      `SELECT j.target FROM temp.unread_jobs u JOIN jobs j ON j.seq = u.seq WHERE j.store_id = @storeId
       AND j.kind = @kind AND ${unsettled} AND j.target IN (SELECT value FROM json_each(@targets))`,
    )
    .pluck();
  const behind = select(
    `INDEXED BY jobs_one_behind
     WHERE j.store_id = ? AND j.kind = ? AND j.target = ? AND j.state = 'waiting' AND j.wait = 'in-flight'`,
  );
  // Without ORDER BY: a target has one or two jobs, and picking the newest here is eight times faster.
  const settledOf = select(
    `INDEXED BY jobs_target WHERE j.store_id = ? AND j.target = ? AND j.kind = ? AND ${settled}`,
  );
  const ofTarget = 'j.store_id = @storeId AND j.target = @target AND j.kind = @kind AND j.seq > @seq';
  const laterOne = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM jobs j INDEXED BY jobs_one_live WHERE ${ofTarget} AND ${live})
       OR EXISTS (SELECT 1 FROM jobs j INDEXED BY jobs_one_behind WHERE ${ofTarget} AND j.state = 'waiting' AND j.wait = 'in-flight')
       OR EXISTS (SELECT 1 FROM jobs j INDEXED BY jobs_target WHERE ${ofTarget} AND ${settled})`,
    )
    .pluck();
  const liveBox = select(
    `INDEXED BY jobs_live_box WHERE j.store_id = ? AND j.tracking = ? AND j.courier IS ? AND ${unsettled} ${readable} LIMIT 1000`,
  );
  const settledBox = select(
    `INDEXED BY jobs_tracking WHERE j.store_id = ? AND j.tracking = ? AND j.courier IS ? AND ${settled} ${readable} LIMIT 200`,
  );
  const leftOut = select(
    `INDEXED BY jobs_live_box WHERE j.store_id = ? AND j.tracking = ? AND j.courier IS ? AND ${unsettled}
     AND state = 'queued' AND j.kind = 'dispatch' AND j.code = 'not-found' ${readable} LIMIT 100`,
  );
  const heldInBox = select(
    `INDEXED BY jobs_live_box WHERE j.store_id = ? AND j.tracking = ? AND j.courier IS ? AND ${unsettled}
     AND j.state = 'held' AND j.kind = 'dispatch' ${readable} LIMIT 100`,
  );
  const trackingOf = db.prepare('SELECT tracking, courier FROM jobs WHERE seq = ?');
  const ofOrder = select(
    `INDEXED BY jobs_live_order WHERE j.store_id = ? AND coalesce(CASE WHEN json_valid(j.finding) THEN json_extract(j.finding, '$.orderId') END, j.order_id) = ?
     AND ${unsettled} AND j.kind = 'dispatch' AND (j.finding IS NOT NULL OR j.order_id IS NOT NULL) ${readable} ORDER BY j.seq LIMIT 100`,
  );
  const unreadInBatch = db.prepare(
    `SELECT 1 FROM jobs j INDEXED BY jobs_queued_batch
     WHERE j.batch_id = ? AND j.state = 'queued' AND j.due_at <= ? AND j.finding IS NULL AND j.order_id IS NULL ${readable} LIMIT 1`,
  );
  const followers = select('WHERE j.after_job = ?');
  const stale = db.prepare(
    `UPDATE jobs SET read_at = NULL WHERE store_id = @storeId AND state = 'queued' AND kind = 'dispatch' AND read_at IS NOT NULL
       AND (target = @target OR (tracking, courier) IN (
         SELECT tracking, courier FROM jobs WHERE store_id = @storeId AND kind = 'dispatch' AND target = @target
           AND tracking IS NOT NULL AND (${unsettled} OR ${settled})))`,
  );
  const decidedEarlier = db.prepare(
    `UPDATE jobs INDEXED BY jobs_one_live SET read_at = NULL
     WHERE store_id = ? AND kind IN ${anyKind} AND target = ? AND ${live} AND state = 'queued' AND read_at IS NOT NULL
       AND coalesce(CASE WHEN json_valid(finding) THEN json_extract(finding, '$.at') END, 0) < ?`,
  );
  const erase = db.prepare('DELETE FROM jobs WHERE id = ?');
  const forget = db.prepare(
    `UPDATE jobs SET recipient = NULL, product_name = NULL
     WHERE created_at < ? AND (recipient IS NOT NULL OR product_name IS NOT NULL)`,
  );
  const trackingSchema = z.object({ tracking: z.string().nullable(), courier: z.string().nullable() });

  return {
    ...dueJobs(db, unread),
    latestOf(storeId: StoreId, kind: JobKind, targets: readonly string[]): TargetHistory[] {
      return targets.flatMap((target) => {
        const job = newestOf([
          ...behind.all(storeId, kind, target),
          ...liveOne.all(storeId, kind, target),
          ...settledOf.all(storeId, target, kind),
        ]);
        if (job === undefined) return [];
        const { id: jobId, state, code, values, finding, changedAt } = job;
        return [{ target, jobId, state, code, values, finding, changedAt }];
      });
    },
    hasLater({ storeId, target, kind, seq }) {
      return laterOne.get({ storeId, target, kind, seq }) === 1;
    },
    add(job: NewJobRow) {
      insert.run(newColumns(job, personal));
    },
    addLines(same, lines) {
      const rows = lines.map((line) => asJson(lineColumns(line, personal)));
      if (rows.length > 0) insertLines.run({ ...batchColumns(same), lines: JSON.stringify(rows) });
    },
    byId: (id: JobId) => byId.get(id),
    byIds: (ids: readonly JobId[]) => ids.flatMap((id) => byId.get(id) ?? []),
    readAmong: (seqs) => new Set(z.array(z.int()).parse(readAmong.all(JSON.stringify(seqs)))),
    live: (storeId, kind, target) => liveOne.get(storeId, kind, target),
    behind: (storeId, kind, target) => behind.get(storeId, kind, target),
    liveAmong: (storeId, kind, targets) => liveAmong.all(JSON.stringify(targets), storeId, kind),
    unreadLive(storeId, kind, targets) {
      const asked = { storeId, kind, targets: JSON.stringify(targets) };
      return new Set(z.array(z.string()).parse(unreadLive.all(asked)));
    },
    succeededAmong: (storeId, kind, targets) => succeededAmong.all(JSON.stringify(targets), storeId, kind),
    saveAll: saveAll(db),
    save: (job, was) => update.run({ ...stateColumns(job), ...guard(job, was) }).changes === 1,
    saveReading(job, was) {
      const finding = job.finding === undefined ? null : JSON.stringify(job.finding);
      return updateReading.run({ finding, read_at: job.readAt ?? null, ...guard(job, was) }).changes === 1;
    },
    saveValues(job, was) {
      const columns = {
        ...stateColumns(job),
        ...derivedColumns(job),
        batch_id: job.batchId ?? null,
        import_id: job.importId ?? null,
        sheet_row: job.sheetRow ?? null,
        recipient: job.recipient ?? null,
        product_name: job.productName ?? null,
      };
      return updateValues.run({ ...columns, ...guard(job, was) }).changes === 1;
    },
    erase(ids) {
      for (const id of ids) erase.run(id);
    },
    forgetPersonal: (before) => forget.run(before).changes,
    parcel(job) {
      const parcel = trackingSchema.parse(trackingOf.get(job.seq));
      if (parcel.tracking === null) return [job];
      const of = [job.storeId, parcel.tracking, parcel.courier];
      return [...liveBox.all(...of), ...settledBox.all(...of)];
    },
    leftOutOfBox(job) {
      const { tracking, courier } = trackingSchema.parse(trackingOf.get(job.seq));
      return tracking === null ? [] : leftOut.all(job.storeId, tracking, courier);
    },
    heldOfBox(job) {
      const { tracking, courier } = trackingSchema.parse(trackingOf.get(job.seq));
      return tracking === null ? [] : heldInBox.all(job.storeId, tracking, courier);
    },
    readBoxAgain: (storeId, target) => stale.run({ storeId, target }).changes,
    readAgain: (storeId, target, findingAt) => decidedEarlier.run(storeId, target, findingAt).changes,
    unsettledOfOrder: (storeId, orderId) => ofOrder.all(storeId, orderId),
    hasUnreadInBatch: (batchId, now) => unreadInBatch.get(batchId, now) !== undefined,
    followers: (id) => followers.all(id),
  };
}
