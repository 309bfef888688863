import { afterEach, describe, expect, it } from 'vitest';
import type { Finding } from '../../../../../src-preload/contract/job';
import type { NewJob } from '../../../../../src-main/outbox/outbox-port';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const ofOrder = (orderId: string, productClass = '단일상품'): { more: Partial<Finding> } => ({
  more: { orderId, productClass },
});
const addOnOf = (orderId: string) => ofOrder(orderId, '추가구성상품');
const shipped = () => world.fake.ledger.map(({ target }) => target);
const targets = (lines: readonly NewJob[]) => lines.map(({ target }) => target);

describe('an add-on', () => {
  it('goes after its main product, whatever the order of the sheet', async () => {
    world = await createWorld();
    const lines = [
      ...world.orders(2, addOnOf('A')),
      ...world.orders(1, ofOrder('B')),
      ...world.orders(1, ofOrder('A')),
    ];
    const [first = '', second = '', other = '', main = ''] = targets(lines);
    await world.add(lines);
    await world.time.advance(10_000);
    expect(shipped()).toEqual([other, main, first, second]);
  });

  it('goes after it across calls as well, and is told to wait until then', async () => {
    world = await createWorld();
    world.fake.rate = { replenishPerSecond: 1, burst: 1 };
    const lines = [
      ...world.orders(1, addOnOf('A')),
      ...world.orders(60, ofOrder('other')),
      ...world.orders(1, ofOrder('A')),
    ];
    const [addOn = ''] = targets(lines);
    await world.add(lines);
    await world.time.advance(1_000);
    expect(await world.job(addOn)).toMatchObject({ state: 'waiting', code: 'after-main-product' });
    await world.time.advance(60_000);
    expect(shipped()).toHaveLength(62);
    expect(shipped().at(-1)).toBe(addOn);
  });

  it('waits for a main product that is read later, in another reading', async () => {
    world = await createWorld();
    world.fake.market.readLimit = 5;
    const lines = [
      ...world.orders(1, addOnOf('A')),
      ...world.orders(40, ofOrder('other')),
      ...world.orders(1, ofOrder('A')),
    ];
    const [addOn = ''] = targets(lines);
    await world.add(lines);
    await world.time.advance(120_000);
    const main = lines.at(-1)?.target ?? '';
    expect(shipped()).toHaveLength(42);
    expect(shipped().indexOf(addOn)).toBeGreaterThan(shipped().indexOf(main));
  });

  it.each(['rejected', 'declined'] as const)('goes on when its main product is %s', async (how) => {
    world = await createWorld();
    const [addOn, main] = [...world.orders(1, addOnOf('A')), ...world.orders(1, ofOrder('A'))];
    if (addOn === undefined || main === undefined) throw new Error('two lines');
    if (how === 'rejected') world.orderOf(main.target).code = '104119';
    else world.orderOf(main.target).claimId = 'claim';
    await world.add([addOn, main]);
    await world.time.advance(5_000);
    if (how === 'declined') {
      expect(await world.job(addOn.target)).toMatchObject({ state: 'waiting' });
      await world.outbox.act({ action: 'decline', jobs: [(await world.job(main.target)).id] });
      await world.time.advance(5_000);
    }
    expect(shipped()).toEqual([addOn.target]);
  });

  it('goes by itself when its main product is not in the sheet', async () => {
    world = await createWorld();
    const lines = world.orders(1, addOnOf('A'));
    await world.add(lines);
    await world.time.advance(5_000);
    expect(shipped()).toEqual(targets(lines));
  });

  it('is not lost when its main product is taken back within the undo window', async () => {
    world = await createWorld();
    const lines = world.orders(1, addOnOf('A'));
    const main = world.orders(1, ofOrder('A')).map((line) => ({ ...line, orderId: 'A' }));
    const fresh = await world.add(main, { undoMs: 30_000 });
    await world.add(lines);
    await world.time.advance(5_000);
    expect(shipped()).toEqual([]);
    await world.outbox.undo(fresh.batchId ?? (undefined as never));
    await world.time.advance(40_000);
    expect(shipped()).toEqual(targets(lines));
  });

  it('waits for its main product over a restart', async () => {
    world = await createWorld();
    const [addOn, main] = [...world.orders(1, addOnOf('A')), ...world.orders(1, ofOrder('A'))];
    if (addOn === undefined || main === undefined) throw new Error('two lines');
    world.orderOf(main.target).claimId = 'claim';
    await world.add([addOn, main]);
    await world.time.advance(5_000);
    await world.restart();
    await world.time.advance(60_000);
    expect(shipped()).toEqual([]);
    await world.outbox.act({ action: 'approve', jobs: [(await world.job(main.target)).id] });
    await world.time.advance(5_000);
    expect(shipped()).toEqual([main.target, addOn.target]);
  });
});
