import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../../src-preload/contract/job';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const act = (
  action: 'retry' | 'exclude' | 'approve' | 'decline' | 'reread' | 'confirm-then-dispatch',
  ...jobs: Job[]
) => world.outbox.act({ action, jobs: jobs.map((job) => job.id) });
const decisionsOf = (job: Job) => world.desk.database.decisions.of(job.seq);

const packed = async () => {
  world = await createWorld();
  const [first, second, other] = world.orders(3);
  if (first === undefined || second === undefined || other === undefined) throw new Error('three lines');
  // Two orders in one box.
  const boxed = [dispatchLine(first.target, '602011112222'), dispatchLine(second.target, '602011112222')];
  world.orderOf(first.target).claimId = 'claim-1';
  await world.add([...boxed, other]);
  await world.time.advance(2000);
  return {
    first: await world.job(first.target),
    second: await world.job(second.target),
    other: await world.job(other.target),
  };
};

describe('a cancel request that came while the boxes were packed', () => {
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

  it('asks again when the buyer requests again before it left', async () => {
    const { first } = await packed();
    world.orderOf(first.target).claimId = 'claim-2';
    await act('approve', first);
    await world.time.advance(2000);
    expect(await world.job(first.target)).toMatchObject({ state: 'held', finding: { claimId: 'claim-2' } });
  });

  it('is left out after a no', async () => {
    const { first, second } = await packed();
    expect(await act('decline', second)).toMatchObject({ changed: 2 });
    expect(await world.job(first.target)).toMatchObject({ state: 'cancelled', code: 'declined' });
    const known = { reason: 'cancel-requested', finding: { claimId: 'claim-1' } };
    expect(await decisionsOf(first), 'the no is logged with what was known').toMatchObject([
      { cause: 'declined', ...known },
    ]);
    await world.time.advance(60_000);
    expect(world.fake.ledger).toHaveLength(1);
  });

  it('stays out alone where the seller says so: the others of its box go with one act, which is taken back whole', async () => {
    const { first, second } = await packed();
    const { undo, ...outcome } = await world.outbox.act({ action: 'leave-out', jobs: [first.id] }, 10_000);
    expect(outcome).toEqual({ changed: 2, refused: [] });
    expect(await world.job(first.target)).toMatchObject({ state: 'cancelled', code: 'declined' });
    expect(await world.job(second.target)).toMatchObject({ state: 'queued' });
    expect(await world.outbox.takeBack(undo ?? '')).toBe(2);
    expect(await world.states()).toEqual({ held: 2, succeeded: 1 });

    await world.outbox.act({ action: 'leave-out', jobs: [first.id] });
    await world.time.advance(2000);
    expect(await world.job(first.target)).toMatchObject({ state: 'cancelled' });
    expect(await world.job(second.target)).toMatchObject({ state: 'succeeded' });
    expect(world.fake.ledger.map(({ target }) => target)).not.toContain(first.target);
  });

  it('is agreed to for one box at a time', async () => {
    world = await createWorld();
    await world.add(world.orders(2, { claimId: 'claim-1' }));
    await world.time.advance(2000);
    const [one, two] = await world.log();
    if (one === undefined || two === undefined) throw new Error('two jobs');
    expect(await act('approve', one, two)).toEqual({ changed: 1, refused: [{ jobId: two.id, why: 'wrong-state' }] });
  });

  it('holds as well when it was read while the order waited for its confirm', async () => {
    world = await createWorld();
    await world.add(world.orders(1, { claimId: 'claim-1' }));
    await world.time.advance(10);
    const [job] = await world.log();
    if (job === undefined) throw new Error('a job');
    await act('confirm-then-dispatch', job);
    await world.time.advance(30_000);
    expect(await world.states()).toEqual({ succeeded: 1, held: 1 });
    expect(world.fake.ledger).toEqual([]);
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
    world.orderOf(line.target).claimId = 'claim-9';
    await world.time.advance(20_000);
    expect(await world.job(line.target)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
  });
});

describe('a yes', () => {
  it('covers the claim it was given for, and not a later one of another order of the parcel', async () => {
    world = await createWorld();
    const lines = world.orders(3).map((line) => dispatchLine(line.target, '602011112222'));
    const [a = '', b = '', c = ''] = lines.map(({ target }) => target);
    world.orderOf(a).claimId = 'claim-a';
    await world.add(lines);
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ held: 3 });
    // The buyer asks for B while the seller decides about A.
    world.orderOf(b).claimId = 'claim-b';
    await act('approve', await world.job(a));
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ held: 3 });
    expect(await world.job(b)).toMatchObject({ code: 'cancel-requested', finding: { claimId: 'claim-b' } });
    for (const other of [a, c]) {
      expect(await world.job(other)).toMatchObject({ code: 'parcel-cancel-requested', message: b });
    }
    await act('approve', await world.job(c));
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ succeeded: 3 });
    expect(world.fake.overridden).toEqual(new Set([a, b]));
  });

  it('covers every claim of the parcel that was known when it was given', async () => {
    world = await createWorld();
    const lines = world.orders(3).map((line) => dispatchLine(line.target, '602011112222'));
    const [a = '', b = ''] = lines.map(({ target }) => target);
    world.orderOf(a).claimId = 'claim-a';
    world.orderOf(b).claimId = 'claim-b';
    await world.add(lines);
    await world.time.advance(2000);
    await act('approve', await world.job(a));
    await world.time.advance(2000);
    expect(await world.states()).toEqual({ succeeded: 3 });
  });

  it('says which order of the parcel something stands against', async () => {
    const { first, second } = await packed();
    expect(first).toMatchObject({ code: 'cancel-requested' });
    expect(second).toMatchObject({ code: 'parcel-cancel-requested', message: first.target });
  });
});

describe('what the market has already', () => {
  it('is done when it is this shipment, and a conflict when it is another', async () => {
    world = await createWorld();
    const [same, another] = world.orders(2, { status: 'DELIVERING' });
    if (same === undefined || another === undefined) throw new Error('two lines');
    world.orderOf(same.target).shipment = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: `6${same.target}`,
    };
    world.orderOf(another.target).shipment = {
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
    world.orderOf(line.target).shipment = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'HANJIN',
      trackingNumber: '1',
    };
    await world.add([line]);
    await world.time.advance(2000);
    world.orderOf(line.target).shipment = {
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
    delete world.orderOf(line.target).code;
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

  it('that is edited between its reading and its turn goes out all the same', async () => {
    world = await createWorld();
    const [line] = world.orders(1);
    if (line === undefined) throw new Error('a line');
    await world.outbox.setPaused(world.storeId, true);
    await world.add([line]);
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(10);
    await world.outbox.setPaused(world.storeId, true);
    await world.time.advance(100);
    await world.add([dispatchLine(line.target, '111122223333')], { replace: true });
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(2000);
    expect(world.fake.ledger).toMatchObject([{ number: '111122223333' }]);
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
