import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { z } from 'zod';
import { expect, it, onTestFinished } from 'vitest';
import { storeIdSchema, importIdSchema, batchIdSchema } from '../../../../src-preload/contract/ids';
import { jobStates } from '../../../../src-preload/contract/job-states';
import {
  jobTargets,
  kindsOfData,
  makeEarlierFile,
  nameNow,
  schemaNumbers,
  tablesAt,
} from '../../../support/database/earlier-data';
import { ownForm, sender } from '../../../support/database/earlier-book-rows';
import { ids } from '../../../support/database/earlier-parts';
import { monday, openTestDatabase } from '../../../support/outbox/test-database';

const rowsSchema = z.array(z.record(z.string(), z.unknown()));

/** Every row of these tables as it lies in the file. */
function rawRows(file: string, tables: readonly string[]): Map<string, Record<string, unknown>[]> {
  const db = new Database(file, { readonly: true });
  try {
    return new Map(tables.map((table) => [table, rowsSchema.parse(db.prepare(`SELECT * FROM ${table}`).all())]));
  } finally {
    db.close();
  }
}

/** Tables whose rows the app makes of the others: counts, and what a look at the rows has found. */
const derived = new Set(['counts', 'file_counts']);

function allTables(file: string): string[] {
  const db = new Database(file, { readonly: true });
  try {
    const names = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'");
    return z
      .array(z.string())
      .parse(names.pluck().all())
      .filter((name) => !derived.has(name))
      .toSorted();
  } finally {
    db.close();
  }
}

/** What a migration changed on purpose: looking first left the pauses (0090). */
const moved = new Set(['stores.pause']);

it.each(schemaNumbers)(
  'a file of schema %i with rows in every table loses nothing, and all of it can be read',
  async (schema) => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-earlier-'));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'desk.sqlite');
    makeEarlierFile(file, schema);
    const tables = tablesAt(schema);
    const before = rawRows(file, tables);
    for (const [table, rows] of before) expect(rows.length, table).toBeGreaterThan(0);
    expect(tables.toSorted(), 'a table without data in earlier-data.ts').toEqual(allTables(file));

    const desk = await openTestDatabase({ folder });
    const { database } = desk;
    const store = storeIdSchema.parse(ids.store);

    // Column for column what was there; what later schemas have added lies next to it.
    const after = rawRows(file, tables);
    for (const [table, rows] of before) {
      expect(after.get(table), table).toHaveLength(rows.length);
      rows.forEach((row, n) => {
        const now = after.get(table)?.[n];
        for (const [name, value] of Object.entries(row)) {
          if (!moved.has(`${table}.${name}`)) expect(now?.[nameNow(table, name)], `${table}.${name}`).toEqual(value);
        }
      });
    }

    const stores = await database.stores.list();
    expect(stores.map(({ label }) => label).toSorted()).toEqual(['바다상점', '하늘상점']);
    expect(stores.find(({ id }) => id === ids.resting)).toMatchObject({
      pause: { cause: 'look-first', since: monday },
      lookFirstSince: schema < 90 ? monday : undefined,
    });
    const pages = await database.log.page({ storeId: store }, 0, 200);
    expect(pages.jobs.map(({ target }) => target).toSorted()).toEqual(jobTargets.toSorted());
    expect(pages.jobs.every(({ recipient, productName }) => recipient === '김하늘' && productName !== undefined)).toBe(
      true,
    );
    for (const kind of kindsOfData) {
      for (const state of jobStates) {
        const shown = pages.jobs.find(({ target }) => target === `${kind}-${state}`);
        expect(shown, `${kind} ${state}`).toMatchObject({ kind, state, fileName: '아침.xlsx', values: { kind } });
      }
    }
    expect(pages.jobs.find(({ target }) => target === 'dispatch-held')?.finding).toMatchObject({ claimId: 'claim-1' });
    const [imported] = await database.imports.list();
    expect(imported).toMatchObject({ id: ids.import, open: 1, sent: 1, reading: { sheetName: 'Sheet1' } });
    const [line] = await database.drafts.page(importIdSchema.parse(ids.import), 0, 10);
    expect(line).toMatchObject({
      row: 2,
      cells: { productOrderId: '2026030200000001', recipient: '김하늘' },
      chosen: true,
    });
    expect(await database.batches.get(batchIdSchema.parse(ids.batch))).toMatchObject({ complete: true });
    expect(await database.calls.get('call-1')).toMatchObject({ unasked: ['2026030200000077'], body: '{"data":{}}' });
    const seq = jobTargets.indexOf('dispatch-succeeded') + 1;
    expect(await database.attempts.of(seq)).toMatchObject([{ outcome: 'succeeded', values: { kind: 'dispatch' } }]);
    expect(await database.decisions.of(seq)).toMatchObject([{ cause: 'approved', finding: { claimId: 'claim-1' } }]);
    expect(await database.flags.list(store)).toEqual([{ target: 'dispatch-held', at: monday }]);
    expect(await database.mappings.memory()).toEqual({
      couriers: { 씨제이: 'CJGLS' },
      columns: { 'a|b': { courier: 1 } },
    });
    expect(JSON.parse((await database.settings.get('settings')) ?? '')).toEqual({
      undoSeconds: 10,
      keepPersonalDays: 30,
    });
    expect(await database.counts.verify()).toBe(true);
    expect(await database.counts.done(store)).toBe(3);
    if (schema >= 20) {
      const [watched] = await database.orders.watched(store);
      expect(watched?.productOrders.map(({ id }) => id)).toEqual(['2026030200000001', '2026030200000002']);
      expect(await database.orders.changes(store, '2026030200009999')).toMatchObject([{ to: 'CANCELED' }]);
      // Found by a number that Excel has shortened, also in a file from before migration 0050.
      const [known] = await database.knownOrders.beginningWith(store, 'productOrderId', '202603020000000');
      expect(known?.id).toBeDefined();
    }
    if (schema >= 100) expect(await database.productNames.of(store, 'dispatch-held')).toBe('유자차 500g');
    if (schema >= 150) {
      const held = await database.transaction(({ book }) => book.get(store, 'dispatch-held'));
      expect(held).toMatchObject({
        lastFeedRow: { at: monday - 60_000, type: 'CLAIM_REQUESTED' },
        facts: { quantity: 2, finding: { claimId: 'claim-1' } },
        personal: { recipient: '김하늘' },
      });
      const openPullOuts = await database.transaction(({ book }) => book.openPullOuts(store));
      expect(openPullOuts).toMatchObject([{ productOrderId: 'dispatch-held', what: 'cancel-requested' }]);
    }
    if (schema >= 170) {
      const [step] = await database.editSteps.list(importIdSchema.parse(ids.import));
      expect(step).toBeDefined();
      const part = await database.editSteps.patches(step?.id ?? 0, 0);
      expect(part?.patches).toMatchObject([{ row: 2, after: { chosen: true } }]);
    }
    if (schema >= 210) {
      const kept = await database.transaction(({ forms }) => [forms.sender(store), ...forms.list(store, 10)]);
      expect(kept).toMatchObject([sender, { productOrderIds: ['2026030200000001'] }]);
    }
    if (schema >= 230) expect(await database.formLayouts.all()).toEqual([ownForm]);
    expect(await database.unread.findStrange()).toBe(0);
    expect(await database.unread.list()).toEqual([]);
    await database.close();
  },
);
