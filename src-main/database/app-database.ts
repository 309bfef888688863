import type Database from 'better-sqlite3';
import { batchesTable } from './batches-table';
import { bookTable } from './book/book-table';
import { countsTable } from './counts-table';
import { draftsTable } from './drafts-table';
import { fileCountsTable } from './file-counts-table';
import { formLayoutsTable } from './form-layouts-table';
import { formsTable } from './forms-table';
import { editStepsTable } from './edit-steps-table';
import { attemptsTable, callsTable, decisionsTable } from './history-tables';
import { importsTable } from './imports-table';
import { knownOrdersTable } from './known-orders';
import { jobsTable } from './jobs-table';
import { logTable } from './log/log-table';
import { sentLinesTable } from './sent-lines-table';
import { flagsTable, mappingsTable, settingsTable } from './memory-tables';
import { productNamesTable } from './product-names-table';
import { ordersTable } from './orders-table';
import { troubleOf } from './file/sqlite-file';
import { findStrangeJobs } from './strange-jobs';
import { storesTable } from './stores-table';
import type { AppDatabase, Personal, Promised, Tables } from './tables';
import { createWriteScheduler, usualRhythm } from './write-scheduler';
import type { LockWatch, Rhythm, SharedTransaction, WriteScheduler } from './write-scheduler';
import { unreadRows } from './unread-rows';
import type { OnUnread } from './unread-rows';
import { usedNumbersTable } from './used-numbers';

/** Every repository over one open file; statements are prepared here, once. */
export function createTables(db: Database.Database, personal: Personal, onUnread?: OnUnread): Tables {
  const unread = unreadRows(db, onUnread);
  const counts = countsTable(db);
  const fileCounts = fileCountsTable(db);
  const productNames = productNamesTable(db, personal);
  return {
    stores: storesTable(db, unread),
    imports: importsTable(db, unread),
    drafts: draftsTable(db, personal, unread),
    sentLines: sentLinesTable(db),
    editSteps: editStepsTable(db, personal),
    jobs: jobsTable(db, personal, unread),
    log: logTable(db, personal, { counts, fileCounts, productNames, unread }),
    counts,
    fileCounts,
    batches: batchesTable(db, unread),
    calls: callsTable(db, unread),
    attempts: attemptsTable(db, unread),
    decisions: decisionsTable(db, unread),
    flags: flagsTable(db),
    mappings: mappingsTable(db, unread),
    settings: settingsTable(db, unread),
    book: bookTable(db, personal, unread),
    forms: formsTable(db, personal),
    formLayouts: formLayoutsTable(db, personal, unread),
    orders: ordersTable(db, unread),
    knownOrders: knownOrdersTable(db, personal, unread),
    usedNumbers: usedNumbersTable(db, personal),
    productNames,
    unread: {
      findStrange: findStrangeJobs(db, unread, counts),
      list: unread.list,
      raw: unread.raw,
      count: unread.count,
    },
  };
}

/**
 * The repositories behind promises, and transactions over them.
 *
 * SQLite runs on the main thread: a transaction of one call's jobs takes well under a frame, and the promise in front
 * leaves the way open to a worker. What was given up: a long piece of work (adding 10,000 lines) must cut itself into
 * short pieces, or the window stutters; between them turns.ts sees to it that others come to their turn.
 */
export function createAppDatabase(
  db: Database.Database,
  personal: Personal,
  {
    rhythm = usualRhythm,
    lockWatch,
    onUnread,
  }: { rhythm?: Rhythm | undefined; lockWatch?: LockWatch | undefined; onUnread?: OnUnread | undefined } = {},
): AppDatabase {
  const tables = createTables(db, personal, onUnread);
  const scheduler = createWriteScheduler(sharedTransaction(db), rhythm, () => performance.now(), lockWatch);
  const { take, finish, limitLockWait } = scheduler;
  return {
    stores: promised(tables.stores, take),
    imports: promised(tables.imports, take),
    drafts: promised(tables.drafts, take),
    sentLines: promised(tables.sentLines, take),
    editSteps: promised(tables.editSteps, take),
    jobs: promised(tables.jobs, take),
    log: promised(tables.log, take),
    counts: promised(tables.counts, take),
    fileCounts: promised(tables.fileCounts, take),
    batches: promised(tables.batches, take),
    calls: promised(tables.calls, take),
    attempts: promised(tables.attempts, take),
    decisions: promised(tables.decisions, take),
    flags: promised(tables.flags, take),
    mappings: promised(tables.mappings, take),
    settings: promised(tables.settings, take),
    book: promised(tables.book, take),
    forms: promised(tables.forms, take),
    formLayouts: promised(tables.formLayouts, take),
    orders: promised(tables.orders, take),
    knownOrders: promised(tables.knownOrders, take),
    usedNumbers: promised(tables.usedNumbers, take),
    productNames: promised(tables.productNames, take),
    unread: promised(tables.unread, take),
    transaction: (work, urgency) => take(() => work(tables), urgency),
    limitLockWait,
    async close() {
      limitLockWait(closingLockMs);
      await finish();
      try {
        db.pragma('optimize');
      } catch (error) {
        // Statistics are a courtesy: a file that is locked or on a full disk is closed without them, or the next try
        // would find it held.
        if (!['full', 'locked'].includes(troubleOf(error))) throw error;
      } finally {
        db.close();
      }
    },
  };
}

/** Closing waits so long for a lock that another program holds; what is not written then is put in order at the next start. */
const closingLockMs = 2000;

/** IMMEDIATE, so that what is read in it is what it changes; each piece under a savepoint of its own. */
function sharedTransaction(db: Database.Database): SharedTransaction {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const savepoint = db.prepare('SAVEPOINT piece');
  const undo = db.prepare('ROLLBACK TO piece');
  const release = db.prepare('RELEASE piece');
  const commit = db.prepare('COMMIT');
  const rollBack = db.prepare('ROLLBACK');
  const changes = db.prepare('SELECT total_changes()').pluck();
  let before: unknown;
  return {
    begin() {
      begin.run();
      before = changes.get();
    },
    piece(work) {
      savepoint.run();
      try {
        return work();
      } catch (error) {
        if (db.inTransaction) undo.run();
        throw error;
      } finally {
        if (db.inTransaction) release.run();
      }
    },
    isOpen: () => db.inTransaction,
    isLocked: (error) => troubleOf(error) === 'locked',
    hasWritten: () => changes.get() !== before,
    commit: () => commit.run(),
    rollBack: () => rollBack.run(),
  };
}

/** Each method as a piece of its own, its answer behind a promise. */
function promised<Table extends object>(table: Table, take: WriteScheduler['take']): Promised<Table> {
  const entries = Object.entries(table).map(([name, method]: [string, (...input: unknown[]) => unknown]) => [
    name,
    async (...input: unknown[]) => take(() => method(...input)),
  ]);
  // The one cast of this folder: Object.fromEntries cannot know that every key of Table is there again.
  return Object.fromEntries(entries) as Promised<Table>;
}
