import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openDatabase } from '../../../../../src-main/database/file/open';
import { createOutbox } from '../../../../../src-main/outbox/create-outbox';
import type { OutboxOptions } from '../../../../../src-main/outbox/outbox-port';
import {
  addStore,
  monday,
  openTestDatabase,
  rhythmOfTests,
  xorPersonal,
} from '../../../../support/outbox/test-database';
import { createFakeMarket } from '../../../../support/outbox/fake-market';
import { createVirtualTime } from '../../../../support/outbox/virtual-time';
import { createWorld, dispatchLine } from '../../../../support/outbox/world';

it('a full disk stops the outbox before anything goes out, and nothing that was added is lost', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-'));
  const time = createVirtualTime(monday);
  const file = join(folder, 'desk.sqlite');
  const opened = await openDatabase({
    file,
    backups: join(folder, 'b'),
    now: time.now,
    personal: xorPersonal,
    maxPages: 400,
    rhythm: rhythmOfTests,
  });
  if (!opened.ok) throw new Error(opened.detail);
  const storeId = await addStore(opened.database);
  const fake = createFakeMarket(time);
  const faults: unknown[] = [];
  const options: OutboxOptions = {
    database: opened.database,
    now: time.now,
    random: () => 0.5,
    newId: randomUUID,
    timers: time.timersOf({}),
    openSession: async () => fake.open(),
    market: () => fake.market,
    isSystemOnline: () => true,
    onChange: () => undefined,
    onFault: (error) => faults.push(error),
    yieldToEventLoop: async () => undefined,
  };
  const outbox = createOutbox(options);
  await outbox.start();
  const lines = Array.from({ length: 2000 }, (_, n) => dispatchLine(String(2026030200000000 + n)));
  for (const { target } of lines) fake.orders.set(target, { status: 'PAYED', placed: 'OK' });
  await expect(outbox.add({ storeId, undoMs: 0, jobs: lines })).rejects.toThrow(/full/);
  const counts = await opened.database.counts.of(storeId);
  await time.advance(120_000);
  await outbox.stop();
  await opened.database.close();
  expect(fake.calls).toEqual([]);
  // Either all of it could be taken back at once, or the outbox has stopped and said so.
  expect(counts.queued === 0 || faults.length === 1).toBe(true);

  // With room again, the next start takes back what is left of the half batch: the seller still has the whole sheet.
  const again = await openTestDatabase({ folder, now: time.now });
  const next = createOutbox({ ...options, database: again.database });
  await next.start();
  await time.advance(120_000);
  expect((await again.database.counts.of(storeId)).queued).toBe(0);
  expect(fake.calls).toEqual([]);
  await next.stop();
  await again.database.close();
  rmSync(folder, { recursive: true, force: true });
});

it('one store in trouble does not hold up another', async () => {
  const world = await createWorld();
  const other = await addStore(world.desk.database);
  world.fake.fault = ({ targets }) => (targets.every((target) => target.startsWith('9')) ? 'secret' : undefined);
  world.fake.orders.set('9000000000000001', { status: 'PAYED', placed: 'OK' });
  await world.outbox.add({ storeId: other, undoMs: 0, jobs: [dispatchLine('9000000000000001')] });
  await world.add(world.orders(40));
  await world.time.advance(5000);
  expect(await world.states()).toEqual({ succeeded: 40 });
  expect(await world.outbox.status(other)).toMatchObject({
    connection: 'paused',
    pause: { cause: 'secret' },
    counts: { queued: 1 },
  });
  expect(await world.outbox.status(world.storeId)).toMatchObject({
    connection: 'online',
    progress: { done: 40, total: 40 },
  });
  await world.dispose();
});
