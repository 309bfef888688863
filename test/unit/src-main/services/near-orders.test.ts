import { expect, it, onTestFinished } from 'vitest';
import { createNearOrders } from '../../../../src-main/services/near-orders';
import { addStore, dispatchRow, newStoreId, openTestDatabase } from '../../../support/outbox/test-database';

it('answers known orders by what is left of a number, with names covered', async () => {
  const { database, dispose } = await openTestDatabase({ inMemory: true });
  onTestFinished(dispose);
  const storeId = await addStore(database);
  await database.transaction(({ jobs }) => {
    jobs.add(dispatchRow(storeId, '2026030255556667', { recipient: '김바다', productName: '머그컵' }));
    jobs.add(dispatchRow(storeId, '2026030255556668'));
  });
  const { find } = createNearOrders(database);
  const prefixes = ['202603025555666', '202603020000000', '202603025555666'];
  expect(await find({ storeId, field: 'productOrderId', prefixes })).toEqual({
    ok: true,
    value: {
      near: [
        {
          prefix: '202603025555666',
          orders: [
            { id: '2026030255556667', recipient: '김○○', productName: '머그컵', done: false },
            { id: '2026030255556668', done: false },
          ],
        },
      ],
    },
  });
  expect(await find({ storeId: newStoreId(), field: 'productOrderId', prefixes })).toEqual({
    ok: false,
    failure: { code: 'not-found' },
  });
});
