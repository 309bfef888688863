import { koreanDay, koreanDayIndex, koreanMidnight } from '../korean-time';
import { businessDayAfter, businessDaysAfter } from './business-days';

/** What the market shows of a product order, as far as these rules ask. */
interface Shown {
  productOrderStatus?: string | undefined;
  placeOrderStatus?: string | undefined;
  isWrongTrackingNumber?: boolean | undefined;
}

/** Where a product order of the book is on its way. */
export const bookStages = ['unpaid', 'new', 'waiting', 'sent', 'closed'] as const;
export type BookStage = (typeof bookStages)[number];

const closedStatuses: ReadonlySet<string> = new Set([
  'CANCELED',
  'CANCELED_BY_NOPAYMENT',
  'RETURNED',
  'EXCHANGED',
  'DELIVERED',
  'PURCHASE_DECIDED',
]);

/** A status that no one documents counts as open: it is rather looked at once too often than lost. */
export function stageOf({ productOrderStatus, placeOrderStatus }: Shown): BookStage {
  if (productOrderStatus === 'PAYMENT_WAITING') return 'unpaid';
  if (productOrderStatus === 'DELIVERING') return 'sent';
  if (productOrderStatus !== undefined && closedStatuses.has(productOrderStatus)) return 'closed';
  return placeOrderStatus === 'OK' ? 'waiting' : 'new';
}

const doubtfulDeliveries: ReadonlySet<string> = new Set(['WRONG_INVOICE', 'NOT_TRACKING']);

/** What a reading tells of a parcel's way. Moments in ms UTC. */
export interface ParcelShown {
  deliveryStatus?: string | undefined;
  sentAt?: number | undefined;
  /** When a courier took it. */
  pickedUpAt?: number | undefined;
  /** When it was read. */
  at: number;
}

const beforeScan: ReadonlySet<string> = new Set(['COLLECT_REQUEST', 'COLLECT_WAIT', 'COLLECT_CARGO_FAIL']);

/** What the market says of a parcel that no courier has scanned, as far as it tells. */
export const unscannedDeliveries: readonly string[] = [...beforeScan, ...doubtfulDeliveries];

/** Whether a courier has scanned it, as far as the market tells; a status that is not documented is no sign that none has. */
export function isScanned({ deliveryStatus, pickedUpAt }: ParcelShown): boolean {
  if (pickedUpAt !== undefined) return true;
  return deliveryStatus !== undefined && !beforeScan.has(deliveryStatus) && !doubtfulDeliveries.has(deliveryStatus);
}

/** Whether the market itself says that a number is wrong or is not tracked. */
export function isDoubtedNumber(
  shown: Pick<Shown, 'isWrongTrackingNumber'>,
  deliveryStatus: string | undefined,
): boolean {
  return shown.isWrongTrackingNumber === true || doubtfulDeliveries.has(deliveryStatus ?? '');
}

/**
 * Whether something is wrong with the number of a dispatched order: the market calls it wrong or not tracked, or no courier
 * has scanned it although the business day it was sent on is over.
 */
export function isUntracked(shown: Shown, parcel: ParcelShown): boolean {
  if (shown.productOrderStatus !== 'DELIVERING') return false;
  const { deliveryStatus, sentAt, at } = parcel;
  if (isDoubtedNumber(shown, deliveryStatus)) return true;
  if (sentAt === undefined || !beforeScan.has(deliveryStatus ?? '') || isScanned(parcel)) return false;
  return businessDaysAfter(koreanDay(sentAt), koreanDay(at)) > 0;
}

/** After so many further business days a late dispatch costs three points instead of one. */
const worseAfterDays = 4;

/**
 * Penalty points of an order that was due on a day and is still not dispatched: 1 from the next business day on, 3 from
 * the fourth one after that (resources/docs/markets/naver.md, "Penalties").
 * @param dueDay and today: yyyy-MM-dd in Korea
 */
export function penaltyPoints(dueDay: string, today: string): 0 | 1 | 3 {
  const days = businessDaysAfter(dueDay, today);
  if (days === 0) return 0;
  return days > worseAfterDays ? 3 : 1;
}

/** A number that is not scanned within so many business days costs three points. */
export const scannedWithinDays = 2;

/**
 * The last day on which a dispatch may be scanned without penalty; undefined where it is not known when it was sent.
 * @param sentAt ms UTC
 * @returns yyyy-MM-dd in Korea
 */
export function scannedUntil(sentAt: number | undefined): string | undefined {
  return sentAt === undefined ? undefined : businessDayAfter(koreanDay(sentAt), scannedWithinDays);
}

/** The end of the Korean day of a moment, ms UTC. */
export function endOfKoreanDay(at: number): number {
  return koreanMidnight(koreanDayIndex(at) + 1) - 1;
}

/** Attributes of orders that leave the day they are paid (오늘출발). */
const sameDay: ReadonlySet<string> = new Set(['TODAY', 'OPTION_TODAY']);

/**
 * Until when an order has to be dispatched: by the market's due date; one of 오늘출발 on that day by the seller's hour.
 * @param dueAt ms UTC
 * @param todayHour minutes after midnight in Korea, where the seller has set it
 */
export function dispatchUntil(
  dueAt: number | undefined,
  deliveryAttributeType: string | undefined,
  todayHour: number | undefined,
): number | undefined {
  if (dueAt === undefined || todayHour === undefined || !sameDay.has(deliveryAttributeType ?? '')) return dueAt;
  return Math.min(dueAt, koreanMidnight(koreanDayIndex(dueAt)) + todayHour * 60_000);
}
