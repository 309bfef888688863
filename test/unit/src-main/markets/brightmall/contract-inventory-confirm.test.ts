import { describe, expect, it } from 'vitest';
import {
  inventoryConfirmBody,
  inventoryConfirmOutcome,
} from '../../../../../src-main/markets/brightmall/inventory-confirm';
import { createBrightmallMarket } from '../../../../../src-main/markets/brightmall/market';
import type { Sendable } from '../../../../../src-main/markets/market';
import { brightmallClassOf } from '../../../../../src-preload/contract/markets/brightmall/codes';
import { unavailableReasons } from '../../../../../src-preload/contract/job';
import {
  answerExample,
  inventoryConfirmAnswer,
  inventoryConfirmRequest,
  requestExample,
  unavailableReason,
} from '../../../../support/contracts/brightmall-inventory-confirm';
import { answerOf, scriptRequest } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const first = '202601220157_000020196_[1]';
const second = '202601220157_000020196_[2]';
const asked = [first, second];
const outcomeOf = (scripted: Scripted) => inventoryConfirmOutcome(asked, answerOf(scripted));

describe('재고 확인, the request', () => {
  it('is the document’s example', () => {
    const body = inventoryConfirmBody([
      { target: first, stock: { available: true, price: { unit: 75000, quantity: 2, total: 150000 } } },
      { target: second, stock: { available: false, reason: 'out_of_stock', memo: '재입고 예정일: 2026-02-15' } },
    ]);
    expect(body).toEqual(requestExample);
    expect(inventoryConfirmRequest.safeParse(body).success).toBe(true);
  });

  it('knows the document’s five reasons', () => {
    expect([...unavailableReasons].sort()).toEqual([...unavailableReason.options].sort());
  });

  it('gives no reason for what is available, and no empty memo', () => {
    const body = inventoryConfirmBody([{ target: first, stock: { available: true, reason: 'other', memo: '' } }]);
    expect(body).toEqual({ confirmations: [{ ord_prd_no: first, stock_available: true }] });
  });
});

describe('재고 확인, the answer', () => {
  const verdicts = new Map([
    [first, { yes: true, note: 'preparing price-recorded' }],
    [second, { yes: true, note: 'pending' }],
  ]);

  it('is read as the document shows it', () => {
    expect(inventoryConfirmAnswer.safeParse(answerExample).success).toBe(true);
    expect(outcomeOf({ status: 200, body: answerExample })).toEqual({ type: 'answered', verdicts });
  });

  it('is read just so when it comes wrapped', () => {
    expect(outcomeOf({ status: 200, body: { success: true, data: answerExample } })).toEqual({
      type: 'answered',
      verdicts,
    });
  });

  it('says no to one item, and leaves the other unknown when it is missing', () => {
    const results = [{ ord_prd_no: second, success: false, stock_available: false, message: 'Item not found' }];
    expect(outcomeOf({ status: 200, body: { ...answerExample, results } })).toEqual({
      type: 'answered',
      verdicts: new Map([[second, { yes: false, code: 'BM.ITEM', message: 'Item not found' }]]),
    });
  });

  it.each<[string, Scripted, string]>([
    ['no byte written', { notWritten: 'ECONNREFUSED' }, 'offline'],
    ['401', { status: 401 }, 'secret'],
    [
      'a wrapped refusal of the key',
      { status: 200, body: { success: false, error: { code: 'INVALID_API_KEY', message: 'x' } } },
      'secret',
    ],
    ['403', { status: 403 }, 'permission'],
    ['404', { status: 404 }, 'no-path'],
    ['429', { status: 429, headers: { 'retry-after': '2' } }, 'rate'],
  ])('is not applied for %s', (_what, scripted, kind) => {
    expect(outcomeOf(scripted)).toMatchObject({ type: 'not-applied', failure: { kind } });
  });

  it.each<[string, Scripted]>([
    ['a cut', { cut: 'UND_ERR_SOCKET' }],
    ['500', { status: 500, body: { error: 'Internal server error' } }],
    ['HTML', { status: 200, body: '<html>' }],
    ['half a body', { status: 200, body: '{"results":[{"ord_prd' }],
    ['another JSON', { status: 200, body: { success: true, data: {} } }],
  ])('is none for %s, and the call may be repeated', (_what, scripted) => {
    const outcome = outcomeOf(scripted);
    expect(outcome).toMatchObject({ type: 'no-answer' });
    expect(brightmallClassOf((outcome.type === 'no-answer' && outcome.code) || '')).toBe('transient');
  });

  it('refuses the whole call in the market’s own words', () => {
    const body = { success: false, error: { code: 'VALIDATION_ERROR', message: 'memo is too long' } };
    const refused = { type: 'refused-whole', code: 'BM.400', message: 'VALIDATION_ERROR: memo is too long' };
    expect(outcomeOf({ status: 400, body })).toEqual(refused);
    expect(outcomeOf({ status: 200, body })).toEqual(refused);
    expect(outcomeOf({ status: 400, body: { message: 'plain' } })).toEqual({ ...refused, message: 'plain' });
  });
});

describe('a BrightMall store', () => {
  const secrets = { market: 'brightmall', vendorId: '01EXAMPLE', apiKey: 'bm_EXAMPLE' } as const;
  const job: Sendable = { target: first, values: { kind: 'stock', stock: { available: true } } };
  const open = (scripted: Scripted, apiKey: string = secrets.apiKey) => {
    const { request, asked: requests } = scriptRequest(
      () => 1_000,
      () => scripted,
    );
    const market = createBrightmallMarket({ request, probe: async () => true, now: () => 1_000 });
    return { market, session: market.open({ secrets: { ...secrets, apiKey } }), requests };
  };

  it('sends the documented headers to the documented address, and keeps the request id', async () => {
    const { session, requests } = open({ status: 200, body: answerExample });
    const { call } = await session.send('stock', [job]);
    expect(requests[0]?.url).toBe('https://brightmall-backend.certi.life/vendor-api/inventory/confirm');
    expect(requests[0]?.headers).toMatchObject({
      'content-type': 'application/json',
      'x-vendor-api-key': 'bm_EXAMPLE',
      'x-vendor-id': '01EXAMPLE',
    });
    expect(call).toMatchObject({ httpStatus: 200, traceId: 'req_mkp3inv_abc123' });
    expect(call.body).toContain('preparing');
    expect(JSON.stringify(call)).not.toContain('bm_EXAMPLE');
  });

  it('may repeat and reads nothing', async () => {
    const { market, session, requests } = open({ status: 200 });
    expect([market.reads, market.limits]).toEqual([[], { stock: 100 }]);
    expect(await session.read([first])).toMatchObject({ outcome: { type: 'answered' } });
    expect(requests).toEqual([]);
  });

  it.each<[Scripted, string, object]>([
    [{ status: 400, body: { error: 'confirmations must not be empty' } }, 'ok', { secret: 'yes', permission: 'yes' }],
    [{ status: 200, body: { ...answerExample, results: [] } }, 'ok', { secret: 'yes' }],
    [{ status: 401 }, 'bad-secret', { secret: 'no' }],
    [{ status: 200, body: { success: false, error: { code: 'INVALID_API_KEY' } } }, 'bad-secret', { secret: 'no' }],
    [{ status: 403 }, 'permission-missing', { permission: 'no' }],
    [{ status: 429 }, 'quota', { internet: 'yes' }],
    [{ status: 500 }, 'market-trouble', { internet: 'yes', secret: 'unknown' }],
    [{ notWritten: 'ENOTFOUND' }, 'no-connection', { internet: 'no' }],
  ])('is tested with a confirmation of nothing: %j is %s', async (scripted, code, ticks) => {
    const { session, requests } = open(scripted);
    expect(await session.test()).toMatchObject({ code, ticks });
    expect(requests.map((one) => one.body)).toEqual(['{"confirmations":[]}']);
  });

  it('does not try a key that cannot stand in a header', async () => {
    const { session, requests } = open({ status: 200 }, 'bm_키\r\nx: y');
    expect(await session.ready()).toMatchObject({ ok: false, failure: { kind: 'secret' } });
    expect(await session.test()).toMatchObject({ code: 'bad-secret' });
    expect(await session.send('stock', [job])).toMatchObject({ outcome: { type: 'not-applied' } });
    expect(requests).toEqual([]);
  });
});
