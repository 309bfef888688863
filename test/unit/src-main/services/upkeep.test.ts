import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSettings } from '../../../../src-main/services/settings';
import { createUpkeep } from '../../../../src-main/services/upkeep';
import { importIdSchema } from '../../../../src-preload/contract/ids';
import type { StoreId } from '../../../../src-preload/contract/ids';
import { addStore, dispatchRow, monday, openTestDatabase } from '../../../support/outbox/test-database';
import type { TestDatabase } from '../../../support/outbox/test-database';

const dayMs = 86_400_000;
const firstRoundMs = 20_000;

let desk: TestDatabase;
let storeId: StoreId;
const backUps: number[] = [];
const problems: unknown[] = [];
let backUp: () => Promise<string>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  desk = await openTestDatabase({ inMemory: true });
  storeId = await addStore(desk.database);
  backUps.length = 0;
  problems.length = 0;
  backUp = async () => {
    backUps.push(backUps.length);
    return 'desk.sqlite';
  };
});
afterEach(async () => {
  vi.useRealTimers();
  await desk.dispose();
});

/** Upkeep at a time so many days after Monday, with these days to keep what names a person. */
async function upkeepAfter(days: number, keepPersonalDays = 90) {
  const settings = createSettings(desk.database);
  await settings.set({ ...(await settings.get()), keepPersonalDays });
  const now = (): number => monday + days * dayMs;
  const report = (problem: unknown): void => void problems.push(problem);
  return createUpkeep({ database: desk.database, settings, backUp: () => backUp(), now, report });
}

async function firstRound(days: number, keepPersonalDays?: number): Promise<void> {
  const upkeep = await upkeepAfter(days, keepPersonalDays);
  upkeep.start();
  await vi.advanceTimersByTimeAsync(firstRoundMs);
  upkeep.stop();
  expect(problems).toEqual([]);
}

describe('what names a person goes after the days the seller set', () => {
  async function draftOf(recipient: string) {
    const id = importIdSchema.parse(randomUUID());
    await desk.database.transaction(({ imports, drafts }) => {
      const digest = '0'.repeat(64);
      imports.add({ id, storeId, fileName: 'cj.xlsx', operation: 'dispatch', digest, createdAt: monday });
      drafts.put(id, [{ row: 2, cells: { productOrderId: '2026030200000001', recipient } }]);
    });
    return async () => (await desk.database.drafts.page(id, 0, 10)).map(({ cells }) => cells);
  }

  it('from drafts', async () => {
    const cells = await draftOf('김바다');
    await firstRound(29, 30);
    expect(await cells()).toEqual([{ productOrderId: '2026030200000001', recipient: '김바다' }]);
    await firstRound(31, 30);
    expect(await cells()).toEqual([{ productOrderId: '2026030200000001' }]);
  });

  it('from jobs', async () => {
    const row = dispatchRow(storeId, '2026030200000001', { recipient: '김바다', productName: '머그컵' });
    await desk.database.transaction(({ jobs }) => jobs.add(row));
    await firstRound(89);
    expect(await desk.database.log.job(row.id)).toMatchObject({ recipient: '김바다', productName: '머그컵' });
    await firstRound(91);
    const job = await desk.database.log.job(row.id);
    expect(job).toMatchObject({ target: '2026030200000001' });
    expect(job).not.toHaveProperty('recipient');
    expect(job).not.toHaveProperty('productName');
  });

  it('from the names of products', async () => {
    const names = new Map([['2026030200000001', '머그컵']]);
    await desk.database.transaction(({ productNames }) => productNames.keep(storeId, names, monday));
    const name = () => desk.database.transaction(({ productNames }) => productNames.of(storeId, '2026030200000001'));
    await firstRound(89);
    expect(await name()).toBe('머그컵');
    await firstRound(91);
    expect(await name()).toBeUndefined();
  });
});

it('calls that decided nothing go after thirty days, others stay', async () => {
  const call = { storeId, kind: 'read', startedAt: monday, jobs: 1 } as const;
  await desk.database.calls.put({ ...call, id: 'empty', decided: false });
  await desk.database.calls.put({ ...call, id: 'decided', decided: true });
  await firstRound(29);
  expect(await desk.database.calls.get('empty')).toBeDefined();
  await firstRound(31);
  expect(await desk.database.calls.get('empty')).toBeUndefined();
  expect(await desk.database.calls.get('decided')).toBeDefined();
});

describe('its rounds', () => {
  it('leave the first seconds alone and come every six hours, until the stop', async () => {
    const upkeep = await upkeepAfter(0);
    upkeep.start();
    await vi.advanceTimersByTimeAsync(firstRoundMs - 1);
    expect(backUps).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(backUps).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(6 * 3_600_000);
    expect(backUps).toHaveLength(2);
    upkeep.stop();
    await vi.advanceTimersByTimeAsync(dayMs);
    expect(backUps).toHaveLength(2);
  });

  it('go on after one that failed, which is reported', async () => {
    backUp = async () => {
      throw new Error('the disk is full');
    };
    const upkeep = await upkeepAfter(0);
    upkeep.start();
    await vi.advanceTimersByTimeAsync(firstRoundMs);
    expect(problems).toMatchObject([{ message: 'the disk is full' }]);
    await vi.advanceTimersByTimeAsync(6 * 3_600_000);
    expect(problems).toHaveLength(2);
    upkeep.stop();
  });
});
