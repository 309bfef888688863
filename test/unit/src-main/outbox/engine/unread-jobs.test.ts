import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';
import { damagedColumns, damageJobs, rawJobs } from '../../../../support/outbox/damage';

const jobs = 40;
const harm = fc.uniqueArray(
  fc.record({
    at: fc.integer({ min: 0, max: jobs - 1 }),
    column: fc.constantFrom(...damagedColumns),
    pick: fc.nat(20),
  }),
  { selector: ({ at }) => at, minLength: 1, maxLength: 12 },
);

describe('a job that cannot be read', () => {
  it('stops no other, is never sent, stays as it is in the file, and is listed', async () => {
    await fc.assert(
      fc.asyncProperty(harm, async (drawn) => {
        const world = await createWorld({ start: false, inMemory: false });
        const lines = world.orders(jobs);
        await world.add(lines);
        const damaged = drawn.map(({ at, ...rest }) => ({ ...rest, target: lines[at]?.target ?? '' }));
        const targets = damaged.map(({ target }) => target);
        damageJobs(world.desk.file, damaged);
        const before = rawJobs(world.desk.file, targets);

        await world.outbox.start();
        await world.time.advance(10 * 60_000);

        const sent = world.sends().flatMap((call) => call.targets);
        const sound = lines.map(({ target }) => target).filter((target) => !targets.includes(target));
        expect(sent.toSorted()).toEqual(sound.toSorted());
        expect(rawJobs(world.desk.file, targets)).toEqual(before);

        const log = await world.log();
        expect(log.map(({ target }) => target).toSorted()).toEqual(sound.toSorted());
        expect(log.every(({ state }) => state === 'succeeded')).toBe(true);
        const listed = await world.desk.database.unread.list();
        expect(listed.map(({ source, name }) => [source, name]).toSorted()).toEqual(
          targets.map((target) => ['job', target]).toSorted(),
        );

        const status = await world.outbox.status(world.storeId);
        expect(status.unread).toBe(targets.length);
        expect(status.counts).toMatchObject({ queued: 0, sending: 0, waiting: 0, unknown: 0, succeeded: sound.length });
        expect(await world.outbox.busy()).toMatchObject({ underWay: 0, due: false });
        expect(world.faults).toEqual([]);
        await world.dispose();
      }),
      { numRuns: 30 },
    );
  });

  it('is not made a second time from the next sheet, which says why', async () => {
    const world = await createWorld({ start: false, inMemory: false });
    const lines = world.orders(3);
    await world.add(lines);
    const target = lines[1]?.target ?? '';
    damageJobs(world.desk.file, [{ target, column: 'values', pick: 0 }]);
    await world.outbox.start();
    const again = await world.add([dispatchLine(target, '123456789012')]);
    expect(again).toMatchObject({ added: 0, lines: [{ target, outcome: 'unread' }] });
    expect(await world.outbox.countNew(world.storeId, [dispatchLine(target)])).toBe(0);
    await world.end();
  });

  it('does not use up the room of a page of the log, or of a round of the engine', async () => {
    const world = await createWorld({ start: false, inMemory: false });
    const lines = world.orders(70);
    await world.add(lines);
    damageJobs(
      world.desk.file,
      lines.slice(0, 60).map(({ target }) => ({ target, column: 'approved', pick: 0 })),
    );
    await world.outbox.start();
    await world.time.advance(60_000);
    expect(world.sends().flatMap((call) => call.targets)).toHaveLength(10);
    const page = await world.desk.database.log.page({ storeId: world.storeId }, 0, 20);
    expect(page.jobs).toHaveLength(10);
    expect(page.total).toBe(10);
    await world.end();
  });

  it('that is damaged while the app runs is passed over from then on', async () => {
    const world = await createWorld({ inMemory: false });
    world.online = false;
    const lines = world.orders(5);
    await world.add(lines, { undoMs: 60_000 });
    const target = lines[2]?.target ?? '';
    damageJobs(world.desk.file, [{ target, column: 'values', pick: 1 }]);
    world.online = true;
    await world.time.advance(10 * 60_000);
    expect(world.sends().flatMap((call) => call.targets)).toHaveLength(4);
    expect(await world.desk.database.unread.count(world.storeId)).toBe(1);
    expect(world.faults).toEqual([]);
    await world.dispose();
  });
});
