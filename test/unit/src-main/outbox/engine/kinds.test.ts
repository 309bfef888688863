import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { importIdSchema } from '../../../../../src-preload/contract/ids';
import type { Job } from '../../../../../src-preload/contract/job';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const act = (
  action: 'take-all' | 'retry' | 'exclude' | 'approve' | 'decline' | 'reread' | 'confirm-then-dispatch',
  ...jobs: Job[]
) => world.outbox.act({ action, jobs: jobs.map((job) => job.id) });

const unconfirmed = async (confirmFirst: 'ask' | 'always' | 'never' = 'ask') => {
  world = await createWorld({ confirmFirst });
  world.fake.refusesUnconfirmed = true;
  await world.add(world.orders(2, { placed: 'NOT_YET' }));
  await world.time.advance(2000);
};

const replaced = async () => {
  await world.dispose();
  return createWorld({ confirmFirst: 'always' });
};

describe('orders that are not confirmed yet', () => {
  it('go out until the market first says no; later ones are asked about once for all', async () => {
    await unconfirmed();
    expect((await world.log()).map((job) => `${job.state} ${job.code}`)).toEqual([
      'rejected 104443',
      'rejected 104443',
    ]);
    await world.add(world.orders(3, { placed: 'NOT_YET' }));
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ rejected: 2, held: 3 });
    expect(await world.outbox.countAll(world.storeId, 'confirm-then-dispatch')).toBe(5);
    expect(await world.outbox.actAll(world.storeId, 'confirm-then-dispatch')).toMatchObject({ changed: 5 });
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 10 });
    expect(world.fake.ledger.filter((entry) => entry.what === 'dispatch')).toHaveLength(5);
  });

  it('are confirmed and then dispatched by one click', async () => {
    await unconfirmed();
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    await act('confirm-then-dispatch', job);
    expect(await world.job(job.target)).toMatchObject({ kind: 'confirm', state: 'queued' });
    await world.time.advance(3000);
    expect(world.fake.ledger.map((entry) => entry.what)).toEqual(['confirm', 'dispatch']);
  });

  it('are confirmed first without asking when the seller said so', async () => {
    await unconfirmed('always');
    await world.time.advance(3000);
    expect(await world.states()).toEqual({ succeeded: 4 });
    expect(world.fake.calls.filter((call) => call.kind === 'dispatch')).toHaveLength(1);
  });

  it('fail with the step before them', async () => {
    await unconfirmed('always');
    world = await replaced();
    const [line] = world.orders(1, { placed: 'NOT_YET' });
    if (line === undefined) throw new Error('a line');
    await world.add([line]);
    world.fake.fault = ({ kind }) => {
      if (kind === 'confirm') world.fake.orders.delete(line.target);
      return undefined;
    };
    await world.time.advance(30_000);
    const log = await world.log();
    expect(log.find((job) => job.kind === 'dispatch')).toMatchObject({ state: 'rejected', code: 'step-before-failed' });
  });

  it('that turn out to have a new address are held until the seller looked', async () => {
    world = await createWorld({ confirmFirst: 'always' });
    const [line] = world.orders(1, { placed: 'NOT_YET' });
    if (line === undefined) throw new Error('a line');
    world.fake.addressChanged.add(line.target);
    await world.add([line]);
    await world.time.advance(5000);
    const job = (await world.log()).find((one) => one.kind === 'dispatch');
    expect(job).toMatchObject({ state: 'held', holdReason: 'address-changed' });
    if (job === undefined) throw new Error('a job');
    await act('approve', job);
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('remember the answer: never asks no more', async () => {
    await unconfirmed();
    await world.add(world.orders(1, { placed: 'NOT_YET' }));
    await world.time.advance(2000);
    world.fake.refusesUnconfirmed = false;
    await world.outbox.setConfirmFirst(world.storeId, 'never');
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ rejected: 2, succeeded: 1 });
  });
});

describe('sheets that have only order numbers', () => {
  const thenDispatch = {
    deliveryMethod: 'DELIVERY',
    deliveryCompanyCode: 'CJGLS',
    trackingNumber: '602030405064',
  } as const;
  it('find their product order and dispatch it', async () => {
    world = await createWorld();
    const [line] = world.orders(1);
    world.fake.lookups.set('2026030200009999', [line?.target ?? '']);
    await world.add([{ target: '2026030200009999', values: { kind: 'lookup', lookup: { thenDispatch } } }]);
    await world.time.advance(5000);
    expect(world.fake.ledger).toMatchObject([{ target: line?.target, number: '602030405064' }]);
    expect((await world.log())[0]).toMatchObject({ kind: 'dispatch', orderId: '2026030200009999', state: 'succeeded' });
  });

  it('ask which of several lie in this box', async () => {
    world = await createWorld();
    world.fake.lookups.set(
      '2026030200009999',
      world.orders(2).map((line) => line.target),
    );
    await world.add([{ target: '2026030200009999', values: { kind: 'lookup', lookup: { thenDispatch } } }]);
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 1, held: 2 });
    const [one] = await world.log();
    if (one === undefined) throw new Error('a job');
    expect(await act('approve', one)).toMatchObject({ changed: 1 });
    await world.time.advance(5000);
    expect(world.fake.ledger).toHaveLength(1);
  });
});

describe('of several product orders of an order number', () => {
  const orderId = '2026030200009999';
  const thenDispatch = {
    deliveryMethod: 'DELIVERY',
    deliveryCompanyCode: 'CJGLS',
    trackingNumber: '602030405064',
  } as const;
  const lookup = { target: orderId, values: { kind: 'lookup', lookup: { thenDispatch } } } as const;
  const three = async () => {
    world = await createWorld();
    const ids = world.orders(3).map(({ target }) => target);
    world.fake.lookups.set(orderId, ids);
    return ids;
  };

  it('the only open one goes on by itself: cancelled, returned and shipped ones do not count', async () => {
    const [cancelled = '', open = '', shipped = ''] = await three();
    world.fake.orders.set(cancelled, { status: 'CANCELED', placed: 'OK' });
    world.fake.orders.set(shipped, {
      status: 'DELIVERING',
      placed: 'OK',
      shipment: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'HANJIN', trackingNumber: '403020102030' },
    });
    await world.add([lookup]);
    await world.time.advance(10_000);
    expect(world.fake.ledger).toMatchObject([{ target: open, number: '602030405064' }]);
    expect(await world.job(cancelled)).toMatchObject({ state: 'cancelled', code: 'closed' });
    expect(await world.job(shipped)).toMatchObject({ state: 'cancelled', code: 'closed' });
  });

  it('the open ones wait for the seller, who takes each into the parcel or out of it', async () => {
    const [cancelled = '', one = '', other = ''] = await three();
    world.fake.orders.set(cancelled, { status: 'CANCELED', placed: 'OK' });
    await world.add([lookup]);
    await world.time.advance(10_000);
    expect(await world.states()).toEqual({ succeeded: 1, cancelled: 1, held: 2 });
    await act('approve', await world.job(one));
    await world.time.advance(60_000);
    // What the seller has not said anything about goes nowhere, though it is the last one left.
    expect(await world.job(other)).toMatchObject({ state: 'held', holdReason: 'several-product-orders' });
    await act('decline', await world.job(other));
    await world.time.advance(10_000);
    expect(world.fake.ledger.map(({ target }) => target)).toEqual([one]);
  });

  it('one that is asked to be cancelled is asked about on its own, though it is the only one left', async () => {
    const [first = '', second = '', asked = ''] = await three();
    for (const id of [first, second]) world.fake.orders.set(id, { status: 'CANCELED', placed: 'OK' });
    world.fake.orders.set(asked, { status: 'PAYED', placed: 'OK', claimId: 'claim-1' });
    await world.add([lookup]);
    await world.time.advance(10_000);
    expect(await world.job(asked)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
    expect(world.fake.ledger).toEqual([]);
  });

  it('when none is open any more the seller is told', async () => {
    for (const id of await three()) world.fake.orders.set(id, { status: 'CANCELED', placed: 'OK' });
    await world.add([lookup]);
    await world.time.advance(10_000);
    expect(await world.states()).toEqual({ succeeded: 1, rejected: 3 });
    expect((await world.log())[0]).toMatchObject({ code: 'lookup-closed' });
  });

  it('all open ones go when the seller said so once for this layout', async () => {
    const ids = await three();
    const more = world.orders(2).map(({ target }) => target);
    world.fake.lookups.set('2026030200009998', more);
    const addFrom = async (target: string) => {
      const importId = importIdSchema.parse(randomUUID());
      const { imports } = world.desk.database;
      await imports.add({
        id: importId,
        storeId: world.storeId,
        fileName: '주문.xlsx',
        operation: 'dispatch',
        digest: importId,
        createdAt: world.time.now(),
      });
      const reading = {
        sheetName: 'sheet1',
        headerRow: 0,
        columns: {},
        headers: ['주문번호', '송장번호'],
        skipped: { empty: 0, titles: 0, totals: 0, otherMalls: 0 },
        lineCount: 1,
      };
      await imports.finish(importId, { reading, operation: 'dispatch', storeId: world.storeId });
      const values = {
        ...lookup.values,
        lookup: { thenDispatch: { ...thenDispatch, trackingNumber: `6${target.slice(-11)}` } },
      };
      await world.outbox.add({ storeId: world.storeId, importId, undoMs: 0, jobs: [{ row: 2, target, values }] });
      await world.time.advance(10_000);
    };
    await addFrom(orderId);
    expect(await world.states()).toMatchObject({ held: 3 });
    await act('take-all', await world.job(ids[0] ?? ''));
    await world.time.advance(10_000);
    await addFrom('2026030200009998');
    expect(world.fake.ledger.map(({ target }) => target).toSorted()).toEqual([...ids, ...more].toSorted());
  });
});

const stock = (available: boolean) => ({ target: 'item-1', values: { kind: 'stock', stock: { available } } }) as const;

describe('stock answers', () => {
  it('repeat freely, and a newer one comes after the one on its way', async () => {
    world = await createWorld({ reads: false });
    await world.add([stock(true)]);
    await world.time.advance(30);
    expect(await world.states()).toEqual({ sending: 1 });
    expect(await world.add([stock(false)])).toMatchObject({ added: 1 });
    expect(await world.states()).toEqual({ sending: 1, waiting: 1 });
    await world.time.advance(5000);
    expect(await world.states()).toEqual({ succeeded: 2 });
    expect(world.fake.ledger).toHaveLength(2);
  });

  it('that were not answered are simply sent again, the newer one in place of the older', async () => {
    world = await createWorld({ reads: false });
    let n = 0;
    world.fake.fault = () => (n++ === 0 ? 'cut-after' : undefined);
    await world.add([stock(true)]);
    await world.time.advance(30);
    await world.add([stock(false)]);
    await world.time.advance(30_000);
    expect((await world.log()).map((job) => `${job.state} ${job.code}`)).toEqual([
      'succeeded undefined',
      'cancelled replaced',
    ]);
  });

  it('of a lost call go out again together, in one call', async () => {
    let nth = 0;
    world = await createWorld({ reads: false, random: () => (nth++ % 10) / 10 });
    world.failWrites('cut-after');
    await world.add(Array.from({ length: 20 }, (_, n) => ({ ...stock(true), target: `item-${n}` })));
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 20 });
    expect(world.sends().map(({ targets }) => targets.length)).toEqual([20, 20]);
  });

  it('under way at a crash are sent again without reading', async () => {
    world = await createWorld({ reads: false });
    await world.add([stock(true)]);
    await world.time.advance(30);
    await world.restart();
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });
});
