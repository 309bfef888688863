import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../../src-preload/contract/actions';
import type { JobId } from '../../../../src-preload/contract/ids';
import type { ProductOrder } from '../../../../src-main/practice/product-order';
import { createBookWorld } from '../../../support/outbox/book-world';
import type { BookWorld } from '../../../support/outbox/book-world';
import { dispatchLine } from '../../../support/outbox/world';

let desk: BookWorld;
afterEach(async () => {
  expect(desk.problems).toEqual([]);
  await desk.dispose();
});

/** A cancel request reaches the market, which does not say so in its feed yet. */
function ask(id: string, claim = 'C1'): void {
  set(id, { claim: { id: claim, type: 'CANCEL', status: 'CANCEL_REQUEST', requestedAt: desk.world.time.now() } });
  desk.world.fake.orders.set(id, { status: 'PAYED', placed: 'OK', claimId: claim });
}

function set(id: string, patch: Partial<ProductOrder>): void {
  const order = desk.orders.get(id);
  if (order === undefined) throw new Error(`no order ${id}`);
  desk.orders.set(id, { ...order, ...patch });
}

/** Two orders in one box, both held: the buyer wants to cancel the first. */
async function heldBox(given: { isFoundByBook: boolean }) {
  desk = await createBookWorld();
  const [one = '', two = ''] = desk.sow(2, 1);
  await desk.read();
  for (const id of [one, two]) desk.world.fake.orders.set(id, { status: 'PAYED', placed: 'OK' });
  await desk.world.outbox.setPaused(desk.storeId, false);
  ask(one);
  await desk.world.add([dispatchLine(one, '640000000001'), dispatchLine(two, '640000000001')]);
  if (given.isFoundByBook) {
    desk.happen(one, {}, 'CLAIM_REQUESTED');
    await desk.read();
  }
  await desk.world.time.advance(5_000);
  expect(await desk.world.job(one)).toMatchObject({ state: 'held', code: 'cancel-requested' });
  expect(await desk.world.job(two)).toMatchObject({ state: 'held', code: 'parcel-cancel-requested' });
  return { one, two, asked: (await desk.world.job(one)).id };
}

/** As the window does: it can be taken back for a while, and leaves then. */
const decide = (action: Action) => desk.world.outbox.act(action, 10_000);
const sent = () => desk.world.fake.ledger.filter(({ what }) => what === 'dispatch').map(({ target }) => target);
const openChanges = async () =>
  (await desk.world.desk.database.book.openPullOuts(desk.storeId)).map(({ productOrderId, what }) => [
    productOrderId,
    what,
  ]);

const answers: [string, (asked: JobId) => Action][] = [
  ['paid back', (asked) => ({ action: 'refund', jobs: [asked], others: 'send' })],
  ['left out', (asked) => ({ action: 'leave-out', jobs: [asked] })],
];

describe.each(answers)('a box of which one order is %s for its cancel request, and the other goes', (_, answer) => {
  it('is not asked about once more where the order book knew of the request', async () => {
    const { one, two, asked } = await heldBox({ isFoundByBook: true });
    await decide(answer(asked));
    await desk.world.time.advance(60_000);
    expect(sent()).toEqual([two]);
    // What stays out still lies in it.
    expect(await openChanges()).toEqual([[one, 'cancel-requested']]);
  });

  it('is not asked about once more where the order book finds the request afterwards, and its end', async () => {
    const { one, two, asked } = await heldBox({ isFoundByBook: false });
    await decide(answer(asked));
    desk.happen(one, {}, 'CLAIM_REQUESTED');
    await desk.read();
    const claim = { id: 'C1', type: 'CANCEL', status: 'CANCEL_DONE', requestedAt: desk.world.time.now() } as const;
    desk.happen(one, { status: 'CANCELED', claim }, 'CLAIM_COMPLETED');
    await desk.read();
    await desk.world.time.advance(60_000);
    expect(sent()).toEqual([two]);
    const history = await desk.world.desk.database.book.changesOf(desk.storeId, one);
    expect(history.map(({ what }) => what).toSorted()).toEqual(['cancel-requested', 'cancelled']);
  });

  it('is asked about once more for a later request of the same order', async () => {
    const { one, two, asked } = await heldBox({ isFoundByBook: true });
    await decide(answer(asked));
    ask(one, 'C2');
    desk.happen(one, {}, 'CLAIM_REQUESTED');
    await desk.read();
    await desk.world.time.advance(60_000);
    expect(sent()).toEqual([]);
    expect(await desk.world.job(two)).toMatchObject({ state: 'held' });
  });

  it('waits again where that is taken back', async () => {
    const { one, two, asked } = await heldBox({ isFoundByBook: true });
    const { undo = '' } = await decide(answer(asked));
    await desk.world.outbox.takeBack(undo);
    await desk.world.time.advance(60_000);
    expect(sent()).toEqual([]);
    expect(await openChanges()).toEqual([[one, 'cancel-requested']]);
    expect(await desk.world.job(two)).toMatchObject({ state: 'held' });
  });
});

describe('a box that goes as a whole in spite of a cancel request', () => {
  it('is not asked about once more where the order book finds the request afterwards', async () => {
    const { one, two, asked } = await heldBox({ isFoundByBook: false });
    await decide({ action: 'approve', jobs: [asked] });
    desk.happen(one, {}, 'CLAIM_REQUESTED');
    await desk.read();
    await desk.world.time.advance(60_000);
    expect(sent().toSorted()).toEqual([one, two].toSorted());
  });

  it('is asked about where that order is cancelled before it leaves', async () => {
    const { one, two, asked } = await heldBox({ isFoundByBook: true });
    await decide({ action: 'approve', jobs: [asked] });
    const claim = { id: 'C1', type: 'CANCEL', status: 'CANCEL_DONE', requestedAt: desk.world.time.now() } as const;
    desk.happen(one, { status: 'CANCELED', claim }, 'CLAIM_COMPLETED');
    desk.world.fake.orders.set(one, { status: 'CANCELED', placed: 'OK' });
    await desk.read();
    await desk.world.time.advance(60_000);
    expect(sent()).toEqual([]);
    expect(await desk.world.job(two)).toMatchObject({ state: 'held', holdReason: 'box-changed' });
  });
});
