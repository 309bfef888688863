import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { isIn } from '../../../src-preload/contract/job-states';
import { freshForMs } from '../../../src-main/outbox/decide/before-sending';
import { createWorld } from '../../support/outbox/world';
import type { World } from '../../support/outbox/world';
import { happening, isDoubtful } from './happenings';
import { happen, heal } from './programs';
import type { Memory } from './programs';

/** 100 in every run, others each time; the bench asks for more. */
const programs = Number(process.env['OUTBOX_PROGRAMS'] ?? 100);
const seed = process.env['OUTBOX_SEED'] === undefined ? {} : { seed: Number(process.env['OUTBOX_SEED']) };

it('ends every bad day with a log and a market that agree', async () => {
  const ended = { programs: 0, shipped: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(happening, { minLength: 1, maxLength: 14 }),
      fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
      async (program, numbers) => {
        const world = await createWorld({ random: () => numbers.next().value ?? 0.5 });
        try {
          const memory: Memory = {
            lines: [],
            undone: new Set(),
            approved: new Set(),
            agreed: new Set(),
            refunded: new Set(),
            unread: new Set(),
            hasJumped: false,
            lastBatch: undefined,
          };
          for (const what of program) await happen(world, memory, what);
          await heal(world);
          await agree(world, memory);
          ended.programs += 1;
          ended.shipped += world.fake.ledger.length;
        } finally {
          await world.dispose();
        }
      },
    ),
    { numRuns: programs, ...seed, endOnFailure: false },
  );
  expect(ended.programs).toBe(programs);
  expect(ended.shipped, 'days on which nothing goes out prove nothing').toBeGreaterThan(programs);
});

async function agree(world: World, memory: Memory): Promise<void> {
  const { fake } = world;
  expect(world.faults, 'nothing was thrown').toEqual([]);
  expect(await world.desk.database.counts.verify(), 'the counts agree with the rows').toBe(true);
  const log = await world.log();
  const perTarget = new Map(log.map((job) => [job.target, log.filter((one) => one.target === job.target)]));

  for (const line of memory.lines) {
    const isThere = (perTarget.get(line.target)?.length ?? 0) > 0;
    expect(isThere || memory.undone.has(line.target), `${line.target} was lost`).toBe(true);
  }
  const stuck = log.filter((job) => {
    if (job.state === 'unknown') return fake.orders.get(job.target)?.hidden !== true;
    // Its main product waits for the seller.
    if (job.code === 'after-main-product') return !log.some(({ id, state }) => id === job.afterJob && state === 'held');
    return job.state === 'queued' || job.state === 'sending' || job.state === 'waiting';
  });
  expect(
    stuck.map(({ state, code, kind }) => `${kind} ${state} ${code}`),
    'nothing is stuck',
  ).toEqual([]);

  const shipped = fake.ledger.filter((entry) => entry.what === 'dispatch');
  expect(new Set(shipped.map((entry) => entry.target)).size, 'nothing shipped twice').toBe(shipped.length);
  for (const { target, number } of shipped) {
    const jobs = (perTarget.get(target) ?? []).filter((job) => job.kind === 'dispatch');
    const knows = jobs.some(
      (job) =>
        (job.state === 'succeeded' &&
          job.values.kind === 'dispatch' &&
          job.values.dispatch.trackingNumber === number) ||
        (job.state === 'unknown' && fake.orders.get(target)?.hidden === true),
    );
    expect(knows, `${target} is shipped and the log says ${jobs.map((job) => `${job.state} ${job.code}`)}`).toBe(true);
    const order = fake.orders.get(target);
    expect(order?.more?.logisticsDirectContracted, `${target} is not ours to ship`).not.toBe(true);
    if (order !== undefined && isDoubtful(order)) {
      expect(memory.agreed.has(target), `${target} went out unasked`).toBe(true);
    }
    if (fake.overridden.has(target)) {
      expect(memory.approved.has(target), `${target} shipped against its cancel`).toBe(true);
    }
  }
  for (const { target } of fake.ledger.filter((entry) => entry.what === 'refund')) {
    expect(memory.refunded.has(target), `${target} was paid back unasked`).toBe(true);
  }
  expect([...fake.wrongRefunds], 'a yes to one request is none to another').toEqual([]);
  for (const job of log) {
    const order = fake.orders.get(job.target);
    if (job.state === 'succeeded' && job.kind === 'refund') expect(order?.status).toBe('CANCELED');
    if (job.state === 'succeeded' && job.kind === 'delay') {
      expect(order?.more?.delayedDispatchReason, `${job.target} is called delayed`).toBeDefined();
    }
    if (job.code === 'refund-decided') {
      const isOpen = log.some(
        ({ kind, target, state }) => kind === 'refund' && target === job.target && isIn('unsettled', state),
      );
      expect(isOpen, `${job.target} waits for a refund that is none`).toBe(true);
    }
    if (job.state !== 'succeeded' || job.values.kind !== 'dispatch') continue;
    const { trackingNumber } = job.values.dispatch;
    expect(fake.orders.get(job.target)?.shipment?.trackingNumber, `${job.target} is called done`).toBe(trackingNumber);
  }
  neverBlindlyAgain(world);
  neverUnread(world, memory);
}

/** Each order of a dispatch had been returned by a reading before, which was fresh, or the seller sends it unread. */
function neverUnread({ fake }: World, memory: Memory): void {
  const readAt = new Map<string, number>();
  for (const { kind, targets, at, sure } of fake.calls) {
    if (kind === 'read') for (const target of sure ?? []) readAt.set(target, at + fake.latencyMs);
    if (kind !== 'dispatch') continue;
    for (const target of targets) {
      if (memory.unread.has(target)) continue;
      const age = at - (readAt.get(target) ?? -Infinity);
      const isKnown = memory.hasJumped ? readAt.has(target) : age <= freshForMs;
      expect(isKnown, `${target} was sent by a reading of ${age} ms before`).toBe(true);
    }
  }
}

/** After a call that gave no certain answer, a target is read before it is sent again. */
function neverBlindlyAgain(world: World): void {
  for (const kind of ['dispatch', 'delay', 'refund'] as const) {
    const unsure = new Set<string>();
    for (const call of world.fake.calls) {
      if (call.kind === kind) {
        for (const target of call.targets) {
          expect(unsure.has(target), `${kind} ${target} was sent again without reading`).toBe(false);
          unsure.add(target);
        }
      }
      if (call.kind === kind || call.kind === 'read') for (const target of call.sure ?? []) unsure.delete(target);
    }
  }
}
