import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../../src-preload/contract/job';
import type { Found } from '../../../../../src-main/outbox/decide/reconcile';
import { applyReading } from '../../../../../src-main/outbox/write/apply-reading';
import { createJobTransactions } from '../../../../../src-main/outbox/write/job-transaction';
import { findingOf } from '../../../../support/outbox/fake-order';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

/** A reading before sending that leaves an order out: what is not known of a claim never goes out unasked. */

let world: World;
afterEach(() => world.end());

const act = (action: 'approve' | 'decline' | 'reread', job: Job) => world.outbox.act({ action, jobs: [job.id] });
const readsOf = (target: string): number =>
  world.fake.calls.filter(({ kind, targets }) => kind === 'read' && targets.includes(target)).length;

/** One order that the readings do not return, and its line. */
async function hiddenOrder(): Promise<string> {
  world = await createWorld();
  const [line] = world.orders(1, { hidden: true });
  if (line === undefined) throw new Error('a line');
  await world.add([line]);
  return line.target;
}

describe('an order that the readings leave out', () => {
  it('is asked for again after 20 s, a minute and five minutes, and held then', async () => {
    const target = await hiddenOrder();
    await world.time.advance(2_000);
    expect(readsOf(target)).toBe(1);
    expect(await world.job(target)).toMatchObject({ state: 'queued', code: 'not-found' });
    await world.time.advance(17_000);
    expect(readsOf(target)).toBe(1);
    await world.time.advance(3_000);
    expect(readsOf(target)).toBe(2);
    await world.time.advance(57_000);
    expect(readsOf(target)).toBe(2);
    await world.time.advance(3_000);
    expect(readsOf(target)).toBe(3);
    await world.time.advance(297_000);
    expect(readsOf(target)).toBe(3);
    await world.time.advance(5_000);
    expect(readsOf(target)).toBe(4);
    expect(await world.job(target)).toMatchObject({ state: 'held', holdReason: 'not-read', code: 'not-read' });
    await world.time.advance(86_400_000);
    expect(world.sends()).toEqual([]);
  });

  it('goes out as soon as one of the readings returns it', async () => {
    const target = await hiddenOrder();
    await world.time.advance(2_000);
    delete world.orderOf(target).hidden;
    await world.time.advance(20_000);
    expect(await world.job(target)).toMatchObject({ state: 'succeeded' });
  });

  it('is held for a cancel request that a later reading shows', async () => {
    const target = await hiddenOrder();
    await world.time.advance(2_000);
    world.orderOf(target).claimId = 'claim-1';
    delete world.orderOf(target).hidden;
    await world.time.advance(20_000);
    expect(await world.job(target)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
    expect(world.fake.overridden).toEqual(new Set());
  });

  it('is read at once when the seller asks, which is no further round', async () => {
    const target = await hiddenOrder();
    await world.time.advance(2_000);
    for (let press = 0; press < 5; press += 1) {
      await act('reread', await world.job(target));
      await world.time.advance(1_000);
    }
    expect(readsOf(target)).toBe(6);
    expect(await world.job(target)).toMatchObject({ state: 'queued', code: 'not-found' });
  });

  it('goes out after a yes, with its parcel, read once more and still left out', async () => {
    world = await createWorld();
    const [one, other] = [...world.orders(1, { hidden: true }), ...world.orders(1)].map(({ target }) =>
      dispatchLine(target, '602011112222'),
    );
    if (one === undefined || other === undefined) throw new Error('two lines');
    // The other one may not leave alone: it is the same parcel.
    await world.add([one, other], { undoMs: 0 });
    await world.time.advance(400_000);
    expect(world.sends()).toEqual([]);
    const held = await world.job(one.target);
    expect(held).toMatchObject({ state: 'held', holdReason: 'not-read' });
    const before = readsOf(one.target);
    await act('approve', held);
    await world.time.advance(2_000);
    expect(readsOf(one.target)).toBe(before + 1);
    expect(await world.job(one.target)).toMatchObject({ state: 'succeeded' });
    expect(await world.job(other.target)).toMatchObject({ state: 'succeeded' });
  });

  it('is left out after a no', async () => {
    const target = await hiddenOrder();
    await world.time.advance(400_000);
    await act('decline', await world.job(target));
    expect(await world.job(target)).toMatchObject({ state: 'cancelled', code: 'declined' });
  });
});

describe('the box of an order that the readings leave out', () => {
  it('waits with it, also what is added to it later', async () => {
    world = await createWorld();
    const [mate] = world.orders(1);
    const [hidden] = world.orders(1, { hidden: true });
    if (mate === undefined || hidden === undefined) throw new Error('two lines');
    await world.add([dispatchLine(hidden.target, '602011112222')]);
    await world.time.advance(3_000);
    await world.add([dispatchLine(mate.target, '602011112222')]);
    await world.time.advance(10_000);
    expect(world.sends()).toEqual([]);
    const waits = { state: 'queued', code: 'parcel-left-out', message: hidden.target };
    expect(await world.job(mate.target)).toMatchObject(waits);
    delete world.orderOf(hidden.target).hidden;
    await world.time.advance(30_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('is held with it, also what is added to it after that, until there is a yes', async () => {
    const hidden = await hiddenOrder();
    await world.time.advance(400_000);
    expect(await world.job(hidden)).toMatchObject({ state: 'held', holdReason: 'not-read' });
    const [late = ''] = world.orders(1).map(({ target }) => target);
    await world.add([dispatchLine(late, `6${hidden}`)]);
    await world.time.advance(30_000);
    expect(world.sends()).toEqual([]);
    expect(await world.job(late)).toMatchObject({ state: 'held', code: 'parcel-not-read', message: hidden });
    await act('approve', await world.job(late));
    await world.time.advance(30_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('waits for the last of those that were left out, and goes in one call', async () => {
    world = await createWorld();
    const lines = world.orders(2, { hidden: true }).map(({ target }) => dispatchLine(target, '602011112222'));
    const [first = '', last = ''] = lines.map(({ target }) => target);
    await world.add(lines);
    await world.time.advance(2_000);
    delete world.orderOf(first).hidden;
    await world.time.advance(20_000);
    expect(world.sends()).toEqual([]);
    expect(await world.job(first)).toMatchObject({ state: 'queued', code: 'parcel-left-out', message: last });
    delete world.orderOf(last).hidden;
    await world.time.advance(70_000);
    expect(world.sends().map(({ targets }) => targets)).toEqual([[first, last]]);
  });

  it('waits also where it was read a moment before, and stands before its slot', async () => {
    world = await createWorld({ start: false });
    const [mate] = world.orders(1);
    const [hidden] = world.orders(1, { hidden: true });
    if (mate === undefined || hidden === undefined) throw new Error('two lines');
    await world.add([mate, hidden].map(({ target }) => dispatchLine(target, '602011112222')));
    const { storeId, fake, time, desk } = world;
    const at = time.now();
    const options = { database: desk.database, now: time.now, newId: randomUUID, onChange: () => undefined };
    const read = async (target: string, found: Found): Promise<unknown> => {
      const job = await world.job(target);
      return createJobTransactions(options).run((journal) => {
        const store = journal.tables.stores.get(storeId);
        if (store === undefined) throw new Error('a store');
        const call = { startedAt: at, endedAt: at };
        const context = { callId: randomUUID(), call, market: fake.market, store, random: 0.5 };
        return applyReading(journal, [job], () => found, context).ready;
      });
    };
    const open = {
      is: 'found',
      finding: findingOf(world.orderOf(mate.target), at),
      judgement: { is: 'open' },
    } as const;
    expect(await read(mate.target, open)).toHaveLength(1);
    expect(await read(hidden.target, { is: 'missing' })).toEqual([]);
    const row = await desk.database.transaction(({ jobs }) => jobs.live(storeId, 'dispatch', mate.target));
    expect(row).toMatchObject({ code: 'parcel-left-out', readAt: undefined, dueAt: at + 20_000 });
  });
});

describe('a confirmation that the readings leave out', () => {
  it('goes out: no claim stands against it, and the market says the rest', async () => {
    world = await createWorld();
    const [line] = world.orders(1, { hidden: true, placed: 'NOT_YET' });
    if (line === undefined) throw new Error('a line');
    await world.add([{ target: line.target, values: { kind: 'confirm', confirm: {} } }]);
    await world.time.advance(5_000);
    expect(world.fake.ledger).toEqual([{ target: line.target, what: 'confirm' }]);
  });
});
