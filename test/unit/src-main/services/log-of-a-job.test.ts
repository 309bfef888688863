import { expect, it, onTestFinished } from 'vitest';
import { createLog } from '../../../../src-main/services/log';
import { monday, newJobId } from '../../../support/outbox/test-database';
import { createWorld, dispatchLine } from '../../../support/outbox/world';

it('shows a job with its attempts, the decisions about it and the others of its parcel', async () => {
  const world = await createWorld({ inMemory: true });
  onTestFinished(() => world.end());
  const [first, second, other] = world.orders(3);
  if (first === undefined || second === undefined || other === undefined) throw new Error('three lines');
  world.orderOf(first.target).claimId = 'claim-1';
  const number = '602011112222';
  await world.add([dispatchLine(first.target, number), dispatchLine(second.target, number), other]);
  await world.time.advance(2_000);
  const { id } = await world.job(first.target);
  await world.outbox.act({ action: 'approve', jobs: [id] });
  await world.time.advance(2_000);

  const log = createLog(world.desk.database, () => monday);
  const answer = await log.job(id);
  expect(answer).toMatchObject({
    ok: true,
    value: {
      job: { target: first.target, state: 'succeeded' },
      attempts: [
        { purpose: 'read', outcome: 'held' },
        { purpose: 'send', outcome: 'succeeded' },
      ],
      decisions: [{ cause: 'approved', reason: 'cancel-requested' }],
      parcel: [(await world.job(second.target)).id],
    },
  });
  expect(await log.job(newJobId())).toEqual({ ok: false, failure: { code: 'not-found' } });

  const page = await log.page({ storeId: world.storeId }, 1, 1);
  expect(page.total).toBe(3);
  expect(page.jobs, 'the second newest').toMatchObject([{ target: second.target }]);
});
