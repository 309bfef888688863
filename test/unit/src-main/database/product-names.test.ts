import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { productNameQueries } from '../../../../src-main/database/product-names-table';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const id = '2026030255556661';
const keep = (name: string, at = monday) => desk.database.productNames.keep(storeId, new Map([[id, name]]), at);

it('keeps what a reading told, the newest name, and nothing in plain on the disk', async () => {
  await keep('머그컵 · 아이보리');
  await keep('머그컵 · 차콜');
  expect(await desk.database.productNames.of(storeId, id)).toBe('머그컵 · 차콜');
  expect(await desk.database.productNames.of(storeId, '2026030255556662')).toBeUndefined();
  const bytes = Buffer.concat([readFileSync(desk.file), readFileSync(`${desk.file}-wal`)]);
  expect(bytes.includes('차콜')).toBe(false);
});

it('stands in the log in place of the name a sheet gave for the whole order', async () => {
  const row = dispatchRow(storeId, id, { productName: '머그컵 외 1건' });
  await desk.database.transaction(({ jobs }) => jobs.add(row));
  expect((await desk.database.log.job(row.id))?.productName).toBe('머그컵 외 1건');
  await keep('머그컵 · 차콜');
  expect((await desk.database.log.job(row.id))?.productName).toBe('머그컵 · 차콜');
});

it('forgets with the names of sheets', async () => {
  await keep('머그컵');
  await desk.database.productNames.forgetPersonal(monday);
  expect(await desk.database.productNames.of(storeId, id)).toBe('머그컵');
  await desk.database.productNames.forgetPersonal(monday + 1);
  expect(await desk.database.productNames.of(storeId, id)).toBeUndefined();
});

it.each(Object.entries(productNameQueries))('asks for %s through an index', (_, sql) => {
  const raw = new Database(desk.file, { readonly: true });
  const places = [...sql].filter((letter) => letter === '?').map(() => '');
  const plan = JSON.stringify(raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...places));
  raw.close();
  expect(plan).toMatch(/PRIMARY KEY|INDEX product_names_seen/u);
});
