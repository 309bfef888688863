import { afterEach, describe, expect, it } from 'vitest';
import type { Action } from '../../../../../src-preload/contract/actions';
import type { Job } from '../../../../../src-preload/contract/job';
import { filedEveryMs } from '../../../../../src-main/outbox/engine/reread-filed';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const act = (action: 'by-file' | 'approve' | 'decline' | 'reread', ...jobs: Job[]) =>
  world.outbox.act({ action, jobs: jobs.map(({ id }) => id) } satisfies Action);
const sends = () => world.fake.calls.filter((call) => call.kind === 'dispatch');

/** One job that waits, taken over by the seller's file. */
const filed = async (): Promise<Job> => {
  world = await createWorld();
  const [line] = world.orders(1);
  if (line === undefined) throw new Error('one line');
  await world.add([line], { undoMs: 5000 });
  expect(await act('by-file', await world.job(line.target))).toEqual({ changed: 1, refused: [] });
  return world.job(line.target);
};

describe('a job that went into the 일괄발송 file', () => {
  it('is held for that, and never sent by itself, nor after a restart', async () => {
    const job = await filed();
    expect(job).toMatchObject({ state: 'held', holdReason: 'by-file', code: 'by-file' });
    await world.time.advance(60 * 60_000);
    await world.restart();
    await world.time.advance(60 * 60_000);
    expect(await world.states()).toEqual({ held: 1 });
    expect(sends()).toEqual([]);
  });

  it('is done once the market shows the shipment, found without being asked', async () => {
    const { target, values } = await filed();
    if (values.kind !== 'dispatch') throw new Error('a dispatch');
    const { deliveryMethod, deliveryCompanyCode, trackingNumber } = values.dispatch;
    world.orderOf(target).status = 'DELIVERING';
    world.orderOf(target).shipment = { deliveryMethod, deliveryCompanyCode, trackingNumber };
    await world.time.advance(filedEveryMs + 5000);
    expect(await world.job(target)).toMatchObject({ state: 'succeeded', code: 'already-dispatched' });
    expect(sends()).toEqual([]);
  });

  it('is a conflict when the market shows another number', async () => {
    const { target } = await filed();
    world.orderOf(target).status = 'DELIVERING';
    world.orderOf(target).shipment = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'HANJIN', trackingNumber: '1' };
    await act('reread', await world.job(target));
    await world.time.advance(5000);
    expect(await world.job(target)).toMatchObject({ state: 'rejected', code: 'conflict' });
  });

  it('asks about a cancel request that came meanwhile', async () => {
    const { target } = await filed();
    world.orderOf(target).claimId = 'claim-1';
    await act('reread', await world.job(target));
    await world.time.advance(5000);
    expect(await world.job(target)).toMatchObject({ state: 'held', holdReason: 'cancel-requested' });
    expect(sends()).toEqual([]);
  });

  it('goes out here after all when the seller takes it back, read first', async () => {
    const { target } = await filed();
    expect(await act('approve', await world.job(target))).toEqual({ changed: 1, refused: [] });
    await world.time.advance(5000);
    expect(await world.job(target)).toMatchObject({ state: 'succeeded' });
    expect(sends()).toHaveLength(1);
  });

  it('is not taken from what may be under way', async () => {
    const { target } = await filed();
    await act('approve', await world.job(target));
    await world.time.advance(5000);
    const { refused } = await act('by-file', await world.job(target));
    expect(refused).toMatchObject([{ why: 'wrong-state' }]);
  });
});

it('takes the lines of a review without queueing them', async () => {
  world = await createWorld();
  const [line] = world.orders(1);
  if (line === undefined) throw new Error('one line');
  const request = { storeId: world.storeId, undoMs: 0, byFile: true };
  const first = await world.outbox.add({ ...request, jobs: [line] });
  expect(first).toMatchObject({ added: 1, lines: [] });
  expect(first.batchId).toBeDefined();
  await world.time.advance(60_000);
  expect(await world.job(line.target)).toMatchObject({ state: 'held', holdReason: 'by-file' });
  // The same line in a later sheet is known; another number is the seller's to decide.
  expect(await world.add([line])).toMatchObject({ added: 0, already: 1 });
  const other = await world.add([dispatchLine(line.target, '602099998888')]);
  expect(other.lines).toMatchObject([{ outcome: 'conflict' }]);
  expect(sends()).toEqual([]);
});
