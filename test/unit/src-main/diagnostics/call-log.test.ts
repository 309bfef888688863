import { describe, expect, it } from 'vitest';
import { createCallLog } from '../../../../src-main/diagnostics/call-log';
import type { Logger } from '../../../../src-main/diagnostics/log-events';
import type { Session } from '../../../../src-main/markets/market';

function record() {
  const events: [string, unknown][] = [];
  const logger: Logger = { log: (event, fields) => void events.push([event, fields]) };
  return { events, log: createCallLog(logger, () => 0) };
}

const response = {
  type: 'response',
  status: 200,
  headers: {},
  text: '{"name":"홍길동"}',
  startedAt: 10,
  endedAt: 25,
} as const;
const asked = { method: 'POST', url: 'https://market.example/token', headers: {} } as const;

const session: Session = {
  ready: async () => ({ ok: true }),
  send: async () => ({
    outcome: { type: 'answered', verdicts: new Map() },
    call: { startedAt: 100, endedAt: 180, httpStatus: 200, traceId: 't-1', body: '홍길동', message: '홍길동' },
  }),
  read: async () => ({
    outcome: { type: 'trouble', failure: { kind: 'rate', code: 'GW.RATE_LIMIT' } },
    call: { startedAt: 200, endedAt: 210, httpStatus: 429 },
  }),
  probe: async () => false,
  test: async () => ({
    code: 'ok',
    ticks: { internet: 'yes', clock: 'yes', secret: 'yes', ip: 'yes', permission: 'yes' },
  }),
  close: async () => undefined,
};

describe('the log of calls', () => {
  it('says of each call its kind, count, outcome, status, code, duration and trace id, and never a body', async () => {
    const { events, log } = record();
    const logged = log.session('s-1', session);
    const job = { target: '1', values: { kind: 'lookup', lookup: {} } } as const;
    await logged.send('lookup', [job]);
    await logged.read(['1', '2']);
    await logged.probe();
    expect(events).toEqual([
      ['call', { storeId: 's-1', kind: 'lookup', count: 1, outcome: 'answered', status: 200, ms: 80, traceId: 't-1' }],
      ['call', { storeId: 's-1', kind: 'read', count: 2, outcome: 'rate', status: 429, code: 'GW.RATE_LIMIT', ms: 10 }],
      ['probe', { storeId: 's-1', reached: false, ms: 0 }],
    ]);
  });

  it('logs the request of a token, and nothing where the token was there', async () => {
    const { events, log } = record();
    const request = log.request(async () => response);
    const logged = log.session('s-1', {
      ...session,
      async ready() {
        await request(asked);
        return { ok: true };
      },
    });
    await logged.ready();
    await log.session('s-2', session).ready();
    expect(events).toEqual([
      ['call', { storeId: 's-1', kind: 'token', count: 0, outcome: 'response', status: 200, ms: 15 }],
    ]);
  });
});
