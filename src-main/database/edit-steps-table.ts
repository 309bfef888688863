import type Database from 'better-sqlite3';
import { z } from 'zod';
import { editStepSchema, linePatchSchema } from '../../src-preload/contract/edit-step';
import type { EditStep } from '../../src-preload/contract/edit-step';
import type { LinePatch, LineSide } from '../../src-preload/contract/check/line-patch';
import { isPersonal, lineFields } from '../../src-preload/contract/line-fields';
import { openPieces } from './sealed-pieces';
import type { EditStepsTable } from './edit-steps-port';
import { parseJson, readStored } from './stored-json';
import { shapeSchema, storedShape } from './stored-shape';
import type { Personal } from './tables';

/** Steps of one draft that can be taken back; the oldest beyond them are forgotten. */
const mostSteps = 200;

const stepRow = z.object({ id: z.int(), import_id: z.string(), label: z.string(), undone: z.int() });
const partRow = z.object({
  patches: z.string(),
  personal: z.instanceof(Uint8Array<ArrayBufferLike>).nullable(),
  shape: shapeSchema,
});
const patchesSchema = z.array(linePatchSchema);

/** Every question by what it is asked for; a test looks at how SQLite answers them. */
export const editStepQueries = {
  list: 'SELECT id, import_id, label, undone FROM edit_steps WHERE import_id = ? ORDER BY id',
  part: 'SELECT patches, personal, shape FROM edit_parts WHERE step_id = ? AND part = ?',
  oldest: 'SELECT id FROM edit_steps WHERE import_id = ? ORDER BY id DESC LIMIT 1 OFFSET ?',
};

/** Steps of editing, of each draft in the order they were done. What identifies a person is sealed as in the draft. */
export function editStepsTable(db: Database.Database, personal: Personal): EditStepsTable {
  const insert = db.prepare('INSERT INTO edit_steps (import_id, label) VALUES (?, ?)');
  const putPart = db.prepare(
    `INSERT INTO edit_parts (step_id, part, patches, personal, shape)
     SELECT id, ?, ?, ?, ${storedShape} FROM edit_steps WHERE id = ?`,
  );
  const list = db.prepare(editStepQueries.list);
  const part = db.prepare(editStepQueries.part);
  const oldest = db.prepare(editStepQueries.oldest).pluck();
  const forgetUpTo = db.prepare('DELETE FROM edit_steps WHERE import_id = ? AND id <= ?');
  const forgetUndone = db.prepare(
    `DELETE FROM edit_steps WHERE undone = 1 AND import_id IN (SELECT id FROM imports WHERE dropped = 0
       AND store_id = (SELECT store_id FROM imports WHERE id = ?))`,
  );
  const mark = db.prepare('UPDATE edit_steps SET undone = ? WHERE id = ?');
  const clear = db.prepare('DELETE FROM edit_steps WHERE import_id = ?');
  const forget = db.prepare(
    `UPDATE edit_parts SET personal = NULL WHERE personal IS NOT NULL AND step_id IN
       (SELECT s.id FROM edit_steps s JOIN imports i ON i.id = s.import_id WHERE i.created_at < ?)`,
  );

  function addPart(step: number, number: number, patches: readonly LinePatch[]): boolean {
    const secret = patches.map((patch) => partOf(patch, true)).filter(saysSomething);
    const sealed = secret.length === 0 ? null : personal.seal(JSON.stringify(secret));
    return putPart.run(number, JSON.stringify(patches.map((patch) => partOf(patch, false))), sealed, step).changes > 0;
  }

  return {
    add(importId, label, patches) {
      forgetUndone.run(importId);
      const step = Number(insert.run(importId, JSON.stringify(label)).lastInsertRowid);
      addPart(step, 0, patches);
      const last = z.int().optional().parse(oldest.get(importId, mostSteps));
      if (last !== undefined) forgetUpTo.run(importId, last);
      return step;
    },
    extend: (step, number, patches) => addPart(step, number, patches),
    list: (importId) => list.all(importId).flatMap((record) => readStep(record) ?? []),
    patches(step, number) {
      const record = part.get(step, number);
      if (record === undefined) return undefined;
      // Of a newer version, or damaged: a part that cannot be taken back.
      const row = partRow.safeParse(record).data;
      const plain = row === undefined ? [] : readPatches(row.patches);
      const secret = new Map(
        openPieces(personal, row?.personal ?? null)
          .flatMap(readPatches)
          .map((patch) => [patch.row, patch]),
      );
      return {
        patches: plain.map((patch) => merge(patch, secret.get(patch.row))),
        more: part.get(step, number + 1) !== undefined,
      };
    },
    mark: (step, undone) => mark.run(undone ? 1 : 0, step).changes > 0,
    clear(importId) {
      clear.run(importId);
    },
    forgetPersonal: (before) => forget.run(before).changes,
  };
}

/** A step that cannot be read is one that cannot be taken back: nothing else hangs on it. */
function readStep(record: unknown): EditStep | undefined {
  const row = stepRow.safeParse(record).data;
  if (row === undefined) return undefined;
  const { id, import_id: importId, label, undone } = row;
  return editStepSchema.safeParse({ id, importId, label: parseJson(label), undone: undone === 1 }).data;
}

function readPatches(text: string): LinePatch[] {
  return readStored(patchesSchema, text) ?? [];
}

/** What a patch says of the cells that identify a person, or of everything else. */
function partOf(patch: LinePatch, secret: boolean): LinePatch {
  return { row: patch.row, before: sidePart(patch.before, secret), after: sidePart(patch.after, secret) };
}

function sidePart({ cells, ...rest }: LineSide, secret: boolean): LineSide {
  const kept: NonNullable<LineSide['cells']> = {};
  for (const field of lineFields) {
    const cell = cells?.[field];
    if (cell !== undefined && isPersonal(field) === secret) kept[field] = cell;
  }
  return { ...(secret ? {} : rest), ...(Object.keys(kept).length === 0 ? {} : { cells: kept }) };
}

function saysSomething({ before, after }: LinePatch): boolean {
  return before.cells !== undefined || after.cells !== undefined;
}

function merge(plain: LinePatch, secret: LinePatch | undefined): LinePatch {
  if (!secret) return plain;
  const side = (one: LineSide, other: LineSide): LineSide => ({ ...one, cells: { ...one.cells, ...other.cells } });
  return { row: plain.row, before: side(plain.before, secret.before), after: side(plain.after, secret.after) };
}
