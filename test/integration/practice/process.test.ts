import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { makeSheetOrders } from '../../../src-main/practice/made-orders';
import { bareClient, dispatchItem } from '../../support/market/bare-client';
import { folderOfTest } from '../../support/market/market-in-test';
import { startMarketProcess } from '../../support/market/market-process';

const clientId = 'process-test';
const clientSecret = '$2a$04$abcdefghijklmnopqrstuu';
const brightmall = { vendorId: '', apiKey: '' };

describe('the practice market as a process', () => {
  it('keeps every dispatch it answered through SIGKILL, and none twice', async () => {
    const ledger = join(await folderOfTest(), 'ledger.jsonl');
    const names = ['--client-id', clientId, '--client-secret', clientSecret];
    const args = ['--ledger', ledger, '--rate', '1000', '--seed', '3', '--orders', '90', '--empty', ...names];
    const first = await startMarketProcess(args);
    onTestFinished(() => first.kill());
    const orders = makeSheetOrders({ count: 90, seed: 3 });
    const client = bareClient({ url: first.url, credentials: { clientId, clientSecret }, brightmall });
    const items = orders.map((order) => dispatchItem(order, Date.now()));
    await client.dispatch(items.slice(0, 30));
    await first.act('inject', { rules: [{ when: { path: 'dispatch' }, fault: { kind: 'stall', applied: true } }] });
    const unanswered = client.dispatch(items.slice(30, 60)).then(
      () => 'answered',
      () => 'cut',
    );
    await first.act('arrived', { api: 'dispatch', nth: 2 });
    await first.act('ledger');
    await first.kill();
    expect(await unanswered).toBe('cut');

    const second = await startMarketProcess(args);
    onTestFinished(() => second.kill());
    const kept = await second.act('ledger');
    expect(Object.keys(Object(kept))).toHaveLength(90);
    const dispatches = orders.map((order) => Object(kept)[order.productOrderId].dispatches);
    expect(dispatches).toEqual([...Array(60).fill(1), ...Array(30).fill(0)]);
    const other = bareClient({ url: second.url, credentials: { clientId, clientSecret }, brightmall });
    const again = await other.dispatch(items.slice(0, 30));
    expect(again.body).toMatchObject({ data: { successProductOrderIds: [] } });
    expect(await second.stop()).toBe(0);
  });
});
