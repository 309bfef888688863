import type { BookFacts } from '../../../src-preload/contract/book/facts';
import type { ExportedOrder } from '../../../src-preload/contract/book/exported-order';
import type { OrderPersonal } from '../../../src-preload/contract/book/personal';
import { dispatchUntil, isUntracked, stageOf } from '../../../src-preload/contract/book/rules';
import { mustBeSent } from '../../../src-preload/contract/markets/naver/can-be-sent';
import { asksCancel, statusOfExport } from '../../../src-preload/contract/markets/naver/order-export';
import type { BookSettings } from '../../../src-preload/contract/book/settings';
import type { StoreId } from '../../../src-preload/contract/ids';
import type { Finding } from '../../../src-preload/contract/job';
import { withoutUndefined } from '../../../src-preload/contract/without-undefined';
import type { BookOrder } from '../../database/book/book-port';
import type { Tables } from '../../database/tables';

/**
 * Takes the market's own order export into the book, inside one transaction. The same file twice, or one that overlaps
 * with the feed, changes nothing: what the market said of an order stays, and only what it did not say is filled in.
 * @param at ms UTC
 * @returns how many product orders are new
 */
export function takeExport(
  { book }: Pick<Tables, 'book'>,
  storeId: StoreId,
  orders: readonly ExportedOrder[],
  { at, todayMinutes }: { at: number } & Pick<BookSettings, 'todayMinutes'>,
): number {
  let added = 0;
  for (const order of orders) {
    const before = book.get(storeId, order.productOrderId);
    if (before === undefined) {
      book.put(storeId, newOrder(order, at, todayMinutes));
      added += 1;
    } else if (before.settledAt === undefined) {
      const personal = { ...personalOf(order), ...before.personal };
      const isSame = Object.keys(personal).length === Object.keys(before.personal ?? {}).length;
      const dueAt = before.dueAt ?? order.dueAt;
      if (!isSame || dueAt !== before.dueAt) book.put(storeId, { ...before, dueAt, personal });
    }
  }
  return added;
}

function newOrder(order: ExportedOrder, at: number, todayMinutes: number | undefined): BookOrder {
  const { status = '', claim = '', isConfirmed, hasNumber } = order;
  const known = statusOfExport(status);
  const finding: Finding = {
    at,
    productOrderStatus: known ?? (hasNumber ? 'DELIVERING' : 'PAYED'),
    placeOrderStatus: isConfirmed || hasNumber ? 'OK' : 'NOT_YET',
    ...(asksCancel(claim) ? { claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST' } : {}),
    ...withoutUndefined({ orderId: order.orderId }),
  };
  const { packageNumber, quantity, paidAt, dueAt } = order;
  const facts: BookFacts = { finding, ...withoutUndefined({ packageNumber, quantity, paidAt, marketDueAt: dueAt }) };
  const stage = stageOf(finding);
  const personal = personalOf(order);
  return {
    productOrderId: order.productOrderId,
    orderId: order.orderId,
    stage,
    dueAt: dispatchUntil(dueAt, finding.deliveryAttributeType, todayMinutes),
    mustSend: mustBeSent(finding),
    untracked: isUntracked(finding, { at }),
    sentAt: undefined,
    settledAt: stage === 'closed' ? at : undefined,
    lastFeedRow: undefined,
    readAt: at,
    facts,
    personal: Object.keys(personal).length === 0 ? undefined : personal,
  };
}

function personalOf({ recipient, phones, zipCode, address, memo, product, option }: ExportedOrder): OrderPersonal {
  return {
    ...withoutUndefined({ recipient, zipCode, address, memo, product, option }),
    ...(phones.length === 0 ? {} : { phones }),
  };
}
