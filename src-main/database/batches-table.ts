import type Database from 'better-sqlite3';
import { z } from 'zod';
import { batchIdSchema, importIdSchema, storeIdSchema } from '../../src-preload/contract/ids';
import type { BatchRow } from './rows';
import type { BatchesTable } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

const recordSchema = z.object({
  id: batchIdSchema,
  store_id: storeIdSchema,
  import_id: importIdSchema.nullable(),
  created_at: z.int(),
  due_at: z.int(),
  complete: z.int(),
});

function parseBatch(record: unknown): BatchRow {
  const row = recordSchema.parse(record);
  return {
    id: row.id,
    storeId: row.store_id,
    importId: row.import_id ?? undefined,
    createdAt: row.created_at,
    dueAt: row.due_at,
    complete: row.complete === 1,
  };
}

/** What was added in one go, and can be taken back in one go until it is due. */
export function batchesTable(db: Database.Database, unread: UnreadRows): BatchesTable {
  const one = (record: unknown): BatchRow | undefined =>
    record === undefined ? undefined : unread.row('batch', keyOf(record, 'id'), record, parseBatch);
  const insert = db.prepare(
    `INSERT INTO batches (id, store_id, import_id, created_at, due_at, complete) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const get = db.prepare('SELECT * FROM batches WHERE id = ?');
  const setComplete = db.prepare('UPDATE batches SET complete = ? WHERE id = ?');
  const setDue = db.prepare('UPDATE batches SET due_at = ? WHERE id = ?');
  const postponeJobs = db.prepare(
    `UPDATE jobs SET due_at = @dueAt, planned_at = @now WHERE seq IN (
       SELECT seq FROM jobs INDEXED BY jobs_queued_batch
       WHERE batch_id = @id AND state = 'queued' AND due_at < @dueAt LIMIT @limit)`,
  );
  const open = db.prepare('SELECT * FROM batches WHERE store_id = ? AND due_at > ? ORDER BY due_at DESC LIMIT 1');
  const count = db
    .prepare(`SELECT COUNT(*) FROM jobs WHERE batch_id = ? AND state = 'queued'
    AND seq NOT IN (SELECT seq FROM temp.unread_jobs)`)
    .pluck();
  const incomplete = db.prepare('SELECT * FROM batches WHERE complete = 0');

  return {
    add(batch) {
      const { id, storeId, importId, createdAt, dueAt, complete } = batch;
      insert.run(id, storeId, importId ?? null, createdAt, dueAt, complete ? 1 : 0);
    },
    get: (id) => one(get.get(id)),
    setComplete(id, complete) {
      setComplete.run(complete ? 1 : 0, id);
    },
    postpone(id, dueAt, now, limit) {
      setDue.run(dueAt, id);
      return postponeJobs.run({ id, dueAt, now, limit }).changes;
    },
    open(storeId, now) {
      const batch = one(open.get(storeId, now));
      if (batch === undefined) return undefined;
      const jobs = z.int().parse(count.get(batch.id));
      return batch.complete && jobs > 0 ? { batch, count: jobs } : undefined;
    },
    incomplete: () => incomplete.all().flatMap((record) => one(record) ?? []),
  };
}
