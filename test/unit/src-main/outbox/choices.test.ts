import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../src-preload/contract/job';
import { createWorld, dispatchLine } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

let world: World;
afterEach(async () => {
  expect(world.faults).toEqual([]);
  expect(await world.desk.database.counts.verify()).toBe(true);
  await world.dispose();
});

const orderOf = (target: string) => {
  const order = world.fake.orders.get(target);
  if (order === undefined) throw new Error(`no order ${target}`);
  return order;
};
const act = (
  action: 'retry' | 'exclude' | 'approve' | 'decline' | 'reread' | 'confirm-then-dispatch',
  ...jobs: Job[]
) => world.outbox.act({ action, jobs: jobs.map((job) => job.id) });
const decisionsOf = (job: Job) => world.desk.database.decisions.of(job.seq);

describe('a cancel request that came while the boxes were packed', () => {
  const packed = async () => {
    world = await createWorld();
    const [first, second, other] = world.orders(3);
    if (first === undefined || second === undefined || other === undefined) throw new Error('three lines');
    // Two orders in one box.
    const boxed = [dispatchLine(first.target, '602011112222'), dispatchLine(second.target, '602011112222')];
    orderOf(first.target).claimId = 'claim-1';
    await world.add([...boxed, other]);
    await world.time.advance(2000);
    return {
      first: await world.job(first.target),
      second: await world.job(second.target),
      other: await world.job(other.target),
    };
  };

  it('holds the whole box and nothing else', async () => {
    const { first, second, other } = await packed();
    expect(first).toMatchObject({ state: 'held', holdReason: 'cancel-requested', finding: { claimId: 'claim-1' } });
    expect(second).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
    expect(other).toMatchObject({ state: 'succeeded' });
  });

  it('goes out after a yes, which is logged with what was known', async () => {
    const { first, second } = await packed();
    expect(await act('approve', first)).toEqual({ changed: 2, refused: [] });
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ succeeded: 3 });
    expect(await decisionsOf(first)).toMatchObject([
      { cause: 'approved', reason: 'cancel-requested', finding: { claimId: 'claim-1' } },
    ]);
    expect(await decisionsOf(second)).toMatchObject([{ cause: 'approved' }]);
  });

  it('asks again when the buyer requests anew before it left', async () => {
    const { first } = await packed();
    orderOf(first.target).claimId = 'claim-2';
    await act('approve', first);
    await world.time.advance(2000);
    expect(await world.job(first.target)).toMatchObject({ state: 'held', finding: { claimId: 'claim-2' } });
  });

  it('is left out after a no', async () => {
    const { first, second } = await packed();
    expect(await act('decline', second)).toMatchObject({ changed: 2 });
    expect(await world.job(first.target)).toMatchObject({ state: 'cancelled', code: 'declined' });
    await world.time.advance(60_000);
    expect(world.fake.ledger).toHaveLength(1);
  });

  it('is agreed to for one box at a time', async () => {
    world = await createWorld();
    await world.add(world.orders(2, { claimId: 'claim-1' }));
    await world.time.advance(2000);
    const [one, two] = await world.log();
    if (one === undefined || two === undefined) throw new Error('two jobs');
    expect(await act('approve', one, two)).toEqual({ changed: 1, refused: [{ jobId: two.id, why: 'wrong-state' }] });
  });

  it('found while reading a lost answer holds as well', async () => {
    world = await createWorld();
    const left = ['cut-before'] as const;
    let n = 0;
    world.fake.fault = ({ kind }) => (kind === 'dispatch' ? left[n++] : undefined);
    const [line] = world.orders(1);
    if (line === undefined) throw new Error('a line');
    await world.add([line]);
    await world.time.advance(2000);
    orderOf(line.target).claimId = 'claim-9';
    await world.time.advance(20_000);
    expect(await world.job(line.target)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
  });
});

describe('what the market has already', () => {
  it('is done when it is this shipment, and a conflict when it is another', async () => {
    world = await createWorld();
    const [same, another] = world.orders(2, { status: 'DELIVERING' });
    if (same === undefined || another === undefined) throw new Error('two lines');
    orderOf(same.target).shipment = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: `6${same.target}`,
    };
    orderOf(another.target).shipment = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'HANJIN',
      trackingNumber: '1',
    };
    await world.add([same, another]);
    await world.time.advance(2000);
    expect(await world.job(same.target)).toMatchObject({ state: 'succeeded', code: 'already-dispatched' });
    expect(await world.job(another.target)).toMatchObject({
      state: 'rejected',
      code: 'conflict',
      finding: { trackingNumber: '1' },
    });
    expect(world.fake.ledger).toEqual([]);
  });

  it('is read again when asked, and a mended conflict becomes done', async () => {
    world = await createWorld();
    const [line] = world.orders(1, { status: 'DELIVERING' });
    if (line === undefined) throw new Error('a line');
    orderOf(line.target).shipment = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'HANJIN', trackingNumber: '1' };
    await world.add([line]);
    await world.time.advance(2000);
    orderOf(line.target).shipment = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: `6${line.target}`,
    };
    expect(await act('reread', await world.job(line.target))).toMatchObject({ changed: 1 });
    await world.time.advance(2000);
    expect(await world.job(line.target)).toMatchObject({ state: 'succeeded', code: 'already-dispatched' });
  });

  it('answers 9999 is read, and the code stands when nothing was shipped', async () => {
    world = await createWorld();
    await world.add(world.orders(1, { code: '9999' }));
    await world.time.advance(30_000);
    expect((await world.log())[0]).toMatchObject({ state: 'rejected', code: '9999', message: '거절' });
    expect(await world.outbox.countAll(world.storeId, 'retry')).toBe(1);
  });
});

describe('a refused line', () => {
  it('goes out after an edit, and before everything that is merely new', async () => {
    world = await createWorld();
    const [line] = world.orders(1, { code: '104119' });
    if (line === undefined) throw new Error('a line');
    await world.add([line]);
    await world.time.advance(2000);
    const job = await world.job(line.target);
    expect(await world.outbox.countAll(world.storeId, 'retry')).toBe(0);
    delete orderOf(line.target).code;
    const values = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'HANJIN',
      trackingNumber: '403020102030',
    } as const;
    expect(await world.outbox.act({ action: 'edit', jobs: [job.id], values })).toMatchObject({ changed: 1 });
    await world.time.advance(2000);
    expect(world.fake.ledger).toMatchObject([{ number: '403020102030' }]);
    expect(await world.job(line.target)).toMatchObject({ state: 'succeeded', revision: 1 });
    expect((await world.desk.database.log.page({ storeId: world.storeId, search: '403020' }, 0, 10)).total).toBe(1);
    expect(await decisionsOf(job)).toMatchObject([{ cause: 'edited' }]);
  });

  it('can be left out, with what has not left of its box', async () => {
    world = await createWorld();
    const lines = world.orders(3).map((line, n) => (n < 2 ? dispatchLine(line.target, '602011112222') : line));
    await world.add(lines, { undoMs: 30_000 });
    const [first] = lines;
    expect(await act('exclude', await world.job(first?.target ?? ''))).toMatchObject({ changed: 2 });
    await world.time.advance(40_000);
    expect(await world.states()).toEqual({ succeeded: 1, cancelled: 2 });
  });

  it('cannot be changed while it is under way', async () => {
    world = await createWorld();
    await world.add(world.orders(1));
    await world.time.advance(80);
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    expect(job.state).toBe('sending');
    expect(await act('exclude', job)).toEqual({ changed: 0, refused: [{ jobId: job.id, why: 'in-flight' }] });
  });

  it('is not tried again beside a newer one of the same order', async () => {
    world = await createWorld();
    const [line] = world.orders(1, { code: '104119' });
    if (line === undefined) throw new Error('a line');
    await world.add([line]);
    await world.time.advance(2000);
    const old = await world.job(line.target);
    await world.add([dispatchLine(line.target, '111122223333')], { undoMs: 30_000 });
    expect(await act('retry', old)).toEqual({ changed: 0, refused: [{ jobId: old.id, why: 'other-live' }] });
  });
});

describe('orders that are not confirmed yet', () => {
  const unconfirmed = async (confirmFirst: 'ask' | 'always' | 'never' = 'ask') => {
    world = await createWorld({ confirmFirst });
    world.fake.refusesUnconfirmed = true;
    await world.add(world.orders(2, { placed: 'NOT_YET' }));
    await world.time.advance(2000);
  };

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

  const replaced = async () => {
    await world.dispose();
    return createWorld({ confirmFirst: 'always' });
  };

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

describe('stock answers', () => {
  const stock = (available: boolean) =>
    ({ target: 'item-1', values: { kind: 'stock', stock: { available } } }) as const;
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

  it('under way at a crash are sent again without reading', async () => {
    world = await createWorld({ reads: false });
    await world.add([stock(true)]);
    await world.time.advance(30);
    await world.restart();
    await world.time.advance(60_000);
    expect(await world.states()).toEqual({ succeeded: 1 });
  });
});
