import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { moveFile } from '../../../../src-main/files/move-file';
import { openLedger } from '../../../../src-main/practice/ledger';
import { BrokenLedger, openLedgerFile, readLedgerFile } from '../../../../src-main/practice/ledger-file';
import { makeSheetOrders } from '../../../../src-main/practice/made-orders';
import type { ProductOrder } from '../../../../src-main/practice/product-order';
import { toProductOrder } from '../../../../src-main/practice/sheet-order';

function fileOfTest(): string {
  const folder = mkdtempSync(join(tmpdir(), 'balsong-ledger-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'deep', 'ledger.jsonl');
}

/** A wait that tests do not sit through. */
const sleep = (): Promise<void> => Promise.resolve();

function someOrders(count: number): ProductOrder[] {
  return makeSheetOrders({ count, seed: 9 }).map((order) => toProductOrder(order, 1_800_000_000_000).order);
}

describe('the practice market’s ledger', () => {
  it('has everything back after a restart, and in fewer lines', async () => {
    const path = fileOfTest();
    const [order] = someOrders(1);
    if (order === undefined) throw new Error('no order');
    const ledger = await openLedger(path);
    for (let quantity = 1; quantity <= 50; quantity += 1) ledger.apply({ orders: [{ ...order, quantity }] });
    ledger.apply({ changes: [{ at: 5, productOrderId: order.productOrderId, type: 'PAYED' }], sown: 'sample' });
    ledger.close();
    const again = await openLedger(path);
    expect(again.order(order.productOrderId)).toEqual({ ...order, quantity: 50 });
    expect(again.ordersOf(order.orderId)).toHaveLength(1);
    expect(again.changes()).toHaveLength(1);
    expect(again.hasSown('sample')).toBe(true);
    again.close();
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(3);
  });

  it('writes what belongs together as one line, before the act returns', async () => {
    const path = fileOfTest();
    const ledger = await openLedger(path);
    ledger.together(() => {
      for (const order of someOrders(30)) ledger.apply({ orders: [order] });
    });
    const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(1);
    ledger.close();
    const again = await openLedger(path);
    expect(again.orders()).toHaveLength(30);
    again.close();
  });

  it('forgets a last line the process died in, and keeps the rest', async () => {
    const path = fileOfTest();
    const ledger = await openLedger(path);
    const [first, second] = someOrders(2);
    if (first === undefined || second === undefined) throw new Error('no orders');
    ledger.apply({ orders: [first] });
    ledger.close();
    const line = JSON.stringify({ orders: [second] });
    appendFileSync(path, line.slice(0, line.length / 2));
    const again = await openLedger(path);
    expect(again.orders()).toEqual([first]);
    again.close();
  });

  it('refuses a file whose middle is broken', async () => {
    const path = fileOfTest();
    (await openLedger(path)).close();
    writeFileSync(path, '{"orders":[}\n{}\n');
    await expect(openLedger(path)).rejects.toThrow(BrokenLedger);
  });

  it('waits for a program that holds the old file, and leaves it as it was when that does not let go', async () => {
    const path = fileOfTest();
    (await openLedger(path)).close();
    const before = readFileSync(path, 'utf8');
    const held = Object.assign(new Error('held'), { code: 'EBUSY' });
    const stuck = (from: string, to: string) => moveFile(from, to, { rename: () => Promise.reject(held), sleep });
    await expect(openLedgerFile(path, [{ sown: 'more' }], stuck)).rejects.toBe(held);
    expect(readFileSync(path, 'utf8')).toBe(before);

    let tries = 0;
    const passing = (from: string, to: string) =>
      moveFile(from, to, {
        rename: (one, other) => {
          tries += 1;
          return tries < 3 ? Promise.reject(held) : rename(one, other);
        },
        sleep,
      });
    (await openLedgerFile(path, [{ sown: 'more' }], passing)).close();
    expect(tries).toBe(3);
    expect(readLedgerFile(path)).toEqual([{ sown: 'more' }]);
  });
});
