import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../../src-preload/contract/job';
import type { JobKind } from '../../../../../src-preload/contract/job-states';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

/** Two orders in one box, the buyer wants to cancel the first; both are held. */
async function packed() {
  world = await createWorld();
  const [first, second] = world.orders(2);
  if (first === undefined || second === undefined) throw new Error('two lines');
  world.orderOf(first.target).claimId = 'claim-1';
  await world.add([first, second].map(({ target }) => dispatchLine(target, '602011112222')));
  await world.time.advance(2000);
  return { asked: await jobOf('dispatch', first.target), other: await jobOf('dispatch', second.target) };
}

async function jobOf(kind: JobKind, target: string): Promise<Job> {
  const found = (await world.log()).find((job) => job.kind === kind && job.target === target);
  if (found === undefined) throw new Error(`no ${kind} of ${target}`);
  return found;
}
const refund = (jobs: readonly Job[], others: 'send' | 'leave-out' = 'send', undoMs = 0) =>
  world.outbox.act({ action: 'refund', jobs: jobs.map(({ id }) => id), others }, undoMs);
const done = (what: string) => world.fake.ledger.filter((entry) => entry.what === what).map(({ target }) => target);

describe('a yes to a cancel request', () => {
  it('pays back the one order, ships the others of its box, and is logged with what was known', async () => {
    const { asked, other } = await packed();
    expect(await refund([asked])).toEqual({ changed: 2, refused: [] });
    expect(await jobOf('dispatch', asked.target)).toMatchObject({ state: 'held', code: 'refund-decided' });
    await world.time.advance(5_000);
    expect(done('refund')).toEqual([asked.target]);
    expect(done('dispatch')).toEqual([other.target]);
    expect(await jobOf('dispatch', asked.target)).toMatchObject({ state: 'cancelled', code: 'refunded' });
    expect(await jobOf('refund', asked.target)).toMatchObject({
      state: 'succeeded',
      values: { refund: { claimId: 'claim-1' } },
    });
    expect(await world.desk.database.decisions.of(asked.seq)).toMatchObject([
      { cause: 'refund', reason: 'cancel-requested', finding: { claimId: 'claim-1' } },
    ]);
  });

  it('leaves the others out where the seller says so', async () => {
    const { asked, other } = await packed();
    await refund([asked], 'leave-out');
    await world.time.advance(5_000);
    expect(done('dispatch')).toEqual([]);
    expect(await jobOf('dispatch', other.target)).toMatchObject({ state: 'cancelled', code: 'declined' });
  });

  it('is given for one box at a time, and not for an order without a request of its own', async () => {
    world = await createWorld();
    await world.add(world.orders(2, { claimId: 'claim-1' }));
    await world.time.advance(2000);
    const [one, two] = await world.log();
    if (one === undefined || two === undefined) throw new Error('two jobs');
    expect(await refund([one, two])).toMatchObject({ changed: 1, refused: [{ jobId: two.id, why: 'wrong-state' }] });
  });

  it('is no answer for an order that is only in the same box', async () => {
    const { other } = await packed();
    expect(await refund([other])).toMatchObject({ changed: 0, refused: [{ why: 'wrong-state' }] });
  });

  it('is not asked of the market for its own cancellation, which it would refuse', async () => {
    world = await createWorld();
    const [line] = world.orders(1, { more: { claimStatus: 'ADMIN_CANCELING', claimId: 'claim-1' } });
    if (line === undefined) throw new Error('one line');
    await world.add([line]);
    await world.time.advance(2000);
    const held = await jobOf('dispatch', line.target);
    expect(held).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
    expect(await refund([held])).toMatchObject({
      changed: 0,
      refused: [{ why: 'wrong-state' }],
    });
  });

  it('can be taken back for ten seconds, and nothing of it leaves before', async () => {
    const { asked } = await packed();
    const before = (await world.log()).map(({ target, state, code }) => ({ target, state, code }));
    const { undo } = await refund([asked], 'send', 10_000);
    await world.time.advance(9_000);
    expect(world.sends()).toEqual([]);
    expect(await world.outbox.takeBack(undo ?? '')).toBe(2);
    expect((await world.log()).map(({ target, state, code }) => ({ target, state, code }))).toEqual(before);
    await world.time.advance(60_000);
    expect(world.sends()).toEqual([]);
  });

  it('is no yes to a later request of the buyer: the seller is asked again', async () => {
    const { asked } = await packed();
    world.orderOf(asked.target).claimId = 'claim-2';
    await refund([asked]);
    await world.time.advance(5_000);
    expect(done('refund')).toEqual([]);
    expect(await jobOf('refund', asked.target)).toMatchObject({ state: 'rejected', code: 'closed' });
    expect(await jobOf('dispatch', asked.target)).toMatchObject({ state: 'held', code: 'cancel-requested' });
  });

  it('does not go out after the buyer has taken the request back', async () => {
    const { asked } = await packed();
    delete world.orderOf(asked.target).claimId;
    await refund([asked]);
    await world.time.advance(5_000);
    expect(done('refund')).toEqual([]);
    expect(await jobOf('dispatch', asked.target)).toMatchObject({ state: 'held', code: 'cancel-requested' });
  });

  it.each(['cut-after', 'market'] as const)('is sent once and settled by reading after %s', async (fault) => {
    const { asked } = await packed();
    world.failWrites(fault);
    await refund([asked], 'leave-out');
    await world.time.advance(600_000);
    expect(world.sends().filter(({ kind }) => kind === 'refund')).toHaveLength(1);
    const state = fault === 'cut-after' ? 'succeeded' : 'rejected';
    expect(await jobOf('refund', asked.target)).toMatchObject({ state });
    expect(await jobOf('dispatch', asked.target)).toMatchObject(
      fault === 'cut-after' ? { state: 'cancelled', code: 'refunded' } : { state: 'held', code: 'cancel-requested' },
    );
  });

  it('is never repeated by itself: what did not arrive is asked about again', async () => {
    const { asked } = await packed();
    world.failWrites('cut-before');
    await refund([asked], 'leave-out');
    await world.time.advance(600_000);
    expect(world.sends().filter(({ kind }) => kind === 'refund')).toHaveLength(1);
    const job = await jobOf('refund', asked.target);
    expect(job).toMatchObject({ state: 'rejected', code: 'no-certain-answer' });
    expect(await world.outbox.act({ action: 'retry', jobs: [job.id] })).toMatchObject({ changed: 0 });
    await world.outbox.actAll(world.storeId, 'retry');
    await world.time.advance(60_000);
    expect(done('refund')).toEqual([]);
    await refund([await jobOf('dispatch', asked.target)]);
    await world.time.advance(5_000);
    expect(done('refund'), 'asked again, and said yes again').toEqual([asked.target]);
  });

  it('survives the end of the app in the middle of its call', async () => {
    const { asked } = await packed();
    await refund([asked], 'leave-out');
    await world.time.advance(75);
    await world.restart();
    await world.time.advance(600_000);
    expect(world.sends().filter(({ kind }) => kind === 'refund').length).toBeLessThan(2);
    expect(['succeeded', 'rejected']).toContain((await jobOf('refund', asked.target)).state);
  });

  it('keeps the dispatch from going out meanwhile', async () => {
    const { asked } = await packed();
    await world.outbox.setPaused(world.storeId, true);
    await refund([asked]);
    const held = await jobOf('dispatch', asked.target);
    for (const action of ['approve', 'decline'] as const) {
      expect(await world.outbox.act({ action, jobs: [held.id] })).toMatchObject({ changed: 0 });
    }
    expect(await refund([held])).toMatchObject({ changed: 0 });
    const excluded = await jobOf('refund', asked.target);
    await world.outbox.act({ action: 'exclude', jobs: [excluded.id] });
    expect(await jobOf('dispatch', asked.target), 'left out: asked again').toMatchObject({ code: 'cancel-requested' });
    expect(await world.outbox.act({ action: 'put-back', jobs: [excluded.id] })).toMatchObject({ changed: 0 });
  });

  it('of an order that readings leave out is not sent', async () => {
    const { asked } = await packed();
    world.orderOf(asked.target).hidden = true;
    await refund([asked], 'leave-out');
    await world.time.advance(3_600_000);
    expect(world.sends()).toEqual([]);
    expect(await jobOf('refund', asked.target)).toMatchObject({ state: 'rejected', code: 'not-read' });
  });

  it('goes to the add-ons of an order before its main product', async () => {
    world = await createWorld();
    const claim = { claimId: 'claim-1' };
    const [main, addOn] = [
      ...world.orders(1, { ...claim, more: { orderId: 'order 1' } }),
      ...world.orders(1, { claimId: 'claim-2', more: { orderId: 'order 1', productClass: '추가구성상품' } }),
    ];
    if (main === undefined || addOn === undefined) throw new Error('a pair');
    await world.add([main, addOn].map(({ target }) => dispatchLine(target, '602011112222')));
    await world.time.advance(2000);
    await refund([await jobOf('dispatch', main.target), await jobOf('dispatch', addOn.target)]);
    expect(await jobOf('refund', main.target)).toMatchObject({ state: 'waiting', wait: 'step-before' });
    await world.time.advance(10_000);
    expect(done('refund')).toEqual([addOn.target, main.target]);
  });

  it('to a main product fails with the one to its add-on, and asks again', async () => {
    world = await createWorld();
    const [main, addOn] = [
      ...world.orders(1, { claimId: 'claim-1', more: { orderId: 'order 1' } }),
      ...world.orders(1, { claimId: 'claim-2', more: { orderId: 'order 1', productClass: '추가구성상품' } }),
    ];
    if (main === undefined || addOn === undefined) throw new Error('a pair');
    await world.add([main, addOn].map(({ target }) => dispatchLine(target, '602011112222')));
    await world.time.advance(2000);
    const both = [await jobOf('dispatch', main.target), await jobOf('dispatch', addOn.target)];
    delete world.orderOf(addOn.target).claimId;
    await refund(both);
    await world.time.advance(10_000);
    expect(done('refund')).toEqual([]);
    expect(await jobOf('refund', main.target)).toMatchObject({ state: 'rejected', code: 'step-before-failed' });
    expect(await jobOf('dispatch', main.target)).toMatchObject({ state: 'held', code: 'cancel-requested' });
  });

  it('that the market does not permit stops nothing else, and is remembered for the store', async () => {
    const { asked, other } = await packed();
    world.fake.refundsPermitted = false;
    await refund([asked]);
    await world.time.advance(5_000);
    expect(await jobOf('refund', asked.target)).toMatchObject({ state: 'rejected', code: 'not-permitted' });
    expect(done('dispatch')).toEqual([other.target]);
    expect((await world.outbox.status(world.storeId)).refundsRefused).toBe(true);
    await world.outbox.storeChanged(world.storeId);
    expect(
      (await world.outbox.status(world.storeId)).refundsRefused,
      'asked again with another secret',
    ).toBeUndefined();
  });
});
