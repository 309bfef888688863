import type Database from 'better-sqlite3';
import { z } from 'zod';
import { lineFieldSchema, lineSchema } from '../../src-preload/contract/line';
import type { Line } from '../../src-preload/contract/line';
import { isPersonal, lineFields } from '../../src-preload/contract/line-fields';
import { keepUnopened, openPieces } from './sealed-pieces';
import { shapeSchema, storedShape } from './stored-shape';
import type { DraftsTable, Personal } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

const sealedSchema = z.instanceof(Uint8Array<ArrayBufferLike>).nullish();
const recordSchema = z.object({
  line: z.string(),
  personal: z.instanceof(Uint8Array<ArrayBufferLike>).nullable(),
  shape: shapeSchema,
});
const placeSchema = z.object({ row: z.int() });
const cellsSchema = z.partialRecord(lineFieldSchema, z.string());

/** How many lines are still open, without those that cannot be read. */
export const openLines = `SELECT COUNT(*) - (SELECT COUNT(*) FROM temp.unread_rows u JOIN drafts d
    ON u.key = d.import_id || ' ' || d.row WHERE u.source = 'line' AND d.import_id = @importId AND d.job_id IS NULL)
  FROM drafts WHERE import_id = @importId AND job_id IS NULL`;

/** Lines of an import. One that became a job keeps its row, so that an undo brings it back, also where its file was closed. */
export function draftsTable(db: Database.Database, personal: Personal, unread: UnreadRows): DraftsTable {
  const put = db.prepare(
    `INSERT INTO drafts (import_id, row, line, personal, shape) VALUES (?, ?, ?, ?, ${storedShape})
     ON CONFLICT (import_id, row) DO UPDATE SET line = excluded.line, personal = excluded.personal
     WHERE job_id IS NULL`,
  );
  const personalOf = db
    .prepare('SELECT personal FROM drafts WHERE import_id = ? AND row = ? AND job_id IS NULL')
    .pluck();
  const page = db.prepare(
    `SELECT import_id, row, line, personal, shape FROM drafts WHERE import_id = ? AND row > ? AND job_id IS NULL ORDER BY row LIMIT ?`,
  );
  const count = db.prepare(openLines).pluck();
  const clear = db.prepare('DELETE FROM drafts WHERE import_id = ? AND job_id IS NULL');
  const sent = db.prepare('UPDATE drafts SET job_id = ? WHERE import_id = ? AND row = ?');
  const addSent = db.prepare('UPDATE imports SET sent = sent + ? WHERE id = ?');
  /** A file that was closed is under review again with the lines that are. */
  const showAgain = db.prepare('UPDATE imports SET dropped = 0 WHERE id = ?');
  const importOf = db.prepare('SELECT import_id FROM drafts WHERE job_id = ?').pluck();
  const reopen = db.prepare('UPDATE drafts SET job_id = NULL WHERE job_id = ?');
  const reopenOne = db.prepare('UPDATE drafts SET job_id = NULL WHERE import_id = ? AND job_id = ?');
  const forget = db.prepare(
    `UPDATE drafts SET personal = NULL WHERE personal IS NOT NULL
     AND import_id IN (SELECT id FROM imports WHERE created_at < ?)`,
  );

  const seal = (line: Line): { line: string; personal: Uint8Array | null } => {
    const all = lineFields.flatMap((field) => {
      const cell = line.cells[field];
      return cell === undefined ? [] : [{ field, cell, isSecret: isPersonal(field) }];
    });
    const cellsWhere = (isSecret: boolean) =>
      all.filter((each) => each.isSecret === isSecret).map(({ field, cell }) => [field, cell] as const);
    const secret = cellsWhere(true);
    const plain = { ...line, cells: Object.fromEntries(cellsWhere(false)) };
    const sealed = secret.length === 0 ? null : personal.seal(JSON.stringify(Object.fromEntries(secret)));
    return { line: JSON.stringify(plain), personal: sealed };
  };
  const open = (record: unknown): Line => {
    const row = recordSchema.parse(record);
    const line = lineSchema.parse(JSON.parse(row.line));
    // What is sealed with another key (a locked keychain, a copied data folder) stays closed: the line goes on without.
    const opened = openPieces(personal, row.personal).map((piece) => cellsSchema.parse(JSON.parse(piece)));
    return opened.length === 0 ? line : { ...line, cells: Object.assign({ ...line.cells }, ...opened) };
  };

  return {
    put(importId, lines) {
      for (const line of lines) {
        const sealed = seal(line);
        const before = sealedSchema.parse(personalOf.get(importId, line.row));
        put.run(importId, line.row, sealed.line, keepUnopened(personal, before, sealed.personal));
      }
    },
    page(importId, afterRow, limit) {
      const lines: Line[] = [];
      let after = afterRow;
      // A page is short only at the end: what cannot be read does not count.
      while (lines.length < limit) {
        const records = page.all(importId, after, limit - lines.length);
        const last = records.at(-1);
        if (last === undefined) break;
        after = placeSchema.parse(last).row;
        lines.push(
          ...records.flatMap((record) => unread.row('line', keyOf(record, 'import_id', 'row'), record, open) ?? []),
        );
      }
      return lines;
    },
    countOpen: (importId) => z.int().parse(count.get({ importId })),
    clear(importId) {
      clear.run(importId);
    },
    markSent(importId, rows) {
      for (const { row, jobId } of rows) sent.run(jobId, importId, row);
      addSent.run(rows.length, importId);
    },
    reopen(jobIds) {
      for (const jobId of jobIds) {
        const importId = importOf.get(jobId);
        if (importId === undefined) continue;
        reopen.run(jobId);
        addSent.run(-1, importId);
        showAgain.run(importId);
      }
    },
    reopenOf(importId, jobId) {
      const { changes } = reopenOne.run(importId, jobId);
      addSent.run(-changes, importId);
      if (changes > 0) showAgain.run(importId);
    },
    forgetPersonal: (before) => forget.run(before).changes,
  };
}
