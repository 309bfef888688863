import type Database from 'better-sqlite3';
import { batchesTable } from './batches-table';
import { countsTable } from './counts-table';
import { draftsTable } from './drafts-table';
import { attemptsTable, callsTable, decisionsTable } from './history-tables';
import { importsTable } from './imports-table';
import { jobsTable } from './jobs-table';
import { logTable } from './log-table';
import { flagsTable, mappingsTable, settingsTable } from './memory-tables';
import { ordersTable } from './orders-table';
import { storesTable } from './stores-table';
import type { DeskDatabase, Personal, Promised, Tables } from './tables';

/** Every repository over one open file; statements are prepared here, once. */
export function createTables(db: Database.Database, personal: Personal): Tables {
  const counts = countsTable(db);
  return {
    stores: storesTable(db),
    imports: importsTable(db),
    drafts: draftsTable(db, personal),
    jobs: jobsTable(db, personal),
    log: logTable(db, personal, counts),
    counts,
    batches: batchesTable(db),
    calls: callsTable(db),
    attempts: attemptsTable(db),
    decisions: decisionsTable(db),
    flags: flagsTable(db),
    mappings: mappingsTable(db),
    settings: settingsTable(db),
    orders: ordersTable(db),
  };
}

/**
 * The repositories behind promises, and transactions over them.
 *
 * SQLite runs on the main thread: a transaction of one call's jobs takes well under a frame, and the promise in front
 * leaves the way open to a worker. What was given up: a long piece of work (adding 10,000 lines) must cut itself into
 * short transactions, or the window stutters.
 */
export function createDeskDatabase(db: Database.Database, personal: Personal): DeskDatabase {
  const tables = createTables(db, personal);
  const run = <Value>(work: () => Value): Value => {
    db.exec('BEGIN IMMEDIATE');
    try {
      const value = work();
      db.exec('COMMIT');
      return value;
    } finally {
      // Still open: `work` or the commit threw. What it had written must not stay half.
      if (db.inTransaction) db.exec('ROLLBACK');
    }
  };
  const transaction = async <Value>(work: (all: Tables) => Value): Promise<Value> => run(() => work(tables));
  return {
    stores: promised(tables.stores, run),
    imports: promised(tables.imports, run),
    drafts: promised(tables.drafts, run),
    jobs: promised(tables.jobs, run),
    log: promised(tables.log, run),
    counts: promised(tables.counts, run),
    batches: promised(tables.batches, run),
    calls: promised(tables.calls, run),
    attempts: promised(tables.attempts, run),
    decisions: promised(tables.decisions, run),
    flags: promised(tables.flags, run),
    mappings: promised(tables.mappings, run),
    settings: promised(tables.settings, run),
    orders: promised(tables.orders, run),
    transaction,
    async close() {
      db.pragma('optimize');
      db.close();
    },
  };
}

/** Each method in a transaction of its own, its answer behind a promise. */
function promised<Table extends object>(table: Table, run: <Value>(work: () => Value) => Value): Promised<Table> {
  const entries = Object.entries(table).map(([name, method]: [string, (...input: unknown[]) => unknown]) => [
    name,
    async (...input: unknown[]) => run(() => method(...input)),
  ]);
  // The one cast of this folder: Object.fromEntries cannot know that every key of Table is there again.
  return Object.fromEntries(entries) as Promised<Table>;
}
