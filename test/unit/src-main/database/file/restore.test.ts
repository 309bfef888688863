import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDatabase } from '../../../../../src-main/database/file/open';
import { restoreBackup } from '../../../../../src-main/database/file/restore';
import { openFile } from '../../../../../src-main/database/file/sqlite-file';
import { addStore, dispatchRow, monday, xorPersonal } from '../../../../support/outbox/test-database';

let folder: string;
let options: { file: string; backups: string; now: () => number; personal: typeof xorPersonal };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const [file, backups] = [join(folder, 'desk.db'), join(folder, 'backups')];
  options = { file, backups, now: () => monday, personal: xorPersonal };
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

it('believes nothing unsettled of a restored backup, and can be undone', async () => {
  const opened = await openDatabase(options);
  if (!opened.ok) throw new Error(opened.detail);
  const { database } = opened;
  const storeId = await addStore(database);
  await database.transaction(({ jobs, counts }) => {
    jobs.add(dispatchRow(storeId, 'queued'));
    jobs.add(dispatchRow(storeId, 'held', { state: 'held', holdReason: 'conflict' }));
    const stock = { kind: 'stock', values: { kind: 'stock', stock: { available: true } } } as const;
    jobs.add(dispatchRow(storeId, 'item', stock));
    jobs.add(dispatchRow(storeId, 'item', { ...stock, state: 'waiting', wait: 'in-flight' }));
    counts.recount();
  });
  const backup = await opened.backUp();
  await database.transaction(({ jobs, counts }) => {
    jobs.add(dispatchRow(storeId, 'after the backup'));
    counts.recount();
  });
  await database.close();

  const restored = await restoreBackup({ ...options, backup });
  if (!restored.ok) throw new Error(restored.detail);
  const { jobs } = await restored.database.log.page({ storeId }, 0, 10);
  expect(jobs.map((job) => `${job.target} ${job.state} ${job.code}`)).toEqual([
    'item held restored',
    'item cancelled replaced',
    'held unknown restored',
    'queued unknown restored',
  ]);
  expect((await restored.database.stores.list())[0]?.pause).toMatchObject({ cause: 'look-first' });
  expect(await restored.database.counts.verify()).toBe(true);
  await restored.database.close();

  expect(restored.keptAs !== undefined && existsSync(restored.keptAs)).toBe(true);
  const undone = await restoreBackup({ ...options, now: () => monday + 60_000, backup: restored.keptAs ?? '' });
  if (!undone.ok) throw new Error(undone.detail);
  expect((await undone.database.log.page({ storeId }, 0, 10)).total).toBe(5);
  await undone.database.close();
  expect(readdirSync(folder).some((name) => name.endsWith('.incoming'))).toBe(false);
});

it('takes over nothing that a disturbed restore has left beside its copy', async () => {
  const opened = await openDatabase(options);
  if (!opened.ok) throw new Error(opened.detail);
  const storeId = await addStore(opened.database);
  const backup = await opened.backUp();
  await opened.database.close();
  const part = `${options.file}.incoming.part`;
  copyFileSync(backup, part);
  const copy = openFile(part);
  copy.pragma('journal_mode = WAL');
  copy.prepare('DELETE FROM stores').run();
  copyFileSync(`${part}-wal`, join(folder, 'left'));
  copy.close();
  renameSync(join(folder, 'left'), `${part}-wal`);

  const restored = await restoreBackup({ ...options, backup });
  if (!restored.ok) throw new Error(restored.detail);
  expect(await restored.database.stores.list()).toMatchObject([{ id: storeId }]);
  await restored.database.close();
});

it('goes back from a file of a newer version to the backup from before it, and keeps that file', async () => {
  const opened = await openDatabase(options);
  if (!opened.ok) throw new Error(opened.detail);
  const storeId = await addStore(opened.database);
  const backup = await opened.backUp();
  await opened.database.close();
  const newer = openFile(options.file);
  newer.pragma('user_version = 99990');
  newer.close();

  expect(await openDatabase(options)).toMatchObject({ ok: false, code: 'newer-schema' });
  const restored = await restoreBackup({ ...options, backup });
  if (!restored.ok) throw new Error(restored.detail);
  expect((await restored.database.stores.list()).map(({ id }) => id)).toEqual([storeId]);
  await restored.database.close();
  const kept = openFile(restored.keptAs ?? '');
  expect(kept.pragma('user_version', { simple: true })).toBe(99990);
  kept.close();
});

it.each([
  ['foreign-schema', "CREATE TRIGGER spy AFTER UPDATE ON stores BEGIN INSERT INTO settings VALUES ('spied', '1'); END"],
  ['newer-schema', 'PRAGMA user_version = 99990'],
])(
  'refuses a backup that no start would open (%s), and nothing of it runs or takes a place',
  async (code, statement) => {
    const opened = await openDatabase(options);
    if (!opened.ok) throw new Error(opened.detail);
    const storeId = await addStore(opened.database);
    const backup = await opened.backUp();
    await opened.database.close();
    const planted = openFile(backup);
    planted.exec(statement);
    planted.close();

    expect(await restoreBackup({ ...options, backup })).toMatchObject({ ok: false, code });
    expect(readdirSync(folder).toSorted()).toEqual(['backups', 'desk.db']);
    const again = await openDatabase(options);
    if (!again.ok) throw new Error(again.detail);
    expect((await again.database.stores.list()).map(({ id, pause }) => [id, pause])).toEqual([[storeId, undefined]]);
    await again.database.close();
  },
);
