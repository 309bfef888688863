import { describe, expect, it } from 'vitest';
import type { Job } from '../../../../../src-preload/contract/job';
import { jobSchema } from '../../../../../src-preload/contract/job';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';
import { readCells, readHeads } from '../../../../../src-renderer/features/log/export-cells';
import { ReviewSession } from '../../../../../src-renderer/sheets/review-session';
import { tableToXlsx } from '../../../../../src-renderer/sheets/table-to-xlsx';

function job(change: Partial<Job>): Job {
  return jobSchema.parse({
    id: '018f0000-0000-7000-8000-000000000002',
    seq: 1,
    storeId: '018f0000-0000-7000-8000-000000000001',
    kind: 'dispatch',
    target: '2026112110000001',
    values: { kind: 'confirm', confirm: {} },
    state: 'succeeded',
    revision: 1,
    failures: 0,
    attempts: 1,
    createdAt: 0,
    changedAt: 0,
    ...change,
  });
}

/** The saved table as the reader of dropped files has it. */
async function readAgain(market: 'naver' | 'brightmall', jobs: readonly Job[]) {
  const ofStock = market === 'brightmall';
  const rows = [readHeads(ofStock), ...jobs.map((each) => readCells(each, ofStock, marketRules[market].shipments))];
  const session = new ReviewSession({
    decodeCp949: () => '',
    onProgress: () => undefined,
    digest: () => Promise.resolve(''),
  });
  const operation = ofStock ? ('stock' as const) : ('dispatch' as const);
  const basis = { market, operation, couriers: {}, columns: {}, now: 0 };
  const answer = await session.open({ bytes: tableToXlsx({ name: 'log', rows }).buffer, fileName: 'log.xlsx', basis });
  if (!answer.ok) throw new Error(answer.failure.code);
  return session.lines({ from: 0, limit: 100 }).map(({ cells }) => cells);
}

describe('the saved log, dropped again', () => {
  it('names product orders with their couriers and numbers, and what has none by its method', async () => {
    const dispatch = {
      deliveryMethod: 'DELIVERY' as const,
      deliveryCompanyCode: 'CJGLS',
      trackingNumber: '681213008630',
    };
    const cells = await readAgain('naver', [
      job({
        values: { kind: 'dispatch', dispatch },
        recipient: '장한결',
        productName: '담요',
        orderId: '2026112100000001',
      }),
      job({
        target: '2026112110000002',
        values: { kind: 'dispatch', dispatch: { deliveryMethod: 'VISIT_RECEIPT' } },
      }),
      job({ kind: 'confirm', target: '2026112110000003' }),
      job({ kind: 'lookup', target: '2026112100000009', values: { kind: 'lookup', lookup: {} } }),
    ]);
    expect(cells).toEqual([
      expect.objectContaining({
        productOrderId: '2026112110000001',
        orderId: '2026112100000001',
        courier: 'CJ대한통운',
        trackingNumber: '681213008630',
        recipient: '장한결',
        productName: '담요',
      }),
      expect.objectContaining({ productOrderId: '2026112110000002', deliveryMethod: '방문수령' }),
      { productOrderId: '2026112110000003' },
      { orderId: '2026112100000009' },
    ]);
  });

  it('names items with their answers', async () => {
    const stock = (target: string, value: object) =>
      job({ kind: 'stock', target, values: { kind: 'stock', stock: { available: true, ...value } } });
    const cells = await readAgain('brightmall', [
      stock('20261121-0000001-01', { price: { unit: 1000, quantity: 2, total: 2000 } }),
      stock('20261121-0000001-02', { available: false, reason: 'damaged', memo: '상자 파손' }),
      stock('20261121-0000001-03', {}),
    ]);
    expect(cells).toEqual([
      expect.objectContaining({
        itemId: '20261121-0000001-01',
        available: '가능',
        unitPrice: '1000',
        quantity: '2',
        totalAmount: '2000',
      }),
      expect.objectContaining({ available: '불가', reason: expect.stringMatching(/./u), memo: '상자 파손' }),
      expect.objectContaining({ itemId: '20261121-0000001-03', available: '가능' }),
    ]);
  });
});
