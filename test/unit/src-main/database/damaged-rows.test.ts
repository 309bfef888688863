import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../../../src-main/database/file/open';
import { storedShape } from '../../../../src-main/database/stored-shape';
import type { AppDatabase } from '../../../../src-main/database/tables';
import { batchIdSchema, importIdSchema, storeIdSchema } from '../../../../src-preload/contract/ids';
import { jobTargets, makeEarlierFile, schemaNumbers, tablesAt } from '../../../support/database/earlier-data';
import { ids } from '../../../support/database/earlier-parts';
import { monday, rhythmOfTests, xorPersonal } from '../../../support/outbox/test-database';

const store = storeIdSchema.parse(ids.store);
const newest = schemaNumbers.at(-1) ?? 0;
const columnsSchema = z.array(z.object({ name: z.string(), type: z.string(), notnull: z.int(), pk: z.int() }));

/** A sound file, made once: each test damages a copy. */
let made = '';
let whole = '';
beforeAll(() => {
  made = mkdtempSync(join(tmpdir(), 'desk-whole-'));
  whole = join(made, 'desk.sqlite');
  makeEarlierFile(whole, newest);
});
afterAll(() => rmSync(made, { recursive: true, force: true }));

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-damaged-'));
  file = join(folder, 'desk.sqlite');
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  copyFileSync(whole, file);
});

/** Everything of the file is asked for once, as the app asks for it; what cannot be read is passed over. */
async function readAll(database: AppDatabase): Promise<void> {
  const seq = jobTargets.indexOf('dispatch-succeeded') + 1;
  await database.unread.findStrange();
  await database.stores.list();
  await database.imports.list();
  await database.drafts.page(importIdSchema.parse(ids.import), 0, 10);
  await database.batches.get(batchIdSchema.parse(ids.batch));
  await database.batches.incomplete();
  await database.calls.get('call-1');
  await database.attempts.of(seq);
  await database.decisions.of(seq);
  await database.flags.list(store);
  await database.flags.of(store, ['dispatch-held']);
  await database.mappings.memory();
  await database.transaction(({ settings }) => settings.read('settings', z.looseObject({})));
  await database.orders.watched(store);
  await database.orders.changes(store, '2026030200009999');
  await database.knownOrders.beginningWith(store, 'productOrderId', '202603020000000');
  await database.productNames.of(store, 'dispatch-held');
  await database.counts.of(store);
  await database.log.page({ storeId: store }, 0, 200);
  await database.formLayouts.all();
  await database.transaction(({ book, editSteps, forms }) => {
    book.get(store, 'dispatch-held');
    book.ofOrder(store, '2026030200009999');
    book.changesOf(store, 'dispatch-held');
    book.openPullOuts(store);
    book.leftOut(store, 10);
    book.feed(store);
    book.setTodayHour(store, 600);
    editSteps.list(importIdSchema.parse(ids.import));
    editSteps.patches(1, 0);
    book.lastChange(store, 'dispatch-held', 'cancel-requested');
    forms.sender(store);
    forms.list(store, 10);
    forms.newestOf(store, ['2026030200000001']);
  });
}

type Value = string | bigint | Buffer | null;

/** Puts values into columns of single rows, past every check of the schema. */
function damage(harm: readonly { table: string; column: string; value: Value | number; of?: string }[]): void {
  const db = new Database(file);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    for (const { table, column, value, of } of harm) {
      const [key, row] = table === 'jobs' ? ['target', of ?? jobTargets[0]] : ['id', ids.resting];
      const isOne = table === 'jobs' || table === 'stores';
      db.prepare(`UPDATE ${table} SET "${column}" = ? ${isOne ? `WHERE ${key} = ?` : ''}`).run(
        value,
        ...(isOne ? [row] : []),
      );
    }
  } finally {
    db.close();
  }
}

async function opened() {
  const noted: string[] = [];
  const outcome = await openDatabase({
    file,
    backups: join(folder, 'backups'),
    now: () => monday,
    personal: xorPersonal,
    rhythm: rhythmOfTests,
    onUnread: (source, key) => noted.push(`${source} ${key}`),
  });
  if (!outcome.ok) throw new Error(`${outcome.code} ${outcome.detail}`);
  return { database: outcome.database, noted };
}

function columnsOf(table: string) {
  const db = new Database(file, { readonly: true });
  try {
    return columnsSchema.parse(db.pragma(`table_info(${table})`));
  } finally {
    db.close();
  }
}

/** Another text, bytes that nothing has sealed, a number that is too large, nothing where that may be: column by column. */
function harmOf(table: string): { table: string; column: string; value: Value }[] {
  return columnsOf(table).flatMap(({ name: column, type, notnull, pk }) => {
    // A row under another key is another row.
    if (pk > 0 && table !== 'stores') return [];
    const values: Value[] =
      type === 'TEXT' ? ['{', '', '\u0000\ufffd'] : type === 'BLOB' ? [Buffer.from([0xff])] : [2n ** 60n, -1n];
    return [...values, ...(notnull === 0 ? [null] : [])].map((value) => ({ table, column, value }));
  });
}

const others = tablesAt(newest).filter((table) => table !== 'jobs');

describe('a damaged row', () => {
  it('of any table but that of the jobs stops nothing else: all of them at once, column after column', async () => {
    const harm = others.map(harmOf);
    const rounds = Math.max(...harm.map(({ length }) => length));
    for (let round = 0; round < rounds; round += 1) {
      copyFileSync(whole, file);
      damage(harm.flatMap((each) => each[round] ?? []));
      const { database } = await opened();
      await readAll(database);
      const { jobs } = await database.log.page({ storeId: store }, 0, 200);
      expect(jobs.map(({ target }) => target).toSorted()).toEqual(jobTargets.toSorted());
      expect((await database.stores.get(store))?.label).toBe('하늘상점');
      await database.close();
    }
  });

  it('of the jobs takes none of the others away: eight at once, each in another column', async () => {
    const harm = harmOf('jobs');
    for (let at = 0; at < harm.length; at += 8) {
      copyFileSync(whole, file);
      damage(harm.slice(at, at + 8).map((each, n) => ({ ...each, of: jobTargets[n] ?? '' })));
      const { database } = await opened();
      await readAll(database);
      const { jobs } = await database.log.page({ storeId: store }, 0, 200);
      const listed = new Set(jobs.map(({ target }) => target));
      expect(jobTargets.slice(8).filter((target) => !listed.has(target))).toEqual([]);
      await database.close();
    }
  });
});

describe('a row of a newer shape', () => {
  it.each([
    ['jobs', 'job'],
    ['imports', 'import'],
    ['drafts', 'line'],
    ['orders', 'order'],
    ['order_changes', 'history'],
    ['attempts', 'history'],
    ['decisions', 'history'],
    ['mappings', 'setting'],
    ['settings', 'setting'],
    ['stores', 'store'],
    ['calls', 'history'],
    ['book_orders', 'order'],
    ['form_layouts', 'setting'],
  ])('of %s is one that cannot be read: listed and noted once, in the file as it was', async (table, source) => {
    damage([{ table, column: 'shape', value: storedShape + 1 }]);
    const { database, noted } = await opened();
    await readAll(database);
    await readAll(database);
    const listed = await database.unread.list();
    expect(listed.map((each) => each.source)).toEqual([source]);
    expect(noted).toHaveLength(1);
    const [raw] = await database.unread.raw();
    expect(raw).toMatchObject({ source, columns: { shape: storedShape + 1 } });
    await database.close();
    const db = new Database(file, { readonly: true });
    expect(db.prepare(`SELECT MAX(shape) FROM ${table}`).pluck().get()).toBe(storedShape + 1);
    db.close();
  });
});

it('a setting that is set again can be read again', async () => {
  damage([{ table: 'settings', column: 'value', value: '{"undoSeconds":' }]);
  const { database } = await opened();
  await readAll(database);
  expect(await database.unread.list()).toMatchObject([{ source: 'setting', key: 'settings' }]);
  await database.settings.set('settings', '{"undoSeconds":10}');
  expect(await database.unread.list()).toEqual([]);
  await database.close();
});
