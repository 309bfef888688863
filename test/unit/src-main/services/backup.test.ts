import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { migrations } from '../../../../src-main/database/migrations';
import { openFile } from '../../../../src-main/database/file/sqlite-file';
import { dataFiles, listBackups, pathOfBackup } from '../../../../src-main/services/backup';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'desk-'));
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }));
});
function put(...path: string[]): void {
  writeFileSync(join(dataDir, ...path), 'four');
}

it('lists backups and what a restore put aside, newest first, with the Korean time of their names', async () => {
  mkdirSync(join(dataDir, 'backups'));
  put('backups', 'desk-20260301-235959.sqlite');
  put('backups', 'desk-20260302-090000.sqlite');
  put('desk.db.before-restore-20260302-083000');
  expect(await listBackups(dataDir)).toEqual([
    { name: 'desk-20260302-090000.sqlite', kind: 'backup', at: Date.UTC(2026, 2, 2, 0, 0, 0), bytes: 4 },
    { name: 'desk.db.before-restore-20260302-083000', kind: 'replaced', at: Date.UTC(2026, 2, 1, 23, 30), bytes: 4 },
    { name: 'desk-20260301-235959.sqlite', kind: 'backup', at: Date.UTC(2026, 2, 1, 14, 59, 59), bytes: 4 },
  ]);
});

it('has no backups before there is a folder, and passes over files of other names', async () => {
  expect(await listBackups(dataDir)).toEqual([]);
  mkdirSync(join(dataDir, 'backups'));
  put('backups', 'desk-20260302-090000.sqlite.part');
  put('backups', 'mine.sqlite');
  put('desk.db');
  expect(await listBackups(dataDir)).toEqual([]);
});

it('finds a listed file, and none that the window may think of', async () => {
  mkdirSync(join(dataDir, 'backups'));
  put('backups', 'desk-20260302-090000.sqlite');
  put('desk.db.before-restore-20260302-083000');
  put('desk.db');
  const { backups } = dataFiles(dataDir);
  expect(await pathOfBackup(dataDir, 'desk-20260302-090000.sqlite')).toBe(join(backups, 'desk-20260302-090000.sqlite'));
  expect(await pathOfBackup(dataDir, 'desk.db.before-restore-20260302-083000')).toBe(
    join(dataDir, 'desk.db.before-restore-20260302-083000'),
  );
  for (const name of ['desk.db', '../desk.db', 'desk-20260302-090001.sqlite', '']) {
    expect(await pathOfBackup(dataDir, name)).toBeUndefined();
  }
});

it('tells the backups of a newer version from those that this one can go back to', async () => {
  mkdirSync(join(dataDir, 'backups'));
  const newest = migrations.at(-1)?.number ?? 0;
  const schemas = { 'desk-20260302-090000.sqlite': newest + 10, 'desk-20260301-090000.sqlite': newest };
  for (const [name, schema] of Object.entries(schemas)) {
    const db = openFile(join(dataDir, 'backups', name));
    db.pragma(`user_version = ${schema}`);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  }
  expect((await listBackups(dataDir)).map(({ name, isNewer }) => [name, isNewer])).toEqual([
    ['desk-20260302-090000.sqlite', true],
    ['desk-20260301-090000.sqlite', undefined],
  ]);
});
