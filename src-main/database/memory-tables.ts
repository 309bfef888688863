import type Database from 'better-sqlite3';
import { z } from 'zod';
import { memorySchema } from '../../src-preload/contract/import';
import { shapeSchema, storedShape } from './stored-shape';
import type { FlagsTable, MappingsTable, SettingsTable } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

/** Address changes that hold a later dispatch until the seller has looked. */
export function flagsTable(db: Database.Database): FlagsTable {
  const set = db.prepare(
    `INSERT INTO address_flags (store_id, target, at) VALUES (?, ?, ?)
     ON CONFLICT (store_id, target) DO UPDATE SET at = excluded.at`,
  );
  const get = db.prepare('SELECT at FROM address_flags WHERE store_id = ? AND target = ?').pluck();
  const all = db.prepare('SELECT target, at FROM address_flags WHERE store_id = ? ORDER BY at DESC, target');
  const remove = db.prepare('DELETE FROM address_flags WHERE store_id = ? AND target = ?');
  // A flag whose time cannot be read still holds its order back.
  const rows = z.array(z.object({ target: z.string(), at: z.int().catch(0) }));
  const instant = z.int().catch(0).optional();
  return {
    set(storeId, target, at) {
      set.run(storeId, target, at);
    },
    of(storeId, targets) {
      const flags = new Map<string, number>();
      for (const target of targets) {
        const at = instant.parse(get.get(storeId, target));
        if (at !== undefined) flags.set(target, at);
      }
      return flags;
    },
    list: (storeId) => rows.parse(all.all(storeId)),
    clear(storeId, target) {
      remove.run(storeId, target);
    },
  };
}

const columnsSchema = memorySchema.shape.columns.valueType;

/** Column choices and courier spellings the seller's answers taught us. */
export function mappingsTable(db: Database.Database, unread: UnreadRows): MappingsTable {
  const couriers = db.prepare('SELECT spelling, code FROM courier_names');
  const columns = db.prepare('SELECT signature, columns, shape FROM mappings');
  const putCourier = db.prepare(
    `INSERT INTO courier_names (spelling, code, at) VALUES (?, ?, ?)
     ON CONFLICT (spelling) DO UPDATE SET code = excluded.code, at = excluded.at`,
  );
  const putColumns = db.prepare(
    `INSERT INTO mappings (signature, columns, at, shape) VALUES (?, ?, ?, ${storedShape})
     ON CONFLICT (signature) DO UPDATE SET columns = excluded.columns, at = excluded.at`,
  );
  const forget = db.prepare('DELETE FROM courier_names');
  const forgetCourier = db.prepare('DELETE FROM courier_names WHERE spelling = ?');
  const forgetColumns = db.prepare('DELETE FROM mappings WHERE signature = ?');
  const takeAll = takeAllLayouts(settingsTable(db, unread));
  const courierRows = z.array(z.object({ spelling: z.string(), code: z.string() }));
  const columnRow = z.object({ signature: z.string(), columns: z.string(), shape: shapeSchema });
  const parseColumns = (row: unknown) => {
    const { signature, columns: json } = columnRow.parse(row);
    return [signature, columnsSchema.parse(JSON.parse(json))] as const;
  };
  return {
    memory() {
      const names = courierRows.parse(couriers.all()).map(({ spelling, code }) => [spelling, code] as const);
      const layouts = columns.all().flatMap((row) => {
        const layout = unread.row('setting', `columns ${keyOf(row, 'signature')}`, row, parseColumns);
        return layout === undefined ? [] : [layout];
      });
      return { couriers: Object.fromEntries(names), columns: Object.fromEntries(layouts) };
    },
    rememberCourier(spelling, code, at) {
      putCourier.run(spelling, code, at);
    },
    rememberColumns(signature, chosen, at) {
      putColumns.run(signature, JSON.stringify(chosen), at);
    },
    forgetCouriers() {
      forget.run();
    },
    forgetCourier(spelling) {
      forgetCourier.run(spelling);
    },
    forgetColumns(signature) {
      forgetColumns.run(signature);
    },
    ...takeAll,
  };
}

const takeAllKey = 'take-all-layouts';
const takeAllSchema = z.array(z.string());
/** The oldest go: a seller has a handful of layouts. */
const mostLayouts = 200;

/** "이 양식은 항상 모두 담기": kept as one setting, since they are few and read together. */
function takeAllLayouts(settings: SettingsTable): Pick<MappingsTable, 'takeAll' | 'rememberTakeAll' | 'forgetTakeAll'> {
  const read = (): string[] => {
    return settings.read(takeAllKey, takeAllSchema) ?? [];
  };
  const without = (layout: string): string[] => read().filter((each) => each !== layout);
  return {
    takeAll: read,
    rememberTakeAll(layout) {
      settings.set(takeAllKey, JSON.stringify([...without(layout), layout].slice(-mostLayouts)));
    },
    forgetTakeAll(layout) {
      settings.set(takeAllKey, JSON.stringify(without(layout)));
    },
  };
}

const settingSchema = z.object({ value: z.string(), shape: shapeSchema });
const anyJson = z.string().transform((value): unknown => JSON.parse(value));

/** Key and JSON text. */
export function settingsTable(db: Database.Database, unread: UnreadRows): SettingsTable {
  const get = db.prepare('SELECT key, value, shape FROM settings WHERE key = ?');
  const set = db.prepare(
    `INSERT INTO settings (key, value, shape) VALUES (?, ?, ${storedShape})
     ON CONFLICT (key) DO UPDATE SET value = excluded.value, shape = excluded.shape`,
  );
  return {
    get: (key) => {
      const record = get.get(key);
      return record === undefined
        ? undefined
        : unread.row('setting', key, record, (row) => settingSchema.parse(row).value);
    },
    read(key, schema) {
      const record = get.get(key);
      if (record === undefined) return undefined;
      return unread.row('setting', key, record, (row) => schema.parse(anyJson.parse(settingSchema.parse(row).value)));
    },
    set(key, value) {
      set.run(key, value);
      unread.readAgain('setting', key);
    },
  };
}
