import { afterEach, expect, it } from 'vitest';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const registeredOtherwise = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'HANJIN', trackingNumber: '1' };

it('a yes to the rest of a parcel stands when the same is found about the same order once more', async () => {
  world = await createWorld();
  const [first, second] = world.orders(2);
  if (first === undefined || second === undefined) throw new Error('two lines');
  Object.assign(world.orderOf(first.target), { status: 'DELIVERING', shipment: registeredOtherwise });
  await world.add([dispatchLine(first.target, '602011112222'), dispatchLine(second.target, '602011112222')]);
  await world.time.advance(2_000);
  const asked = await world.job(second.target);
  expect(asked).toMatchObject({ state: 'held', holdReason: 'conflict', message: first.target });

  // Both stand in the queue when the first is read again.
  await world.outbox.setPaused(world.storeId, true);
  await world.outbox.act({ action: 'approve', jobs: [asked.id] });
  await world.outbox.act({ action: 'retry', jobs: [(await world.job(first.target)).id] });
  await world.outbox.setPaused(world.storeId, false);
  await world.time.advance(2_000);
  expect(await world.job(first.target)).toMatchObject({ state: 'rejected', code: 'conflict' });
  expect(await world.job(second.target)).toMatchObject({ state: 'succeeded' });
});

it.each([
  ['without an id', {}],
  // The orders of one request may share it.
  ['with the same id', { claimId: 'claim-1' }],
])('a yes to a claim %s is none to that of another order of the parcel', async (_which, id) => {
  world = await createWorld();
  const lines = world.orders(2).map((line) => dispatchLine(line.target, '602011112222'));
  const [a = '', b = ''] = lines.map(({ target }) => target);
  const claim = { claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', ...id };
  world.orderOf(a).more = claim;
  await world.add(lines);
  await world.time.advance(2000);
  expect(await world.states()).toEqual({ held: 2 });
  world.orderOf(b).more = claim;
  await world.outbox.act({ action: 'approve', jobs: [(await world.job(a)).id] });
  await world.time.advance(2000);
  expect(await world.states()).toEqual({ held: 2 });
  expect(await world.job(b)).toMatchObject({ code: 'cancel-requested' });
  await world.outbox.act({ action: 'approve', jobs: [(await world.job(b)).id] });
  await world.time.advance(2000);
  expect(await world.states()).toEqual({ succeeded: 2 });
});
