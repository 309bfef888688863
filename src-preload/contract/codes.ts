import type { JobKind } from './job-states';
import type { Click } from './markets/code-class';
import { marketRules } from './markets/rules';

/**
 * Codes of our own: what a job carries when the market gave none, or when a reading decided. Each with the click that
 * helps a job standing in it; words for each are in text/codes.ko.ts.
 */
export const ownCodes = {
  /** Reading found exactly this shipment: succeeded, shown as 이미 처리됨. */
  'already-dispatched': 'none',
  'already-confirmed': 'none',
  'already-delayed': 'none',
  'already-refunded': 'none',
  /** Another shipment is registered at the market. */
  conflict: 'reread',
  /** Three rounds of reading and sending again brought no certain answer. */
  'no-certain-answer': 'retry',
  /** The readings do not return this id: stays unknown. */
  'not-found': 'reread',
  'step-before-failed': 'retry',
  /** The seller looked in the market's centre and said that it was sent. */
  'settled-by-hand': 'none',
  /** The seller looked there and said that it was not sent. */
  'not-sent-by-hand': 'none',
  'cancel-requested': 'none',
  'address-changed': 'none',
  'box-changed': 'none',
  'several-product-orders': 'none',
  'not-confirmed': 'confirm-then-dispatch',
  /** The product order is cancelled, returned, exchanged or not paid: it cannot be sent, and trying again changes nothing. */
  closed: 'reread',
  /** No product order of this order can be sent any more. */
  'lookup-closed': 'reread',
  /** The market knows no product order of this order number. */
  'lookup-empty': 'retry',
  /** From a restored backup or a copied folder: read before anything is sent. */
  restored: 'reread',
  excluded: 'none',
  declined: 'none',
  /** Taken back within the undo window. */
  undone: 'none',
  /** A newer answer for the same item took its place. */
  replaced: 'none',
  /** The market accepted the rest of the call but stood this job alone in no list. */
  'in-neither-list': 'reread',
  /** The connection was cut, or the answer was not the documented one. */
  'no-answer': 'reread',
  /** The app ended while the call was on its way. */
  'process-ended': 'reread',
  /** No byte was written: no connection. */
  offline: 'retry',
  /** A 400 for a call that carried this job alone, without a code. */
  'refused-alone': 'edit',
  /** Written into a bulk-dispatch file instead of being sent. */
  'by-file': 'reread',
  /** The readings before sending left this id out, again and again: held. */
  'not-read': 'reread',
  /** Only the logistics company that the market has a contract with may confirm and ship it. */
  'logistics-ships': 'reread',
  /** A present that was not accepted yet: it waits, and is read again. */
  'gift-not-accepted': 'retry',
  /** Waits until the main product of its order has been dealt with. */
  'after-main-product': 'none',
  'hope-date': 'reread',
  'pick-up': 'edit',
  'partly-cancelled': 'reread',
  /** Done, and the buyer's cancel request was refused by it. */
  'cancel-overridden': 'none',
  /** Done, and the market takes the number for a wrong one. */
  'wrong-number': 'reread',
  /** The market had accepted it, and shows no shipment. */
  'not-registered': 'reread',
  /** A delay before the order was confirmed, with an open cancel request, or of a day that has passed: never asked for. */
  'delay-unconfirmed': 'retry',
  'delay-claim-open': 'retry',
  'delay-day-past': 'none',
  /** The market does not let this application do it; everything else of the store goes on. */
  'not-permitted': 'none',
  /** A dispatch held for a cancel request that the seller has agreed to: waits for what becomes of that. */
  'refund-decided': 'none',
  /** Its cancel request was agreed to, and is paid back. */
  refunded: 'none',
  /** Agreed to; the market is still paying it back. */
  'refund-under-way': 'reread',
  /** Held because of another order of the same parcel, whose target is the job's message. */
  'parcel-cancel-requested': 'none',
  /** Queued, and read again with an order of the same parcel that a reading left out. */
  'parcel-left-out': 'none',
  'parcel-address-changed': 'none',
  'parcel-conflict': 'none',
  'parcel-not-read': 'none',
  'parcel-hope-date': 'none',
  'parcel-pick-up': 'none',
  'parcel-partly-cancelled': 'none',
} as const satisfies Record<string, Click>;

export type OwnCode = keyof typeof ownCodes;

/** Whether a code is one of our own. */
export function isOwnCode(code: string): code is OwnCode {
  return Object.hasOwn(ownCodes, code);
}

/** Codes of a 제외 row that the seller left out by hand, and may put back into the queue. */
export function isPutBackCode(code: string | undefined): boolean {
  return code === 'excluded' || code === 'declined' || code === 'settled-by-hand';
}

/** The click that helps a job of this kind standing in this code; codes no one listed may be tried again. */
export function clickOf(kind: JobKind, code: string): Click {
  if (isOwnCode(code)) {
    const click = ownCodes[code];
    return click === 'edit' && kind !== 'dispatch' && kind !== 'stock' ? 'retry' : click;
  }
  const market = Object.values(marketRules).find(({ codes }) => codes.knows(code));
  return market === undefined ? 'retry' : market.codes.clickOf(kind, code);
}
