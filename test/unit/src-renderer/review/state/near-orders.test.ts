import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { CallInput, CallOutput } from '../../../../../src-preload/contract/calls';
import { storeIdSchema } from '../../../../../src-preload/contract/ids';
import { withNearOrders } from '../../../../../src-renderer/review/state/near-orders';
import type { ReviewItem, ReviewRow } from '../../../../../src-renderer/sheets/protocol';

type Near = CallOutput<'orders-near'>['near'];
const storeId = storeIdSchema.parse('11111111-1111-4111-8111-111111111111');
const order = (id: string) => ({ id, done: false });

let asked: CallInput<'orders-near'>[] = [];
let answer: (prefixes: readonly string[]) => Near;
beforeEach(() => {
  asked = [];
  const call = (_name: string, input: CallInput<'orders-near'>) => {
    asked.push(input);
    return Promise.resolve({ ok: true, value: { near: answer(input.prefixes) } });
  };
  vi.stubGlobal('window', { desk: { call, on: () => () => undefined } });
});
afterEach(() => vi.unstubAllGlobals());

function row(number: string, code = 'digits-broken'): ReviewRow {
  const remark = { level: 'warning', code, field: 'productOrderId', detail: { value: number } } as const;
  return {
    checked: { line: { row: 2, cells: { productOrderId: number } }, remarks: [remark], level: 'warning' },
    sameCourier: 1,
    kind: 'look',
  };
}

const nearOf = (item: ReviewItem) => ('group' in item ? undefined : item.near);

it('asks only for rows with a broken number, each beginning once, and names the orders at their rows', async () => {
  answer = () => [{ prefix: '202603025555666', orders: [order('2026030255556667')] }];
  const rows = [row('2026030255556660'), row('2026030255556661', 'product-order-odd'), row('2026030255556660')];
  const named = await withNearOrders(storeId, [...rows, row('2026030200000000')]);
  expect(asked).toEqual([{ storeId, field: 'productOrderId', prefixes: ['202603025555666', '202603020000000'] }]);
  expect(named.map((item) => nearOf(item)?.map(({ id }) => id))).toEqual([
    ['2026030255556667'],
    undefined,
    ['2026030255556667'],
    undefined,
  ]);
});

it('asks nothing for a page without such rows, nor for longer numbers, of which more than one digit is lost', async () => {
  answer = () => [];
  const rows = [
    row('2026030255556661', 'tracking-digit'),
    row('202603025555666000'),
    { group: 'done', kind: 'done', lines: 3, unfolded: false } as const,
  ];
  expect(await withNearOrders(storeId, rows)).toEqual(rows);
  expect(asked).toEqual([]);
});

it('asks for no more than a page at once', async () => {
  answer = (prefixes) => prefixes.map((prefix) => ({ prefix, orders: [order(`${prefix}5`)] }));
  const rows = Array.from({ length: 150 }, (_, n) => row(`2026030255${String(n).padStart(5, '0')}0`));
  const near = await withNearOrders(storeId, rows);
  expect(near.map((item) => nearOf(item)?.length)).toEqual(rows.map(() => 1));
  expect(asked.map(({ prefixes }) => prefixes.length)).toEqual([100, 50]);
});
