import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import type { JobState } from '../../../../../src-preload/contract/job-states';
import type { OrderRow } from '../../../../../src-preload/contract/orders';
import { newJobId, newStoreId } from '../../../../support/outbox/test-database';
import { createFakeBridge } from '../../../../support/window/fake-bridge';

/** The module keeps what it still wants to read: each test has one of its own. */
async function freshModules() {
  vi.resetModules();
  const orders = await import('../../../../../src-renderer/features/orders/find/orders-state');
  const { useAppState } = await import('../../../../../src-renderer/state/app-state');
  const { useAnnouncements } = await import('../../../../../src-renderer/state/announcements');
  const { text } = await import('../../../../../src-renderer/text');
  return { ...orders, useAppState, text, said: () => useAnnouncements.getState().current.words };
}

const storeId = newStoreId();
const row = (orderId: string, lookup: JobState = 'succeeded', productOrders = [`${orderId}-1`]): OrderRow => ({
  orderId,
  lookup: { jobId: newJobId(), state: lookup },
  productOrders: productOrders.map((id) => ({ id })),
  watched: false,
  changes: [],
});
const rowsInput = z.object({ orderIds: z.array(z.string()).optional(), fresh: z.boolean() });

let modules: Awaited<ReturnType<typeof freshModules>>;
let market: { rows: OrderRow[]; open: number; unread?: 'busy' | 'resting' };
let answers: Record<string, (input: unknown) => unknown>;
let bridge: ReturnType<typeof createFakeBridge>;
beforeEach(async () => {
  vi.useFakeTimers();
  market = { rows: [row('1')], open: 0 };
  answers = {
    'orders-progress': () => ({ open: market.open }),
    'orders-rows': (input) => {
      const { orderIds, fresh } = rowsInput.parse(input);
      const rows = market.rows.filter(({ orderId }) => orderIds?.includes(orderId) ?? true);
      return { rows, ...(fresh && market.unread !== undefined ? { unread: market.unread } : {}) };
    },
    'orders-to-send': () => ({ lines: [{ id: '1-1', orderId: '1' }], cancelAsked: 1 }),
    'orders-watch': () => undefined,
    'orders-stop': () => ({ stopped: 3 }),
    'outbox-add-targets': () => ({ batchId: 'b', outcomes: [] }),
  };
  bridge = createFakeBridge(answers);
  modules = await freshModules();
  modules.useAppState.setState({ place: 'orders' });
});
afterEach(() => {
  vi.useRealTimers();
});

const shown = () => modules.useOrders.getState();
/** Everything that can happen within `ms`. */
const pass = (ms = 0) => vi.advanceTimersByTimeAsync(ms);
/** The names of the calls since the last time, readings with whether they are fresh ones. */
const asked = (): string[] =>
  bridge.calls.splice(0).map(({ name, input }) => {
    const { fresh } = z.object({ fresh: z.boolean().optional() }).parse(input);
    return fresh === undefined ? name : `${name}${fresh ? ' fresh' : ''}`;
  });
const calm = ['orders-progress', 'orders-rows'];
const whole = ['orders-progress', 'orders-rows', 'orders-rows fresh', 'orders-to-send'];

describe('the orders of a store', () => {
  it('are shown as they are known, then read from the market, then counted', async () => {
    modules.showOrdersOf(storeId);
    await pass();
    expect(asked()).toEqual(whole);
    expect(shown()).toMatchObject({ storeId, rows: market.rows, open: 0 });
    expect(shown().toSend).toEqual({ lines: [{ id: '1-1', orderId: '1' }], cancelAsked: 1 });
  });

  it('are asked for once, however often they are shown', async () => {
    modules.showOrdersOf(storeId);
    await pass(5_000);
    asked();
    modules.showOrdersOf(storeId);
    await pass(5_000);
    expect(asked()).toEqual([]);
  });

  it('give way to those of another store, and are not asked for without one', async () => {
    modules.showOrdersOf(storeId);
    await pass(5_000);
    asked();
    modules.showOrdersOf(undefined);
    expect(shown()).toMatchObject({ storeId: undefined, rows: [], toSend: undefined });
    await pass(5_000);
    expect(asked()).toEqual([]);
  });

  it('without a product order need no reading of the market', async () => {
    market.rows = [row('1', 'rejected', [])];
    modules.showOrdersOf(storeId);
    await pass();
    expect(asked()).toEqual(['orders-progress', 'orders-rows', 'orders-to-send']);
  });
});

describe('order numbers that are looked up', () => {
  beforeEach(async () => {
    modules.showOrdersOf(storeId);
    await pass(5_000);
    asked();
  });
  const change = { storeId, jobs: [], more: false, added: false };

  it('wait for their lookups before the market is read or anything is counted', async () => {
    market = { rows: [row('7', 'queued', [])], open: 1 };
    await modules.findOrders(['7']);
    expect(shown()).toMatchObject({ asked: ['7'], page: 0, open: 1, toSend: undefined });
    await pass();
    expect(asked()).toEqual(['outbox-add-targets', ...calm]);
    market = { rows: [row('7')], open: 0 };
    modules.jobsChangedForOrders(change);
    await pass(699);
    expect(asked(), 'no more than the eye follows').toEqual([]);
    await pass(1);
    expect(asked()).toEqual(whole);
    expect(shown().rows).toEqual(market.rows);
  });

  it('that cannot be asked for leave what is shown, and it is said', async () => {
    delete answers['outbox-add-targets'];
    const before = shown();
    await modules.findOrders(['7']);
    expect(shown()).toEqual(before);
    expect(modules.said()).toBe(modules.text.shell.callFailed);
  });

  it('are shown a hundred at once, and counted over all pages', async () => {
    const numbers = Array.from({ length: 350 }, (_, n) => String(n));
    market.rows = numbers.map((number) => row(number));
    await modules.findOrders(numbers);
    await pass(5_000);
    expect(shown().rows.map(({ orderId }) => orderId)).toEqual(numbers.slice(0, 100));
    const counting = bridge.calls.filter(({ name }) => name === 'orders-to-send');
    const counted = counting.map(({ input }) => rowsInput.parse(input));
    expect(counted.flatMap(({ orderIds }) => orderIds)).toEqual(numbers);
    expect(counted.every(({ fresh }) => fresh)).toBe(true);
    expect(shown().toSend?.cancelAsked).toBe(counting.length);
    asked();
    modules.showPage(3);
    expect(shown()).toMatchObject({ page: 3, rows: [] });
    await pass(5_000);
    expect(shown().rows.map(({ orderId }) => orderId)).toEqual(numbers.slice(300));
    expect(asked(), 'their states were read for the count').toEqual(calm);
  });

  it('of a page that was left are not shown on the next one, when their answer comes at last', async () => {
    const numbers = Array.from({ length: 150 }, (_, n) => String(n));
    market.rows = numbers.map((number) => row(number));
    const answer = answers['orders-rows'];
    let answerNow: () => void = () => undefined;
    answers['orders-rows'] = (input) =>
      new Promise((resolve) => {
        answerNow = () => resolve(answer?.(input));
      });
    await modules.findOrders(numbers);
    await pass();
    modules.showPage(1);
    if (answer !== undefined) answers['orders-rows'] = answer;
    answerNow();
    await pass();
    expect(shown()).toMatchObject({ page: 1, rows: [] });
    await pass(5_000);
    expect(shown().rows.map(({ orderId }) => orderId)).toEqual(numbers.slice(100));
  });

  it('are stopped with a word of how many', async () => {
    await modules.stopFinding();
    expect(modules.said()).toBe(modules.text.orders.find.stopped(3));
  });

  it('give way to the watched ones', async () => {
    await modules.findOrders(['7']);
    await pass(5_000);
    modules.showWatched();
    expect(shown()).toMatchObject({ asked: undefined, rows: [], toSend: undefined });
    await pass(5_000);
    expect(shown().rows).toEqual(market.rows);
  });

  it('are read again for changes of this store, and only while they show', async () => {
    await modules.findOrders(['1']);
    await pass(5_000);
    asked();
    modules.jobsChangedForOrders({ ...change, storeId: newStoreId() });
    modules.useAppState.setState({ place: 'send' });
    modules.jobsChangedForOrders(change);
    await pass(5_000);
    expect(asked()).toEqual([]);
    modules.useAppState.setState({ place: 'orders' });
    modules.jobsChangedForOrders(change);
    await pass(5_000);
    expect(asked(), 'the market is not asked for it').toEqual([...calm, 'orders-to-send']);
  });
});

describe('states that are not fresh', () => {
  it('since something is to be sent first are asked for again two seconds later, until they are', async () => {
    market.unread = 'busy';
    modules.showOrdersOf(storeId);
    await pass();
    expect(shown().unread).toBe('busy');
    asked();
    delete market.unread;
    await pass(1_999);
    expect(asked()).toEqual([]);
    await pass(1);
    expect(asked()).toEqual([...calm, 'orders-rows fresh']);
    expect(shown().unread).toBeUndefined();
    await pass(60_000);
    expect(asked()).toEqual([]);
  });

  it('since the store rests wait for its next change', async () => {
    market.unread = 'resting';
    modules.showOrdersOf(storeId);
    await pass(60_000);
    expect(asked()).toEqual(whole);
    expect(shown().unread).toBe('resting');
  });
});

describe('a watched order', () => {
  beforeEach(async () => {
    modules.showOrdersOf(storeId);
    await pass(5_000);
    asked();
  });

  it('shows as such at once, before the main process has answered', async () => {
    const watching = modules.watchOrder('1', true);
    expect(shown().rows.map(({ watched }) => watched)).toEqual([true]);
    await watching;
    expect(bridge.calls[0]).toEqual({ name: 'orders-watch', input: { storeId, orderId: '1', watched: true } });
  });

  it('that cannot be watched is shown as it is again, and it is said', async () => {
    delete answers['orders-watch'];
    await modules.watchOrder('1', true);
    await pass(5_000);
    expect(modules.said()).toBe(modules.text.shell.callFailed);
    expect(shown().rows.map(({ watched }) => watched)).toEqual([false]);
  });

  it('that changed is said, five of them at most, and read again where it shows', async () => {
    const many = ['1', '2', '3', '4', '5', '6'];
    modules.ordersChanged({ storeId: newStoreId(), orderIds: many });
    expect(modules.said()).toBe(modules.text.orders.noticed('1, 2, 3, 4, 5'));
    await pass(5_000);
    expect(asked()).toEqual([]);
    modules.ordersChanged({ storeId, orderIds: ['1'] });
    await pass(5_000);
    expect(asked()).toEqual([...calm, 'orders-to-send']);
  });
});
