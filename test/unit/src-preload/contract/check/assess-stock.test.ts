import { expect, it } from 'vitest';
import { assessStock } from '../../../../../src-preload/contract/check/assess-stock';
import { makeRemark, type RemarkCode } from '../../../../../src-preload/contract/check/remark-codes';
import type { StockValues } from '../../../../../src-preload/contract/job';
import type { Line } from '../../../../../src-preload/contract/line';
import type { LineField } from '../../../../../src-preload/contract/line-fields';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

const itemId = '202601220157_000020196_[1]';
const assessed = (cells: Line['cells']) => assessStock({ row: 2, cells }, marketRules.brightmall.stock);

type Said = [code: RemarkCode, field: LineField, detail?: Record<string, string>];
const priced = { available: '가능', unitPrice: '75000' };

it.each<[Line['cells'], Said[]]>([
  [{}, [['available-missing', 'available']]],
  [{ available: ' ', reason: '단종' }, [['available-missing', 'available']]],
  [{ available: '글쎄', reason: '단종' }, [['available-unknown', 'available', { value: '글쎄' }]]],
  [{ available: '가능' }, []],
  [{ available: '가능', reason: ' ' }, []],
  [{ available: '가능', reason: '단종' }, [['reason-unused', 'reason', { value: '단종' }]]],
  [{ available: '불가' }, [['reason-missing', 'reason']]],
  [{ available: '불가', reason: '글쎄' }, [['reason-unknown', 'reason', { value: '글쎄' }]]],
  [{ available: '가능', memo: '가'.repeat(500) }, []],
  [{ available: '가능', memo: '가'.repeat(501) }, [['memo-long', 'memo', { length: '501', limit: '500' }]]],
  [priced, [['price-partial', 'quantity', { missing: 'quantity' }]]],
  [{ available: '가능', totalAmount: '75000' }, [['price-partial', 'unitPrice', { missing: 'unitPrice,quantity' }]]],
  [{ ...priced, quantity: '둘' }, [['price-unreadable', 'quantity', { value: '둘' }]]],
  [{ ...priced, quantity: '2', totalAmount: '150000' }, []],
  [
    { ...priced, quantity: '2', totalAmount: '160000' },
    [['price-uneven', 'totalAmount', { total: '160000', right: '150000' }]],
  ],
])('a stock line with %j is told %j', (cells, said) => {
  const remarks = said.map((each) => makeRemark(...each));
  expect(assessed({ itemId, ...cells }).remarks).toEqual(remarks);
  // Without its item it is told all the same, and that first; it is no job.
  for (const none of [cells, { itemId: ' ', ...cells }]) {
    expect(assessed(none)).toEqual({ remarks: [makeRemark('item-missing', 'itemId'), ...remarks] });
  }
});

it.each<[Line['cells'], StockValues]>([
  [{ available: '품절' }, { available: false, reason: 'out_of_stock' }],
  [
    { available: '가능', memo: ' 내일 입고 ' },
    { available: true, memo: '내일 입고' },
  ],
  [{ available: '가능', memo: ' ' }, { available: true }],
])('a stock line with %j answers %j', (cells, stock) => {
  const { complete, job } = assessed({ itemId, ...cells });
  expect({ complete, job }).toEqual({
    complete: true,
    job: { kind: 'stock', target: itemId, values: { kind: 'stock', stock } },
  });
});

it('a stock line without an answer names its item, and is no job', () => {
  const { target, complete, job } = assessed({ itemId, available: '글쎄' });
  expect([target, complete, job]).toEqual([itemId, undefined, undefined]);
});
