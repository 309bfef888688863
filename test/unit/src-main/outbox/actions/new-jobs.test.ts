import { afterEach, describe, expect, test } from 'vitest';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

describe('how many jobs lines would make', () => {
  test('is what adding them makes: each target once, without what is there already', async () => {
    world = await createWorld();
    await world.outbox.setPaused(world.storeId, true);
    const lines = world.orders(430);
    const [first, second, third] = lines;
    if (!first || !second || !third) throw new Error('three lines');
    await world.add([first]);
    const sheet = [...lines, third, dispatchLine(second.target, '655544443333')];
    const counted = await world.outbox.countNew(world.storeId, sheet);
    expect(counted).toBe(429);
    expect(await world.states(), 'nothing was added by counting').toEqual({ queued: 1 });
    expect((await world.add(sheet)).added).toBe(counted);
  });
});

describe('new values for what waits', () => {
  test('change exactly that: fresh lines of the same sheet are not sent along', async () => {
    world = await createWorld();
    await world.outbox.setPaused(world.storeId, true);
    const [waiting, fresh] = world.orders(2);
    if (!waiting || !fresh) throw new Error('two lines');
    await world.add([waiting]);
    const other = dispatchLine(waiting.target, '655544443333');
    expect(await world.add([fresh, other], { replace: true })).toMatchObject({ added: 1 });
    expect((await world.log()).map(({ target, values }) => ({ target, values }))).toEqual([
      { target: waiting.target, values: other.values },
    ]);
    expect((await world.add([fresh])).added).toBe(1);
  });
});
