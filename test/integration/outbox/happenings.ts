import * as fc from 'fast-check';
import type { Finding } from '../../../src-preload/contract/job';
import type { PauseCause } from '../../../src-preload/contract/store';
import type { Fault } from '../../support/outbox/fake-market';
import type { FakeOrder } from '../../support/outbox/fake-order';

/** One thing that happens on a bad day. A program is a list of them. */
export type Happening =
  | { do: 'add'; count: number; order: Partial<FakeOrder>; undoMs: number }
  | { do: 'add-again'; which: number; otherNumber: boolean; replace: boolean }
  | { do: 'faults'; faults: readonly Fault[] }
  | { do: 'outage'; ms: number }
  | { do: 'system-offline'; ms: number }
  | { do: 'wait'; ms: number }
  | { do: 'jump'; ms: number }
  | { do: 'kill' }
  | { do: 'kill-in-flight' }
  | { do: 'retry-all' }
  | { do: 'network-changed' }
  | {
      do: 'act';
      which: number;
      action: 'retry' | 'exclude' | 'approve' | 'decline' | 'refund' | 'reread' | 'edit' | 'confirm-then-dispatch';
    }
  | { do: 'undo' }
  /** One parcel of three orders, of which the buyer wants to cancel two. */
  | { do: 'add-parcel' }
  /** An add-on and, after it, its main product. */
  | { do: 'add-pair' }
  /** Orders that leave later. */
  | { do: 'delay'; count: number; order: Partial<FakeOrder> }
  /** The buyer asks while the order waits. */
  | { do: 'claim'; which: number }
  /** The buyer cancels it, or the market has ended it, while it waits. */
  | { do: 'cancel'; which: number }
  /** Readings no longer return the order, or return it again. */
  | { do: 'leave-out'; which: number }
  /** The PC is switched off, where the store had stopped for this, and on again a day later. */
  | { do: 'next-day'; stoppedFor: Exclude<PauseCause, 'look-first'> | undefined }
  | { do: 'pause'; ms: number }
  | { do: 'new-secret' };

const faults: readonly Fault[] = [
  ...([
    'cut-before',
    'cut-after',
    'lost-ids',
    'unasked-ids',
    'refuse-whole',
    'offline',
    'rate',
    'quota',
    'ip',
  ] as const),
  ...(['secret', 'permission', 'blocked', 'no-path', 'clock', 'market'] as const),
];

/** Orders that must not go out like the others. */
const specialOrders: readonly Partial<Finding>[] = [
  { logisticsDirectContracted: true },
  { giftReceivingStatus: 'WAIT_FOR_RECEIVING' },
  { hopeDeliveryYmd: '20991231' },
  { expectedDeliveryMethod: 'VISIT_RECEIPT' },
  { initialQuantity: 2, remainQuantity: 1 },
];

/** Whether an order may go out only after the seller was asked about what it is. */
export function isDoubtful({ more }: FakeOrder): boolean {
  return (
    more?.hopeDeliveryYmd !== undefined ||
    more?.expectedDeliveryMethod !== undefined ||
    more?.remainQuantity !== undefined
  );
}

const someOrder: fc.Arbitrary<Partial<FakeOrder>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ claimId: 'claim-1' }) },
  { weight: 1, arbitrary: fc.constant({ placed: 'NOT_YET' as const }) },
  { weight: 1, arbitrary: fc.constant({ poison: true }) },
  { weight: 1, arbitrary: fc.constant({ malformed: true }) },
  { weight: 1, arbitrary: fc.constant({ hidden: true }) },
  { weight: 1, arbitrary: fc.constant({ hidden: true, claimId: 'claim-1' }) },
  { weight: 1, arbitrary: fc.constant({ code: '104119' }) },
  { weight: 1, arbitrary: fc.constant({ code: '9999' }) },
  { weight: 1, arbitrary: fc.constant({ status: 'CANCELED' as const }) },
  { weight: 1, arbitrary: fc.constantFrom(...specialOrders.map((more) => ({ more }))) },
);

const which = fc.nat(500);
const span = fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 3_000, max: 120_000 }));

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      count: fc.integer({ min: 1, max: 45 }),
      order: someOrder,
      undoMs: fc.constantFrom(0, 0, 5000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('add-again' as const),
      which,
      otherNumber: fc.boolean(),
      replace: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('faults' as const),
      faults: fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 8 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('outage' as const), ms: span }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('system-offline' as const), ms: span }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: span }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: -7_200_000, max: 7_200_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }) },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'kill' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'kill-in-flight' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'retry-all' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'network-changed' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      which,
      action: fc.constantFrom(
        'retry' as const,
        'exclude',
        'approve',
        'decline',
        'refund',
        'reread',
        'edit',
        'confirm-then-dispatch',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'add-parcel' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'add-pair' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('delay' as const),
      count: fc.integer({ min: 1, max: 4 }),
      order: someOrder,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('claim' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancel' as const), which }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave-out' as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('next-day' as const),
      stoppedFor: fc.constantFrom(undefined, 'seller' as const, 'secret', 'permission', 'bug', 'ip', 'quota'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), ms: span }) },
  { weight: 1, arbitrary: fc.constant({ do: 'new-secret' as const }) },
);
