import type { OrderPersonal } from '../../src-preload/contract/book/personal';
import type { Finding, HoldReason, JobValues } from '../../src-preload/contract/job';
import type { OwnCode } from '../../src-preload/contract/codes';
import type { JobKind } from '../../src-preload/contract/job-states';
import type { CodeClass } from '../../src-preload/contract/markets/code-class';
import type { MarketName } from '../../src-preload/contract/market-facts';
import type { NetworkFault } from '../../src-preload/contract/network-fault';
import type { Secrets, TestReport } from '../../src-preload/contract/store';

/** What a market needs of a job to send it. */
export interface Sendable {
  target: string;
  values: JobValues;
}

/** One HTTP request as it is written into the calls table. */
export interface CallRecord {
  startedAt: number;
  endedAt: number;
  httpStatus?: number;
  /** The market's or gateway's code for the whole call. */
  code?: string;
  message?: string;
  traceId?: string;
  /** The bucket the market told about in its headers, if it did. */
  rate?: { replenishPerSecond: number; burst: number; remaining: number };
  /** Raw body; stored for dispatch, confirm and stock only. */
  body?: string;
}

/** Why a store cannot send now. None of it was applied by the market. */
export interface StoreFailure {
  kind:
    | 'offline' // no byte was written: DNS, connect, a proxy, TLS
    | 'rate' // 429 GW.RATE_LIMIT
    | 'quota' // 429 GW.QUOTA_LIMIT
    | 'ip' // 403
    | 'secret' // the token call refused the credentials; or a 401 that is not GW.AUTHN stays after one renewal
    | 'permission' // GW.AUTHN stays after one renewal (or the renewal returned the refused token): API group missing
    | 'blocked' // 503 GW.BLOCK.*
    | 'no-path' // 404 GW.NOT_FOUND
    | 'clock' // the token call refused our time even after the skew was learnt
    | 'market'; // the token call or a read ended without the market's answer (5xx, cut, no JSON)
  code?: string;
  message?: string;
  /** For offline and market: what is known to stand between this computer and the market. */
  fault?: NetworkFault;
  /** For ip: the address the market saw, where it says so. */
  address?: string;
  /** For quota: ms until the period ends, where the market said so. For rate and blocked: Retry-After where it ever appears. */
  retryAfterMs?: number;
}

/** The market's answer on one job. */
export type Verdict =
  | { yes: true; addressChanged?: boolean; note?: string; productOrderIds?: string[] }
  /** `again`: not applied, and may be taken when it is sent once more; the market's client sends it otherwise then. */
  | { yes: false; code: string; message: string; again?: true };

export type SendOutcome =
  /** A target missing from `verdicts` was in neither list: unknown. */
  | { type: 'answered'; verdicts: ReadonlyMap<string, Verdict> }
  | { type: 'not-applied'; failure: StoreFailure }
  /** 400 for the whole call: nothing applied, one of the jobs (or our code) is at fault. */
  | { type: 'refused-whole'; code: string; message: string }
  /** May have been applied or not: cut, 5xx, a 200 that is not the documented JSON. */
  | { type: 'no-answer'; code?: string; message?: string; fault?: NetworkFault };

export type ReadOutcome =
  /** A target missing from `findings` was not returned by the market. */
  | {
      type: 'answered';
      findings: ReadonlyMap<string, Finding>;
      refused: ReadonlyMap<string, { code: string; message: string }>;
      /** What the market calls what was found: product and option in one text. Not of all, and not of every market. */
      names?: ReadonlyMap<string, string>;
      /** For the order book; of a market that has one. */
      details?: ReadonlyMap<string, OrderDetails>;
    }
  | { type: 'trouble'; failure: StoreFailure }
  | { type: 'refused-whole'; code: string; message: string };

/** What of a product order the order book keeps next to its finding. Times in ms UTC; unknown words stay as they are. */
export interface OrderDetails {
  orderId?: string;
  /** Product orders of one parcel (묶음배송) have the same. */
  packageNumber?: string;
  paidAt?: number;
  dueAt?: number;
  sentAt?: number;
  quantity?: number;
  deliveryTagType?: string;
  deliveryStatus?: string;
  pickedUpAt?: number;
  wrongTrackingNumberType?: string;
  delayedDispatchReason?: string;
  /** Must not be logged, and is stored sealed only. */
  personal: OrderPersonal;
}

/** Where a change feed is read on: market time in ms UTC. */
export interface FeedPosition {
  from: number;
  /** The end of a window that was begun. Absent: as far as a window may reach, and not beyond the market's now. */
  to?: number;
  /** The market's own mark within `from`. */
  sequence?: string;
}

/** One thing that happened to a product order, in the market's words. */
export interface FeedRow {
  productOrderId: string;
  orderId?: string;
  /** Kept as it is where it is not documented; empty where the market left it out. */
  type: string;
  /** Market time in ms UTC; absent where it cannot be read. */
  at?: number;
  /** The buyer changed the address at some time. */
  addressChanged: boolean;
}

export type FeedOutcome =
  /** `next`: absent at the end of the window. `to`: the window's end, market time in ms UTC; `now`: the market's now. */
  | { type: 'answered'; rows: readonly FeedRow[]; next?: FeedPosition; to: number; now: number }
  | { type: 'trouble'; failure: StoreFailure }
  | { type: 'refused-whole'; code: string; message: string };

/** Until when a store's orders of 오늘출발 leave the same day. */
export type TodayHourAnswer =
  /** `minutes`: after midnight in Korea. Days the store is closed on stay in the market's words. */
  | { type: 'answered'; minutes: number; closedWeekday?: string; closedDays: readonly string[] }
  /** The store has set none, or the application may not read it. */
  | { type: 'unavailable' };

export type TodayHourOutcome = TodayHourAnswer | { type: 'trouble'; failure: StoreFailure };

/** What a finding means for a job (resources/docs/domain.md, "Reconcile" and "Reading before sending"). */
export type Judgement =
  /** The market has exactly what the job wants; `code`: something about it that the seller has to know. */
  | { is: 'done'; code?: OwnCode }
  /** Another shipment is registered. */
  | { is: 'other' }
  /** The buyer's cancel claim is open; sending would reject it. */
  /** `claimId`: undefined where the market left it out. */
  | { is: 'cancel-requested'; claimId: string | undefined }
  /** Not applied, and could be. */
  | { is: 'open' }
  /** Not applied, and not in a state to be. `isFinal`: cancelled, returned, exchanged, unpaid; sending is pointless. */
  | { is: 'closed'; isFinal: boolean };

/** What the market shows of a dispatch that it accepted. */
export type Registered =
  /** What was sent; `code`: something about it that the seller has to know. */
  | { is: 'same'; code?: Extract<OwnCode, 'cancel-overridden' | 'wrong-number'> }
  /** Another shipment. */
  | { is: 'other' }
  /** No shipment at all. */
  | { is: 'nothing' }
  /** A shipment of which too little is told. */
  | { is: 'unclear' };

/** Holds that come from what kind of order it is, each with a code of its own name. */
export type SpecialHold = Extract<HoldReason, 'hope-date' | 'pick-up' | 'partly-cancelled'>;

/** What a reading shows of an order that must not go out like the others. */
export type Obstacle =
  /** Somebody else ships it: never sent from here. */
  | { is: 'not-ours'; code: OwnCode }
  /** The market would refuse it as the order stands, and the seller has to do something first. */
  | { is: 'refused'; code: OwnCode }
  /** It cannot be sent yet: waits, and is read again. */
  | { is: 'too-early'; code: OwnCode }
  /** Sending it may do harm: the seller is asked. */
  /** `until`: ms UTC, when it is no longer so by itself. */
  | { is: 'doubtful'; reason: SpecialHold; until?: number }
  /** An add-on: the main product of its order goes first. */
  | { is: 'add-on' };

export type { CodeClass };

/** An open line to one store of a market. */
export interface Session {
  /** Token or whatever comes before the first call; asked before jobs are marked as sending. */
  ready(): Promise<{ ok: true } | { ok: false; failure: StoreFailure }>;
  /** One call. The engine never gives more than limits[kind] jobs, and never two of one target. */
  send(kind: JobKind, jobs: readonly Sendable[]): Promise<{ outcome: SendOutcome; call: CallRecord }>;
  /** Reads product orders; at most readLimit targets. Markets whose writes may be repeated need no reading. */
  read(targets: readonly string[]): Promise<{ outcome: ReadOutcome; call: CallRecord }>;
  /** One page of what changed at the market; left out where a market has no such feed. */
  readChanges?(position: FeedPosition): Promise<{ outcome: FeedOutcome; call: CallRecord }>;
  /** Left out where a market has no such hour. */
  readTodayHour?(): Promise<{ outcome: TodayHourOutcome; call: CallRecord }>;
  /** Opens a connection to the market and closes it; true when it came about, else why not where that is known. No call. */
  probe(): Promise<boolean | NetworkFault>;
  test(): Promise<TestReport>;
  close(): Promise<void>;
}

/** What a market's client has found out about a store and would not like to find out again. */
export interface LearnedFacts {
  /** Couriers that were renamed: the code a job names -> the code the market took for it. */
  companyCodes: Readonly<Record<string, string>>;
  remember(companyCodes: Readonly<Record<string, string>>): void;
}

/** One folder a market; registered by one line in assemble.ts. */
export interface Market {
  name: MarketName;
  limits: Partial<Record<JobKind, number>>;
  readLimit: number;
  /** Kinds whose unknown outcome is reconciled by reading; the others may simply be sent again. */
  reads: readonly JobKind[];
  /** Closed table over (kind of call, code); a code no one listed is `unknown`. */
  classOf(kind: JobKind | 'read', code: string): CodeClass;
  /** Pure. */
  judge(values: JobValues, finding: Finding): Judgement;
  /**
   * What stands in the way of an order that is open, worst first; a market without special orders leaves it out. Pure.
   * @param now ms UTC
   */
  obstacles?(values: JobValues, finding: Finding, now: number): readonly Obstacle[];
  /** For a market that is read after it accepted something; others leave it out. Pure. */
  registered?(values: JobValues, finding: Finding, before: Finding | undefined): Registered;
  /** What identifies one bucket of the market's rate limit. */
  bucketOf(accountId: string, kind: JobKind | 'read' | 'changes' | 'today-hour'): string;
  open(options: { secrets: Secrets; baseUrl?: string; learned?: LearnedFacts }): Session;
}
