import type { z } from 'zod';
import type {
  Action,
  ActionOnAll,
  AddOutcome,
  LetGo,
  Look,
  actionOutcomeSchema,
} from '../../src-preload/contract/actions';
import type { BatchId, ImportId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { Finding, JobValues } from '../../src-preload/contract/job';
import type { ConfirmFirst, StoreStatus, TestReport } from '../../src-preload/contract/store';
import type { MarketName } from '../../src-preload/contract/market-facts';
import type { AppDatabase } from '../database/tables';
import type { Logger } from '../diagnostics/log-events';
import type {
  CallRecord,
  FeedOutcome,
  FeedPosition,
  Market,
  ReadOutcome,
  Session,
  TodayHourAnswer,
} from '../markets/market';

export type ActionOutcome = z.infer<typeof actionOutcomeSchema>;

/** A line that is to become a job: checked by contract/check, without errors, and wanted by the seller. */
export interface NewJob {
  /** Row of the sheet; answers name lines by it. Absent for pasted targets: then the position, 1-based. */
  row?: number;
  target: string;
  orderId?: string;
  values: JobValues;
  recipient?: string;
  productName?: string;
}

export interface AddRequest {
  storeId: StoreId;
  /** The lines' draft rows are marked as sent in the same transaction. */
  importId?: ImportId;
  /** Only replace jobs of the same target that are queued, waiting or held; nothing is added. */
  replace?: boolean;
  /** Kept as `held`, `by-file`: the seller takes them to the market. */
  byFile?: boolean;
  /** The undo window, 0 to 30,000 ms. */
  undoMs: number;
  jobs: readonly NewJob[];
}

export type UndoOutcome =
  | { ok: true; value: { takenBack: number; importId?: ImportId } }
  | { ok: false; failure: { code: 'too-late' | 'not-found' } };

/** What the outbox tells: for events, at most as often as things change; main.ts limits them to ten a second. */
export interface OutboxChange {
  storeId: StoreId;
  /** Jobs that changed, in no order. Empty when only the store's status did. */
  jobs: readonly JobId[];
  added: boolean;
}

export interface Timers {
  set(work: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}

export interface OutboxOptions {
  database: AppDatabase;
  /** ms UTC of this computer; it may jump. */
  now: () => number;
  /** 0 to 1, as Math.random. */
  random: () => number;
  newId: () => string;
  timers: Timers;
  /** undefined: the store has no secrets. */
  openSession: (storeId: StoreId) => Promise<Session | undefined>;
  market: (name: MarketName) => Market;
  /**
   * What the system says. Must answer true for a store whose market is on loopback (resources/docs/domain.md, "Store
   * health").
   */
  isSystemOnline: (storeId: StoreId) => boolean;
  onChange: (change: OutboxChange) => void;
  /** The database failed (disk full, ...): the outbox has stopped and nothing goes out until `start` is called again. */
  onFault: (error: unknown) => void;
  /** Where changes of a store's health and recoveries are said. */
  logger?: Logger;
  /** Lets the event loop breathe between two chunks of a long piece of work; default setImmediate. */
  yieldToEventLoop?: () => Promise<void>;
}

/** Which call a reading was, for the attempts of the jobs it decides. */
export interface ReadCall {
  id: string;
  record: CallRecord;
}

/** A page of the feed, or the market's no to the question. */
export type FeedAnswer = Extract<FeedOutcome, { type: 'answered' | 'refused-whole' }>;

/**
 * What a reading outside the queue gives way to. `to-nothing`: the seller waits for it. `to-jobs`: it is made only when
 * nothing is to be sent. `to-need`: also while something is, as long as the market lets through plenty.
 */
export type Deference = 'to-nothing' | 'to-jobs' | 'to-need';

/**
 * `busy`: what is to be sent goes first; ask again in a while. `resting`: the store is paused, offline or silent.
 * `no-answer`: it was asked, and nothing came that can be used.
 */
export type DirectReadOutcome<Answer> =
  | { is: 'answered'; answer: Answer; call: ReadCall }
  | { is: 'busy' }
  | { is: 'resting' }
  | { is: 'no-answer' };

/** A reading: what was found, or the market's no to all of it at once, because of one of them. */
export type ProductOrderStates = Extract<ReadOutcome, { type: 'answered' | 'refused-whole' }>;

export interface DirectReads {
  /** Lookups per second as the market told; undefined before its first word. */
  rateOf(storeId: StoreId): number | undefined;
  /** The product orders of one order number, outside the queue. */
  lookUpOrder(
    storeId: StoreId,
    orderId: string,
  ): Promise<DirectReadOutcome<readonly string[] | { code: string; message: string }>>;
  /** The states of product orders, at most the market's `readLimit`. */
  readProductOrders(
    storeId: StoreId,
    productOrderIds: readonly string[],
    defers: Deference,
  ): Promise<DirectReadOutcome<ProductOrderStates>>;
  /** One page of what changed at the market; undefined: it has no such feed. */
  readChanges(storeId: StoreId, position: FeedPosition): Promise<DirectReadOutcome<FeedAnswer> | undefined>;
  /** The hour of 오늘출발; undefined: the market has none. Its failure says nothing of the store. */
  readTodayHour(storeId: StoreId): Promise<DirectReadOutcome<TodayHourAnswer> | undefined>;
  /** When such a call may have a slot, ms UTC; Infinity when only an answer under way can bring one. */
  slotAt(storeId: StoreId, kind: 'read' | 'changes'): Promise<number>;
}

export interface Outbox {
  /**
   * Recovers what a crash left, then sends. `lookFirst` is for a copied data folder or a restored backup:
   * every store with something unsettled starts paused; a queue from an earlier KST day does so by itself.
   */
  start(options?: { lookFirst?: boolean }): Promise<void>;
  /** Takes nothing new; waits up to `graceMs` (default 10 s) for calls in flight, then leaves them as unknown. */
  stop(graceMs?: number): Promise<void>;
  add(request: AddRequest): Promise<AddOutcome>;
  /** How many jobs `add` would make of these lines; nothing is changed. */
  countNew(storeId: StoreId, lines: readonly NewJob[]): Promise<number>;
  undo(batchId: BatchId): Promise<UndoOutcome>;
  /**
   * With `undoMs` a decision can be taken back for so long, and what it lets go stays in the queue until then; its outcome
   * says by which id. What waits and is tried now is no decision: it would have gone by itself.
   */
  act(action: Action, undoMs?: number): Promise<ActionOutcome>;
  /**
   * Only what it can change: never holds about a cancel request, never what the readings do not return. 'Confirm first' for
   * all is also the answer of a store that asks.
   */
  actAll(storeId: StoreId, action: ActionOnAll, undoMs?: number): Promise<ActionOutcome>;
  /** How many jobs `actAll` would change. */
  countAll(storeId: StoreId, action: ActionOnAll): Promise<number>;
  countsAll(storeId: StoreId): Promise<Record<ActionOnAll, number>>;
  /** Puts back what a decision changed and nothing has changed since; undefined: it is too late. Answers how many. */
  takeBack(undo: string): Promise<number | undefined>;
  /**
   * The seller has looked at what changed about product orders of a box: what of the box was held for that goes on, unless
   * something of it is still to be looked at. With `undoMs` as `act`.
   */
  acknowledgeChanges(storeId: StoreId, looks: readonly Look[], undoMs?: number): Promise<LetGo>;
  /** The same for a changed address, by the moment it was listed with; of a later change it says nothing. */
  acknowledgeAddress(storeId: StoreId, target: string, flaggedAt: number, undoMs?: number): Promise<LetGo>;
  /** Remembers the answer and applies it to all that wait for it. */
  setConfirmFirst(storeId: StoreId, confirmFirst: ConfirmFirst): Promise<void>;
  /** true: pause "seller". false: lifts whatever pause there is. */
  setPaused(storeId: StoreId, paused: boolean): Promise<void>;
  /** Added, or its secrets replaced or cleared: a pause the old ones led to is lifted, the session opened again, nothing is proven. */
  storeChanged(storeId: StoreId): Promise<void>;
  /** Its connection was tested: a good answer lifts such a pause and proves it, a bad one stops the store at once. */
  storeTested(storeId: StoreId, report: TestReport): Promise<void>;
  /** Its session is closed and nothing is sent any more. */
  storeRemoved(storeId: StoreId): Promise<void>;
  /** Another network, or the computer woke up: the old reasons not to try may be gone, the address among them. */
  networkChanged(): void;
  status(storeId: StoreId): Promise<StoreStatus>;
  statuses(): Promise<StoreStatus[]>;
  /** Something is due or in flight: the computer is kept awake, and closing asks once. */
  busy(): Promise<{ inFlight: number; underWay: number; due: boolean }>;
  /** Looks at the market outside the queue. */
  directReads: DirectReads;
  /**
   * What a reading outside the queue found, for jobs that are queued or held: a cancel request, a stored address change and
   * whatever else stands against sending holds them, and the rest of their parcels, as a reading of their own would.
   */
  takeFindings(storeId: StoreId, findings: ReadonlyMap<string, Finding>, call: ReadCall): Promise<void>;
}
