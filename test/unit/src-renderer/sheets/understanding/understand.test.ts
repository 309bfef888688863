import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import { linesOf, number12, order, people, productOrder, read, sheetOf } from './made-up-sheets';
import { table } from './table';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

describe('other sheets', () => {
  it('of order managers keep their own keys out of the order number', () => {
    const sheet = table([
      ['사방넷주문번호', '택배사코드', '송장번호'],
      ['123456', '04', number12(0)],
      ['123457', '04', number12(1)],
    ]);
    const understanding = read(sheet);
    expect(understanding).toMatchObject({ layout: 'sabangnet-upload', columns: { courier: 1, trackingNumber: 2 } });
    expect(understanding.columns.orderId).toBeUndefined();
    expect(read(sheetOf('ezadmin_tracking_upload'))).toMatchObject({
      layout: 'ezadmin-upload',
      columns: { courier: 0, trackingNumber: 3 },
    });
  });

  it('of Coupang and Gmarket are refused by name', () => {
    expect(read(sheetOf('coupang_deliverylist')).refusal).toEqual({
      code: 'other-market',
      detail: 'coupang-deliverylist',
    });
    const gmarket = table([
      ['주문번호', '택배사명(발송방법)', '송장번호'],
      ['1234567890', 'CJ택배', number12(0)],
    ]);
    expect(read(gmarket).refusal).toEqual({ code: 'other-market', detail: 'gmarket' });
  });

  it('with order numbers only are lookups; 주문번호 in a sheet that is no courier’s means what SmartStore means', () => {
    const understanding = read(
      table([
        ['주문번호', '택배사', '송장번호'],
        [order(0), 'CJ', number12(0)],
      ]),
    );
    expect(understanding).toMatchObject({
      columns: { orderId: 0, courier: 1, trackingNumber: 2 },
      idKindUnsure: false,
      questions: [],
    });
    expect(understanding.columns.productOrderId).toBeUndefined();
  });

  it('of stock name item, answer, reason and price', () => {
    const sheet = table([
      ['주문품목번호', '재고', '사유', '메모', '단가', '수량', '합계'],
      ['202601220157_000020196_[1]', '불가', '품절', '', '75000', '2', '150000'],
    ]);
    const understanding = read(sheet, {}, { operation: 'stock' });
    expect(understanding.columns).toEqual({
      itemId: 0,
      available: 1,
      reason: 2,
      memo: 3,
      unitPrice: 4,
      quantity: 5,
      totalAmount: 6,
    });
    expect(linesOf(understanding)).toHaveLength(1);
  });

  it('to confirm may be one column of numbers', () => {
    const understanding = read(table([['상품주문번호'], [productOrder(0)]]), {}, { operation: 'confirm' });
    expect(understanding).toMatchObject({ headerRow: 0, columns: { productOrderId: 0 }, lineCount: 1 });
  });

  it('without a header are read by their values, and asked about', () => {
    const understanding = read(
      table([
        [productOrder(0), '한진', number12(0), '김하늘'],
        [productOrder(1), '한진', number12(1), '이바다'],
      ]),
    );
    expect(understanding).toMatchObject({
      headerRow: -1,
      columns: { productOrderId: 0, courier: 1, trackingNumber: 2 },
      lineCount: 2,
    });
    expect(understanding.questions.map(({ field }) => field).toSorted()).toEqual([
      'courier',
      'productOrderId',
      'trackingNumber',
    ]);
  });

  it('without anything to read are refused, not answered with nothing', () => {
    expect(read(table([['상품주문번호', '택배사', '송장번호']])).refusal).toEqual({ code: 'no-lines' });
    expect(read(table([['회의록'], ['다음 회의는 목요일']])).refusal).toEqual({ code: 'no-lines' });
  });
});

describe('columns', () => {
  const rows = [
    ['상품주문번호', '송장번호', '운송장번호', '택배사'],
    [productOrder(0), '', number12(0), 'CJ'],
    [productOrder(1), '', number12(1), 'CJ'],
  ];

  it('are checked by their values: an empty or unlikely one gives way to the next, and is asked about', () => {
    const understanding = read(table(rows));
    expect(understanding.columns.trackingNumber).toBe(2);
    expect(understanding.questions).toMatchObject([
      { field: 'trackingNumber', candidates: [{ column: 2 }, { column: 1 }] },
    ]);
  });

  it('are found by their values when the header says nothing', () => {
    const understanding = read(
      table([
        ['택배사', '송장번호', '비고1'],
        ['CJ', number12(0), productOrder(0)],
        ['CJ', number12(1), productOrder(1)],
      ]),
    );
    expect(understanding.columns.productOrderId).toBe(2);
    expect(understanding.questions[0]).toMatchObject({
      field: 'productOrderId',
      candidates: [{ column: 2, header: '비고1', samples: [productOrder(0), productOrder(1)] }],
    });
  });

  it('follow the seller’s earlier choice for the same headers, and the present choice before that', () => {
    const first = read(table(rows));
    const remembered = { [first.signature]: { productOrderId: 0, trackingNumber: 1, courier: 99 } };
    const second = read(table(rows), {}, { remembered });
    expect(second).toMatchObject({
      columns: { productOrderId: 0, trackingNumber: 1 },
      questions: [],
      fromMemory: true,
    });
    expect(second.columns.courier).toBeUndefined();
    const third = read(table(rows), { columns: { productOrderId: 0, trackingNumber: 2 } }, { remembered });
    expect(third).toMatchObject({ columns: { trackingNumber: 2 }, fromMemory: false });
  });

  it('are recognised by odd spellings of their headers', () => {
    const sheet = table([
      ['*상품 주문번호(필수)', '운송장\n번호', '택 배 사'],
      [productOrder(0), number12(0), 'CJ'],
    ]);
    expect(read(sheet).columns).toMatchObject({ productOrderId: 0, trackingNumber: 1, courier: 2 });
  });
});

const row = (index: number, mall = '스마트스토어'): string[] => [
  productOrder(index),
  'CJ',
  number12(index),
  mall,
  people[index % 5] ?? '',
];

describe('rows', () => {
  const header = ['상품주문번호', '택배사', '송장번호', '쇼핑몰', '수취인명'];

  it('that are titles, totals, empty, repeated headers or other malls’ are counted and left out', () => {
    const sheet = table([
      ['9월 출고'],
      header,
      row(0),
      header,
      row(1, '쿠팡').with(0, '12345678901'),
      ['', '', '', '', '이하 여백'].slice(0, 4).concat(''),
      ['소계: 2건'],
      ['비고: 없음'],
      row(2),
    ]);
    const understanding = read(sheet);
    expect(linesOf(understanding).map((line) => line.cells.productOrderId)).toEqual([productOrder(0), productOrder(2)]);
    expect(understanding.skipped).toEqual({ empty: 0, titles: 3, totals: 1, otherMalls: 1 });
    expect(understanding.otherMallRows().rows).toMatchObject([{ row: 5 }]);
  });

  it('that sum up a column of numbers are totals, too', () => {
    const understanding = read(table([header, row(0), ['합계', '', '2'], ['총 2건', '', '12'], row(1)]));
    expect(understanding.skipped).toMatchObject({ totals: 2 });
    expect(understanding.lineCount).toBe(2);
  });

  it('are read through characters no one sees, in headers, numbers and couriers', () => {
    const unseen = '\u200b';
    const seen = row(0);
    const hidden = seen.map((cell) => `${unseen}${cell.slice(0, 3)}${unseen}${cell.slice(3)}`);
    const headers = header.map((each) => `${each}${unseen}`);
    const understanding = read(table([headers, hidden]));
    const context = { rules: marketRules.naver, operation: 'dispatch', now: 0, wholeCourier: undefined } as const;
    const [checked] = checkAll(linesOf(understanding), context);
    expect(checked?.job).toMatchObject({ target: seen[0], values: { dispatch: { trackingNumber: seen[2] } } });
  });

  it('keep the row number Excel shows, and what the reader noticed of a cell', () => {
    const sheet = table([header, ['', '', '', '', ''], row(0)], { kinds: { '1,0': 'number', '1,2': 'error' } });
    expect(linesOf(read(sheet))).toMatchObject([
      { row: 3, marks: { productOrderId: 'number', trackingNumber: 'error-cell' } },
    ]);
  });

  it('that are hidden stay behind until the seller wants them', () => {
    const sheet = table([header, row(0), row(1)], { hiddenRows: [2] });
    const understanding = read(sheet);
    expect(understanding.hiddenLines).toBe(1);
    expect(linesOf(understanding).map(({ hidden, chosen }) => [hidden, chosen])).toEqual([
      [undefined, undefined],
      [true, false],
    ]);
    expect(linesOf(read(sheet, { sendHidden: true }))[1]).toMatchObject({ hidden: true });
    expect(linesOf(read(sheet, { sendHidden: true }))[1]).not.toHaveProperty('chosen');
  });

  it('share the number of a cell merged over them', () => {
    const sheet = table([header, row(0), [productOrder(1), '', '', '', '이바다'], row(2)], {
      merges: [
        { top: 1, bottom: 2, left: 2, right: 2 },
        { top: 1, bottom: 2, left: 1, right: 1 },
      ],
    });
    expect(linesOf(read(sheet)).map((line) => line.cells.trackingNumber)).toEqual([
      number12(0),
      number12(0),
      number12(2),
    ]);
  });

  it('come in chunks of a thousand', () => {
    const sheet = table([header, ...Array.from({ length: 2500 }, (_, index) => row(index))]);
    expect([...read(sheet).lines()].map((chunk) => chunk.length)).toEqual([1000, 1000, 500]);
  });
});

describe('workbooks', () => {
  const good = table(
    [
      ['상품주문번호', '택배사', '송장번호'],
      [productOrder(0), 'CJ', number12(0)],
    ],
    { name: '결과' },
  );
  const help = table([['유의사항'], ['상품주문번호는 숫자로 적어 주세요.']], { name: '유의사항' });

  it('give their best sheet, wherever it stands, and another when the seller chooses', () => {
    expect(read([help, good])).toMatchObject({ sheetIndex: 1, sheetName: '결과' });
    expect(read([help, good], { sheet: '유의사항' })).toMatchObject({ sheetIndex: 0, refusal: { code: 'no-lines' } });
  });

  it('give a hidden sheet only when no visible one has anything', () => {
    const hidden = { ...good, hidden: true, name: '숨김' };
    expect(read([hidden, good]).sheetName).toBe('결과');
    expect(read([help, hidden]).sheetName).toBe('숨김');
  });
});
