import { afterEach, describe, expect, it } from 'vitest';
import { decisionUndoMs } from '../../../../../src-preload/contract/actions';
import type { Finding, Job } from '../../../../../src-preload/contract/job';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

let world: World;
afterEach(() => world.end());

const act = (action: 'retry' | 'approve' | 'decline' | 'exclude', ...jobs: Job[]) =>
  world.outbox.act({ action, jobs: jobs.map((job) => job.id) });
/** One order of which readings say this, sent; and the job as it stands after 3 s. */
async function sent(more: Partial<Finding>): Promise<Job> {
  world = await createWorld();
  const [line] = world.orders(1, { more });
  if (line === undefined) throw new Error('a line');
  await world.add([line]);
  await world.time.advance(3_000);
  return world.job(line.target);
}
const dispatched = () => world.fake.ledger.map(({ target }) => target);

describe('an order that the logistics company ships', () => {
  it('is never sent, and trying again is not offered to all at once', async () => {
    const job = await sent({ deliveryAttributeType: 'ARRIVAL_GUARANTEE', logisticsDirectContracted: true });
    expect(job).toMatchObject({ state: 'rejected', code: 'logistics-ships' });
    expect(await world.outbox.countAll(world.storeId, 'retry')).toBe(0);
    await act('retry', job);
    await world.time.advance(3_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'rejected', code: 'logistics-ships' });
    expect(world.sends()).toEqual([]);
  });

  it('is not confirmed either', async () => {
    world = await createWorld();
    const [line] = world.orders(1, { placed: 'NOT_YET', more: { logisticsDirectContracted: true } });
    if (line === undefined) throw new Error('a line');
    await world.add([{ target: line.target, values: { kind: 'confirm', confirm: {} } }]);
    await world.time.advance(3_000);
    expect(await world.job(line.target)).toMatchObject({ state: 'rejected', code: 'logistics-ships' });
    expect(world.sends()).toEqual([]);
  });
});

describe('a present that was not accepted', () => {
  it('waits, is read again by itself and goes out once it is accepted', async () => {
    const job = await sent({ giftReceivingStatus: 'WAIT_FOR_RECEIVING' });
    expect(job).toMatchObject({ state: 'waiting', code: 'gift-not-accepted', failures: 0 });
    await world.time.advance(29 * 60_000);
    expect(world.fake.calls, 'read once and left alone').toHaveLength(1);
    await world.time.advance(2 * 60_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'waiting', code: 'gift-not-accepted' });
    world.orderOf(job.target).more = { giftReceivingStatus: 'RECEIVED' };
    await world.time.advance(31 * 60_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'succeeded' });
  });

  it('survives a restart, and is not among what is tried again all at once', async () => {
    const job = await sent({ giftReceivingStatus: 'WAIT_FOR_RECEIVING' });
    expect(await world.outbox.countAll(world.storeId, 'retry')).toBe(0);
    await world.restart();
    world.orderOf(job.target).more = {};
    await world.time.advance(31 * 60_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'succeeded' });
  });
});

describe('an order the seller has to look at', () => {
  const nextWeek = { deliveryAttributeType: 'HOPE', hopeDeliveryYmd: '20260310' };
  const laterStill = { deliveryAttributeType: 'HOPE', hopeDeliveryYmd: '20260311' };
  it.each<[Job['holdReason'], Partial<Finding>, Partial<Finding>]>([
    ['hope-date', nextWeek, laterStill],
    ['partly-cancelled', { initialQuantity: 3, remainQuantity: 2 }, { initialQuantity: 3, remainQuantity: 1 }],
  ])('is held (%s); a yes covers exactly what was found', async (holdReason, more, changed) => {
    const job = await sent(more);
    expect(job).toMatchObject({ state: 'held', holdReason, code: holdReason, finding: more });
    expect(world.sends()).toEqual([]);
    world.orderOf(job.target).more = changed;
    await act('approve', job);
    await world.time.advance(3_000);
    const again = await world.job(job.target);
    expect(again).toMatchObject({ state: 'held', holdReason, finding: changed });
    await act('approve', again);
    await world.time.advance(3_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'succeeded' });
  });

  it('goes out as a parcel after a yes although the buyer was to fetch it', async () => {
    const job = await sent({ expectedDeliveryMethod: 'VISIT_RECEIPT' });
    expect(job).toMatchObject({ state: 'held', holdReason: 'pick-up' });
    await act('approve', job);
    await world.time.advance(3_000);
    expect(dispatched()).toEqual([job.target]);
  });

  it('goes out without asking once its method is the one the buyer chose', async () => {
    const job = await sent({ expectedDeliveryMethod: 'VISIT_RECEIPT' });
    await world.outbox.act({ action: 'edit', jobs: [job.id], values: { deliveryMethod: 'VISIT_RECEIPT' } });
    await world.time.advance(3_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'succeeded' });
  });

  it('is asked about each thing that stands against it, one after the other', async () => {
    const job = await sent({ initialQuantity: 2, remainQuantity: 1, hopeDeliveryYmd: '20260310' });
    expect(job).toMatchObject({ holdReason: 'partly-cancelled' });
    await act('approve', job);
    await world.time.advance(3_000);
    const second = await world.job(job.target);
    expect(second).toMatchObject({ state: 'held', holdReason: 'hope-date' });
    await act('approve', second);
    await world.time.advance(3_000);
    expect(dispatched()).toEqual([job.target]);
  });

  it('holds its parcel, and a yes lets the whole parcel go', async () => {
    world = await createWorld();
    const [one, other] = [...world.orders(1, { more: nextWeek }), ...world.orders(1)].map(({ target }) =>
      dispatchLine(target, '602011112222'),
    );
    if (one === undefined || other === undefined) throw new Error('two lines');
    await world.add([one, other]);
    await world.time.advance(3_000);
    const held = await world.job(other.target);
    expect(held).toMatchObject({ state: 'held', code: 'parcel-hope-date', message: one.target });
    await act('approve', held);
    await world.time.advance(3_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });
});

describe('a day the buyer hopes for', () => {
  const hopedFor = { deliveryAttributeType: 'HOPE', hopeDeliveryYmd: '20260310' };
  const hour = 3_600_000;
  const dayBefore = Date.parse('2026-03-09T00:00:00+09:00');
  const goTo = (at: number) => world.time.advance(at - world.time.now());

  it('that has come near lets the order go by itself, and its parcel, also after a restart', async () => {
    world = await createWorld();
    const [one, other] = [...world.orders(1, { more: hopedFor }), ...world.orders(1)].map(({ target }) =>
      dispatchLine(target, '602011112222'),
    );
    if (one === undefined || other === undefined) throw new Error('two lines');
    await world.add([one, other]);
    await goTo(dayBefore - hour);
    expect(await world.states()).toEqual({ held: 2 });
    expect(world.sends()).toEqual([]);
    await world.restart();
    await goTo(dayBefore + 10_000);
    expect(await world.states()).toEqual({ succeeded: 2 });
  });

  it('still lets it go by itself where a yes to it was taken back', async () => {
    const job = await sent(hopedFor);
    const { undo } = await world.outbox.act({ action: 'approve', jobs: [job.id] }, decisionUndoMs);
    expect(await world.outbox.takeBack(undo ?? '')).toBe(1);
    await goTo(dayBefore - hour);
    expect(await world.job(job.target)).toMatchObject({ state: 'held', holdReason: 'hope-date' });
    await goTo(dayBefore + 10_000);
    expect(await world.job(job.target)).toMatchObject({ state: 'succeeded' });
  });

  it('that cannot be read stays a question', async () => {
    const job = await sent({ ...hopedFor, hopeDeliveryYmd: '협의' });
    await goTo(dayBefore + 72 * hour);
    expect(await world.job(job.target)).toMatchObject({ state: 'held', holdReason: 'hope-date' });
  });
});
