import type Database from 'better-sqlite3';
import { z } from 'zod';
import { formLayoutSchema } from '../../src-preload/contract/courier-forms/layout-schema';
import type { FormLayout } from '../../src-preload/contract/courier-forms/layouts';
import type { FormLayoutsTable } from './forms-port';
import { shapeSchema, storedShape } from './stored-shape';
import type { Personal } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

const rowSchema = z.object({ sealed: z.instanceof(Uint8Array<ArrayBufferLike>), shape: shapeSchema });

/** The seller's own forms. Sealed: a constant may be the sender's name or telephone. */
export function formLayoutsTable(db: Database.Database, personal: Personal, unread: UnreadRows): FormLayoutsTable {
  const inMemory = new Map<string, FormLayout>();
  const all = db.prepare('SELECT id, sealed, shape FROM form_layouts');
  const put = db.prepare(
    `INSERT INTO form_layouts (id, sealed, shape) VALUES (?, ?, ${storedShape})
     ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed, shape = excluded.shape`,
  );
  const drop = db.prepare('DELETE FROM form_layouts WHERE id = ?');
  /** A form whose key is away is none for now; one whose text has another shape is reported as unread. */
  const parse = (record: unknown): FormLayout | undefined => {
    const text = personal.open(rowSchema.parse(record).sealed);
    return text === undefined ? undefined : formLayoutSchema.parse(JSON.parse(text));
  };
  return {
    all() {
      const kept = all
        .all()
        .flatMap((record) => unread.row('setting', `form ${keyOf(record, 'id')}`, record, parse) ?? []);
      return [...kept, ...inMemory.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'ko'));
    },
    put(layout) {
      const sealed = personal.seal(JSON.stringify(layout));
      if (sealed === null) {
        drop.run(layout.id);
        inMemory.set(layout.id, layout);
      } else {
        put.run(layout.id, sealed);
        unread.readAgain('setting', `form ${layout.id}`);
        inMemory.delete(layout.id);
      }
    },
    drop(id) {
      drop.run(id);
      inMemory.delete(id);
    },
  };
}
