import { describe, expect, it } from 'vitest';
import { brightmallBase } from '../../../../../src-main/markets/brightmall/address';
import { naverBase } from '../../../../../src-main/markets/naver/address';
import { createNaverMarket } from '../../../../../src-main/markets/naver/market';
import { scriptRequest } from '../../../../support/http/scripted-request';

describe('a base address', () => {
  it('is the documented one unless replaced', () => {
    expect(naverBase()).toBe('https://api.commerce.naver.com/external');
    expect(brightmallBase()).toBe('https://brightmall-backend.certi.life/vendor-api');
  });
  it.each([
    'http://127.0.0.1:8080',
    'http://127.0.0.1:8080/',
    'http://127.0.0.1:8080/external',
    'http://127.0.0.1:8080/external/',
  ])('of NAVER may leave out its path: %s', (given) => {
    expect(naverBase(given)).toBe('http://127.0.0.1:8080/external');
  });
  it('of NAVER may have another path', () => {
    expect(naverBase('http://127.0.0.1:8080/partner')).toBe('http://127.0.0.1:8080/partner');
  });
  it.each(['http://localhost:1', 'http://localhost:1/vendor-api', 'http://localhost:1/vendor-api/'])(
    'of BrightMall may leave out its path: %s',
    (given) => {
      expect(brightmallBase(given)).toBe('http://localhost:1/vendor-api');
    },
  );
});

it('confirms, looks up and reads at the addresses of the documents', async () => {
  const { request, asked } = scriptRequest(
    () => 1_000,
    () => ({ status: 200, body: { access_token: 't', expires_in: 10_799 } }),
  );
  const market = createNaverMarket({ request, probe: async () => true, now: () => 1_000, steady: () => 1_000 });
  const secrets = { market: 'naver', clientId: 'desk-app', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
  const session = market.open({ secrets });
  await session.send('confirm', [{ target: '2022040521691281', values: { kind: 'confirm', confirm: {} } }]);
  await session.send('lookup', [{ target: '2022040500001', values: { kind: 'lookup', lookup: {} } }]);
  await session.read(['2022040521691281']);
  await session.readTodayHour?.();
  const api = 'https://api.commerce.naver.com/external/v1';
  expect(asked.map(({ method, url }) => `${method} ${url}`)).toEqual([
    `POST ${api}/oauth2/token`,
    `POST ${api}/pay-order/seller/product-orders/confirm`,
    `GET ${api}/pay-order/seller/orders/2022040500001/product-order-ids`,
    `POST ${api}/pay-order/seller/product-orders/query`,
    `GET ${api}/seller/this-day-dispatch`,
  ]);
});
