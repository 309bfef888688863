import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { newestSchema } from '../database/newest-schema';
import { openDatabase } from '../../../src-main/database/file/open';
import type { AppDatabase, Personal } from '../../../src-main/database/tables';
import { jobIdSchema, storeIdSchema } from '../../../src-preload/contract/ids';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Rhythm } from '../../../src-main/database/write-scheduler';
import type { NewJobRow } from '../../../src-main/database/rows';

/** Stands in for the sealing of secrets/: recognisable, and not the plain text. */
export const xorPersonal: Personal = {
  seal: (text) => Buffer.from(text, 'utf8').map((byte) => byte ^ 0x5a),
  open: (sealed) => Buffer.from(sealed.map((byte) => byte ^ 0x5a)).toString('utf8'),
  digests: (word) => [createHash('sha256').update(word).digest().subarray(0, 8)],
};

export const newStoreId = () => storeIdSchema.parse(randomUUID());
export const newJobId = () => jobIdSchema.parse(randomUUID());

/**
 * Tests under virtual time let promises run, and only them: how long SQLite took must not decide what happens when.
 */
export const rhythmOfTests: Rhythm = {
  ms: Number.POSITIVE_INFINITY,
  now: queueMicrotask,
  soon: queueMicrotask,
  locked: setImmediate,
};

/** 2026-03-02 09:00 in Korea: a Monday morning. */
export const monday = Date.UTC(2026, 2, 2, 0, 0, 0);

export interface TestDatabase {
  database: AppDatabase;
  folder: string;
  file: string;
  dispose(): Promise<void>;
}

/** A real SQLite file in a fresh folder; or in memory, where a test asks for hundreds of them. */
export async function openTestDatabase(
  given: { folder?: string; now?: () => number; inMemory?: boolean; rhythm?: Rhythm; personal?: Personal } = {},
): Promise<TestDatabase> {
  const folder = given.folder ?? mkdtempSync(join(tmpdir(), 'desk-'));
  const file = given.inMemory === true ? ':memory:' : join(folder, 'desk.sqlite');
  const opened = await openDatabase({
    file,
    backups: join(folder, 'backups'),
    now: given.now ?? (() => monday),
    personal: given.personal ?? xorPersonal,
    rhythm: given.rhythm ?? rhythmOfTests,
    // What lies in a folder that is given may be of an earlier version.
    ...(given.folder === undefined ? { migrations: [newestSchema] } : {}),
  });
  if (!opened.ok) throw new Error(`the test's database did not open: ${opened.code} ${opened.detail}`);
  return {
    database: opened.database,
    folder,
    file,
    async dispose() {
      await opened.database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Adds 하늘상점 to a database; answers its id. */
export async function addStore(
  database: AppDatabase,
  given: { market?: 'naver' | 'brightmall'; confirmFirst?: 'ask' | 'always' | 'never'; createdAt?: number } = {},
): Promise<StoreId> {
  const id = newStoreId();
  await database.stores.add({
    id,
    market: given.market ?? 'naver',
    label: '하늘상점',
    practice: false,
    testAddress: undefined,
    accountId: `account-${id}`,
    secretSavedAt: monday,
    confirmFirst: given.confirmFirst ?? 'ask',
    createdAt: given.createdAt ?? monday,
  });
  return id;
}

/** A queued dispatch job, due at once. */
export function dispatchRow(storeId: StoreId, target: string, more: Partial<NewJobRow> = {}): NewJobRow {
  return {
    id: newJobId(),
    storeId,
    kind: 'dispatch',
    target,
    values: {
      kind: 'dispatch',
      dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: `9${target}` },
    },
    state: 'queued',
    priority: 1,
    dueAt: monday,
    createdAt: monday,
    ...more,
  };
}
