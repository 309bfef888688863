import { describe, expect, it, test } from 'vitest';
import { phonesForForm, writePhone } from '../../../../../src-preload/contract/courier-forms/form-phones';
import { fillForm, type FormOrder } from '../../../../../src-preload/contract/courier-forms/form-rows';
import { courierForms, type FormLayout } from '../../../../../src-preload/contract/courier-forms/layouts';

const sender = { name: '하늘상점', phone: '031-000-0110', postcode: '10380', address: '경기 고양시 한솔길 9' };
const plain = { oneRowAParcel: true, cutMemos: new Set<string>() };

function orderOf(n: number, more: Partial<FormOrder> = {}): FormOrder {
  return {
    productOrderId: `202611270000000${n}`,
    recipient: '김하루',
    phones: ['01098765432'],
    zipCode: '03480',
    address: '서울 은평구 가람길 21, 1동 402호',
    product: '린넨 앞치마',
    option: '차콜',
    ...more,
  };
}

function formOf(id: string): FormLayout {
  const form = courierForms.find((each) => each.id === id);
  if (form === undefined) throw new Error(`no form ${id}`);
  return form;
}

const byHeader = (layout: FormLayout, cells: readonly string[]): Record<string, string | undefined> =>
  Object.fromEntries(layout.columns.map(({ header }, at) => [header, cells[at]]));

describe('a courier’s form', () => {
  it('puts a parcel into one row, with its number in the reference column', () => {
    const [row, ...more] = fillForm(formOf('cj'), [orderOf(2, { product: '유자차' }), orderOf(1)], sender, plain);
    expect(more).toEqual([]);
    expect(row?.productOrderIds).toEqual(['2026112700000001', '2026112700000002']);
    expect(byHeader(formOf('cj'), row?.cells ?? [])).toMatchObject({
      받는분성명: '김하루',
      받는분전화번호: '010-9876-5432',
      품목명: '린넨 앞치마 차콜 외 1건',
      박스수량: '1',
      고객주문번호: '2026112700000001',
    });
  });

  it('has a row an order where the seller wants that', () => {
    const orders = [orderOf(1), orderOf(2)];
    expect(fillForm(formOf('cj'), orders, sender, { ...plain, oneRowAParcel: false })).toHaveLength(2);
  });

  it('asks for a sender only where the form does', () => {
    expect(fillForm(formOf('lotte'), [orderOf(1)], undefined, plain)[0]?.problems).toEqual(['no-sender']);
    expect(fillForm(formOf('cj'), [orderOf(1)], undefined, plain)[0]?.problems).toEqual([]);
    const [row] = fillForm(formOf('lotte'), [orderOf(1)], sender, plain);
    expect(byHeader(formOf('lotte'), row?.cells ?? [])).toMatchObject({
      '보내는사람(지정)': '하늘상점',
      상품상세1: '차콜',
    });
  });

  it('says a memo that is too long, and cuts it by letters where the seller agreed', () => {
    const memo = `${'가'.repeat(44)}👧나나나`;
    const [long] = fillForm(formOf('cj'), [orderOf(1, { memo })], sender, plain);
    expect(long?.problems).toEqual(['memo-long']);
    expect(long?.memoOver).toBe(3);
    const [cut] = fillForm(formOf('cj'), [orderOf(1, { memo })], sender, {
      ...plain,
      cutMemos: new Set([orderOf(1).productOrderId]),
    });
    expect(cut?.problems).toEqual([]);
    expect([...(byHeader(formOf('cj'), cut?.cells ?? [])['배송메세지1'] ?? '')].length).toBeLessThanOrEqual(45);
  });

  it('lets a long memo go out whole where the seller says so, for the limit is ours', () => {
    const memo = '가'.repeat(60);
    const keepMemos = new Set([orderOf(1).productOrderId]);
    const [row] = fillForm(formOf('cj'), [orderOf(1, { memo })], sender, { ...plain, keepMemos });
    expect(row).toMatchObject({ problems: [], memoOver: 0 });
    expect(row?.cells).toContain(memo);
  });

  it('takes a memo that the seller wrote', () => {
    const memos = new Map([[orderOf(1).productOrderId, '문 앞']]);
    const [row] = fillForm(formOf('cj'), [orderOf(1, { memo: '가'.repeat(60) })], sender, { ...plain, memos });
    expect(byHeader(formOf('cj'), row?.cells ?? [])['배송메세지1']).toBe('문 앞');
  });

  it('writes one line in a cell', () => {
    const [row] = fillForm(formOf('cj'), [orderOf(1, { memo: '문 앞\n벨 누르지\t마세요' })], sender, plain);
    expect(row?.cells.every((cell) => !/[\n\t]/u.test(cell))).toBe(true);
  });

  test.each([
    [{ address: ' ' }, 'no-address'],
    [{ recipient: undefined }, 'no-recipient'],
    [{ zipCode: '' }, 'no-postcode'],
    [{ phones: [] }, 'no-phone'],
    [{ phones: ['010-0000-0000'] }, 'stand-in-phone'],
    [{ phones: ['010-****-5432'] }, 'odd-phone'],
    [{ recipient: '김*루' }, 'covered'],
  ] as const)('says before that %o is refused', (more, problem) => {
    expect(fillForm(formOf('cj'), [orderOf(1, more)], sender, plain)[0]?.problems).toEqual([problem]);
  });

  it('asks for no postcode where the form has none', () => {
    expect(fillForm(formOf('logen'), [orderOf(1, { zipCode: '' })], sender, plain)[0]?.problems).toEqual([]);
  });
});

test.each([
  ['01098765432', '010-9876-5432'],
  ['+82 10-9876-5432', '010-9876-5432'],
  ['1098765432', '010-9876-5432'],
  ['023456789', '02-345-6789'],
  ['0310000110', '031-000-0110'],
  ['050212345678', '0502-1234-5678'],
  ['1588-0000', '1588-0000'],
  ['12345', undefined],
])('writes %s as %s', (text, written) => {
  expect(writePhone(text)).toBe(written);
});

it('takes the phone that rings first', () => {
  expect(phonesForForm(['010-0000-0000', '010-9876-5432', '02-345-6789'])).toEqual({
    first: '010-9876-5432',
    other: '02-345-6789',
    is: 'fine',
  });
});
