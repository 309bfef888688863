import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { assembleInTest } from '../../support/core/run-core';

it('a core that is stopped while it announces says nothing afterwards, and reads no closed database', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'balsong-stopped-'));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(async () => {
    vi.useRealTimers();
    await rm(dataDir, { recursive: true, force: true });
  });
  const told: string[] = [];
  let isStopped = false;
  const { outcome, problems } = await assembleInTest(dataDir, {
    send: (name) => void told.push(isStopped ? `${name} after the stop` : name),
  });
  if (!outcome.ok) throw new Error(outcome.code);
  const { core } = outcome;
  const stores = await core.handlers['stores-list']({});
  const storeId = stores.ok ? stores.value[0]?.id : undefined;
  if (storeId === undefined) throw new Error('the practice store');
  // An announcement is planned for a moment at which the database is closed.
  await core.handlers['stores-pause']({ storeId, paused: true });
  await core.handlers['stores-pause']({ storeId, paused: false });
  const stopping = core.stop();
  await Promise.allSettled([core.handlers['stores-pause']({ storeId, paused: true })]);
  await stopping;
  isStopped = true;
  await vi.runOnlyPendingTimersAsync();
  expect(told.filter((name) => name.endsWith('after the stop'))).toEqual([]);
  expect(problems).toEqual([]);
});
