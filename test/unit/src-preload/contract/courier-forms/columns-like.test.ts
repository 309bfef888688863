import { describe, expect, it } from 'vitest';
import { columnsLike } from '../../../../../src-preload/contract/courier-forms/columns-like';
import { courierForms } from '../../../../../src-preload/contract/courier-forms/layouts';
import { layoutFileSchema } from '../../../../../src-preload/contract/courier-forms/layout-schema';

const like = (headers: readonly string[], constants: readonly string[] = []) => columnsLike({ headers, constants });

describe('a form like one that was dropped', () => {
  it.each(courierForms.map((layout) => [layout.name, layout.columns] as const))(
    'knows the columns of %s again',
    (_, columns) => {
      expect(like(columns.map(({ header }) => header))).toEqual(columns.map(({ header, puts }) => ({ header, puts })));
    },
  );

  it('reads headers of a warehouse that no courier has', () => {
    const found = like([
      'No',
      '*수령인 이름',
      '수령인 연락처',
      '수령인 연락처2',
      '수령인 우편번호',
      '수령인 주소',
      '상품명(옵션)',
      '주문수량',
      '배송요청사항',
      '자체주문번호',
      '발송인명',
      '발송인 전화번호',
      '송장번호',
    ]);
    expect(found.map(({ puts }) => puts)).toEqual([
      'text',
      'recipient',
      'phone',
      'other-phone',
      'postcode',
      'address',
      'product',
      'quantity',
      'memo',
      'reference',
      'sender-name',
      'sender-phone',
      'text',
    ]);
  });

  it('keeps what is the same in every row, and never what is a person’s', () => {
    const found = like(['받는분', '운임구분', '비고'], ['김하루', '신용', '가'.repeat(21)]);
    expect(found).toEqual([
      { header: '받는분', puts: 'recipient' },
      { header: '운임구분', puts: 'text', text: '신용' },
      { header: '비고', puts: 'text' },
    ]);
  });

  it.each([
    '송장번호',
    '예약번호',
    '상세주소',
    '건물번호(동호)',
    '주문하신 분 성함',
    '고객',
    '담당자명',
    'Tel.',
    'No.',
    'Name',
  ])('never keeps what stands under a number, an address or a name as a constant: %s', (header) => {
    expect(like([header], ['101']).some(({ text }) => text !== undefined)).toBe(false);
  });

  it.each([
    ['** 받는 분 **', 'recipient'],
    ['보내는분주소', 'sender-address'],
    ['보내는분우편번호', 'sender-postcode'],
    ['출고지 담당 사람', 'sender-name'],
    ['보내는분 명칭 코드', 'text'],
    ['송하인 코드', 'text'],
    ['발송인 코드', 'text'],
    ['보내는고객 코드', 'text'],
    ['휴대폰2', 'other-phone'],
    ['연락처번호2', 'other-phone'],
    ['도로명 상세주소', 'text'],
    ['총 박스수량', 'boxes'],
    ['주문 옵션', 'option'],
    ['품명', 'product'],
    ['대표품명', 'text'],
    ['반품 받는 곳', 'text'],
    ['이름', 'recipient'],
    ['이름표', 'text'],
    ['상품 이름', 'text'],
  ])('takes the column %s for %s', (header, puts) => {
    expect(like([header])[0]?.puts).toBe(puts);
  });

  it('takes a second column of phones for the other one, and leaves empty what stands once in a row', () => {
    expect(like(['받는분전화', '배송지 전화']).map(({ puts }) => puts)).toEqual(['phone', 'other-phone']);
    const twice = ['받는분', '우편번호', '주문번호', '배송메모'].flatMap((header) => [header, `${header} `]);
    expect(like(twice).map(({ puts }) => puts)).toEqual(
      ['recipient', 'postcode', 'reference', 'memo'].flatMap((puts) => [puts, 'text']),
    );
  });

  it('keeps a constant of a column of its own alone', () => {
    const found = like(['품목명', '품목명', '박스수량', '비고'], ['가', '가', '1', '가'.repeat(20)]);
    expect(found.map(({ text }) => text)).toEqual([undefined, undefined, undefined, '가'.repeat(20)]);
    expect(like(['배송메모', '배송메모'], ['', '문 앞']).map(({ text }) => text)).toEqual([undefined, undefined]);
  });

  it('puts an address and a product once', () => {
    expect(like(['품목명', '품목명', '주소', '주소']).map(({ puts }) => puts)).toEqual([
      'product',
      'text',
      'address',
      'text',
    ]);
  });
});

describe('the file of a form', () => {
  const [{ id: _, ...layout }] = courierForms;

  it('is read as it was written', () => {
    expect(layoutFileSchema.parse(JSON.parse(JSON.stringify({ form: 1, layout })))).toEqual({ form: 1, layout });
  });

  it.each([
    { form: 2, layout },
    { form: 1, layout: { ...layout, id: 'cj' } },
    { form: 1, layout: { ...layout, columns: [] } },
    { form: 1, layout: { ...layout, columns: [{ header: 'A', puts: 'secret' }] } },
    { form: 1, layout: { ...layout, format: 'exe' } },
    { form: 1, layout: { ...layout, sheetName: '../a' } },
    { form: 1, layout: { ...layout, name: ' ' } },
    { form: 1, layout: { ...layout, columns: Array.from({ length: 101 }, () => ({ header: 'A', puts: 'text' })) } },
  ])('is nothing else (%#)', (file) => {
    expect(layoutFileSchema.safeParse(file).success).toBe(false);
  });
});
