import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBrightmallMarket } from '../../../src-main/markets/brightmall/market';
import type { Sendable, Session } from '../../../src-main/markets/market';
import { createAgent } from '../../../src-main/network/agent';
import type { HttpAgent } from '../../../src-main/network/agent';
import { createConnector } from '../../../src-main/network/connector';
import { createProbe } from '../../../src-main/network/probe';
import { answerExample, inventoryConfirmRequest } from '../../support/contracts/brightmall-inventory-confirm';
import { startScriptedServer } from '../../support/http/scripted-server';
import type { ScriptedServer } from '../../support/http/scripted-server';

const job: Sendable = {
  target: '202601220157_000020196_[1]',
  values: { kind: 'stock', stock: { available: false, reason: 'reserved', memo: '한 주 뒤' } },
};

let server: ScriptedServer;
let agent: HttpAgent;
let session: Session;

beforeEach(async () => {
  server = await startScriptedServer();
  agent = createAgent({ now: () => Date.now() });
  session = createBrightmallMarket({
    request: agent.request,
    probe: createProbe(createConnector()),
    now: () => Date.now(),
  }).open({
    secrets: { market: 'brightmall', vendorId: '01EXAMPLE', apiKey: 'bm_EXAMPLE' },
    baseUrl: server.url,
  });
});
afterEach(async () => {
  await agent.destroy();
  await server.close();
});

describe('a stock answer over HTTP', () => {
  it('says what the document asks for, and reads what it answers', async () => {
    server.script('/vendor-api/inventory/confirm', { do: 'answer', status: 200, body: answerExample });
    const { outcome, call } = await session.send('stock', [job]);
    expect(outcome).toMatchObject({ type: 'answered' });
    expect(call.traceId).toBe('req_mkp3inv_abc123');
    const [received] = server.received;
    expect(received).toMatchObject({ method: 'POST', url: '/vendor-api/inventory/confirm' });
    expect(received?.headers).toMatchObject({ 'x-vendor-api-key': 'bm_EXAMPLE', 'x-vendor-id': '01EXAMPLE' });
    expect(inventoryConfirmRequest.parse(JSON.parse(received?.body ?? ''))).toEqual({
      confirmations: [
        { ord_prd_no: job.target, stock_available: false, unavailable_reason: 'reserved', memo: '한 주 뒤' },
      ],
    });
  });

  it('that was cut is unknown, and goes out again with the same words', async () => {
    server.script(
      '/inventory/confirm',
      { do: 'destroy-after-reading' },
      { do: 'answer', status: 200, body: answerExample },
    );
    expect((await session.send('stock', [job])).outcome).toMatchObject({ type: 'no-answer' });
    expect((await session.send('stock', [job])).outcome).toMatchObject({ type: 'answered' });
    expect(server.received[1]?.body).toBe(server.received[0]?.body);
  });

  it('is tested without changing anything', async () => {
    server.script('/inventory/confirm', { do: 'answer', status: 400, body: { error: 'empty' } });
    expect(await session.probe()).toBe(true);
    expect(await session.test()).toMatchObject({ code: 'ok' });
    expect(server.received.map((one) => one.body)).toEqual(['{"confirmations":[]}']);
  });
});
