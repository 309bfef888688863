import type { Job } from '../../../src-preload/contract/job';
import { koreanDayNumber } from '../../../src-preload/contract/korean-time';
import type { PauseCause } from '../../../src-preload/contract/store';
import type { NewJob } from '../../../src-main/outbox/outbox-port';
import { delayLine, endOfDay } from '../../support/outbox/delay-line';
import type { FakeOrder } from '../../support/outbox/fake-order';
import { dispatchLine } from '../../support/outbox/world';
import type { World } from '../../support/outbox/world';
import type { Happening } from './happenings';

/** What the program remembers besides the log and the ledger. */
export interface Memory {
  lines: NewJob[];
  /** Lines taken back, which may leave no trace. */
  undone: Set<string>;
  /** Targets whose cancel request the seller refused. */
  approved: Set<string>;
  /** Targets of which the seller said yes to what they are. */
  agreed: Set<string>;
  /** Targets whose cancel request the seller agreed to. */
  refunded: Set<string>;
  /** Targets that the seller sends although no reading returned them. */
  unread: Set<string>;
  /** The clock of the PC was set: how old a reading was cannot be told from the times of calls. */
  hasJumped: boolean;
  lastBatch: Parameters<World['outbox']['undo']>[0] | undefined;
}

/** Lets one step of a program happen, and keeps in `memory` what must be true at its end. */
export async function happen(world: World, memory: Memory, what: Happening): Promise<void> {
  const { time, fake, outbox } = world;
  switch (what.do) {
    case 'add': {
      const lines = world.orders(what.count, what.order);
      memory.lines.push(...lines);
      memory.lastBatch = (await world.add(lines, { undoMs: what.undoMs })).batchId;
      return;
    }
    case 'add-again': {
      const line = memory.lines[what.which % Math.max(1, memory.lines.length)];
      if (line === undefined) return;
      const { added } = await world.add([what.otherNumber ? dispatchLine(line.target, `7${line.target}`) : line], {
        replace: what.replace,
      });
      // New values are for what is there: of what was taken back there is nothing, and it stays under review.
      if (added > 0) memory.undone.delete(line.target);
      return;
    }
    case 'add-parcel': {
      const number = `5${memory.lines.length}`.padEnd(12, '0');
      const lines = [...world.orders(2, { claimId: 'claim-1' }), ...world.orders(1)].map(({ target }) =>
        dispatchLine(target, number),
      );
      memory.lines.push(...lines);
      await world.add(lines);
      return;
    }
    case 'add-pair': {
      const orderId = `order ${memory.lines.length}`;
      const lines = [
        ...world.orders(1, { more: { orderId, productClass: '추가구성상품' } }),
        ...world.orders(1, { more: { orderId } }),
      ];
      memory.lines.push(...lines);
      await world.add(lines);
      return;
    }
    case 'delay': {
      const until = endOfDay(time.now() + 20 * 86_400_000);
      const lines = world.orders(what.count, what.order).map(({ target }) => delayLine(target, { until }));
      memory.lines.push(...lines);
      await world.add(lines);
      return;
    }
    case 'claim': {
      const order = orderOf(world, memory, what.which);
      if (order?.status !== 'PAYED') return;
      order.claimId = `claim ${time.now()}`;
      order.claimedAt = time.now();
      delete order.claimShownAt;
      return;
    }
    case 'cancel': {
      const order = orderOf(world, memory, what.which);
      if (order?.status !== 'PAYED') return;
      order.status = 'CANCELED';
      if (order.claimId !== undefined) {
        order.more = { ...order.more, claimType: 'CANCEL', claimStatus: 'CANCEL_DONE', claimId: order.claimId };
      }
      delete order.claimId;
      return;
    }
    case 'leave-out': {
      const order = orderOf(world, memory, what.which);
      if (order !== undefined) order.hidden = order.hidden !== true;
      return;
    }
    case 'next-day':
      return startADayLater(world, what.stoppedFor);
    case 'faults': {
      const left = [...what.faults];
      fake.fault = () => left.shift();
      return;
    }
    case 'outage':
      fake.reachable = false;
      await time.advance(what.ms);
      fake.reachable = true;
      return;
    case 'system-offline':
      world.online = false;
      outbox.networkChanged();
      await time.advance(what.ms);
      world.online = true;
      world.outbox.networkChanged();
      return;
    case 'wait':
      return time.advance(what.ms);
    case 'jump':
      memory.hasJumped = true;
      return time.jump(what.ms);
    case 'kill':
      return world.restart();
    case 'kill-in-flight':
      await time.advance(30);
      return world.restart();
    case 'retry-all':
      await outbox.actAll(world.storeId, 'retry');
      return;
    case 'network-changed':
      outbox.networkChanged();
      return;
    case 'act':
      return act(world, memory, what);
    case 'undo': {
      if (memory.lastBatch === undefined) return;
      const queued = (await world.log()).filter((job) => job.batchId === memory.lastBatch);
      const undone = await outbox.undo(memory.lastBatch);
      if (undone.ok) for (const job of queued) memory.undone.add(job.target);
      return;
    }
    case 'pause':
      await outbox.setPaused(world.storeId, true);
      await time.advance(what.ms);
      return world.outbox.setPaused(world.storeId, false);
    case 'new-secret':
      return outbox.storeChanged(world.storeId);
  }
}

function orderOf(world: World, memory: Memory, which: number): FakeOrder | undefined {
  const line = memory.lines[which % Math.max(1, memory.lines.length)];
  return line === undefined ? undefined : world.fake.orders.get(line.target);
}

/**
 * A queue from an earlier day is never sent before the seller was asked, whatever it had stopped for: not by itself, and
 * not by the step that ends what it had stopped for.
 */
async function startADayLater(world: World, stoppedFor: PauseCause | undefined): Promise<void> {
  const moving = (await world.log()).filter(
    ({ state, code }) =>
      ['queued', 'waiting', 'sending'].includes(state) || (state === 'unknown' && code !== 'not-found'),
  );
  world.kill();
  if (stoppedFor !== undefined) {
    const since = world.time.now();
    const until = endsByItself(stoppedFor) ? { until: since + 15 * 60_000 } : {};
    await world.desk.database.stores.setPause(world.storeId, { cause: stoppedFor, since, ...until });
  }
  world.time.jump(86_400_000);
  // A clock that was set back meanwhile may show the day on which they were added.
  const isOfEarlierDay = moving.some(({ createdAt }) => koreanDayNumber(createdAt) < koreanDayNumber(world.time.now()));
  const before = world.sends().length;
  const isSentUnasked = (): boolean => isOfEarlierDay && world.sends().length > before;
  await world.restart();
  await world.time.advance(20 * 60_000);
  if (isSentUnasked()) throw new Error("yesterday's queue was sent unasked");
  if (stoppedFor !== undefined && !endsByItself(stoppedFor)) {
    if (stoppedFor === 'seller') await world.outbox.setPaused(world.storeId, false);
    else await world.outbox.storeChanged(world.storeId);
    await world.time.advance(2 * 60_000);
    if (isSentUnasked()) throw new Error(`yesterday's queue was sent with the end of the pause for ${stoppedFor}`);
  }
  await world.outbox.setPaused(world.storeId, false);
}

function endsByItself(cause: PauseCause): boolean {
  return cause === 'ip' || cause === 'quota';
}

async function act(world: World, memory: Memory, what: Extract<Happening, { do: 'act' }>): Promise<void> {
  const log = await world.log();
  const job = log[what.which % Math.max(1, log.length)];
  if (job === undefined) return;
  const jobs = [job.id];
  if (what.action === 'edit') {
    const values = {
      deliveryMethod: 'DELIVERY',
      deliveryCompanyCode: 'HANJIN',
      trackingNumber: `8${job.target}`,
    } as const;
    await world.outbox.act({ action: 'edit', jobs, values, chosen: true });
    return;
  }
  // What no reading shows is the seller's to look up: a yes to that covers a claim, too.
  const isAboutClaims = job.holdReason === 'cancel-requested' || job.holdReason === 'not-read';
  if (what.action === 'approve' && job.state === 'held') {
    const agreed = isAboutClaims ? memory.approved : memory.agreed;
    // One parcel is one decision: the yes covers what is known of each of its orders.
    for (const other of log) {
      if (other.state !== 'held' || numberOf(other) !== numberOf(job)) continue;
      if (other.code === 'not-read') memory.unread.add(other.target);
      if (other.id === job.id || other.code === job.holdReason) agreed.add(other.target);
    }
  }
  if (what.action === 'refund') {
    if (job.state === 'held') memory.refunded.add(job.target);
    await world.outbox.act({ action: 'refund', jobs, others: 'send' });
    return;
  }
  await world.outbox.act({ action: what.action, jobs });
}

function numberOf({ values }: Job): string | undefined {
  return values.kind === 'dispatch' ? values.dispatch.trackingNumber : undefined;
}

/** The day after: everything works, the seller lets every store go on, and hours pass. */
export async function heal(world: World): Promise<void> {
  world.fake.fault = () => undefined;
  world.fake.reachable = true;
  world.online = true;
  for (const order of world.fake.orders.values()) {
    delete order.poison;
    if (order.more?.giftReceivingStatus !== undefined) order.more.giftReceivingStatus = 'RECEIVED';
  }
  // Lines the market cannot read at all pause the store as a bug of ours: the seller lets it go on each time.
  for (let round = 0; round < 70; round += 1) {
    const { pause } = await world.outbox.status(world.storeId);
    if (round === 0 || pause !== undefined) {
      await world.outbox.storeChanged(world.storeId);
      await world.outbox.setPaused(world.storeId, false);
    }
    await world.time.advance(180_000);
  }
}
