import type { JobId } from '../../../src-preload/contract/ids';
import type { JobKind } from '../../../src-preload/contract/job-states';
import type { NetworkFault } from '../../../src-preload/contract/network-fault';
import type { PauseCause } from '../../../src-preload/contract/store';
import type { StoreFailure } from '../../markets/market';

/** What is judged by itself: each kind of call, readings, the change feed, and the token before any of them. */
export type CallScope = JobKind | 'read' | 'changes' | 'token';

/** How a probe ended. */
export type ProbeOutcome =
  /** The connection without a call of an outage. */
  | { is: 'reached' }
  | { is: 'unreachable'; fault?: NetworkFault }
  /** One API read, or the store's test. */
  | { is: 'answered' }
  | { is: 'failed'; failure: StoreFailure };

export type HealthEvent =
  /** A call, reading or token call failed for a reason that concerns the whole store. `isPaced`: its rate limiter waits. */
  | { type: 'store-failed'; scope: CallScope; failure: StoreFailure; isPaced: boolean }
  | { type: 'answered'; scope: CallScope }
  /** A write ended without a usable answer: no one knows what the market saw. `fault`: who answered in its place. */
  | { type: 'no-response'; scope: JobKind; fault?: NetworkFault }
  | { type: 'call-accepted'; kind: JobKind }
  /** A 400 for the whole call. */
  | { type: 'call-rejected'; kind: JobKind; jobs: readonly JobId[]; isSplit: boolean; code: string }
  | { type: 'probe-started' }
  /** `pause`: the cause of the pause whose end was probed for. */
  | { type: 'probe-ended'; outcome: ProbeOutcome; pause: PauseCause | undefined }
  /** Another network, or the computer woke up. */
  | { type: 'network-changed' }
  /** The seller wants all of it tried again now. */
  | { type: 'retry-asked' }
  | { type: 'seller-paused' }
  | { type: 'seller-resumed' }
  /** Other secrets, or a test of them that went well. */
  | { type: 'secrets-changed' }
  /** A queue of an earlier day, a restored backup or a copied folder: the seller is asked before it goes on. */
  | { type: 'look-first-needed' }
  | { type: 'nothing-to-look-at' }
  /** Each step of the engine; `backMs`: how far the clock was set back since the last one, 0 or more. */
  | { type: 'clock-read'; backMs: number };
