import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { bookLinesOf } from '../../../../src-main/services/book/book-lines';
import type { AskedLine } from '../../../../src-main/services/book/book-lines';
import type { BookOrder } from '../../../../src-main/database/book/book-port';
import type { Finding } from '../../../../src-preload/contract/job';
import { bookOrder } from '../../../support/outbox/book-order';
import { monday } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

/** What the order book says of the lines of a sheet. */
let world: World;
beforeEach(async () => {
  world = await createWorld({ inMemory: true, start: false });
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
const asked = (one: AskedLine = line()) => bookLinesOf(world.desk.database, world.storeId, [one]);
const shipped = { productOrderStatus: 'DELIVERING', deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS' };

it('of an order that can be sent says nothing', async () => {
  await known({}, { personal: { recipient: '김하늘' } });
  expect(await asked()).toEqual({ earlierJobs: [], bookLines: [] });
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
  expect((await asked(line({ recipient: '김*늘' }))).bookLines).toEqual([]);
  expect((await asked(line({ recipient: undefined }))).bookLines).toEqual([]);
  expect((await asked(line({ recipient: '이바다님' }))).bookLines).toEqual([]);
  expect((await asked(line({ recipient: '이바다(바다상사)' }))).bookLines).toEqual([]);
});

it('an order it does not know says so, once the book was filled', async () => {
  expect((await asked()).bookLines).toEqual([]);
  await known({});
  expect((await asked(line({ target: '2026030299999999' }))).bookLines).toEqual([{ row: 2, is: 'unknown' }]);
});
