import type { Evidence } from './evidence';
import type { Likeness } from './likeness';

/**
 * What is said about a box besides its reasons. `two-recipients`: its tracking number stands on lines for different people.
 * `two-numbers`: another box wants the same product order. `number-not-open`: it names a number that no open order has.
 * `number-disagrees`: it names an order whose recipient is somebody else. `two-orders-named`: its numbers are of orders
 * for different people.
 */
export const joinNotes = [
  'two-recipients',
  'two-numbers',
  'number-not-open',
  'number-disagrees',
  'two-orders-named',
] as const;
export type JoinNote = (typeof joinNotes)[number];

/** Orders that may be in a box. */
export interface JoinCandidate {
  /** Named all; those not ticked are offered only. */
  orders: { productOrderId: string; ticked: boolean }[];
  /** Found by a number that stands in the line. */
  by?: 'product-order' | 'order';
  evidence: Evidence;
  /** Whether the line names the product of one of them. */
  goods: Likeness;
}

/** `joined`: by number. `suggested`: one candidate, by its reasons. `asked`: the seller chooses. `alone`: nearest ones at most. */
export const joinStates = ['joined', 'suggested', 'asked', 'alone'] as const;
export type JoinState = (typeof joinStates)[number];

/** Lines with one tracking number, or a line by itself, with what was found for it. */
export interface JoinedBox {
  /** In order. */
  rows: number[];
  is: JoinState;
  /** Goes on unless the seller says otherwise. Only of `joined` and `suggested`. */
  ticked: boolean;
  /** The likeliest first. */
  candidates: JoinCandidate[];
  notes: JoinNote[];
}

export interface JoinOutcome {
  /** In order of their first rows. */
  boxes: JoinedBox[];
  /** Open product orders without a number that no box was joined with, or suggested for. */
  withoutLine: string[];
}
