import { afterEach, describe, expect, test } from 'vitest';
import type { TestReport } from '../../../../../src-preload/contract/store';
import { createWorld } from '../../../../support/outbox/world';
import type { World } from '../../../../support/outbox/world';

/** What is known of a store's connection: only what the market has said, and for as long as it has not said otherwise. */
let world: World;
afterEach(() => world.end());

const unknown = {
  internet: 'unknown',
  clock: 'unknown',
  secret: 'unknown',
  ip: 'unknown',
  permission: 'unknown',
} as const;
const report = (code: TestReport['code'], more: Partial<TestReport> = {}): TestReport => ({
  code,
  ticks: unknown,
  ...more,
});

describe('proof of a connection', () => {
  test('nothing is proven before the market has answered, and its answer survives a restart', async () => {
    world = await createWorld();
    expect(await world.outbox.status(world.storeId)).not.toHaveProperty('provenAt');
    await world.add(world.orders(1));
    await world.time.advance(60_000);
    const { provenAt } = await world.outbox.status(world.storeId);
    expect(provenAt).toBeGreaterThan(0);
    await world.restart();
    expect((await world.outbox.status(world.storeId)).provenAt).toBe(provenAt);
  });

  test.each([
    ['bad-secret', 'secret'],
    ['no-secrets', 'secret'],
    ['no-test-address', 'secret'],
    ['ip-not-allowed', 'ip'],
    ['permission-missing', 'permission'],
    ['quota', 'quota'],
  ] as const)('a test that ends with %s pauses the store at once', async (code, cause) => {
    world = await createWorld();
    await world.outbox.storeTested(world.storeId, report('ok'));
    expect((await world.outbox.status(world.storeId)).provenAt).toBe(world.time.now());
    await world.outbox.storeTested(world.storeId, report(code));
    const status = await world.outbox.status(world.storeId);
    expect(status).toMatchObject({ connection: 'paused', pause: { cause } });
    expect(status.lastTest).toEqual({ at: world.time.now(), report: report(code) });
    if (cause !== 'quota') expect(status.provenAt).toBeUndefined();
  });

  test('a test without a way to the market is an outage, not a pause', async () => {
    world = await createWorld();
    await world.outbox.storeTested(world.storeId, report('no-connection'));
    expect(await world.outbox.status(world.storeId)).toMatchObject({ connection: 'offline', offlineCause: 'no-line' });
  });

  test('a good test lifts the pause and proves it; the test and its time survive a restart', async () => {
    world = await createWorld();
    await world.outbox.storeTested(world.storeId, report('bad-secret'));
    await world.outbox.storeTested(world.storeId, report('ok'));
    const { connection, provenAt } = await world.outbox.status(world.storeId);
    expect({ connection, provenAt }).toEqual({ connection: 'online', provenAt: world.time.now() });
    await world.restart();
    expect((await world.outbox.status(world.storeId)).lastTest?.report.code).toBe('ok');
  });

  test('other secrets: nothing is proven and no test is known', async () => {
    world = await createWorld();
    await world.outbox.storeTested(world.storeId, report('ok'));
    await world.outbox.storeChanged(world.storeId);
    const status = await world.outbox.status(world.storeId);
    expect(status.provenAt).toBeUndefined();
    expect(status.lastTest).toBeUndefined();
  });
});
