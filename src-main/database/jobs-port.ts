import type { BatchId, JobId, StoreId } from '../../src-preload/contract/ids';
import type { JobKind, JobState } from '../../src-preload/contract/job-states';
import type { JobRow, LineOfBatch, NewJobRow, SameInBatch } from './rows';

/** Latest that is known of a target: shown next to a line that asks for it again. */
export interface TargetHistory {
  target: string;
  jobId: JobId;
  state: JobState;
  code: string | undefined;
  values: JobRow['values'];
  /** What the market showed of it last. */
  finding: JobRow['finding'];
  changedAt: number;
}

export interface JobsTable {
  /** Most recent job per target of this store and kind. */
  latestOf(storeId: StoreId, kind: JobKind, targets: readonly string[]): TargetHistory[];
  /** Whether a later job of the same target and kind has taken its place; cheaper than `latestOf`, which reads the rows. */
  hasLater(job: Pick<JobRow, 'storeId' | 'target' | 'kind' | 'seq'>): boolean;
  add(job: NewJobRow): void;
  /** The same for many lines at once, in their order: half the price of one by one. */
  addLines(same: SameInBatch, lines: readonly LineOfBatch[]): void;
  byId(id: JobId): JobRow | undefined;
  byIds(ids: readonly JobId[]): JobRow[];
  /** Those of these that count as read. */
  readAmong(seqs: readonly number[]): Set<number>;
  live(storeId: StoreId, kind: JobKind, target: string): JobRow | undefined;
  /** The live jobs of these targets: one question for a whole chunk of lines. */
  liveAmong(storeId: StoreId, kind: JobKind, targets: readonly string[]): JobRow[];
  succeededAmong(storeId: StoreId, kind: JobKind, targets: readonly string[]): JobRow[];
  /** Of these targets those whose live job cannot be read: it may be on its way, so no other one is made. */
  unreadLive(storeId: StoreId, kind: JobKind, targets: readonly string[]): Set<string>;
  /** Writes everything that may change but the values; only if it still stands as `was`. False: it does not. */
  save(job: JobRow, was: { state: JobState; revision: number }): boolean;
  /** The same for many jobs at once: a third of the price. Answers those that were written, by seq. */
  saveAll(changes: readonly { job: JobRow; was: { state: JobState; revision: number } }[]): Set<number>;
  /** Writes only what a reading found and when. */
  saveReading(job: JobRow, was: { state: JobState; revision: number }): boolean;
  /** As `save`, and the values with all that is derived from them. */
  saveValues(job: JobRow, was: { state: JobState; revision: number }): boolean;
  /** Taken back within the undo window: as if it had never been added. */
  erase(ids: readonly JobId[]): void;
  forgetPersonal(before: number): number;
  /** Jobs of the same store with the same courier and number. */
  parcel(job: JobRow): JobRow[];
  /** Queued dispatches of the same courier and number that a reading left out; its own is among them. */
  leftOutOfBox(job: JobRow): JobRow[];
  /** Held dispatches of the same courier and number. */
  heldOfBox(job: JobRow): JobRow[];
  /** What is queued of a product order's box must be read once more before it is sent. Answers how many that are. */
  readBoxAgain(storeId: StoreId, target: string): number;
  /** What is queued for a product order on a finding from before this one (ms UTC) must be read once more. Answers how many that are. */
  readAgain(storeId: StoreId, target: string, findingAt: number): number;
  followers(id: JobId): JobRow[];
  /** Dispatches of an order, as the market's reading or the sheet says; oldest first. */
  unsettledOfOrder(storeId: StoreId, orderId: string): JobRow[];
  /** Whether something of a batch is due that no reading has shown yet and of which the sheet names no order. */
  hasUnreadInBatch(batchId: BatchId, now: number): boolean;
  /** The stock job that waits behind one in flight. */
  behind(storeId: StoreId, kind: JobKind, target: string): JobRow | undefined;

  dueToSend(q: {
    storeId: StoreId;
    kind: JobKind;
    now: number;
    readAfter?: number;
    cap?: number | null;
    limit: number;
  }): JobRow[];
  /**
   * `asked`: only what the seller asked for; the rest, of which thousands may have been read by now, is not walked.
   * `except`: what is being read already.
   */
  dueToRead(q: {
    storeId: StoreId;
    kind: JobKind;
    now: number;
    readBefore: number;
    limit: number;
    asked?: boolean;
    except?: readonly JobId[];
  }): JobRow[];
  dueToReconcile(storeId: StoreId, now: number, limit: number): JobRow[];
  askedToReread(storeId: StoreId, limit: number): JobRow[];
  waitingDue(storeId: StoreId, now: number, limit: number): JobRow[];
  /** Held for something that is over by itself by now. */
  heldDue(storeId: StoreId, now: number, limit: number): JobRow[];
  waitingOn(storeId: StoreId, wait: NonNullable<JobRow['wait']>, limit: number): JobRow[];
  /** Something of this store can be sent or read now. */
  hasDue(storeId: StoreId, now: number): boolean;
  /** What is done and due to be read once more, oldest first. */
  toReadBack(storeId: StoreId, now: number, limit: number): JobRow[];
  /**
   * When that is to be asked for: once a full reading is due or the last one is, so that few calls do it; and five minutes
   * after the first was due at the latest.
   */
  readBackAt(storeId: StoreId, fullReading: number): { at: number; latest: number } | undefined;
  /** Earliest stored time at which something of this store becomes due, after `now`. */
  nextDue(storeId: StoreId, now: number): number | undefined;
  /** Any job that may still lead to a call without the seller's word. */
  firstUnsettled(storeId: StoreId): JobRow | undefined;
  oldestMoving(storeId: StoreId): number | undefined;
  inState(storeId: StoreId, state: JobState, afterSeq: number, limit: number): JobRow[];
  /** How many are in the seller's 일괄발송 file. */
  countFiled(storeId: StoreId): number;
  /** Those still queued. */
  ofBatch(batchId: BatchId, limit: number): JobRow[];
  /** Those in the seller's 일괄발송 file. */
  filedOfBatch(batchId: BatchId, limit: number): JobRow[];
  /** Those still `sending` under this call, by seq. */
  inCall(callId: string): Set<number>;
  /** Plans made more than `slackMs` in the future (a clock set back) are due now. Answers how many. */
  bringForward(now: number, slackMs: number): number;
}
