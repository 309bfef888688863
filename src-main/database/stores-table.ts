import type Database from 'better-sqlite3';
import { z } from 'zod';
import { storeIdSchema } from '../../src-preload/contract/ids';
import { confirmFirstSchema, marketSchema, pauseSchema } from '../../src-preload/contract/store';
import type { Pause } from '../../src-preload/contract/store';
import type { StoreRow } from './rows';
import { readStored } from './stored-json';
import { shapeSchema, storedShape } from './stored-shape';
import type { StoresTable } from './tables';
import { keyOf } from './unread-rows';
import type { UnreadRows } from './unread-rows';

const recordSchema = z.object({
  id: storeIdSchema,
  market: marketSchema,
  label: z.string(),
  practice: z.int(),
  account_id: z.string(),
  test_address: z.string().nullable(),
  secret_saved_at: z.int().nullable(),
  confirm_first: confirmFirstSchema,
  pause: z.string().nullable(),
  look_first_since: z.int().nullable(),
  not_confirmed_seen_at: z.int().nullable(),
  refund_refused_at: z.int().nullable(),
  created_at: z.int(),
  shape: shapeSchema,
});

type StoreRecord = z.infer<typeof recordSchema>;

function parseStore(record: unknown): StoreRow {
  const row = recordSchema.parse(record);
  return {
    id: row.id,
    market: row.market,
    label: row.label,
    practice: row.practice === 1,
    accountId: row.account_id,
    testAddress: row.test_address ?? undefined,
    secretSavedAt: row.secret_saved_at ?? undefined,
    confirmFirst: row.confirm_first,
    pause: shownPause(row),
    lookFirstSince: row.look_first_since ?? undefined,
    notConfirmedSeenAt: row.not_confirmed_seen_at ?? undefined,
    refundRefusedAt: row.refund_refused_at ?? undefined,
    createdAt: row.created_at,
  };
}

/**
 * Looking first stands behind any other pause, and shows once that has ended. Where why a store was to rest can no longer
 * be read, that it was to rest still holds: nothing goes out before the seller says so.
 */
function shownPause({ pause, look_first_since: lookFirstSince, created_at: since }: StoreRecord): Pause | undefined {
  if (pause !== null) return readStored(pauseSchema, pause) ?? { cause: 'seller', since };
  return lookFirstSince === null ? undefined : { cause: 'look-first', since: lookFirstSince };
}

/** Stores without their secrets, which are in the keychain. */
export function storesTable(db: Database.Database, unread: UnreadRows): StoresTable {
  /** A store whose row cannot be read is listed as such (unread-rows.ts); its jobs and its log stay in the file. */
  const one = (record: unknown): StoreRow | undefined =>
    record === undefined ? undefined : unread.row('store', keyOf(record, 'id'), record, parseStore);
  const list = db.prepare('SELECT * FROM stores WHERE removed_at IS NULL ORDER BY created_at');
  const get = db.prepare('SELECT * FROM stores WHERE id = ? AND removed_at IS NULL');
  const byAccount = db.prepare(
    'SELECT * FROM stores WHERE market = ? AND account_id = ? AND (test_address IS NOT NULL) = ? AND removed_at IS NULL',
  );
  const insert = db.prepare(
    `INSERT INTO stores (id, market, label, practice, account_id, test_address, secret_saved_at, confirm_first, created_at,
       shape)
     VALUES (@id, @market, @label, @practice, @accountId, @testAddress, @secretSavedAt, @confirmFirst, @createdAt,
       ${storedShape})`,
  );
  const update = db.prepare('UPDATE stores SET label = ?, account_id = ?, secret_saved_at = ? WHERE id = ?');
  const setConfirmFirst = db.prepare('UPDATE stores SET confirm_first = ? WHERE id = ?');
  // A restored backup has it in the place of a pause (restore.ts): it is not lost when another one comes.
  const kept = `CASE WHEN json_valid(pause) THEN
    CASE WHEN json_extract(pause, '$.cause') = 'look-first' THEN json_extract(pause, '$.since') END END`;
  const setPause = db.prepare(
    `UPDATE stores SET look_first_since = coalesce(look_first_since, ${kept}), pause = ? WHERE id = ?`,
  );
  const setLookFirst = db.prepare('UPDATE stores SET look_first_since = coalesce(look_first_since, ?) WHERE id = ?');
  const moveLookFirst = db.prepare('UPDATE stores SET look_first_since = ?, pause = NULL WHERE id = ?');
  const seen = db.prepare('UPDATE stores SET not_confirmed_seen_at = ? WHERE id = ? AND not_confirmed_seen_at IS NULL');
  const refundRefused = db.prepare('UPDATE stores SET refund_refused_at = ? WHERE id = ?');
  const remove = db.prepare('UPDATE stores SET removed_at = ?, secret_saved_at = NULL WHERE id = ?');

  return {
    list: () => list.all().flatMap((record) => one(record) ?? []),
    get: (id) => one(get.get(id)),
    hasAccount: (market, accountId, isTest) => byAccount.get(market, accountId, isTest ? 1 : 0) !== undefined,
    byAccount: (market, accountId, isTest) => one(byAccount.get(market, accountId, isTest ? 1 : 0)),
    add(row) {
      const { id, market, label, accountId, confirmFirst, createdAt } = row;
      const secretSavedAt = row.secretSavedAt ?? null;
      insert.run({
        id,
        market,
        label,
        accountId,
        testAddress: row.testAddress ?? null,
        confirmFirst,
        createdAt,
        secretSavedAt,
        practice: row.practice ? 1 : 0,
      });
    },
    change(id, change) {
      const now = one(get.get(id));
      if (now === undefined) return;
      const savedAt = change.secretSavedAt === undefined ? (now.secretSavedAt ?? null) : change.secretSavedAt;
      update.run(change.label ?? now.label, change.accountId ?? now.accountId, savedAt, id);
    },
    setConfirmFirst(id, confirmFirst) {
      setConfirmFirst.run(confirmFirst, id);
    },
    setPause(id, pause) {
      const shown = one(get.get(id))?.pause;
      const isLooking = shown?.cause === 'look-first';
      if (pause === undefined && isLooking) moveLookFirst.run(null, id);
      else if (pause?.cause !== 'look-first') setPause.run(pause === undefined ? null : JSON.stringify(pause), id);
      else if (isLooking) moveLookFirst.run(pause.since, id);
      else setLookFirst.run(pause.since, id);
    },
    markNotConfirmedSeen(id, at) {
      seen.run(at, id);
    },
    markRefundRefused(id, at) {
      refundRefused.run(at ?? null, id);
    },
    remove(id, at) {
      remove.run(at, id);
    },
  };
}
