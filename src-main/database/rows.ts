import type { SheetReading } from '../../src-preload/contract/import';
import type { BatchId, ImportId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { Finding, HoldReason, JobValues } from '../../src-preload/contract/job';
import type { JobKind, JobState, Wait } from '../../src-preload/contract/job-states';
import type { ConfirmFirst, Pause } from '../../src-preload/contract/store';
import type { MarketName } from '../../src-preload/contract/market-facts';

/**
 * What stands in SQLite, as the repositories hand it out: parsed, with undefined where a column is NULL.
 * The window never sees these; it sees the contract's Job, Store and Import.
 */

/** Jobs a seller touched go before new ones: a retry does not wait behind ten thousand. */
export const priorities = { asked: 0, ordinary: 1 } as const;

export interface JobRow {
  seq: number;
  id: JobId;
  storeId: StoreId;
  kind: JobKind;
  target: string;
  orderId: string | undefined;
  values: JobValues;
  state: JobState;
  code: string | undefined;
  message: string | undefined;
  holdReason: HoldReason | undefined;
  finding: Finding | undefined;
  /** When the market was last read for this job; what is older than 20 s is read again before sending. */
  readAt: number | undefined;
  /** The seller asked to have it read again. */
  reread: boolean;
  revision: number;
  failures: number;
  attempts: number;
  /** Most jobs that may share a call with it; undefined: the market's limit. */
  batchCap: number | undefined;
  priority: number;
  /** What the seller has agreed to: claim ids, flag times. A hold for one of these is not asked again. */
  approved: readonly string[];
  wait: Wait | undefined;
  /** queued, waiting: when it may go on. unknown: when it is read. undefined: only an event makes it due. */
  dueAt: number | undefined;
  /** When dueAt was decided: a plan made in the future shows a clock set back. */
  plannedAt: number | undefined;
  afterJob: JobId | undefined;
  callId: string | undefined;
  /** The market's own word on it that waits for a reading (9999, ...). */
  answerCode: string | undefined;
  answerMessage: string | undefined;
  /** Its last call went out while the circuit of its kind was open: that round costs no failure. */
  inCircuit: boolean;
  batchId: BatchId | undefined;
  importId: ImportId | undefined;
  sheetRow: number | undefined;
  recipient: Uint8Array | undefined;
  productName: Uint8Array | undefined;
  createdAt: number;
  changedAt: number;
}

export interface NewJobRow {
  id: JobId;
  storeId: StoreId;
  kind: JobKind;
  target: string;
  orderId?: string | undefined;
  values: JobValues;
  state: 'queued' | 'waiting' | 'held';
  holdReason?: HoldReason | undefined;
  code?: string | undefined;
  priority: number;
  wait?: Wait | undefined;
  dueAt?: number | undefined;
  afterJob?: JobId | undefined;
  batchId?: BatchId | undefined;
  importId?: ImportId | undefined;
  sheetRow?: number | undefined;
  /** Plain text; sealed on its way in. */
  recipient?: string | undefined;
  productName?: string | undefined;
  /** Taken over from another job, sealed already. */
  sealed?: { recipient: Uint8Array | undefined; productName: Uint8Array | undefined };
  createdAt: number;
}

/** What differs from line to line of a batch, and what its lines have in common. */
export type LineOfBatch = Pick<
  NewJobRow,
  'id' | 'target' | 'orderId' | 'values' | 'sheetRow' | 'recipient' | 'productName' | 'sealed'
>;
export type SameInBatch = Omit<NewJobRow, keyof LineOfBatch>;

export interface StoreRow {
  id: StoreId;
  market: MarketName;
  label: string;
  practice: boolean;
  accountId: string;
  /** Asked in the place of the market, for as long as the store exists; undefined: the market itself. */
  testAddress: string | undefined;
  secretSavedAt: number | undefined;
  confirmFirst: ConfirmFirst;
  /** What shows: `look-first` stands behind every other cause. */
  pause: Pause | undefined;
  /** ms UTC. Also behind another pause. */
  lookFirstSince?: number | undefined;
  /** The market's first "not confirmed yet" (104443). From then on NOT_YET jobs are asked about. */
  notConfirmedSeenAt: number | undefined;
  /** The market's first "not permitted" to agreeing to a cancel request, ms UTC; undefined: it is not known to be so. */
  refundRefusedAt?: number | undefined;
  createdAt: number;
}

export interface BatchRow {
  id: BatchId;
  storeId: StoreId;
  importId: ImportId | undefined;
  createdAt: number;
  dueAt: number;
  /** False while lines are being added or taken back; what a crash leaves so is taken back at the next start. */
  complete: boolean;
}

export interface CallRow {
  id: string;
  storeId: StoreId;
  kind: JobKind | 'read' | 'changes' | 'today-hour';
  startedAt: number;
  endedAt?: number | undefined;
  httpStatus?: number | undefined;
  code?: string | undefined;
  message?: string | undefined;
  traceId?: string | undefined;
  jobs: number;
  /** Ids in the answer that were never asked for: recorded, otherwise ignored. */
  unasked?: readonly string[] | undefined;
  body?: string | undefined;
  /** It changed at least one job; the others are pruned after 30 days. */
  decided: boolean;
}

export interface ImportRow {
  id: ImportId;
  storeId: StoreId;
  fileName: string;
  operation: JobKind;
  digest: string;
  createdAt: number;
  reading: SheetReading | undefined;
  dropped: boolean;
}
