import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openFaultBook } from '../../../src-main/practice/faults';
import { openGateway } from '../../../src-main/practice/gateway';
import { openLedger } from '../../../src-main/practice/ledger';
import { openMarketServer } from '../../../src-main/practice/market-server';
import { openRequestLog } from '../../../src-main/practice/request-log';
import { startPractice } from '../../../src-main/practice/start-practice';
import { readSwitches } from '../../../src-main/practice/switches';
import { openTokenIssuer } from '../../../src-main/practice/token-issuer';
import { folderOfTest } from '../../support/market/market-in-test';

it('stops although somebody still waits for a request that never comes', async () => {
  const options = { port: 0, seed: 'empty' as const, controlToken: 'test' };
  const practice = await startPractice({ ledgerFile: join(await folderOfTest(), 'ledger.jsonl'), options });
  const headers = { 'x-practice-control': 'test' };
  const ask = (name: string, given: object) =>
    fetch(`${practice.url}/__control/${name}`, { method: 'POST', headers, body: JSON.stringify(given) });
  const waiting = ask('arrived', { api: 'dispatch', nth: 7 }).then(
    () => 'answered',
    () => 'cut',
  );
  // Asked for after it and answered: the first one has come in.
  await ask('ledger', {});
  await practice.stop();
  expect(await waiting).toBe('cut');
});

it('stops although a client went before the answer it was to wait for was stalled', async () => {
  const switches = readSwitches();
  const desk = openTokenIssuer({ clientId: 'a', clientSecret: 'b' }, Math.random);
  const ledger = await openLedger(join(await folderOfTest(), 'ledger.jsonl'));
  onTestFinished(() => ledger.close());
  const faults = openFaultBook();
  const leaving = new AbortController();
  let sockets = 0;
  let gone: (() => void) | undefined;
  const hasGone = new Promise<void>((resolve) => {
    gone = resolve;
  });
  const server = openMarketServer({
    ledger,
    gateway: openGateway(() => switches, desk),
    faults,
    log: openRequestLog(),
    async serve() {
      // The client leaves while the market does what was asked.
      leaving.abort();
      await hasGone;
      return { reached: true, answer: { status: 200, headers: {}, body: {} } };
    },
    refuse: () => ({ status: 500, headers: {}, body: {} }),
    realNow: Date.now,
    marketNow: Date.now,
    newTraceId: () => 't',
    async aside(request) {
      sockets += 1;
      request.socket.once('close', () => gone?.());
      return undefined;
    },
  });
  faults.add([{ when: { path: 'dispatch' }, fault: { kind: 'stall', applied: true } }]);
  const port = await server.listen(0);
  const path = '/external/v1/pay-order/seller/product-orders/dispatch';
  const asked = fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', body: '{}', signal: leaving.signal });
  await expect(asked).rejects.toThrow();
  await hasGone;
  await server.close();
  expect(sockets).toBe(1);
});
