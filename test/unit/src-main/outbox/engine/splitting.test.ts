import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

/** Thirty lines in one call, those at `bad` such that the market refuses every call they are in. */
async function sendThirty(bad: ReadonlySet<number>): Promise<{ world: World; calls: number }> {
  const world = await createWorld();
  const lines = world.orders(30);
  for (const [at, { target }] of lines.entries()) {
    const order = world.fake.orders.get(target);
    if (order !== undefined && bad.has(at)) order.malformed = true;
  }
  await world.add(lines);
  await world.time.advance(60_000);
  return { world, calls: world.fake.calls.filter(({ kind }) => kind === 'dispatch').length };
}

/** What one bad line among thirty may cost (resources/docs/domain.md, "A whole call refused"). */
const mostExtraCalls = Math.floor(2 * Math.log2(30)) + 1;

it.each(Array.from({ length: 30 }, (_, at) => at))(
  'one bad line at place %i stands alone in at most 2 log2(30) + 1 extra calls, and the others go through',
  async (at) => {
    const { world, calls } = await sendThirty(new Set([at]));
    expect(await world.states()).toEqual({ succeeded: 29, rejected: 1 });
    expect(calls - 1).toBeLessThanOrEqual(mostExtraCalls);
    expect((await world.log()).every(({ failures }) => failures === 0)).toBe(true);
    await world.dispose();
  },
);

it('of several bad lines each stands alone, wherever they are, and all others go through', async () => {
  const places = fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { minLength: 2, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(places, async (bad) => {
      const { world, calls } = await sendThirty(new Set(bad));
      expect((await world.outbox.status(world.storeId)).pause).toBeUndefined();
      expect(await world.states()).toEqual({ succeeded: 30 - bad.length, rejected: bad.length });
      expect(calls).toBeLessThanOrEqual(1 + bad.length * mostExtraCalls);
      await world.dispose();
    }),
    { numRuns: 20, examples: [[[0, 1]], [[0, 2, 4, 6, 8, 10, 12, 14]], [[28, 29]], [[0, 1, 2, 3, 4, 5, 6, 7]]] },
  );
});
