import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { editStepQueries } from '../../../../src-main/database/edit-steps-table';
import { createImports } from '../../../../src-main/services/imports';
import { createEdits } from '../../../../src-main/services/edits';
import { createSending } from '../../../../src-main/services/sending';
import { createSettings } from '../../../../src-main/services/settings';
import type { EditLabel } from '../../../../src-preload/contract/edit-step';
import type { LinePatch } from '../../../../src-preload/contract/check/line-patch';
import type { ImportId, StoreId } from '../../../../src-preload/contract/ids';
import { addStore, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';

let desk: TestDatabase;
let storeId: StoreId;
beforeEach(async () => {
  desk = await openTestDatabase();
  storeId = await addStore(desk.database);
});
afterEach(() => desk.dispose());

const label: EditLabel = { what: 'typed', lines: 1, field: 'courier' };
const patch = (row: number, courier = '한진택배'): LinePatch => ({
  row,
  before: { cells: { courier: null }, edited: null },
  after: { cells: { courier }, edited: ['courier'] },
});
const edits = () => createEdits(desk.database);
const imports = () => createImports({ database: desk.database, now: () => monday, newId: randomUUID });

async function draft(store = storeId): Promise<ImportId> {
  const begun = await imports().begin({
    storeId: store,
    fileName: 'a.xlsx',
    operation: 'dispatch',
    digest: '0'.repeat(64),
  });
  if (!begun.ok) throw new Error(begun.failure.code);
  return begun.value.importId;
}
async function add(importId: ImportId, patches = [patch(2)]): Promise<number> {
  const added = await edits().add({ importId, label, patches });
  if (!added.ok) throw new Error(added.failure.code);
  return added.value.step;
}
async function stepsOf(...importIds: ImportId[]): Promise<[number, boolean][]> {
  const answer = await edits().list(importIds);
  return answer.ok ? answer.value.steps.map(({ id, undone }) => [id, undone]) : [];
}

describe('steps of editing', () => {
  it('are kept with their draft, in the order they were done over all files, each with its lines', async () => {
    const [one, other] = [await draft(), await draft()];
    const first = await add(one);
    const second = await add(other, [patch(5), patch(6)]);
    const third = await add(one, [patch(3)]);
    expect(await stepsOf(one, other)).toEqual([first, second, third].map((id) => [id, false]));
    expect(await edits().patches(second, 0)).toEqual({
      ok: true,
      value: { patches: [patch(5), patch(6)], more: false },
    });
  });

  it('of many lines come back part by part', async () => {
    const step = await add(await draft(), [patch(2)]);
    await edits().extend({ step, part: 1, patches: [patch(3)] });
    expect(await edits().patches(step, 0)).toMatchObject({ value: { patches: [patch(2)], more: true } });
    expect(await edits().patches(step, 1)).toMatchObject({ value: { patches: [patch(3)], more: false } });
    expect(await edits().patches(step, 2)).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });

  it('that were taken back are gone with the next one, in all files of the store and in no other', async () => {
    const [one, other] = [await draft(), await draft()];
    const elsewhere = await draft(await addStore(desk.database));
    const [kept, back, strange] = [await add(one), await add(other), await add(elsewhere)];
    await edits().mark(back, true);
    await edits().mark(strange, true);
    expect(await stepsOf(other)).toEqual([[back, true]]);
    const next = await add(one);
    expect(await stepsOf(one, other, elsewhere)).toEqual([
      [kept, false],
      [strange, true],
      [next, false],
    ]);
    expect(await edits().patches(back, 0)).toMatchObject({ ok: false });
    expect(await edits().mark(back, false)).toMatchObject({ ok: false });
  });

  it('are two hundred of a draft at most, the newest', async () => {
    const [one, other] = [await draft(), await draft()];
    const apart = await add(other);
    const ids: number[] = [];
    for (let n = 0; n < 203; n += 1) ids.push(await add(one));
    expect((await stepsOf(one)).map(([id]) => id)).toEqual(ids.slice(3));
    expect(await stepsOf(other)).toEqual([[apart, false]]);
  });

  it('are gone when lines of the draft are sent, when it is closed, and when it is read another way', async () => {
    const [sent, closed, other] = [await draft(), await draft(), await draft()];
    for (const importId of [sent, closed, other]) await add(importId);
    await desk.database.transaction(({ editSteps }) => editSteps.clear(sent));
    await imports().drop(closed);
    await edits().clear(other);
    expect(await stepsOf(sent, closed, other)).toEqual([]);
    expect(await edits().add({ importId: closed, label, patches: [patch(2)] })).toMatchObject({ ok: false });
    const raw = new Database(desk.file, { readonly: true });
    const parts = raw.prepare('SELECT COUNT(*) FROM edit_parts').pluck().get();
    raw.close();
    expect(parts).toBe(0);
  });

  it('keep what identifies a person sealed, and forget it in time', async () => {
    const person: LinePatch = {
      row: 2,
      before: { cells: { recipient: '김견본', courier: '로젠택배' }, chosen: null },
      after: { cells: { recipient: '박견본', courier: '한진택배' }, chosen: false },
    };
    const step = await add(await draft(), [person, patch(3)]);
    const bytes = Buffer.concat([readFileSync(desk.file), readFileSync(`${desk.file}-wal`)]);
    expect(['김견본', '박견본'].filter((name) => bytes.includes(name))).toEqual([]);
    expect(bytes.includes('한진택배')).toBe(true);
    expect(await edits().patches(step, 0)).toMatchObject({ value: { patches: [person, patch(3)] } });
    await desk.database.editSteps.forgetPersonal(monday);
    expect(await edits().patches(step, 0)).toMatchObject({ value: { patches: [person, patch(3)] } });
    await desk.database.editSteps.forgetPersonal(monday + 1);
    const { before, after } = person;
    const without = {
      row: 2,
      before: { ...before, cells: { courier: '로젠택배' } },
      after: { ...after, cells: { courier: '한진택배' } },
    };
    expect(await edits().patches(step, 0)).toEqual({ ok: true, value: { patches: [without, patch(3)], more: false } });
  });

  it('whose bytes are damaged cannot be taken back, and hurt no other', async () => {
    const importId = await draft();
    const [one, other] = [await add(importId), await add(importId)];
    const raw = new Database(desk.file);
    raw.prepare('UPDATE edit_steps SET label = ? WHERE id = ?').run('{"what":', one);
    raw.prepare('UPDATE edit_parts SET patches = ? WHERE step_id = ?').run('[', other);
    raw.close();
    expect(await stepsOf(importId)).toEqual([[other, false]]);
    expect(await edits().patches(other, 0)).toEqual({ ok: true, value: { patches: [], more: false } });
  });
});

it('lines that become jobs end the steps of their draft', async () => {
  const world = await createWorld({ start: false });
  onTestFinished(() => world.dispose());
  const { database } = world.desk;
  const { now } = world.time;
  const sheets = createImports({ database, now, newId: randomUUID });
  const sending = createSending({ database, outbox: world.outbox, settings: createSettings(database), now });
  const begun = await sheets.begin({
    storeId: world.storeId,
    fileName: 'a.xlsx',
    operation: 'dispatch',
    digest: '0'.repeat(64),
  });
  if (!begun.ok) throw new Error(begun.failure.code);
  const { importId } = begun.value;
  const cells = { productOrderId: '2026030211111111', courier: 'CJ대한통운', trackingNumber: '685000000014' };
  await sheets.putLines({ importId, lines: [{ row: 2, cells }] });
  await createEdits(database).add({ importId, label, patches: [patch(2)] });
  await sending.addImport({ importId, storeId: world.storeId });
  expect(await database.editSteps.list(importId)).toEqual([]);
});

it.each(Object.entries(editStepQueries))('asks for %s through an index', (_, sql) => {
  const raw = new Database(desk.file, { readonly: true });
  const places = [...sql].filter((letter) => letter === '?').map(() => 1);
  const plan = JSON.stringify(raw.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...places));
  raw.close();
  expect(plan).toMatch(/PRIMARY KEY|INDEX edit_steps_import/u);
});
