import { bareNumber } from '../../../src-preload/contract/bare-number';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { LogFilter } from '../../../src-preload/contract/actions';
import { jobKinds, jobStates } from '../../../src-preload/contract/job-states';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Job } from '../../../src-preload/contract/job';
import type { JobKind, JobState } from '../../../src-preload/contract/job-states';
import { jobColumns, parseJob, tailOf } from '../job-record';
import { groupsTable } from './log-groups-table';
import { listedLog } from './log-list';
import { nameIndex } from './name-index';
import { anyKind, listOf, settled } from '../predicates';
import type { JobRow } from '../rows';
import type { CountsTable, FileCountsTable, LogTable, Personal, ProductNamesTable } from '../tables';
import type { UnreadRows } from '../unread-rows';

/** A search that finds more of one way of matching is too short to be of use; it must not slow anybody. */
const mostFound = 2000;
/** "Last four or more digits": fewer would match everything. */
const fewestTailDigits = 4;

const inOrder = 'ORDER BY seq DESC LIMIT @limit OFFSET @offset';
const readableSeq = 'seq NOT IN (SELECT seq FROM temp.unread_jobs)';
const everything = `SELECT seq FROM jobs WHERE store_id = @storeId AND ${readableSeq}`;

/** Which of the held jobs: all, those in the seller's 일괄발송 file, the others. */
const filedOf = { all: '', only: ` AND hold_reason = 'by-file'`, none: ` AND hold_reason IS NOT 'by-file'` } as const;
type Filed = keyof typeof filedOf;

/** One arm per kind and state, each already in order of seq by its index: SQLite merges them without sorting. */
function armsOf(count: number, filed: Filed): string {
  return Array.from({ length: count }, (_, n) => {
    const state = filed === 'all' ? '' : ` AND (state <> 'held' OR 1${filedOf[filed]})`;
    return `SELECT seq FROM jobs WHERE store_id = @storeId AND kind = @kind${n} AND state = @state${n}${state} AND ${readableSeq}`;
  }).join(' UNION ALL ');
}

const ways = ['target', 'order_id', 'tracking'] as const;
const indexOf = { target: 'jobs_target', order_id: 'jobs_order', tracking: 'jobs_tracking' } as const;
const tails = ['target_tail', 'order_tail', 'tracking_tail'] as const;
const prefixOfSettled = (column: (typeof ways)[number]) =>
  `SELECT * FROM (SELECT seq, kind, state, hold_reason FROM jobs INDEXED BY ${indexOf[column]} WHERE ${settled} AND store_id = @storeId AND ${column} >= @from
   AND ${column} < @to AND ${readableSeq} LIMIT ${mostFound})`;
const tailOfSettled = (column: string) =>
  `SELECT * FROM (SELECT seq, kind, state, hold_reason FROM jobs INDEXED BY jobs_${column} WHERE ${settled} AND ${column} >= @tailFrom
   AND ${column} < @tailTo AND store_id = @storeId AND ${readableSeq} LIMIT ${mostFound})`;
const ofLive = (withTail: boolean) => {
  const matches = [
    ...ways.map((column) => `(${column} >= @from AND ${column} < @to)`),
    ...(withTail ? tails.map((column) => `(${column} >= @tailFrom AND ${column} < @tailTo)`) : []),
  ];
  // What is not settled yet is in no such index; there is never so much of it that looking through it would be slow.
  return `SELECT * FROM (SELECT seq, kind, state, hold_reason FROM jobs INDEXED BY jobs_states WHERE store_id = @storeId
    AND kind IN ${anyKind} AND state IN ${listOf('unsettled')}
    AND (${matches.join(' OR ')}) AND ${readableSeq} LIMIT ${mostFound})`;
};

/** The texts of the queries, so that the test can ask how SQLite answers them. */
export const logQueries = {
  everything: `${everything} ${inOrder}`,
  someOf: (arms: number, filed: Filed = 'all') => `${armsOf(arms, filed)} ${inOrder}`,
  search: (withTail: boolean) =>
    [...ways.map(prefixOfSettled), ...(withTail ? tails.map(tailOfSettled) : []), ofLive(withTail)].join(' UNION '),
};

const seqSchema = z.array(z.int());
const foundSchema = z.array(
  z.object({ seq: z.int(), kind: z.string(), state: z.string(), hold_reason: z.string().nullable() }),
);

/** What the log is read next to. */
interface LogSources {
  counts: CountsTable;
  fileCounts: FileCountsTable;
  productNames: ProductNamesTable;
  unread: UnreadRows;
}

/** The seller's view of jobs: pages, newest first. */
export function logTable(
  db: Database.Database,
  personal: Personal,
  { counts, fileCounts, productNames, unread }: LogSources,
): LogTable {
  const fileName = `(SELECT file_name FROM imports WHERE imports.id = j.import_id) AS file_name`;
  const bySeq = db.prepare(`SELECT ${jobColumns}, ${fileName} FROM jobs j WHERE j.seq = ?`);
  const byId = db.prepare(`SELECT ${jobColumns}, ${fileName} FROM jobs j WHERE j.id = ?`);
  const all = db.prepare(logQueries.everything).pluck();
  const arms = new Map<string, Database.Statement>();
  const filedCount = db
    .prepare(
      `SELECT COUNT(*) FROM jobs WHERE store_id = ? AND kind = 'dispatch' AND state = 'held' AND hold_reason = 'by-file'
         AND ${readableSeq}`,
    )
    .pluck();
  const searches = new Map([true, false].map((tail) => [tail, db.prepare(logQueries.search(tail))]));
  const fileSchema = z.object({ file_name: z.string().nullable() });

  const asJob = (record: unknown): Job | undefined => {
    const row = unread.job(record, parseJob);
    if (row === undefined) return undefined;
    // The market's own name tells product orders of one line apart, and has the option.
    const named = row.kind === 'lookup' ? undefined : productNames.of(row.storeId, row.target);
    const job = toJob(row, fileSchema.parse(record).file_name, personal);
    return named === undefined ? job : { ...job, productName: named };
  };
  const asJobs = (seqs: readonly number[]) => seqs.flatMap((seq) => asJob(bySeq.get(seq)) ?? []);

  const pageOf = (
    pairs: readonly { kind: JobKind; state: JobState }[],
    filed: Filed,
    given: Record<string, unknown>,
  ) => {
    const key = `${pairs.length} ${filed}`;
    const statement = arms.get(key) ?? db.prepare(logQueries.someOf(pairs.length, filed)).pluck();
    arms.set(key, statement);
    const names = pairs.flatMap(({ kind, state }, n) => [[`kind${n}`, kind] as const, [`state${n}`, state] as const]);
    return seqSchema.parse(statement.all({ ...given, ...Object.fromEntries(names) }));
  };

  /** Held jobs that `filed` leaves out of what the counts say. */
  const leftOut = (
    { storeId, filed }: LogFilter,
    perKind: ReturnType<CountsTable['perKind']>,
    wanted: (kind: string, state: string) => boolean,
  ): number => {
    if (filed === undefined) return 0;
    const held = perKind.reduce(
      (sum, { kind, state, n }) => sum + (state === 'held' && wanted(kind, state) ? n : 0),
      0,
    );
    const inFile = wanted('dispatch', 'held') ? z.int().parse(filedCount.get(storeId)) : 0;
    return filed ? held - inFile : inFile;
  };

  const findByNumber = (storeId: StoreId, term: string) => {
    const withTail = /^\d+$/.test(term) && term.length >= fewestTailDigits;
    const tail = tailOf(term);
    const bounds = withTail ? { tailFrom: tail, tailTo: `${tail}\uffff` } : {};
    return foundSchema.parse(
      searches.get(withTail)?.all({ storeId, from: term, to: `${term}\uffff`, ...bounds }) ?? [],
    );
  };

  const page = (filter: LogFilter, offset: number, limit: number): ReturnType<LogTable['page']> => {
    const { storeId } = filter;
    const wanted = (kind: string, state: string) =>
      (filter.kinds?.some((one) => one === kind) ?? true) && (filter.states?.some((one) => one === state) ?? true);
    const term = filter.search === undefined ? '' : bareNumber(filter.search);
    if (term !== '') {
      const seqs = findByNumber(storeId, term)
        .filter((one) => wanted(one.kind, one.state))
        .filter(
          (one) =>
            one.state !== 'held' || filter.filed === undefined || filter.filed === (one.hold_reason === 'by-file'),
        );
      const newest = seqs.map(({ seq }) => seq).toSorted((a, b) => b - a);
      return { jobs: asJobs(newest.slice(offset, offset + limit)), total: newest.length };
    }
    const perKind = counts.perKind(storeId);
    const whole = perKind.reduce((sum, { kind, state, n }) => sum + (wanted(kind, state) ? n : 0), 0);
    const total = whole - leftOut(filter, perKind, wanted);
    if (filter.kinds === undefined && filter.states === undefined && filter.filed === undefined) {
      return { jobs: asJobs(seqSchema.parse(all.all({ storeId, limit, offset }))), total };
    }
    const pairs = jobKinds
      .flatMap((kind) => jobStates.map((state) => ({ kind, state })))
      .filter(({ kind, state }) => wanted(kind, state))
      .filter(({ kind, state }) => perKind.some((one) => one.kind === kind && one.state === state && one.n > 0));
    if (pairs.length === 0) return { jobs: [], total: 0 };
    const filed = filter.filed === undefined ? 'all' : filter.filed ? 'only' : 'none';
    return { jobs: asJobs(pageOf(pairs, filed, { storeId, limit, offset })), total };
  };

  const names = nameIndex(db, personal);
  const listed = listedLog(db, {
    groups: groupsTable(db, fileCounts),
    jobOf: (seq) => asJob(bySeq.get(seq)),
    find(storeId, search) {
      const term = bareNumber(search);
      const numbers = term === '' ? [] : findByNumber(storeId, term).map(({ seq }) => seq);
      return [...new Set([...numbers, ...names.find(storeId, search)])];
    },
  });

  return {
    list: (...asked) => unread.complete(() => listed.list(...asked)),
    ids: (...asked) => unread.complete(() => listed.ids(...asked)),
    openNames: names.open,
    forgetNames: names.forget,
    // A row that cannot be read is no row of a page, and its total is without it.
    page: (filter, offset, limit) => unread.complete(() => page(filter, offset, limit)),
    job(id) {
      const record = byId.get(id);
      return record === undefined ? undefined : asJob(record);
    },
  };
}

/** A row as the window sees it: without what only the engine needs, and with the names opened. */
function toJob(row: JobRow, fileName: string | null, personal: Personal): Job {
  const opened = (sealed: Uint8Array | undefined) => (sealed === undefined ? undefined : personal.open(sealed));
  const recipient = opened(row.recipient);
  const productName = opened(row.productName);
  return {
    id: row.id,
    seq: row.seq,
    storeId: row.storeId,
    kind: row.kind,
    target: row.target,
    values: row.values,
    state: row.state,
    revision: row.revision,
    failures: row.failures,
    attempts: row.attempts,
    createdAt: row.createdAt,
    changedAt: row.changedAt,
    ...(row.orderId === undefined ? {} : { orderId: row.orderId }),
    ...(row.code === undefined ? {} : { code: row.code }),
    ...(row.message === undefined ? {} : { message: row.message }),
    ...(row.holdReason === undefined ? {} : { holdReason: row.holdReason }),
    ...(row.finding === undefined ? {} : { finding: row.finding }),
    ...(row.dueAt === undefined ? {} : { dueAt: row.dueAt }),
    ...(row.wait === undefined ? {} : { wait: row.wait }),
    ...(row.afterJob === undefined ? {} : { afterJob: row.afterJob }),
    ...(row.batchId === undefined ? {} : { batchId: row.batchId }),
    ...(row.importId === undefined ? {} : { importId: row.importId }),
    ...(fileName === null ? {} : { fileName }),
    ...(row.sheetRow === undefined ? {} : { sheetRow: row.sheetRow }),
    ...(recipient === undefined ? {} : { recipient }),
    ...(productName === undefined ? {} : { productName }),
  };
}
