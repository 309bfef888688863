import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { takeReadings } from '../../../../src-main/services/book/take-reading';
import type { OrderReading } from '../../../../src-main/services/book/take-reading';
import { monday } from '../../../support/outbox/test-database';
import { createWorld } from '../../../support/outbox/world';
import type { World } from '../../../support/outbox/world';

/** What the order book keeps where two readings of one order overtake each other. */
let world: World;
beforeEach(async () => {
  world = await createWorld({ start: false });
  onTestFinished(() => world.end());
});

const productOrderId = '2026030212345678';
const reading = (
  after: number,
  more: Partial<OrderReading['finding']>,
  rows: OrderReading['rows'] = [],
): OrderReading => ({
  productOrderId,
  finding: { at: monday + after, productOrderStatus: 'PAYED', placeOrderStatus: 'OK', ...more },
  details: undefined,
  rows,
});
const take = (at: number, one: OrderReading) =>
  world.desk.database.transaction((tables) =>
    takeReadings(tables, world.storeId, [one], { at: monday + at, keepPersonalDays: 90, todayMinutes: undefined }),
  );
const known = () => world.desk.database.book.get(world.storeId, productOrderId);
const asked = { claimStatus: 'CANCEL_REQUEST', claimId: 'C1' };

it('a reading that began before the last one takes its place by nothing', async () => {
  await take(200, reading(100, asked));
  await take(300, reading(50, {}));
  expect(await known()).toMatchObject({ readAt: monday + 100, facts: { finding: asked } });
});

it('what the feed says beside an older reading counts all the same', async () => {
  await take(200, reading(100, {}));
  const row = { productOrderId, at: monday + 40, type: 'DELIVERY_ADDRESS_CHANGED', addressChanged: true };
  await take(300, reading(50, {}, [row]));
  expect(await known()).toMatchObject({ readAt: monday + 100, lastFeedRow: { at: monday + 40 } });
  const changed = await world.desk.database.transaction(({ book }) =>
    book.lastChange(world.storeId, productOrderId, 'address-changed'),
  );
  expect(changed).toBeDefined();
});

it('a reading from before the clock was set back stands for no longer than the next one', async () => {
  await take(5_000, reading(4_000, asked));
  await take(300, reading(200, {}));
  expect(await known()).toMatchObject({ readAt: monday + 200 });
});
