import { describe, expect, it } from 'vitest';
import { linesOf, read } from './made-up-sheets';
import { table } from './table';

function cellsOf(headers: readonly string[], row: readonly string[]) {
  return linesOf(read(table([['운송장 출력 현황'], headers, row])))[0]?.cells;
}

describe('who a parcel goes to', () => {
  it('reads an address that stands in two columns, and one whose name has a figure', () => {
    const two = ['운송장번호', '수하인명', '수하인전화', '수하인주소1', '수하인주소2', '물품명'];
    expect(
      cellsOf(two, ['40907300011', '김하루', '010-****-1200', '가람시 가람로 7', '101동 1203호', '머그컵']),
    ).toMatchObject({
      recipient: '김하루',
      address: '가람시 가람로 7',
      addressRest: '101동 1203호',
    });
    const one = ['운송장번호', '수하인명', '수하인전화', '수하인주소1', '물품명'];
    expect(cellsOf(one, ['40907300011', '김하루', '010-****-1200', '가람시 가람로 7', '머그컵'])).toMatchObject({
      address: '가람시 가람로 7',
    });
  });

  it('takes no part of an address next to a whole one', () => {
    const headers = ['상품주문번호', '송장번호', '수취인명', '통합배송지', '기본배송지', '상세배송지'];
    const cells = cellsOf(headers, [
      '2026112700000001',
      '577417824035',
      '김하루',
      '가람로 7 101호',
      '가람로 7',
      '101호',
    ]);
    expect(cells).toMatchObject({ address: '가람로 7 101호' });
    expect(cells?.addressRest).toBeUndefined();
  });

  it('reads a second telephone and the postcode, and not the sender’s', () => {
    const headers = ['운송장번호', '명', '전화', '휴대폰', '주소', '명', '전화', '휴대폰', '주소', '우편번호'];
    const row = [
      '40907300011',
      '가게',
      '02-111-2222',
      '010-1111-3333',
      '출고지',
      '김하루',
      '02-345-6789',
      '010-9876-5432',
      '가람로 7',
      '04524',
    ];
    expect(cellsOf(headers, row)).toMatchObject({
      recipient: '김하루',
      phone: '010-9876-5432',
      otherPhone: '02-345-6789',
      zipCode: '04524',
    });
    expect(
      cellsOf(
        ['운송장번호', '연락처', '받는분', '전화번호'],
        ['40907300011', '02-111-2222', '김하루', '010-9876-5432'],
      ),
    ).toMatchObject({
      phone: '010-9876-5432',
    });
  });
});
