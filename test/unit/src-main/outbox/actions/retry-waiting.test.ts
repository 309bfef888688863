import { expect, it, onTestFinished } from 'vitest';
import { createWorld } from '../../../../support/outbox/world';

it('a dispatch behind its confirm cannot be tried by itself', async () => {
  const world = await createWorld({ confirmFirst: 'always' });
  onTestFinished(() => world.end());
  const behind = world.orders(1, { placed: 'NOT_YET' });
  // The confirm is not answered for a while.
  world.fake.fault = ({ kind }) => (kind === 'confirm' ? 'quota' : undefined);
  await world.add(behind);
  await world.time.advance(2_000);
  const waiting = (await world.log()).find(({ kind }) => kind === 'dispatch');
  if (waiting === undefined) throw new Error('a dispatch');
  expect(waiting).toMatchObject({ state: 'waiting', afterJob: expect.any(String) });
  expect(await world.outbox.act({ action: 'retry', jobs: [waiting.id] })).toEqual({
    changed: 0,
    refused: [{ jobId: waiting.id, why: 'wrong-state' }],
  });
});
