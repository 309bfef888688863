import { afterEach, describe, expect, it } from 'vitest';
import { createAddresses } from '../../../../src-main/services/addresses';
import { createOrders } from '../../../../src-main/services/orders';
import { bookOrder } from '../../../support/outbox/book-order';
import { createWorld, dispatchLine } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  await world.dispose();
});

const lookup = (target: string) => ({ target, values: { kind: 'lookup', lookup: {} } }) as const;
const opened = async () => {
  world = await createWorld();
  return createOrders({ database: world.desk.database, outbox: world.outbox, now: world.time.now });
};
const rowsOf = async (orders: ReturnType<typeof createOrders>, orderIds: string[]) => {
  const answer = orders.rows({ storeId: world.storeId, orderIds, fresh: true });
  await world.time.advance(1000);
  const done = await answer;
  if (!done.ok) throw new Error(done.failure.code);
  return done.value;
};

describe('order numbers that were asked for', () => {
  it('show their product orders with the states the market has now', async () => {
    const orders = await opened();
    const [a, b] = world.orders(2);
    world.fake.lookups.set('1000000001', [a?.target ?? '', b?.target ?? '']);
    await world.add([lookup('1000000001'), lookup('1000000002')]);
    await world.time.advance(2000);
    world.fake.orders.set(b?.target ?? '', { status: 'PAYED', placed: 'NOT_YET', claimId: 'claim-1' });
    const { rows } = await rowsOf(orders, ['1000000001', '1000000002']);
    expect(rows).toMatchObject([
      {
        productOrders: [
          { id: a?.target, finding: { productOrderStatus: 'PAYED' } },
          { id: b?.target, finding: { claimStatus: 'CANCEL_REQUEST' } },
        ],
      },
      { lookup: { state: 'rejected', code: '100003' }, productOrders: [] },
    ]);
  });

  it('are read around a product order that the market chokes on', async () => {
    const orders = await opened();
    const ids = world.orders(5).map(({ target }) => target);
    world.fake.lookups.set('1000000001', ids);
    await world.add([lookup('1000000001')]);
    await world.time.advance(2000);
    world.fake.fault = ({ kind, targets }) =>
      kind === 'read' && targets.includes(ids[3] ?? '') ? 'refuse-whole' : undefined;
    const { rows } = await rowsOf(orders, ['1000000001']);
    expect(rows[0]?.productOrders.map(({ finding }) => finding !== undefined)).toEqual([true, true, true, false, true]);
  });

  it('can be ended: what was not asked yet is taken out, what a sheet wants goes on', async () => {
    const orders = await opened();
    world.online = false;
    const dispatch = { deliveryMethod: 'DIRECT_DELIVERY' } as const;
    await world.add([
      ...Array.from({ length: 450 }, (_, n) => lookup(String(3_000_000_000 + n))),
      { target: '4000000001', values: { kind: 'lookup', lookup: { thenDispatch: dispatch } } },
    ]);
    expect(await orders.progress(world.storeId)).toEqual({ ok: true, value: { open: 451 } });
    expect(await orders.stop(world.storeId)).toEqual({ ok: true, value: { stopped: 450 } });
    expect(await orders.progress(world.storeId)).toEqual({ ok: true, value: { open: 1 } });
    expect(await world.job('4000000001')).toMatchObject({ state: 'queued' });
  });
});

describe('a changed address', () => {
  it('stays a warning and holds the dispatch until the seller has looked', async () => {
    await opened();
    const addresses = createAddresses({ database: world.desk.database, outbox: world.outbox });
    const [line] = world.orders(1, { placed: 'NOT_YET' });
    const target = line?.target ?? '';
    world.fake.addressChanged.add(target);
    await world.add([{ target, values: { kind: 'confirm', confirm: {} } }]);
    await world.time.advance(3000);
    expect(await addresses.list(world.storeId)).toMatchObject({ value: { changed: [{ target }] } });
    await world.add([dispatchLine(target)]);
    await world.time.advance(60_000);
    expect(await world.job(target)).toMatchObject({ state: 'held', holdReason: 'address-changed' });
    // A tick on an older change says nothing of this one.
    const answer = await addresses.list(world.storeId);
    const at = answer.value.changed[0]?.at ?? 0;
    await addresses.seen(world.storeId, target, at - 1);
    await world.time.advance(5000);
    expect(await world.job(target)).toMatchObject({ state: 'held', holdReason: 'address-changed' });
    // Ticked by mistake, and taken back: it warns and holds as before.
    const { value } = await addresses.seen(world.storeId, target, at);
    expect(value.jobs).toBe(1);
    await world.time.advance(5000);
    await world.outbox.takeBack(value.undo ?? '');
    await world.time.advance(60_000);
    expect(await world.job(target)).toMatchObject({ state: 'held', holdReason: 'address-changed' });
    expect(await addresses.list(world.storeId)).toMatchObject({ value: { changed: [{ target, at }] } });
    await addresses.seen(world.storeId, target, at);
    await world.time.advance(15_000);
    expect(await world.job(target)).toMatchObject({ kind: 'dispatch', state: 'succeeded' });
    expect(await addresses.list(world.storeId)).toMatchObject({ value: { changed: [] } });
  });

  it('is answered by a new number, too', async () => {
    await opened();
    const [line] = world.orders(1);
    const target = line?.target ?? '';
    await world.desk.database.flags.set(world.storeId, target, world.time.now());
    await world.add([dispatchLine(target)]);
    await world.time.advance(5000);
    const held = await world.job(target);
    expect(held).toMatchObject({ state: 'held', holdReason: 'address-changed' });
    const values = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: '577417824035',
    } as const;
    await world.outbox.act({ action: 'edit', jobs: [held.id], values });
    await world.time.advance(5000);
    expect(await world.job(target)).toMatchObject({ state: 'succeeded' });
  });
});

describe('an order of the book that was never looked up', () => {
  it('can be watched, and is compared with what the book has read', async () => {
    const orders = await opened();
    const [one] = world.orders(1);
    const id = one?.target ?? '';
    const { database } = world.desk;
    const { storeId } = world;
    await database.transaction(({ book }) => book.put(storeId, bookOrder(id, { orderId: '1000000009' })));
    expect(await orders.watch({ storeId, orderId: '1000000009', watched: true })).toMatchObject({ ok: true });
    expect(await database.orders.get(storeId, '1000000009')).toMatchObject({
      productOrders: [{ id, finding: { productOrderStatus: 'PAYED' } }],
      watchedSince: expect.any(Number),
    });
    expect(await orders.watch({ storeId, orderId: '1000000010', watched: true })).toMatchObject({ ok: false });
  });
});
