import type { z } from 'zod';
import type { Memory, SheetReading } from '../../src-preload/contract/import';
import type { LogFilter } from '../../src-preload/contract/actions';
import type { LogFile, LogItem } from '../../src-preload/contract/calls/log';
import type { LogState } from '../../src-preload/contract/log-groups';
import type { BatchId, ImportId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { Attempt, Counts, SellerDecision, Job } from '../../src-preload/contract/job';
import type { DecisionCause, JobKind, JobState } from '../../src-preload/contract/job-states';
import type { EarlierUse, Line } from '../../src-preload/contract/line';
import type { LineField } from '../../src-preload/contract/line-fields';
import type { NearOrderField } from '../../src-preload/contract/near-orders';
import type { ConfirmFirst, Pause } from '../../src-preload/contract/store';
import type { JobsTable } from './jobs-port';
import type { LogRange, SearchedRange } from './log/log-conditions';
import type { BookTable } from './book/book-port';
import type { EditStepsTable } from './edit-steps-port';
import type { FormLayoutsTable, FormsTable } from './forms-port';
import type { OrdersTable } from './orders-table';
import type { SentLinesTable } from './sent-lines-port';
import type { UnreadTable } from './unread-rows';
import type { Urgency } from './write-scheduler';
import type { BatchRow, CallRow, ImportRow, StoreRow } from './rows';

export type { JobsTable, TargetHistory } from './jobs-port';

/** Seals what identifies a person before it reaches the file. null: no key to seal with, so nothing is stored. */
export interface Personal {
  seal(text: string): Uint8Array | null;
  open(sealed: Uint8Array): string | undefined;
  /** Keyed digests of a word, by which sealed text is found: under the sealing key first. Empty where nothing is sealed. */
  digests(word: string): readonly Uint8Array[];
}

export interface StoresTable {
  list(): StoreRow[];
  get(id: StoreId): StoreRow | undefined;
  /** Not counting removed ones; `hasAccount` also where its row cannot be read. An account of a test address (`isTest`) is another one than its namesake at the market. */
  byAccount(market: StoreRow['market'], accountId: string, isTest: boolean): StoreRow | undefined;
  hasAccount(market: StoreRow['market'], accountId: string, isTest: boolean): boolean;
  add(row: Omit<StoreRow, 'pause' | 'notConfirmedSeenAt'>): void;
  change(id: StoreId, change: { label?: string; accountId?: string; secretSavedAt?: number | null }): void;
  setConfirmFirst(id: StoreId, confirmFirst: ConfirmFirst): void;
  /**
   * Looking first stands next to the other pauses: it is kept under one of them and shows once that has ended. undefined
   * ends the pause that is shown, and nothing behind it.
   */
  setPause(id: StoreId, pause: Pause | undefined): void;
  markNotConfirmedSeen(id: StoreId, at: number): void;
  markRefundRefused(id: StoreId, at: number | undefined): void;
  /** Its jobs and log stay in the file; the account can be added again. */
  remove(id: StoreId, at: number): void;
}

export interface ImportsTable {
  add(row: Omit<ImportRow, 'reading' | 'dropped'>): void;
  get(id: ImportId): ImportRow | undefined;
  /** Those not dropped, newest first, with the lines still in the draft, the jobs made of them, and whether some are under way. */
  list(): (ImportRow & { open: number; sent: number; underWay: boolean })[];
  /** Lines of such an import are still in a draft. */
  hasOpenLines(operation: JobKind): boolean;
  /** The newest import of the same bytes that led to jobs. */
  lastWithDigest(digest: string): { id: ImportId; createdAt: number; fileName: string; sent: number } | undefined;
  finish(id: ImportId, change: { reading: SheetReading; operation: JobKind; storeId: StoreId }): void;
  /** The draft goes; the row stays for the log's file names. */
  drop(id: ImportId): void;
}

export interface DraftsTable {
  /** Adds or replaces lines by row. A line that has become a job is left as it is. */
  put(importId: ImportId, lines: readonly Line[]): void;
  /** Lines still open, in order of row, after `afterRow`. */
  page(importId: ImportId, afterRow: number, limit: number): Line[];
  countOpen(importId: ImportId): number;
  /** Open lines go (a column was chosen again). */
  clear(importId: ImportId): void;
  /** Lines became jobs; outbox.add does this in the transaction that makes the jobs. */
  markSent(importId: ImportId, rows: readonly { row: number; jobId: JobId }[]): void;
  /** A batch was taken back: its lines are open again. */
  reopen(jobIds: readonly JobId[]): void;
  /** New values for a job were taken back: the line of this import they came from is open again, and no other. */
  reopenOf(importId: ImportId, jobId: JobId): void;
  /** What identifies a person goes from lines older than `before`. Answers how many lines. */
  forgetPersonal(before: number): number;
}

export interface LogTable {
  /** Newest first. `total` counts all that match; a search counts at most 2,000 of each way of matching. */
  page(filter: LogFilter, offset: number, limit: number): { jobs: Job[]; total: number };
  job(id: JobId): Job | undefined;
  /** Heads of groups and their jobs in one order; of the folded groups the heads alone. */
  list(range: SearchedRange, folded: readonly string[], offset: number, limit: number): LogPage;
  /** The first jobs of a range, or of one group of it. */
  ids(range: SearchedRange, group: string | undefined, limit: number): { ids: JobId[]; jobs: number };
  /** Opens names for about `ms`, so that a search can look through them. Answers whether all are opened. */
  openNames(ms: number): boolean;
  /** Names were taken out of the file: they are not to be found any more. */
  forgetNames(): void;
}

export interface LogPage {
  items: LogItem[];
  /** Heads and jobs. */
  total: number;
  jobs: number;
}

export type CountedFile = LogFile;

export interface FileCountsTable {
  /** Jobs of a range by kind and state; `early` of them were added before it, `at` is when the newest was. States and reasons of the range are not looked at. */
  perState(range: LogRange): { kind: JobKind; state: LogState; n: number; at: number; early: number }[];
  /** Jobs of a range by file or day; reasons of the range are not looked at. */
  perPart(range: LogRange, by: 'file' | 'day'): { part: string; n: number; newest: number }[];
  /** The files of a range, newest first, each with all its jobs of these days. */
  files(range: LogRange): { files: CountedFile[]; more: boolean };
}

export interface CountsTable {
  of(storeId: StoreId): Counts;
  perKind(storeId: StoreId): { kind: JobKind; state: JobState; n: number }[];
  adjust(storeId: StoreId, kind: JobKind, state: JobState, by: number): void;
  /** What was done since the outbox was last empty. */
  done(storeId: StoreId): number;
  setDone(storeId: StoreId, done: number): void;
  /** Counts every job and answers whether the stored counts are right; for tests and for support. */
  verify(): boolean;
  /** Counts every job again; only after a restore, where states change in bulk. */
  recount(): void;
}

export interface BatchesTable {
  add(batch: BatchRow): void;
  get(id: BatchId): BatchRow | undefined;
  setComplete(id: BatchId, complete: boolean): void;
  /** When it is due, and with it at most `limit` of its queued jobs that were due sooner. Answers how many of them. */
  postpone(id: BatchId, dueAt: number, now: number, limit: number): number;
  /** The newest complete one of the store that can still be taken back, and how many jobs it holds. */
  open(storeId: StoreId, now: number): { batch: BatchRow; count: number } | undefined;
  incomplete(): BatchRow[];
}

export interface CallsTable {
  /** Written before the request goes out, and again with its end. */
  put(call: CallRow): void;
  get(id: string): CallRow | undefined;
  /** Calls that decided nothing and ended before `before`. Answers how many went. */
  prune(before: number): number;
  /**
   * Takes the kept answers out of the oldest calls, at most `most` of them at once: those that began before `before` (ms
   * UTC), and more while all together have more than `keepBytes`. The rows stay and say so. Answers how many went.
   */
  pruneBodies(bounds: { before: number; keepBytes: number; most: number }): number;
}

export interface AttemptsTable {
  /** Written when the call begins, and again (same call, same `at`) with its outcome. */
  put(attempts: readonly { jobSeq: number; attempt: Attempt }[]): void;
  of(jobSeq: number): Attempt[];
}

export interface DecisionsTable {
  add(jobSeq: number, decision: SellerDecision & { cause: DecisionCause; detail?: string }): void;
  of(jobSeq: number): SellerDecision[];
}

export interface FlagsTable {
  /** The buyer's address changed, as confirm's answer or the change feed said. */
  set(storeId: StoreId, target: string, at: number): void;
  of(storeId: StoreId, targets: readonly string[]): Map<string, number>;
  /** All of a store, newest first. */
  list(storeId: StoreId): { target: string; at: number }[];
  /** The seller has looked. */
  clear(storeId: StoreId, target: string): void;
}

export interface MappingsTable {
  /** Everything the seller's answers taught us, as the window wants it. */
  memory(): Memory;
  rememberCourier(spelling: string, code: string, at: number): void;
  rememberColumns(signature: string, columns: Partial<Record<LineField, number>>, at: number): void;
  forgetCouriers(): void;
  forgetCourier(spelling: string): void;
  forgetColumns(signature: string): void;
  /** Layouts (their headers as JSON) in whose files all open product orders of an order go into one parcel. */
  takeAll(): string[];
  rememberTakeAll(layout: string): void;
  forgetTakeAll(layout: string): void;
}

export interface SettingsTable {
  /** JSON text. */
  get(key: string): string | undefined;
  /** What the text says. undefined where there is none, or none of this shape: it is listed as one that cannot be read. */
  read<Schema extends z.ZodType>(key: string, schema: Schema): z.output<Schema> | undefined;
  set(key: string, value: string): void;
}

/** An order or product order the app has met: in a job, or in the market's answer to a lookup. */
export interface KnownOrder {
  id: string;
  recipient?: string;
  productName?: string;
  /** It was dispatched, or is not open any more. */
  done: boolean;
}

export interface KnownOrdersTable {
  /** Those whose number is these digits and one more, in order. */
  beginningWith(storeId: StoreId, field: NearOrderField, digits: string): KnownOrder[];
}

/** A job that has a tracking number: done, still to be done, or refused by the market. */
export interface NumberUse {
  jobId: JobId;
  /** Without separators. */
  number: string;
  target: string;
  orderId?: string;
  courier?: string;
  /** The file it came from. */
  importId?: ImportId;
  /** ms UTC: when it was done or refused, or, while it waits, when it was added. */
  at: number;
  is: EarlierUse['is'];
}

/** Whose parcel a job is about, as far as it is stored. */
export interface Person {
  recipient?: string | undefined;
  address?: string | undefined;
}

export interface UsedNumbersTable {
  /** The jobs of the store with one of these numbers, settled after `since` and not taken out, or still to be done; at most 200 a number. */
  usesOf(storeId: StoreId, numbers: readonly string[], since: number): NumberUse[];
  /** Names and addresses are opened only for the few jobs that are asked about. */
  peopleOf(jobIds: readonly JobId[]): Map<JobId, Person>;
  /** Which order a product order belongs to, where a lookup has told. */
  ordersOf(storeId: StoreId, productOrderIds: readonly string[]): Map<string, string>;
}

/** What the market calls product orders: product and option in one text. */
export interface ProductNamesTable {
  /** Keeps what a reading told. Nothing is kept where there is no key that lasts. @param at ms UTC */
  keep(storeId: StoreId, names: ReadonlyMap<string, string>, at: number): void;
  of(storeId: StoreId, productOrderId: string): string | undefined;
  /** Forgets what was seen last before this moment (ms UTC). */
  forgetPersonal(before: number): void;
}

/** Every repository, synchronous: for use inside one transaction. */
export interface Tables {
  stores: StoresTable;
  imports: ImportsTable;
  drafts: DraftsTable;
  sentLines: SentLinesTable;
  editSteps: EditStepsTable;
  jobs: JobsTable;
  log: LogTable;
  counts: CountsTable;
  fileCounts: FileCountsTable;
  batches: BatchesTable;
  calls: CallsTable;
  attempts: AttemptsTable;
  decisions: DecisionsTable;
  flags: FlagsTable;
  mappings: MappingsTable;
  settings: SettingsTable;
  book: BookTable;
  forms: FormsTable;
  formLayouts: FormLayoutsTable;
  orders: OrdersTable;
  knownOrders: KnownOrdersTable;
  usedNumbers: UsedNumbersTable;
  productNames: ProductNamesTable;
  unread: UnreadTable;
}

/** The same repository with every answer behind a promise. */
export type Promised<Table> = {
  [Name in keyof Table]: Table[Name] extends (...input: infer Input) => infer Output
    ? (...input: Input) => Promise<Output>
    : never;
};

/**
 * The database as everything outside this folder uses it. A single question goes through a promised repository
 * (`await database.stores.list()`); what must change together goes through `transaction`, whose work is
 * synchronous and sees all repositories. Both answer promises, so that the file could move to a worker.
 */
export type AppDatabase = { [Name in keyof Tables]: Promised<Tables[Name]> } & {
  /** One IMMEDIATE transaction: all of it is on the disk when the promise resolves, or none of it. */
  transaction<Value>(work: (tables: Tables) => Value, urgency?: Urgency): Promise<Value>;
  /**
   * From now on no lock of another program is waited for longer than this: what waits is then refused with the error of
   * SQLite. Without it a lock is waited for as long as it lasts.
   */
  limitLockWait(ms: number): void;
  close(): Promise<void>;
};
