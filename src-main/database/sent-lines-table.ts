import type Database from 'better-sqlite3';
import { z } from 'zod';
import { jobIdSchema } from '../../src-preload/contract/ids';
import type { ImportId } from '../../src-preload/contract/ids';
import { jobKindSchema } from '../../src-preload/contract/job';
import { logStates } from '../../src-preload/contract/log-groups';
import { counted, known } from './file-counts-table';
import type { SentLinesTable } from './sent-lines-port';

/** Counting the boxes of more lines than these would be felt. */
const mostBoxesCounted = 10_000;

const stateSchema = z.object({ kind: jobKindSchema, state: z.enum(logStates), n: z.int() });
const countSchema = z.int();
const boxesSchema = z.object({ boxes: z.int(), done: z.int() });
const couriersSchema = z.array(z.object({ code: z.string(), jobs: z.int() }));

/** Of an import: what the seller has to decide or to put right. What lies in the seller's own file is not. */
const tasks = `SELECT id FROM jobs INDEXED BY jobs_tasks
  WHERE store_id = (SELECT store_id FROM imports WHERE id = @importId) AND (state = 'held' OR state = 'rejected')
    AND import_id = @importId AND hold_reason IS NOT 'by-file'`;
const jobsOf = 'FROM drafts d JOIN jobs j ON j.id = d.job_id WHERE d.import_id = ? AND d.job_id IS NOT NULL';

/** Reads the lines of an import that became jobs (drafts-table.ts keeps them until the import is dropped). */
export function sentLinesTable(db: Database.Database): SentLinesTable {
  const page = db
    .prepare(
      `SELECT job_id FROM drafts WHERE import_id = @importId AND job_id IS NOT NULL
       AND (@withoutTasks = 0 OR job_id NOT IN (${tasks})) ORDER BY row LIMIT @limit OFFSET @offset`,
    )
    .pluck();
  const sent = db.prepare('SELECT IFNULL(MAX(sent), 0) FROM imports WHERE id = ?').pluck();
  const sentTasks = db
    .prepare(`SELECT COUNT(*) FROM drafts WHERE import_id = @importId AND job_id IN (${tasks})`)
    .pluck();
  const box = `CASE WHEN j.tracking IS NOT NULL THEN IFNULL(j.courier, '') || ':' || j.tracking END`;
  const boxes = db.prepare(
    `SELECT COUNT(DISTINCT ${box}) AS boxes, COUNT(DISTINCT CASE WHEN j.state = 'succeeded' THEN ${box} END) AS done ${jobsOf}`,
  );
  const couriers = db.prepare(
    `SELECT j.courier AS code, COUNT(*) AS jobs ${jobsOf} AND j.courier IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1`,
  );
  const states = db.prepare(
    `SELECT kind, state, SUM(n) AS n FROM ${counted} WHERE store_id = ? AND import_id = ? GROUP BY kind, state`,
  );
  const countSent = (importId: ImportId): number => countSchema.parse(sent.get(importId));
  return {
    ids(importId, withoutTasks, offset, limit) {
      const given = { importId, withoutTasks: withoutTasks ? 1 : 0, offset, limit };
      const ids = z.array(jobIdSchema).parse(page.all(given));
      const left = withoutTasks ? countSchema.parse(sentTasks.get({ importId })) : 0;
      return { ids, total: countSent(importId) - left };
    },
    states: (storeId, importId) => known(stateSchema, states.all(storeId, importId)).filter(({ n }) => n > 0),
    boxes(importId) {
      if (countSent(importId) > mostBoxesCounted) return undefined;
      const { boxes: all, done } = boxesSchema.parse(boxes.get(importId));
      return { all, done, couriers: couriersSchema.parse(couriers.all(importId)) };
    },
  };
}
