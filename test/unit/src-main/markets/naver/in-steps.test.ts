import { expect, it } from 'vitest';
import type { Session } from '../../../../../src-main/markets/market';
import { createNaverMarket } from '../../../../../src-main/markets/naver/market';
import { scriptRequest } from '../../../../support/http/scripted-request';

const now = () => 1_000;
const token = { access_token: 't', expires_in: 10_800 };
const secrets = { market: 'naver', clientId: 'c', clientSecret: '$2a$04$abcdefghijklmnopqrstuu' } as const;
const entries = Array.from({ length: 300 }, (_, n) => ({
  productOrderId: String(n),
  productOrder: { productOrderId: String(n), productOrderStatus: 'PAYED' },
}));

it.each<[string, object, (session: Session) => Promise<unknown>]>([
  ['a reading', { data: entries }, (session) => session.read(['1'])],
  [
    'a page of the feed',
    { data: { lastChangeStatuses: entries } },
    async (session) => session.readChanges?.({ from: 0 }),
  ],
])('checks the 300 entries of %s in steps, and lets others take their turn between them', async (_, body, ask) => {
  const { request } = scriptRequest(now, ({ url }) => ({
    status: 200,
    body: url.endsWith('/token') ? token : { timestamp: 't', ...body },
  }));
  const session = createNaverMarket({ request, probe: async () => true, now, steady: now }).open({
    secrets,
    baseUrl: 'http://market',
  });
  // Signing for the token takes turns of its own.
  await session.ready();
  let turns = 0;
  let isDone = false;
  const nextTurn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(nextTurn);
  };
  setImmediate(nextTurn);
  await ask(session);
  isDone = true;
  expect(turns).toBeGreaterThanOrEqual(12);
});
