import { describe, expect, it, test } from 'vitest';
import { phonesForForm, writePhone } from '../../../../../src-preload/contract/courier-forms/form-phones';
import { fillForm, type FormOrder } from '../../../../../src-preload/contract/courier-forms/form-rows';
import {
  courierForms,
  type FormColumn,
  type FormLayout,
} from '../../../../../src-preload/contract/courier-forms/layouts';

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

/** A form with a column of each kind. */
const everything: FormLayout = {
  ...formOf('cj'),
  memoLetters: 10,
  columns: [
    ...(
      [
        'recipient',
        'phone',
        'other-phone',
        'postcode',
        'address',
        'product',
        'option',
        'boxes',
        'quantity',
        'memo',
        'reference',
        'sender-name',
        'sender-phone',
        'sender-postcode',
        'sender-address',
      ] as FormColumn['puts'][]
    ).map((puts) => ({ header: puts, puts })),
    { header: '운임', puts: 'text', text: '신용' },
    { header: '비고', puts: 'text' },
  ],
};

describe('a courier’s form', () => {
  it('has in each column what it is for', () => {
    const phones = ['010-9876-5432', '02-345-6789'];
    const orders = [
      orderOf(3, { memo: '경비실', quantity: 3 }),
      orderOf(1, { memo: ' 문  앞', phones }),
      orderOf(2, { memo: '', product: '유자차' }),
    ];
    const [row, ...more] = fillForm(everything, orders, sender, plain);
    expect(more).toEqual([]);
    expect(row).toMatchObject({ problems: [], memoOver: 0, memo: '문 앞 / 경비실' });
    expect(row?.cells).toEqual([
      '김하루',
      '010-9876-5432',
      '02-345-6789',
      '03480',
      '서울 은평구 가람길 21, 1동 402호',
      '린넨 앞치마 차콜 외 2건',
      '',
      '1',
      '5',
      '문 앞 / 경비실',
      '2026112700000001',
      '하늘상점',
      '031-000-0110',
      '10380',
      '경기 고양시 한솔길 9',
      '신용',
      '',
    ]);
    const [alone] = fillForm(everything, [orderOf(1, { product: undefined, quantity: 2 })], sender, plain);
    expect(alone?.cells.slice(5, 9)).toEqual(['차콜', '차콜', '1', '2']);
  });

  it('leaves empty what is not known', () => {
    const [row] = fillForm(everything, [{ productOrderId: '7' }], undefined, plain);
    expect(row?.cells.map((cell, at) => (cell === '' ? undefined : at)).filter((at) => at !== undefined)).toEqual([
      7, 8, 10, 15,
    ]);
    expect(row?.problems).toEqual(['no-recipient', 'no-address', 'no-postcode', 'no-phone', 'no-sender']);
  });

  it('is in order of the orders’ numbers', () => {
    const orders = [3, 1, 2].map((n) => orderOf(n));
    const rows = fillForm(everything, orders, sender, { ...plain, oneRowAParcel: false });
    expect(rows.map(({ productOrderIds }) => productOrderIds)).toEqual(
      [1, 2, 3].map((n) => [orderOf(n).productOrderId]),
    );
  });

  it('cuts or keeps the memo of a parcel for what was said of any of its orders', () => {
    const orders = [orderOf(1, { memo: '가나다라마바사아자 차카' }), orderOf(2, { memo: '' })];
    const some = new Set([orderOf(2).productOrderId]);
    const cut = fillForm(everything, orders, sender, { ...plain, cutMemos: some });
    // Without the blank at which it was cut.
    expect(cut[0]).toMatchObject({ problems: [], memoOver: 0, memo: '가나다라마바사아자 차카' });
    expect(cut[0]?.cells[9]).toBe('가나다라마바사아자');
    const kept = fillForm(everything, orders, sender, { ...plain, cutMemos: some, keepMemos: some });
    expect(kept[0]).toMatchObject({ problems: [], memoOver: 0 });
    expect(kept[0]?.cells[9]).toBe('가나다라마바사아자 차카');
  });

  it.each([
    ['sender-name', { ...sender, name: '' }, ['no-sender']],
    ['sender-address', { ...sender, address: '' }, ['no-sender']],
    ['sender-address', sender, []],
    ['sender-phone', undefined, []],
  ] as const)('with a column for the %s says whether one has to be given (%#)', (puts, given, problems) => {
    const layout: FormLayout = { ...everything, columns: [{ header: 'A', puts }] };
    expect(fillForm(layout, [orderOf(1)], given, plain)[0]?.problems).toEqual(problems);
  });

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
  ['82-2-345-6789', '02-345-6789'],
  ['0010-9876-5432', '010-9876-5432'],
  ['0505-123-4567', '0505-123-4567'],
  ['02-8234-5678', '02-8234-5678'],
  ['02-3456-78901', undefined],
  ['0502-1234-56789', undefined],
  ['010-9876-54321', undefined],
  ['1098765432123', undefined],
  ['9-1588-0000', undefined],
  ['1588-00001', undefined],
  ['9-050212345678', undefined],
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

test.each([
  [[], { first: '', other: '', is: 'no-phone' }],
  [[' '], { first: '', other: '', is: 'no-phone' }],
  [['0502-1234-5678', '050212345678'], { first: '0502-1234-5678', other: '', is: 'fine' }],
  [['010-****-5432'], { first: '010-****-5432', other: '', is: 'odd-phone' }],
  [['01000000000'], { first: '010-0000-0000', other: '', is: 'stand-in-phone' }],
] as const)('of the phones %j takes %j', (phones, taken) => {
  expect(phonesForForm(phones)).toEqual(taken);
});
