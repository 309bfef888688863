import { expect, it, onTestFinished } from 'vitest';
import type { Action } from '../../../../src-preload/contract/actions';
import { log } from '../../../../src-preload/contract/text/ko/log';
import { createLog } from '../../../../src-main/services/log';
import { monday, newJobId } from '../../../support/outbox/test-database';
import { createWorld, dispatchLine } from '../../../support/outbox/world';

it('shows a job with its attempts, the decisions about it and the others of its parcel', async () => {
  const world = await createWorld();
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

  const jobs = createLog(world.desk.database, () => monday);
  const answer = await jobs.job(id);
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
  expect(await jobs.job(newJobId())).toEqual({ ok: false, failure: { code: 'not-found' } });

  const page = await jobs.page({ storeId: world.storeId }, 1, 1);
  expect(page.total).toBe(3);
  expect(page.jobs, 'the second newest').toMatchObject([{ target: second.target }]);
});

it('names each decision of the seller in words, whatever became of the job', async () => {
  const world = await createWorld();
  onTestFinished(() => world.end());
  const [line] = world.orders(1, { claimId: 'claim-1' });
  if (line === undefined) throw new Error('a line');
  await world.add([line]);
  await world.time.advance(2_000);
  const { id } = await world.job(line.target);
  const undone = async (action: Action) => world.outbox.takeBack((await world.outbox.act(action, 10_000)).undo ?? '');
  await undone({ action: 'refund', jobs: [id], others: 'send' });
  await undone({ action: 'approve', jobs: [id] });
  await world.outbox.act({ action: 'decline', jobs: [id] });
  await undone({ action: 'put-back', jobs: [id] });
  await world.outbox.setPaused(world.storeId, true);
  await world.outbox.act({ action: 'put-back', jobs: [id] });
  await undone({ action: 'by-file', jobs: [id] });

  const answer = await createLog(world.desk.database, () => monday).job(id);
  if (!answer.ok) throw new Error(answer.failure.code);
  const causes = answer.value.decisions.map(({ cause }) => cause);
  expect(causes.join(' ')).toBe(
    'refund approved taken-back-to-held declined put-back taken-back-to-cancelled put-back put-in-file taken-back-to-queued',
  );
  const words: Readonly<Record<string, string>> = log.causes;
  for (const cause of causes) expect(words[cause], cause).toMatch(/요$/u);
});
