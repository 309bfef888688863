import { afterEach, describe, expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const reads = () => world.fake.calls.filter(({ kind }) => kind === 'read');
/** So many orders, sent; 10 s have passed since. */
async function sent(count: number): Promise<string[]> {
  world = await createWorld();
  const lines = world.orders(count);
  await world.add(lines);
  await world.time.advance(10_000);
  expect(await world.states()).toEqual({ succeeded: count });
  world.fake.calls.length = 0;
  return lines.map(({ target }) => target);
}

describe('what the market accepted', () => {
  it('is read a minute later, once, and stands as the market shows it', async () => {
    const [target = ''] = await sent(3);
    await world.time.advance(45_000);
    expect(reads()).toHaveLength(0);
    await world.time.advance(15_000);
    expect(reads().map(({ targets }) => targets.length)).toEqual([3]);
    expect(await world.job(target)).toMatchObject({
      state: 'succeeded',
      finding: { productOrderStatus: 'DELIVERING', trackingNumber: `6${target}` },
    });
    await world.time.advance(3 * 60 * 60_000);
    expect(reads(), 'nothing is new').toHaveLength(1);
  });

  it('is read three hundred at a time, after the last of them', async () => {
    await sent(310);
    await world.time.advance(70_000);
    expect(
      reads()
        .map(({ targets }) => targets.length)
        .toSorted((a, b) => b - a),
    ).toEqual([300, 10]);
  });

  it('waits while anything else is to be sent', async () => {
    const [target = ''] = await sent(1);
    await world.time.advance(48_000);
    world.fake.rate = { replenishPerSecond: 1, burst: 1 };
    const more = world.orders(600);
    await world.add(more);
    await world.time.advance(5_000);
    expect((await world.states()).queued).toBeGreaterThan(0);
    expect(reads().flatMap(({ targets }) => targets)).not.toContain(target);
    await world.time.advance(200_000);
    expect(reads().flatMap(({ targets }) => targets)).toContain(target);
  });

  it('is read after a restart that came first, and not while a quota pauses the store', async () => {
    await sent(2);
    await world.desk.database.stores.setPause(world.storeId, {
      cause: 'quota',
      since: world.time.now(),
      until: world.time.now() + 10 * 60_000,
    });
    await world.restart();
    await world.time.advance(9 * 60_000);
    expect(reads()).toEqual([]);
    await world.outbox.setPaused(world.storeId, false);
    await world.time.advance(2_000);
    expect(reads()).toHaveLength(1);
  });

  it('does not keep the computer awake', async () => {
    await sent(1);
    expect(await world.outbox.busy()).toMatchObject({ due: false, underWay: 0 });
  });

  it('is a conflict where another number stands there, and none any more once that was put right', async () => {
    const [target = ''] = await sent(1);
    const { shipment } = world.orderOf(target);
    world.orderOf(target).shipment = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'HANJIN', trackingNumber: '1' };
    await world.time.advance(70_000);
    expect(await world.job(target)).toMatchObject({
      state: 'succeeded',
      code: 'conflict',
      finding: { trackingNumber: '1' },
    });
    if (shipment !== undefined) world.orderOf(target).shipment = shipment;
    await world.outbox.act({ action: 'reread', jobs: [(await world.job(target)).id] });
    await world.time.advance(2_000);
    expect((await world.job(target)).code).toBeUndefined();
  });

  it('says that a cancel request was refused by it, also when it is read once more', async () => {
    const [target = ''] = await sent(1);
    world.orderOf(target).more = { claimType: 'CANCEL', claimStatus: 'CANCEL_REJECT', claimId: 'late' };
    await world.time.advance(70_000);
    expect(await world.job(target)).toMatchObject({ state: 'succeeded', code: 'cancel-overridden' });
    await world.outbox.act({ action: 'reread', jobs: [(await world.job(target)).id] });
    await world.time.advance(2_000);
    expect(await world.job(target)).toMatchObject({ state: 'succeeded', code: 'cancel-overridden' });
  });

  it('says so as well where the answer was lost and a reading showed it done', async () => {
    world = await createWorld();
    const [line] = world.orders(1);
    if (line === undefined) throw new Error('a line');
    world.fake.fault = ({ kind, targets }) => {
      if (kind !== 'dispatch') return undefined;
      for (const target of targets) world.orderOf(target).claimId = 'in between';
      return 'cut-after';
    };
    await world.add([line]);
    await world.time.advance(20_000);
    expect(await world.job(line.target)).toMatchObject({ state: 'succeeded', code: 'cancel-overridden' });
  });

  it('is asked for three times before nothing there is told as nothing', async () => {
    const [target = ''] = await sent(1);
    world.orderOf(target).status = 'PAYED';
    delete world.orderOf(target).shipment;
    await world.time.advance(10 * 60_000);
    expect((await world.job(target)).code).toBeUndefined();
    await world.time.advance(30 * 60_000);
    expect(await world.job(target)).toMatchObject({ state: 'succeeded', code: 'not-registered' });
    expect(reads()).toHaveLength(3);
  });

  it('that the readings leave out is asked for three times and left as it is', async () => {
    const [target = ''] = await sent(1);
    world.orderOf(target).hidden = true;
    await world.time.advance(3 * 60 * 60_000);
    expect(reads()).toHaveLength(3);
    const job = await world.job(target);
    expect(job.state).toBe('succeeded');
    expect(job.code).toBeUndefined();
  });

  it('is read when it is due although the clock was set back meanwhile', async () => {
    await sent(1);
    world.time.jump(-24 * 60 * 60_000);
    await world.restart();
    await world.time.advance(70_000);
    expect(reads()).toHaveLength(1);
  });
});
