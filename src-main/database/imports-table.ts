import type Database from 'better-sqlite3';
import { z } from 'zod';
import { sheetReadingSchema } from '../../src-preload/contract/import';
import { importIdSchema, storeIdSchema } from '../../src-preload/contract/ids';
import { jobKindSchema } from '../../src-preload/contract/job';
import type { ImportRow } from './rows';
import { openLines } from './drafts-table';
import { listOf } from './predicates';
import { shapeSchema, storedShape } from './stored-shape';
import type { ImportsTable } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

const recordSchema = z.object({
  id: importIdSchema,
  store_id: storeIdSchema,
  file_name: z.string(),
  operation: jobKindSchema,
  digest: z.string(),
  reading: z.string().nullable(),
  sent: z.int(),
  created_at: z.int(),
  dropped: z.int(),
  shape: shapeSchema,
});

function parseImport(record: unknown): ImportRow & { sent: number } {
  const row = recordSchema.parse(record);
  return {
    id: row.id,
    storeId: row.store_id,
    fileName: row.file_name,
    operation: row.operation,
    digest: row.digest,
    createdAt: row.created_at,
    reading: row.reading === null ? undefined : sheetReadingSchema.parse(JSON.parse(row.reading)),
    dropped: row.dropped === 1,
    sent: row.sent,
  };
}

/** Files the seller handed in. A row outlives its draft, because the log shows the file's name. */
export function importsTable(db: Database.Database, unread: UnreadRows): ImportsTable {
  const one = (record: unknown): (ImportRow & { sent: number }) | undefined =>
    record === undefined ? undefined : unread.row('import', keyOf(record, 'id'), record, parseImport);
  const insert = db.prepare(
    `INSERT INTO imports (id, store_id, file_name, operation, digest, created_at, shape)
     VALUES (@id, @storeId, @fileName, @operation, @digest, @createdAt, ${storedShape})`,
  );
  const get = db.prepare('SELECT * FROM imports WHERE id = ?');
  const list = db.prepare('SELECT * FROM imports WHERE dropped = 0 ORDER BY created_at DESC');
  const open = db.prepare(openLines).pluck();
  // Counts of files are few: one look at all of them, not one at each file's lines.
  const underWay = db
    .prepare(
      `SELECT DISTINCT import_id FROM file_counts
       WHERE n > 0 AND state IN ${listOf('underWay')}`,
    )
    .pluck();
  const anyOpen = db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM imports i WHERE i.dropped = 0 AND i.operation = ? AND EXISTS
         (SELECT 1 FROM drafts d WHERE d.import_id = i.id AND d.job_id IS NULL))`,
    )
    .pluck();
  const byDigest = db.prepare('SELECT * FROM imports WHERE digest = ? AND sent > 0 ORDER BY created_at DESC LIMIT 20');
  const finish = db.prepare('UPDATE imports SET reading = ?, operation = ?, store_id = ? WHERE id = ?');
  const drop = db.prepare('UPDATE imports SET dropped = 1 WHERE id = ?');
  // Lines that are jobs stay: should those be taken back, they are nowhere else.
  const dropLines = db.prepare('DELETE FROM drafts WHERE import_id = ? AND job_id IS NULL');

  return {
    add({ id, storeId, fileName, operation, digest, createdAt }) {
      insert.run({ id, storeId, fileName, operation, digest, createdAt });
    },
    get: (id) => one(get.get(id)),
    list() {
      const going = new Set(z.array(z.string()).parse(underWay.all()));
      return list.all().flatMap((record) => {
        const row = one(record);
        if (row === undefined) return [];
        return [{ ...row, open: z.int().parse(open.get({ importId: row.id })), underWay: going.has(row.id) }];
      });
    },
    hasOpenLines: (operation) => z.int().parse(anyOpen.get(operation)) === 1,
    lastWithDigest(digest) {
      for (const record of byDigest.all(digest)) {
        const row = one(record);
        if (row !== undefined) return { id: row.id, createdAt: row.createdAt, fileName: row.fileName, sent: row.sent };
      }
      return undefined;
    },
    finish(id, { reading, operation, storeId }) {
      finish.run(JSON.stringify(reading), operation, storeId, id);
    },
    drop(id) {
      drop.run(id);
      dropLines.run(id);
    },
  };
}
