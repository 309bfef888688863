import type { LineField } from '../line-fields';
import type { Remark, RemarkLevel } from '../line';

/**
 * Warnings whose lines go out only when the seller ticked them: the four of resources/docs/domain.md, "The way of a
 * shipment", a number that another parcel has had before, numbers that are more likely wrong than right, and a total that
 * the market would settle by though its parts make another.
 */
export const tickGroups = [
  'other-courier',
  'different-recipients',
  'used-before',
  'recipient-differs',
  'shifted-column',
  'digits-broken',
  'product-order-odd',
  'order-odd',
  'tracking-doubtful',
  'tracking-length-rare',
  'example-row',
  'price-uneven',
] as const;
export type TickGroup = (typeof tickGroups)[number];

/**
 * Everything that can be said about a line or a file, and how grave it is. The sentence is in text/remarks.ko.ts, the
 * clicks that mend it in mends.ts. Errors stay in the draft, warnings and notes go out.
 */
export const remarkLevelsByCode = {
  /** Which product order is meant. */
  'product-order-missing': 'error',
  'product-order-form': 'error',
  'product-order-odd': 'warning',
  'order-missing': 'error',
  'order-form': 'error',
  'order-odd': 'warning',
  'several-orders': 'error',
  'order-lookup': 'note',
  /** A whole number with a group next to it: of a product order, an order or a parcel. */
  'number-suffix': 'error',
  /** What Excel did to a number. */
  'digits-broken': 'warning',
  'digits-collide': 'error',
  'digits-exponent': 'error',
  'number-mended': 'note',
  'cell-without-value': 'error',
  'cell-error': 'error',
  /** Who carries it, and how. */
  'courier-missing': 'error',
  'courier-unknown': 'error',
  'courier-ask': 'error',
  'courier-two': 'error',
  'courier-status': 'error',
  'courier-read-as': 'note',
  'method-unknown': 'error',
  'method-by-courier': 'note',
  'method-overruled': 'warning',
  'shipment-unused': 'warning',
  /** The tracking number itself. */
  'tracking-missing': 'error',
  'tracking-status': 'error',
  'tracking-words': 'error',
  'tracking-several': 'error',
  'tracking-short': 'error',
  'tracking-doubtful': 'warning',
  'tracking-length-rare': 'warning',
  'tracking-is-order': 'error',
  'tracking-length': 'error',
  'tracking-length-kept': 'warning',
  'tracking-length-odd': 'warning',
  'tracking-digit': 'warning',
  'other-courier': 'warning',
  'date-unreadable': 'warning',
  'date-future': 'note',
  'date-far': 'warning',
  'date-converted': 'note',
  /** Between the lines of a sheet. */
  'product-order-differs': 'error',
  'product-order-again': 'note',
  'different-recipients': 'warning',
  'same-number-orders': 'warning',
  'same-number': 'note',
  /** Between a sheet and the log. */
  'used-before': 'warning',
  /** Between a sheet and the order book. */
  'book-unknown': 'note',
  'book-cancelled': 'error',
  'book-cancel-requested': 'warning',
  'recipient-differs': 'warning',
  'shifted-column': 'warning',
  'hidden-row': 'note',
  'example-row': 'warning',
  /** A question about the file is open whose answer decides what the line means. */
  'answer-awaited': 'error',
  /** About the whole file. */
  'file-digits-broken': 'warning',
  'file-tracking-digit': 'warning',
  'file-shifted-column': 'warning',
  /** Stock. */
  'item-missing': 'error',
  'item-differs': 'error',
  'item-again': 'note',
  'available-missing': 'error',
  'available-unknown': 'error',
  'reason-missing': 'error',
  'reason-unknown': 'error',
  'reason-unused': 'note',
  'memo-long': 'error',
  'price-partial': 'error',
  'price-unreadable': 'error',
  'price-uneven': 'warning',
} as const satisfies Record<string, RemarkLevel>;

export type RemarkCode = keyof typeof remarkLevelsByCode;

const needingTick: ReadonlySet<string> = new Set(tickGroups);

/** Whether a text is a remark code. */
export function isRemarkCode(code: string): code is RemarkCode {
  return Object.hasOwn(remarkLevelsByCode, code);
}

/** Whether a code is one of the warnings that wait for a tick. */
export function isTickGroup(code: string): code is TickGroup {
  return needingTick.has(code);
}

/** Makes a remark; level and tick follow from the code alone. */
export function makeRemark(code: RemarkCode, field?: LineField, detail?: Readonly<Record<string, string>>): Remark {
  const remark: Remark = { level: remarkLevelsByCode[code], code };
  if (field !== undefined) remark.field = field;
  if (detail !== undefined) remark.detail = { ...detail };
  if (needingTick.has(code)) remark.needsTick = true;
  return remark;
}
