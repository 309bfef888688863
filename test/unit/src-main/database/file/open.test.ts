import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeBackup, surplusBackups } from '../../../../../src-main/database/file/backup';
import { migrate, schemaVersion } from '../../../../../src-main/database/file/migrate';
import { migrations } from '../../../../../src-main/database/migrations/index';
import { openDatabase } from '../../../../../src-main/database/file/open';
import { proofOf } from '../../../../../src-main/outbox/health/connection-proof';
import { isCopiedFolder } from '../../../../../src-main/services/copied-folder';
import { createSettings } from '../../../../../src-main/services/settings';
import { addStore, monday, openTestDatabase, xorPersonal } from '../../../../support/outbox/test-database';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
const options = (more: object = {}) => ({
  file: join(folder, 'desk.sqlite'),
  backups: join(folder, 'backups'),
  now: () => monday,
  personal: xorPersonal,
  ...more,
});

describe('opening the file', () => {
  it('sets its pragmas and keeps what was written', async () => {
    const desk = await openTestDatabase({ folder });
    const storeId = await addStore(desk.database);
    await desk.database.close();
    const again = await openTestDatabase({ folder });
    expect((await again.database.stores.list()).map((store) => store.id)).toEqual([storeId]);
    await again.database.close();
    const raw = new Database(desk.file);
    expect(raw.pragma('journal_mode', { simple: true })).toBe('wal');
    raw.close();
  });

  it.skipIf(process.platform === 'win32')('shuts the file, what lies beside it and its backups to others', async () => {
    writeFileSync(join(folder, 'desk.sqlite'), '', { mode: 0o644 });
    const opened = await openDatabase(options());
    if (!opened.ok) throw new Error(opened.detail);
    const backup = await opened.backUp();
    const modes = [...readdirSync(folder).map((name) => join(folder, name)), backup].map((path) => [
      basename(path),
      (statSync(path).mode & 0o777).toString(8),
    ]);
    expect(Object.fromEntries(modes)).toEqual({
      'desk.sqlite': '600',
      'desk.sqlite-shm': '600',
      'desk.sqlite-wal': '600',
      backups: '700',
      [basename(backup)]: '600',
    });
    await opened.database.close();
  });

  it.skipIf(process.platform === 'win32')('shuts what an unclean end has left open to others', async () => {
    const desk = await openTestDatabase({ folder });
    await addStore(desk.database);
    // As a process that was killed leaves them: a log that was not written back.
    const left = join(folder, 'left.sqlite');
    for (const end of ['', '-wal', '-shm']) copyFileSync(desk.file + end, left + end);
    await desk.database.close();
    mkdirSync(join(folder, 'backups'));
    for (const path of [left, `${left}-wal`, `${left}-shm`]) chmodSync(path, 0o644);
    chmodSync(join(folder, 'backups'), 0o755);
    const opened = await openDatabase(options({ file: left }));
    if (!opened.ok) throw new Error(opened.detail);
    const backup = await opened.backUp();
    const paths = [left, `${left}-wal`, `${left}-shm`, backup, join(folder, 'backups')];
    expect(paths.map((path) => (statSync(path).mode & 0o777).toString(8))).toEqual(['600', '600', '600', '600', '700']);
    await opened.database.close();
  });

  it('renames a file that is no database, and names the newest backup that hangs together', async () => {
    const desk = await openTestDatabase({ folder });
    await addStore(desk.database);
    await desk.database.close();
    const raw = new Database(desk.file);
    const older = await makeBackup(raw, join(folder, 'backups'), monday);
    const newer = await makeBackup(raw, join(folder, 'backups'), monday + 1000);
    raw.close();
    truncateSync(newer, 5000);
    const newest = join(folder, 'backups', basename(newer).replace(/\d{6}(?=\.)/u, '235959'));
    copyFileSync(older, newest);
    const planted = new Database(newest);
    planted.exec('CREATE VIEW spy AS SELECT * FROM jobs');
    planted.close();
    writeFileSync(desk.file, 'not a database at all, but long enough to be looked at as one'.repeat(100));
    const opened = await openDatabase(options());
    expect(opened).toMatchObject({ ok: false, code: 'corrupt', backup: older });
    const kept = readdirSync(folder).find((name) => name.includes('.corrupt-'));
    expect(readFileSync(join(folder, kept ?? ''), 'utf8')).toContain('not a database');
    expect(existsSync(desk.file)).toBe(false);
  });

  it('renames a file whose pages do not hang together', async () => {
    const desk = await openTestDatabase({ folder });
    const storeId = await addStore(desk.database);
    for (let n = 0; n < 300; n += 1) await desk.database.settings.set(`${storeId}-${n}`, '"x"'.repeat(50));
    await desk.database.close();
    const bytes = readFileSync(desk.file);
    bytes.fill(0xff, 4096, bytes.length - 4096);
    writeFileSync(desk.file, bytes);
    expect(await openDatabase(options())).toMatchObject({ ok: false, code: 'corrupt' });
  });

  it('refuses a schema from the future and leaves it untouched', async () => {
    const raw = new Database(join(folder, 'desk.sqlite'));
    raw.pragma('user_version = 9990');
    raw.close();
    expect(await openDatabase(options())).toMatchObject({ ok: false, code: 'newer-schema' });
    const after = new Database(join(folder, 'desk.sqlite'));
    expect(schemaVersion(after)).toBe(9990);
    after.close();
  });

  it.each([
    ['a trigger', 'CREATE TRIGGER stores_spy AFTER UPDATE ON stores BEGIN SELECT 1; END'],
    ['a view', 'CREATE VIEW stores_spy AS SELECT * FROM stores'],
    ['a trigger of a temporary-looking name', 'CREATE TRIGGER "sqlite" BEFORE DELETE ON jobs BEGIN SELECT 1; END'],
  ])('refuses a file with %s, which it never makes, and leaves it untouched', async (_what, statement) => {
    const desk = await openTestDatabase({ folder });
    await addStore(desk.database);
    await desk.database.close();
    const raw = new Database(desk.file);
    raw.exec(statement);
    raw.close();
    const before = readFileSync(desk.file);
    expect(await openDatabase(options())).toMatchObject({ ok: false, code: 'foreign-schema' });
    expect(readFileSync(desk.file).equals(before)).toBe(true);
  });

  it.each([
    ['foreign-schema', 'CREATE TABLE jobs (a); CREATE TRIGGER spy AFTER INSERT ON jobs BEGIN SELECT 1; END'],
    ['newer-schema', 'PRAGMA user_version = 9990'],
  ])('leaves a file it refuses (%s) byte for byte, also one that is not written ahead', async (code, statement) => {
    const raw = new Database(join(folder, 'desk.sqlite'));
    raw.exec(statement);
    raw.close();
    const before = readFileSync(join(folder, 'desk.sqlite'));
    expect(await openDatabase(options())).toMatchObject({ ok: false, code });
    expect(readFileSync(join(folder, 'desk.sqlite')).equals(before)).toBe(true);
  });

  it('counts again what does not add up', async () => {
    const desk = await openTestDatabase({ folder });
    const storeId = await addStore(desk.database);
    await desk.database.close();
    const raw = new Database(desk.file);
    raw.prepare("INSERT INTO counts (store_id, kind, state, n) VALUES (?, 'dispatch', 'queued', 7)").run(storeId);
    raw.close();
    const again = await openTestDatabase({ folder });
    expect((await again.database.counts.of(storeId)).queued).toBe(0);
    expect(await again.database.counts.verify()).toBe(true);
    await again.database.close();
  });

  it('starts with rows that say nothing any more, without their meaning', async () => {
    const desk = await openTestDatabase({ folder });
    const storeId = await addStore(desk.database);
    const other = await addStore(desk.database);
    await desk.database.settings.set('settings', '{"undoSeconds":');
    await desk.database.settings.set('chosen-store', '"no id"');
    await desk.database.settings.set('take-all-layouts', '{}');
    await desk.database.settings.set(`connection-proof:${storeId}`, '{"provenAt":');
    await desk.database.settings.set('place-of-the-file', '{"path":');
    await desk.database.mappings.rememberColumns('a', { courier: 1 }, monday);
    await desk.database.close();
    const raw = new Database(desk.file);
    raw.prepare('UPDATE stores SET pause = ? WHERE id = ?').run('{"cause":"mood"}', storeId);
    raw.prepare('UPDATE stores SET market = ? WHERE id = ?').run('gopher', other);
    raw.prepare("INSERT INTO mappings (signature, columns, at) VALUES ('b', 'junk', 0), ('c', '[1]', 0)").run();
    raw.close();
    const { database } = await openTestDatabase({ folder });
    // A store that was to rest goes on resting.
    expect(await database.stores.list()).toMatchObject([{ id: storeId, pause: { cause: 'seller' } }]);
    expect(await database.stores.get(other)).toBeUndefined();
    expect(await database.transaction(({ settings: table }) => proofOf(table, storeId))).toEqual({});
    const key = { key: Buffer.alloc(32), lasts: false };
    expect(await isCopiedFolder(database, desk.file, key)).toBe(false);
    const settings = createSettings(database);
    expect(await settings.get()).toEqual({ undoSeconds: 5, keepPersonalDays: 90, rememberCouriers: true });
    expect(await settings.chosenStore()).toBeUndefined();
    expect(await database.mappings.memory()).toEqual({ couriers: {}, columns: { a: { courier: 1 } } });
    expect(await database.mappings.takeAll()).toEqual([]);
    await database.close();
  });

  it('says that the disk is full instead of opening half a schema', async () => {
    expect(await openDatabase(options({ maxPages: 3 }))).toMatchObject({ ok: false, code: 'full' });
  });
});

/** The number the next migration will have. */
const next = (migrations.at(-1)?.number ?? 0) + 10;

describe('migrating', () => {
  it('numbers migrations in steps of ten, in order', () => {
    const numbers = migrations.map(({ number }) => number);
    expect(numbers).toEqual(numbers.map((_, index) => (index + 1) * 10));
  });

  it('does all that is pending or nothing', () => {
    const db = new Database(':memory:');
    const failing = { number: next, name: 'failing', up: () => db.exec('CREATE TABLE a (b) STRICT; nonsense') };
    expect(() => migrate(db, [...migrations, failing])).toThrow();
    expect(schemaVersion(db)).toBe(0);
    expect(db.prepare('SELECT COUNT(*) FROM sqlite_master').pluck().get()).toBe(0);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
  });

  it('does not commit when a foreign key would point nowhere', () => {
    const db = new Database(':memory:');
    const orphan = {
      number: next,
      name: 'orphan',
      up: () => db.exec(`INSERT INTO counts VALUES ('nobody', 'dispatch', 'queued', 1)`),
    };
    expect(migrate(db, [...migrations, orphan])).toMatchObject({ ok: false, code: 'broken-keys' });
    expect(schemaVersion(db)).toBe(0);
  });

  it('backs up before it changes an older file', async () => {
    const desk = await openTestDatabase({ folder });
    await desk.database.close();
    const added = {
      number: next,
      name: 'added',
      up: (db: Database.Database) => db.exec('CREATE TABLE later (a INT) STRICT'),
    };
    const opened = await openDatabase(options({ migrations: [...migrations, added] }));
    expect(opened.ok).toBe(true);
    expect(readdirSync(join(folder, 'backups'))).toHaveLength(1);
    if (opened.ok) await opened.database.close();
  });

  it('changes nothing when that backup cannot be made, says so, and goes on once the seller agreed', async () => {
    const desk = await openTestDatabase({ folder });
    await desk.database.close();
    const added = {
      number: next,
      name: 'added',
      up: (db: Database.Database) => db.exec('CREATE TABLE later (a INT) STRICT'),
    };
    const given = { migrations: [...migrations, added], file: desk.file };
    // No one can make a folder where a file lies.
    writeFileSync(join(folder, 'backups'), '');
    expect(await openDatabase(options(given))).toMatchObject({ ok: false, code: 'no-backup' });
    const raw = new Database(desk.file);
    expect(schemaVersion(raw)).toBeLessThan(next);
    raw.close();
    const opened = await openDatabase(options({ ...given, withoutBackup: true }));
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.database.close();
  });
});

describe('keeping backups', () => {
  it('keeps three of today, one of each earlier day, ten in all', () => {
    const days = Array.from({ length: 12 }, (_, n) => `202603${String(n + 1).padStart(2, '0')}`);
    const names = days.flatMap((day) =>
      ['080000', '120000', '160000', '200000'].map((at) => `desk-${day}-${at}.sqlite`),
    );
    const gone = new Set(surplusBackups([...names, 'notes.txt'], '20260312'));
    const kept = names.filter((name) => !gone.has(name));
    expect(kept.filter((name) => name.includes('20260312'))).toHaveLength(3);
    expect(kept).toHaveLength(10);
    expect(kept.filter((name) => !name.includes('20260312')).every((name) => name.endsWith('200000.sqlite'))).toBe(
      true,
    );
    expect(gone.has('notes.txt')).toBe(false);
  });
});
