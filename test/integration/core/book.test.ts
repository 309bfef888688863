import { expect, it } from 'vitest';
import { runCore } from '../../support/core/run-core';
import { folderOfTest, marketOfTest } from '../../support/market/market-in-test';

it('fills the order book by itself after the start, and shows the window what is due and whose it is', async () => {
  const market = await marketOfTest({ seed: 'empty' });
  const made = market.control.makeOrders(30, 2, { perOrder: [1], specials: { 'not-confirmed': 10 } });
  let isFilled: () => void = () => undefined;
  const filled = new Promise<void>((resolve) => {
    isFilled = resolve;
  });
  const run = await runCore({
    dataDir: await folderOfTest(),
    naverUrl: market.url,
    credentials: market.credentials,
    bookRests: false,
    onEvent(name) {
      if (name === 'book-changed') void look();
    },
  });
  const { handlers } = run.core;
  const { storeId } = run;
  const counts = () => handlers['book-counts']({ storeId });
  async function look(): Promise<void> {
    const now = await counts();
    if (now.ok && now.value.filledAt !== undefined && !now.value.isUnderWay) isFilled();
  }
  await look();
  await filled;
  expect(await counts()).toMatchObject({ value: { tabs: { new: 10, waiting: 20 } } });
  const wanted = made[29];
  const found = await handlers['book-page']({ storeId, search: wanted?.recipient.name ?? '', offset: 0, limit: 50 });
  expect(found.ok ? found.value.rows.map(({ productOrderId }) => productOrderId) : []).toContain(
    wanted?.productOrderId,
  );
  const order = await handlers['book-order']({ storeId, orderId: wanted?.orderId ?? '' });
  expect(order).toMatchObject({ value: { productOrders: [{ phones: [wanted?.recipient.tel] }] } });
  expect(await handlers['book-refresh']({ storeId })).toMatchObject({ ok: true });
  expect(run.problems).toEqual([]);
  await run.stop();
});

it('does not keep the app from closing while the market does not answer for its change feed', async () => {
  const market = await marketOfTest({ seed: 'empty' });
  market.control.inject({ when: { path: 'changes' }, fault: { kind: 'stall' } });
  const { core, problems, storeId } = await runCore({
    dataDir: await folderOfTest(),
    naverUrl: market.url,
    credentials: market.credentials,
  });
  await core.handlers['book-refresh']({ storeId });
  await market.control.arrived('changes');
  await core.stop();
  expect(problems).toEqual([]);
  // An answer is waited for a minute: longer than this test may take.
});

it.each([
  ['15:00', { is: 'known', minutes: 900, closedWeekday: 'SUNDAY' }],
  ['403', { is: 'unavailable' }],
  ['401', { is: 'unavailable' }],
])('reads the hour of 오늘출발 where it may, and stops nothing where it may not: %s', async (todayDispatch, hour) => {
  const market = await marketOfTest({ seed: 'empty', switches: { todayDispatch } });
  const run = await runCore({
    dataDir: await folderOfTest(),
    naverUrl: market.url,
    credentials: market.credentials,
  });
  const { handlers } = run.core;
  const { storeId } = run;
  await handlers['book-refresh']({ storeId });
  await expect.poll(() => handlers['book-today-hour']({ storeId })).toMatchObject({ value: hour });
  // No pause of the store came of a refusal.
  expect((await run.core.outbox.status(storeId)).pause).toBeUndefined();
  expect(run.problems).toEqual([]);
  await run.stop();
});
