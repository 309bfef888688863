import type { JoinLine, JoinOrder } from '../../../../../src-preload/contract/join/facts';
import { joinLines } from '../../../../../src-preload/contract/join/join';
import type { JoinedBox } from '../../../../../src-preload/contract/join/outcome';

const home = '서울 은평구 가람길 21, 1동 402호';
const phone = '010-9876-5432';

export function orderOf(n: number, more: Partial<JoinOrder> = {}): JoinOrder {
  return {
    productOrderId: `20261127000000${String(n).padStart(2, '0')}`,
    orderId: `20261127990000${String(n).padStart(2, '0')}`,
    recipient: '김하루',
    phones: [phone],
    address: home,
    product: '린넨 앞치마',
    ...more,
  };
}

export function lineOf(row: number, more: Partial<JoinLine> = {}): JoinLine {
  return { row, recipient: '김하루', phones: [phone], address: home, trackingNumber: `6000000000${row}`, ...more };
}

export function only(lines: JoinLine[], orders: JoinOrder[]): JoinedBox {
  const [box] = joinLines(lines, orders).boxes;
  if (box === undefined) throw new Error('no box');
  return box;
}

export const ticked = (box: JoinedBox): string[] =>
  box.candidates[0]?.orders.flatMap((each) => (each.ticked ? [each.productOrderId] : [])) ?? [];

export const stranger = { recipient: '박먼곳', phones: ['010-1111-2223'], address: '부산 중구 중앙로 1' };
