import type Database from 'better-sqlite3';
import { z } from 'zod';
import { formLayoutSchema } from '../../src-preload/contract/courier-forms/layout-schema';
import type { FormLayout } from '../../src-preload/contract/courier-forms/layouts';
import type { FormLayoutsTable } from './forms-port';
import { readStored } from './stored-json';
import type { Personal } from './tables';

const sealedRow = z.instanceof(Uint8Array<ArrayBufferLike>);

/** The seller's own forms. Sealed: a constant may be the sender's name or telephone. */
export function formLayoutsTable(db: Database.Database, personal: Personal): FormLayoutsTable {
  const inMemory = new Map<string, FormLayout>();
  const all = db.prepare('SELECT sealed FROM form_layouts').pluck();
  const put = db.prepare(
    'INSERT INTO form_layouts (id, sealed) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET sealed = excluded.sealed',
  );
  const drop = db.prepare('DELETE FROM form_layouts WHERE id = ?');
  return {
    all() {
      const kept = all.all().flatMap((record): FormLayout[] => {
        const sealed = sealedRow.safeParse(record).data;
        const layout = readStored(formLayoutSchema, sealed && personal.open(sealed));
        return layout === undefined ? [] : [layout];
      });
      return [...kept, ...inMemory.values()].toSorted((one, other) => one.name.localeCompare(other.name, 'ko'));
    },
    put(layout) {
      const sealed = personal.seal(JSON.stringify(layout));
      if (sealed === null) {
        drop.run(layout.id);
        inMemory.set(layout.id, layout);
      } else {
        put.run(layout.id, sealed);
        inMemory.delete(layout.id);
      }
    },
    drop(id) {
      drop.run(id);
      inMemory.delete(id);
    },
  };
}
