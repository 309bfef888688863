import { expect, it } from 'vitest';
import { linesOfPair } from '../../../../src-main/services/book/apply-pair';
import type { Line } from '../../../../src-preload/contract/line';

const order = (n: number) => ({ productOrderId: `${n}`, orderId: `10${n}`, recipient: '김하늘', product: `상품${n}` });
const line = (row: number, more: Partial<Line> = {}): Line => ({ row, cells: { trackingNumber: '6020' }, ...more });
const rowsOf = (lines: readonly Line[]) => lines.map(({ row, cells }) => [row, cells.productOrderId]);

it('gives each line of a box one order, and further orders a line behind the last one', () => {
  expect(rowsOf(linesOfPair([line(2), line(5)], [order(1), order(2)], 9))).toEqual([
    [2, '1'],
    [5, '2'],
  ]);
  expect(rowsOf(linesOfPair([line(2), line(5)], [order(1), order(2), order(3), order(4)], 9))).toEqual([
    [2, '1'],
    [5, '2'],
    [10, '3'],
    [11, '4'],
  ]);
  // More lines than orders: the rest repeat the last one, which the check says.
  expect(rowsOf(linesOfPair([line(2), line(3), line(4)], [order(1), order(2)], 9))).toEqual([
    [2, '1'],
    [3, '2'],
    [4, '2'],
  ]);
  expect(linesOfPair([], [order(1)], 9)).toEqual([]);
  expect(linesOfPair([line(2)], [], 9)).toEqual([]);
});

it('takes over who and what it is where the sheet does not say, and its numbers whatever the sheet says', () => {
  const cells = { trackingNumber: '6020', productOrderId: 'x', orderId: 'y', recipient: '김*늘', productName: '담요' };
  const [own, further] = linesOfPair([line(2, { cells })], [order(1), order(2)], 2);
  expect(own?.cells).toEqual({ ...cells, productOrderId: '1', orderId: '101' });
  expect(further?.cells).toEqual({ ...cells, productOrderId: '2', orderId: '102', productName: '상품2' });
  const [bare] = linesOfPair([line(2, { cells })], [{ productOrderId: '3' }], 2);
  expect(bare?.cells).toEqual({ trackingNumber: '6020', productOrderId: '3', recipient: '김*늘', productName: '담요' });
  expect(linesOfPair([line(2)], [order(1)], 2)[0]?.cells).toEqual({
    trackingNumber: '6020',
    productOrderId: '1',
    orderId: '101',
    recipient: '김하늘',
    productName: '상품1',
  });
});

it('leaves nothing that was said of the numbers it had', () => {
  const [joined] = linesOfPair(
    [
      line(2, {
        marks: { productOrderId: 'number', orderId: 'number', trackingNumber: 'number' },
        waits: ['productOrderId', 'trackingNumber'],
        edited: ['productOrderId', 'courier'],
      }),
    ],
    [order(1)],
    2,
  );
  expect(joined).toMatchObject({
    marks: { trackingNumber: 'number' },
    waits: ['trackingNumber'],
    edited: ['productOrderId', 'courier'],
  });
  const [clean] = linesOfPair([line(2, { marks: { orderId: 'number' }, waits: ['orderId'] })], [order(1)], 2);
  expect(Object.keys(clean ?? {}).toSorted()).toEqual(['cells', 'edited', 'row']);
  expect(clean?.edited).toEqual(['productOrderId']);
});
