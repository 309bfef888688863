import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { StoreId } from '../../src-preload/contract/ids';
import { unreadSources } from '../../src-preload/contract/unread';
import type { UnreadRecord, UnreadSource } from '../../src-preload/contract/unread';

/**
 * A row that this version of the app cannot read (an older app after a newer one, a damaged byte) is passed over, kept as
 * it is, and listed for the seller. Which rows those are is found while they are read and remembered for this run only,
 * in tables of the connection: a newer version of the app reads them again without being told.
 */
export interface UnreadRows {
  /** Parses a row of `jobs`. undefined: it cannot be read; from now on no query of the engine or the log answers it. */
  job<Value>(record: unknown, parse: (record: unknown) => Value): Value | undefined;
  /** Parses a row of another table. undefined: it cannot be read. `key` names the row within its source. */
  row<Value>(source: UnreadSource, key: string, record: unknown, parse: (record: unknown) => Value): Value | undefined;
  /** A row that was written again by this version can be read. */
  readAgain(source: UnreadSource, key: string): void;
  /** Every column of what `list` names, as it lies in the file; what was sealed stays so. */
  raw(): RawRow[];
  /** Notes a job without parsing it: nothing of a kind or state we do not know is ever asked for. */
  passOver(seq: number): void;
  /** Asks again as long as a question met rows that cannot be read: they must not use up its limit. */
  complete<Value>(question: () => Value): Value;
  list(): UnreadRecord[];
  /** How many of a store, and of those that belong to no store. */
  count(storeId: string): number;
}

export interface RawRow {
  source: UnreadSource;
  key: string;
  columns: Record<string, unknown>;
}

/** What this version of the app cannot read of the file: passed over, kept as it is, and shown. */
export interface UnreadTable {
  /** Looks for jobs of no store, kind or state that we know; answers how many there are. */
  findStrange(): number;
  list(): UnreadRecord[];
  /** The same rows with every column as it lies in the file. */
  raw(): RawRow[];
  /** Of this store, and what belongs to none. */
  count(storeId: StoreId): number;
}

/** Called with each row that is found, once. */
export type OnUnread = (source: UnreadSource, key: string) => void;

const tables = `
CREATE TEMP TABLE IF NOT EXISTS unread_jobs (seq INTEGER PRIMARY KEY) STRICT;
CREATE TEMP TABLE IF NOT EXISTS unread_rows (
  source TEXT NOT NULL, key TEXT NOT NULL, store_id TEXT, name TEXT, at INTEGER, PRIMARY KEY (source, key)
) STRICT, WITHOUT ROWID;
`;

/** Goes behind the WHERE of a query over `jobs j`: without those that cannot be read. */
export const readable = 'AND j.seq NOT IN (SELECT seq FROM temp.unread_jobs)';

/** Makes the tables of the connection that `readable` asks; any number of times. */
export function prepareUnread(db: Database.Database): void {
  db.exec(tables);
}

const most = 500;
const lenientText = z.string().optional().catch(undefined);
const lenientTime = z.int().nonnegative().optional().catch(undefined);
/** What can be told of a row whatever is wrong with it. */
const outlineSchema = z.object({
  store_id: lenientText,
  label: lenientText,
  file_name: lenientText,
  order_id: lenientText,
  target: lenientText,
  created_at: lenientTime,
});
const seqSchema = z.object({ seq: z.int() });
const storedSchema = z.object({
  source: z.enum(unreadSources),
  key: z.string(),
  store_id: z.string().nullable(),
  name: z.string().nullable(),
  at: z.int().nullable(),
});

/** Only what a parser says of a row's content; an error of SQLite or of our own stays one. */
function isOfTheRow(error: unknown): boolean {
  return error instanceof z.ZodError || error instanceof SyntaxError;
}

/** What names a row, as its columns have it. Every row that is read asks for it: nothing is copied or checked here. */
export function keyOf(record: unknown, ...columns: readonly string[]): string {
  const row = Object(record);
  return columns.map((column) => String(Reflect.get(row, column))).join(' ');
}

/** The rows of one connection that cannot be read. */
export function unreadRows(db: Database.Database, onFound: OnUnread = () => undefined): UnreadRows {
  prepareUnread(db);
  const noteJob = db.prepare('INSERT OR IGNORE INTO temp.unread_jobs (seq) VALUES (?)');
  const noteRow = db.prepare(
    'INSERT OR IGNORE INTO temp.unread_rows (source, key, store_id, name, at) VALUES (?, ?, ?, ?, ?)',
  );
  const jobs = db.prepare(
    `SELECT 'job' AS source, CAST(j.id AS TEXT) AS key, j.store_id, j.target AS name,
       IIF(j.created_at BETWEEN 0 AND 9007199254740991, j.created_at, NULL) AS at
     FROM temp.unread_jobs u JOIN jobs j ON j.seq = u.seq ORDER BY j.seq DESC LIMIT ${most}`,
  );
  const others = db.prepare(`SELECT * FROM temp.unread_rows ORDER BY source, at DESC LIMIT ${most}`);
  const jobCount = db
    .prepare(
      `SELECT COUNT(*) FROM temp.unread_jobs u JOIN jobs j ON j.seq = u.seq
       WHERE j.store_id = @storeId OR j.store_id NOT IN (SELECT id FROM stores)`,
    )
    .pluck();
  const rowCount = db
    .prepare('SELECT COUNT(*) FROM temp.unread_rows WHERE store_id IS NULL OR store_id = @storeId')
    .pluck();
  const forget = db.prepare('DELETE FROM temp.unread_rows WHERE source = ? AND key = ?');
  const listed = () => z.array(storedSchema).parse([...others.all(), ...jobs.all()]);
  const rawRowOf = (source: UnreadSource, key: string): RawRow | undefined => {
    const { table, where, words } = placeOf(source, key);
    const row = db.prepare(`SELECT * FROM ${table} WHERE ${where}`).get(...words);
    return row === undefined ? undefined : { source, key, columns: z.record(z.string(), z.unknown()).parse(row) };
  };
  let found = 0;

  const passOver = (seq: number): void => {
    const { changes } = noteJob.run(seq);
    found += changes;
    if (changes > 0) onFound('job', String(seq));
  };
  return {
    passOver,
    job(record, parse) {
      try {
        return parse(record);
      } catch (error) {
        if (!isOfTheRow(error)) throw error;
        passOver(seqSchema.parse(record).seq);
        return undefined;
      }
    },
    row(source, key, record, parse) {
      try {
        return parse(record);
      } catch (error) {
        if (!isOfTheRow(error)) throw error;
        const outline = outlineSchema.catch({}).parse(record);
        // A store is named by its label, a file by its name; a store that cannot be read concerns all of the app.
        const storeId = source === 'store' ? null : (outline.store_id ?? null);
        const name = outline.label ?? outline.file_name ?? outline.target ?? outline.order_id ?? null;
        const { changes } = noteRow.run(source, key, storeId, name, outline.created_at ?? null);
        if (changes > 0) onFound(source, key);
        return undefined;
      }
    },
    readAgain(source, key) {
      forget.run(source, key);
    },
    raw: () => listed().flatMap(({ source, key }) => rawRowOf(source, key) ?? []),
    complete(question) {
      for (;;) {
        const before = found;
        const answer = question();
        if (found === before) return answer;
      }
    },
    list: () => listed().map(toRecord),
    count: (storeId) => z.int().parse(jobCount.get({ storeId })) + z.int().parse(rowCount.get({ storeId })),
  };
}

function toRecord({ source, key, store_id: storeId, name, at }: z.infer<typeof storedSchema>): UnreadRecord {
  return {
    source,
    key,
    ...(storeId === null ? {} : { storeId }),
    ...(name === null ? {} : { name }),
    ...(at === null ? {} : { at }),
  };
}

/** Where a row lies, by the key it was noted with. */
function placeOf(source: UnreadSource, key: string): { table: string; where: string; words: string[] } {
  const [first = '', second = '', third = ''] = key.split(' ');
  switch (source) {
    case 'job':
      return { table: 'jobs', where: 'CAST(id AS TEXT) = ?', words: [key] };
    case 'store':
      return { table: 'stores', where: 'id = ?', words: [key] };
    case 'import':
      return { table: 'imports', where: 'id = ?', words: [key] };
    case 'batch':
      return { table: 'batches', where: 'id = ?', words: [key] };
    case 'line':
      return { table: 'drafts', where: 'import_id = ? AND row = CAST(? AS INTEGER)', words: [first, second] };
    case 'order':
      if (first === 'book') {
        return { table: 'book_orders', where: 'store_id = ? AND product_order_id = ?', words: [second, third] };
      }
      return { table: 'orders', where: 'store_id = ? AND order_id = ?', words: [first, second] };
    case 'setting':
      if (first === 'form') return { table: 'form_layouts', where: 'id = ?', words: [key.slice('form '.length)] };
      return first === 'columns'
        ? { table: 'mappings', where: 'signature = ?', words: [key.slice('columns '.length)] }
        : { table: 'settings', where: 'key = ?', words: [key] };
    case 'history': {
      if (first === 'change') return { table: 'order_changes', where: 'n = CAST(? AS INTEGER)', words: [second] };
      if (first === 'book-change') return { table: 'book_changes', where: 'n = CAST(? AS INTEGER)', words: [second] };
      if (first === 'call') return { table: 'calls', where: 'id = ?', words: [second] };
      const table = first === 'attempt' ? 'attempts' : 'decisions';
      return { table, where: 'job_seq = CAST(? AS INTEGER) AND at = CAST(? AS INTEGER)', words: [second, third] };
    }
  }
}
