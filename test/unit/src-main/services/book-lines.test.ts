import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { bookLinesOf } from '../../../../src-main/services/book/book-lines';
import type { AskedLine } from '../../../../src-main/services/book/book-lines';
import type { BookOrder } from '../../../../src-main/database/book/book-port';
import type { Finding } from '../../../../src-preload/contract/job';
import { endOfKoreanDay } from '../../../../src-preload/contract/book/rules';
import { bookOrder } from '../../../support/outbox/book-order';
import { monday } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

/** What the order book says of the lines of a sheet. */
let world: World;
beforeEach(async () => {
  world = await createWorld({ start: false });
  onTestFinished(() => world.end());
});
const target = '2026030212345678';
const line = (more: Partial<AskedLine> = {}): AskedLine => ({
  row: 2,
  target,
  recipient: '김하늘',
  dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '602030405064' },
  ...more,
});
async function known(finding: Partial<Finding>, more: Partial<BookOrder> = {}) {
  const { database } = world.desk;
  await database.transaction(({ book }) => {
    book.setFeed(world.storeId, { through: monday, next: undefined, filledAt: monday });
    const whole = { at: monday, productOrderStatus: 'PAYED', placeOrderStatus: 'OK', ...finding };
    book.put(world.storeId, bookOrder(target, { ...more, facts: { finding: whole } }));
  });
}
const asked = (one: AskedLine = line()) => bookLinesOf(world.desk.database, world.storeId, [one], monday);
const shipped = { productOrderStatus: 'DELIVERING', deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS' };

it('of an order that can be sent says until when it is due, and its product', async () => {
  await known({}, { personal: { recipient: '김하늘' } });
  expect(await asked()).toEqual({ earlierJobs: [], bookLines: [{ row: 2, is: 'open' }] });
  const personal = { recipient: '김하늘', product: '극세사 담요', option: '베이지' };
  const endOfToday = endOfKoreanDay(monday);
  await known({}, { personal, dueAt: endOfToday });
  const said = { row: 2, is: 'open', product: '극세사 담요 베이지' };
  expect((await asked()).bookLines).toEqual([{ ...said, dueAt: endOfToday, isDueToday: true }]);
  await known({}, { personal, dueAt: endOfToday + 1 });
  expect((await asked()).bookLines).toEqual([{ ...said, dueAt: endOfToday + 1 }]);
  await known({}, { personal, dueAt: monday - 1 });
  expect((await asked()).bookLines).toMatchObject([{ isDueToday: true }]);
  // What is over has no due date any more.
  await known({ productOrderStatus: 'CANCELED' }, { personal, dueAt: monday });
  expect((await asked()).bookLines).toEqual([{ row: 2, is: 'cancelled', product: '극세사 담요 베이지' }]);
});

it('registered with the same number is dealt with, with another one is a conflict that names it', async () => {
  await known({ ...shipped, trackingNumber: '6020-3040-5064' });
  expect((await asked()).earlierJobs).toMatchObject([{ row: 2, what: 'sent' }]);
  await known({ ...shipped, trackingNumber: '602030409999' });
  expect((await asked()).earlierJobs).toMatchObject([
    { row: 2, what: 'sent-other', registered: { courier: 'CJGLS', number: '602030409999' } },
  ]);
});

it.each([
  ['cancel-requested', { claimStatus: 'CANCEL_REQUEST', claimId: 'C1' }],
  ['cancelled', { productOrderStatus: 'CANCELED' }],
] as const)('%s by what the market shows', async (is, finding) => {
  await known(finding);
  expect((await asked()).bookLines).toEqual([{ row: 2, is }]);
});

it('another recipient is told with the name, a covered one is not', async () => {
  await known({}, { personal: { recipient: '이바다' } });
  expect((await asked()).bookLines).toEqual([{ row: 2, is: 'other-recipient', recipient: '이바다' }]);
  for (const recipient of ['김*늘', undefined, '이바다님', '이바다(바다상사)']) {
    expect((await asked(line({ recipient }))).bookLines).toEqual([{ row: 2, is: 'open' }]);
  }
});

it('an order it does not know says so, once the book was filled', async () => {
  expect((await asked()).bookLines).toEqual([]);
  await known({});
  expect((await asked(line({ target: '2026030299999999' }))).bookLines).toEqual([{ row: 2, is: 'unknown' }]);
});
