import type { BookOrder } from '../../../src-main/database/book/book-port';
import { isUntracked, stageOf } from '../../../src-preload/contract/book/rules';
import { mustBeSent } from '../../../src-preload/contract/markets/naver/can-be-sent';
import type { BookFacts } from '../../../src-preload/contract/book/facts';
import { monday } from './test-database';

/** A product order of the book, as a reading would have put it there. */
export function bookOrder(productOrderId: string, more: Partial<BookOrder> = {}): BookOrder {
  const finding: BookFacts['finding'] = {
    at: monday,
    productOrderStatus: 'PAYED',
    placeOrderStatus: 'OK',
    ...more.facts?.finding,
  };
  const facts: BookFacts = { ...more.facts, finding };
  return {
    productOrderId,
    orderId: `${productOrderId.slice(0, -1)}7`,
    dueAt: undefined,
    sentAt: undefined,
    settledAt: undefined,
    lastFeedRow: undefined,
    readAt: monday,
    personal: undefined,
    ...more,
    stage: more.stage ?? stageOf(finding),
    mustSend: more.mustSend ?? mustBeSent(finding),
    untracked: more.untracked ?? isUntracked(finding, { ...facts, at: monday }),
    facts,
  };
}
