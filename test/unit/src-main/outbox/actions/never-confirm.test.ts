import { expect, it, onTestFinished } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';

it('"never confirm first" lets every job go that waited for that answer, and no other hold', async () => {
  const world = await createWorld();
  onTestFinished(() => world.end());
  const [other] = world.orders(1, { claimId: 'claim-1' });
  if (other === undefined) throw new Error('a line');
  await world.desk.database.stores.markNotConfirmedSeen(world.storeId, world.time.now());
  await world.add([other, ...world.orders(5, { placed: 'NOT_YET' })]);
  await world.time.advance(2_000);
  expect(await world.states()).toEqual({ held: 6 });
  await world.outbox.setConfirmFirst(world.storeId, 'never');
  await world.time.advance(2_000);
  expect(await world.states()).toEqual({ succeeded: 5, held: 1 });
  expect(await world.job(other.target)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
});
