import { expect, it } from 'vitest';
import { ordersOfExport } from '../../../../../src-renderer/sheets/understanding/order-export';
import type { Sheet } from '../../../../../src-renderer/sheets/reading/workbook';

const sheetOf = (rows: string[][]): Sheet => ({
  name: '발주발송관리',
  hidden: false,
  rowCount: rows.length,
  columnCount: Math.max(...rows.map((row) => row.length)),
  text: (row, column) => rows[row]?.[column] ?? '',
  kind: () => 'text',
  hiddenRows: new Set(),
  hiddenColumns: new Set(),
  sheetRow: (row) => row + 1,
  merges: [],
});
const notice = ['엑셀 일괄발송은 상품주문번호, 배송방법, 택배사, 송장번호를 입력해 주세요'];

it('reads the orders of an export under its notice, in whatever order the columns stand', () => {
  const orders = ordersOfExport(
    sheetOf([
      notice,
      ['발송기한', '수취인명', '상품주문번호', '주문상태', '기본배송지', '상세 배송지', '수취인연락처1', '발주확인일'],
      ['2026-11-27', '시험수취', '2026112190000011', '결제완료', '시험시 1', '2층', '010-0000-0001', ''],
      ['', '', '', '', '', '', '', ''],
      ['2026-11-28 15:00:00', '둘', '2026112190000021', '결제완료', '', '', '', '2026-11-26 10:00:00'],
    ]),
  );
  expect(orders).toMatchObject([
    {
      productOrderId: '2026112190000011',
      recipient: '시험수취',
      address: '시험시 1 2층',
      phones: ['010-0000-0001'],
      isConfirmed: false,
      hasNumber: false,
      // A day without a time is meant to its end, in Korea.
      dueAt: Date.parse('2026-11-27T14:59:59Z'),
    },
    { productOrderId: '2026112190000021', isConfirmed: true, dueAt: Date.parse('2026-11-28T06:00:00Z') },
  ]);
  expect(orders?.[1]).not.toHaveProperty('address');
});

it.each([
  ['a result of a courier', ['상품주문번호', '택배사', '송장번호', '수취인명', '상품명']],
  ['an upload', ['상품주문번호', '배송방법', '택배사', '송장번호']],
  ['orders without a number', ['주문번호', '수취인명', '발송기한', '주문상태']],
])('takes %s for none', (_, header) => {
  expect(ordersOfExport(sheetOf([header, header.map(() => '1')]))).toBeUndefined();
});
