import * as fc from 'fast-check';
import type { NewJob } from '../../../src-main/outbox/outbox-port';
import type { Fault, FakeOrder } from '../../support/outbox/fake-market';
import { dispatchLine } from '../../support/outbox/world';
import type { World } from '../../support/outbox/world';

/** One thing that happens on a bad day. A program is a list of them. */
export type Happening =
  | { do: 'add'; count: number; order: Partial<FakeOrder>; undoMs: number }
  | { do: 'add-again'; which: number; otherNumber: boolean; replace: boolean }
  | { do: 'faults'; faults: readonly Fault[] }
  | { do: 'outage'; ms: number }
  | { do: 'system-offline'; ms: number }
  | { do: 'wait'; ms: number }
  | { do: 'jump'; ms: number }
  | { do: 'kill' }
  | { do: 'kill-in-flight' }
  | { do: 'retry-all' }
  | { do: 'retry-now' }
  | {
      do: 'act';
      which: number;
      action: 'retry' | 'exclude' | 'approve' | 'decline' | 'reread' | 'edit' | 'confirm-then-dispatch';
    }
  | { do: 'undo' }
  | { do: 'pause'; ms: number }
  | { do: 'new-secret' };

const faults: readonly Fault[] = [
  ...([
    'cut-before',
    'cut-after',
    'lost-ids',
    'unasked-ids',
    'refuse-whole',
    'offline',
    'rate',
    'quota',
    'ip',
  ] as const),
  ...(['secret', 'permission', 'blocked', 'no-path', 'clock', 'market'] as const),
];

const someOrder: fc.Arbitrary<Partial<FakeOrder>> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({}) },
  { weight: 1, arbitrary: fc.constant({ claimId: 'claim-1' }) },
  { weight: 1, arbitrary: fc.constant({ placed: 'NOT_YET' as const }) },
  { weight: 1, arbitrary: fc.constant({ poison: true }) },
  { weight: 1, arbitrary: fc.constant({ malformed: true }) },
  { weight: 1, arbitrary: fc.constant({ hidden: true }) },
  { weight: 1, arbitrary: fc.constant({ hidden: true, claimId: 'claim-1' }) },
  { weight: 1, arbitrary: fc.constant({ code: '104119' }) },
  { weight: 1, arbitrary: fc.constant({ code: '9999' }) },
  { weight: 1, arbitrary: fc.constant({ status: 'CANCELED' as const }) },
);

const which = fc.nat(500);
const span = fc.oneof(fc.integer({ min: 1, max: 3_000 }), fc.integer({ min: 3_000, max: 120_000 }));

export const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      count: fc.integer({ min: 1, max: 45 }),
      order: someOrder,
      undoMs: fc.constantFrom(0, 0, 5000),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('add-again' as const),
      which,
      otherNumber: fc.boolean(),
      replace: fc.boolean(),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('faults' as const),
      faults: fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 8 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('outage' as const), ms: span }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('system-offline' as const), ms: span }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('wait' as const), ms: span }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: -7_200_000, max: 7_200_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }) },
      ),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'kill' as const }) },
  { weight: 2, arbitrary: fc.constant({ do: 'kill-in-flight' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'retry-all' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'retry-now' as const }) },
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      which,
      action: fc.constantFrom(
        'retry' as const,
        'exclude',
        'approve',
        'decline',
        'reread',
        'edit',
        'confirm-then-dispatch',
      ),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('pause' as const), ms: span }) },
  { weight: 1, arbitrary: fc.constant({ do: 'new-secret' as const }) },
);

/** What the program remembers beside the log and the ledger. */
export interface Memory {
  lines: NewJob[];
  /** Lines taken back, which may leave no trace. */
  undone: Set<string>;
  /** Targets whose cancel request the seller refused. */
  approved: Set<string>;
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
      await world.add([what.otherNumber ? dispatchLine(line.target, `7${line.target}`) : line], {
        replace: what.replace,
      });
      memory.undone.delete(line.target);
      return;
    }
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
      outbox.systemOnlineChanged();
      await time.advance(what.ms);
      world.online = true;
      world.outbox.systemOnlineChanged();
      return;
    case 'wait':
      return time.advance(what.ms);
    case 'jump':
      return time.jump(what.ms);
    case 'kill':
      return world.restart();
    case 'kill-in-flight':
      await time.advance(30);
      return world.restart();
    case 'retry-all':
      await outbox.actAll(world.storeId, 'retry');
      return;
    case 'retry-now':
      return outbox.retryNow(world.storeId);
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
    await world.outbox.act({ action: 'edit', jobs, values });
    return;
  }
  // What no reading shows is the seller's to look up: a yes to that covers a claim, too.
  const isAboutClaims = job.holdReason === 'cancel-requested' || job.holdReason === 'not-read';
  if (what.action === 'approve' && isAboutClaims) memory.approved.add(job.target);
  await world.outbox.act({ action: what.action, jobs });
}

/** The day after: everything works, the seller lets every store go on, and hours pass. */
export async function heal(world: World): Promise<void> {
  world.fake.fault = () => undefined;
  world.fake.reachable = true;
  world.online = true;
  for (const order of world.fake.orders.values()) delete order.poison;
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
