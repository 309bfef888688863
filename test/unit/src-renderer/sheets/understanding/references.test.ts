import { expect, it } from 'vitest';
import { linesOf, read } from './made-up-sheets';
import { table } from './table';

const header = ['수하인명', '수하인주소', '배송메세지', '출고번호', '운송장번호'];

it('gives a line without a product order the numbers of the market’s form that stand anywhere in its row', () => {
  const sheet = table([
    header,
    ['김하루', '가람길 1', '★2026112700000001 문 앞', 'A-2026112700000002-1', '40907308945'],
    ['박바다', '가람길 2', '문 앞', '20261127000000031', '43757058041'],
  ]);
  expect(linesOf(read(sheet)).map(({ references }) => references)).toEqual([
    ['2026112700000001', '2026112700000002'],
    undefined,
  ]);
});

it('looks no further where the product order is named', () => {
  const sheet = table([
    ['상품주문번호', ...header],
    ['2026112700000009', '김하루', '가람길 1', '★2026112700000001', '', '40907308945'],
    ['', '박바다', '가람길 2', '★2026112700000003', '', '43757058041'],
  ]);
  expect(linesOf(read(sheet)).map(({ references }) => references)).toEqual([undefined, ['2026112700000003']]);
});
