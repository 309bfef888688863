import { expect, it } from 'vitest';
import { bareClient } from '../../support/market/bare-client';
import { handClock, marketOfTest } from '../../support/market/market-in-test';

it.each([
  ['KURLY', { KURLY: undefined, FRESH: '104119' }],
  ['FRESH', { KURLY: '104119', FRESH: undefined }],
  ['both', { KURLY: undefined, FRESH: undefined }],
] as const)('takes for a courier that was renamed the code %s', async (kurlyCode, refused) => {
  const clock = handClock();
  const market = await marketOfTest(
    { switches: { kurlyCode, trackingCheck: 'off' }, seed: 'empty' },
    { now: clock.now },
  );
  const client = bareClient(market, clock.now);
  const made = market.control.makeOrders(2, 2, { perOrder: [1] });
  for (const [index, [deliveryCompanyCode, code]] of Object.entries(refused).entries()) {
    const productOrderId = made[index]?.productOrderId;
    const dispatchDate = '2026-11-21T16:30:00.000+09:00';
    const item = { productOrderId, deliveryMethod: 'DELIVERY', trackingNumber: '640000000001', dispatchDate };
    const { body } = await client.dispatch([{ ...item, deliveryCompanyCode }]);
    const failed = code === undefined ? [] : [{ productOrderId, code }];
    expect(body).toMatchObject({ data: { failProductOrderInfos: failed } });
  }
});
