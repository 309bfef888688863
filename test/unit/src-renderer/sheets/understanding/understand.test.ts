import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import type { Line } from '../../../../../src-preload/contract/line';
import {
  understand,
  type Choices,
  type Understanding,
  type UnderstandContext,
} from '../../../../../src-renderer/sheets/understanding/understand';
import type { Sheet } from '../../../../../src-renderer/sheets/reading/workbook';
import { knownHeaders } from './known-headers';
import { table, workbook } from './table';

const context: UnderstandContext = { operation: 'dispatch', remembered: {} };
const read = (
  sheets: Sheet | Sheet[],
  choices: Choices = {},
  changed: Partial<UnderstandContext> = {},
): Understanding => understand(workbook(...[sheets].flat()), choices, { ...context, ...changed });
const linesOf = (understanding: Understanding): Line[] => [...understanding.lines()].flat();

const productOrder = (index: number): string => `20250101${10_000_001 + index * 11}`;
const order = (index: number): string => `20250102${20_000_001 + index * 11}`;
/** Passes CJ's rule; 56 is a multiple of 7, so the whole-number rule of Lotte and Hanjin holds as well. */
const number12 = (index: number): string =>
  `56${String(1_000_003 + index * 17).padStart(9, '0')}${(1_000_003 + index * 17) % 7}`;
const number11 = (index: number): string =>
  `4${String(1_000_003 + index * 17).padStart(9, '0')}${(4_000_000_000 + 1_000_003 + index * 17) % 7}`;
const people = ['김하늘', '이바다', '박구름', '최노을', '정새벽'];

/** A made-up value for a header of a known layout. */
function valueFor(header: string, index: number): string {
  const folded = header.replaceAll(/\s/gu, '');
  if (folded === '상품주문번호') return productOrder(index);
  if (folded === '주문번호' || folded === '고객주문번호' || folded === '사방넷주문번호') return order(index);
  if (folded === '운송장번호') return number12(index).replace(/(.{4})(?=.)/gu, '$1-');
  if (folded === '송장번호' || folded === '이전운송장번호' || folded === '원운송장번호') return number12(index);
  if (folded === '등기번호') return `68${String(51_093_943_55 + index).padStart(11, '0')}`;
  if (folded === '예약번호') return `20250101${String(index).padStart(5, '0')}`;
  if (folded.startsWith('택배사')) return folded === '택배사코드' ? 'CJGLS' : 'CJ 대한통운';
  if (folded.startsWith('배송방법')) return '택배,등기,소포';
  if (folded === '구매자명' || folded === '보내는분' || folded === '송하인명') return '발송상점';
  if (/받는분$|받는분성명|수취인명|수하인명|받는사람/u.test(folded)) return people[index % people.length] ?? '';
  if (folded.includes('전화') || folded.includes('연락처')) return `0100000${String(1000 + index)}`;
  if (folded.includes('주소') || folded.includes('배송지')) return `서울 중구 세종대로 ${index + 1}`;
  if (folded === '상품명' || folded === '품목명' || folded === '물품명') return '머그컵';
  return '';
}

function sheetOf(layout: keyof typeof knownHeaders, rowsAbove: string[][] = [], name = 'Sheet1'): Sheet {
  const headers = knownHeaders[layout];
  const rows = people.map((_, index) => headers.map((header) => valueFor(header, index)));
  return table([...rowsAbove, [...headers], ...rows], { name });
}
const columnOf = (layout: keyof typeof knownHeaders, header: string): number =>
  knownHeaders[layout].findIndex((each) => each === header);

describe('the sheets of SmartStore', () => {
  const notice = [
    [
      '상품주문번호, 배송방법, 택배사, 송장번호 항목을 입력하여 엑셀 일괄발송에 쓰세요.',
      '',
      '',
      '택배사와 송장번호 입력 방법',
    ],
  ];

  it.each([
    'smartstore_order_export_2023_64cols',
    'smartstore_order_export_2026_72cols',
    'smartstore_order_export_custom_27cols',
  ] as const)(
    '%s: the header stands under the notice, and the order’s own courier is not the one that goes out',
    (layout) => {
      const understanding = read(sheetOf(layout, notice, '발주발송관리'));
      expect(understanding).toMatchObject({
        headerRow: 1,
        lineCount: 5,
        questions: [],
        idKindUnsure: false,
        skipped: { titles: 1 },
      });
      expect(understanding.layout).toMatch(/^smartstore-export/u);
      expect(understanding.columns).toMatchObject({
        productOrderId: columnOf(layout, '상품주문번호'),
        orderId: columnOf(layout, '주문번호'),
        courier: columnOf(layout, '택배사'),
        trackingNumber: columnOf(layout, '송장번호'),
        deliveryMethod: columnOf(layout, '배송방법'),
        recipient: columnOf(layout, '수취인명'),
        address: columnOf(layout, '통합배송지'),
        phone: columnOf(layout, '수취인연락처1'),
      });
      const checked = checkAll(linesOf(understanding), { market: 'naver', operation: 'dispatch', now: 0 });
      expect(checked.map((line) => line.level)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
      expect(checked[0]?.line).toMatchObject({
        row: 3,
        cells: { productOrderId: productOrder(0), recipient: '김하늘' },
      });
    },
  );

  it('the bulk template has its four columns', () => {
    const understanding = read(sheetOf('smartstore_bulk_dispatch_template', [], '발송처리'));
    expect(understanding).toMatchObject({
      layout: 'smartstore-bulk-dispatch',
      columns: { productOrderId: 0, deliveryMethod: 1, courier: 2, trackingNumber: 3 },
    });
  });
});

describe('the sheets of couriers', () => {
  it.each([
    ['cj_export_xls', 'cj-result', 'CJGLS', '고객주문번호', '받는분'],
    ['cj_upload_form', 'cj-upload-form', 'CJGLS', '고객주문번호', '받는분성명'],
    ['lotte_export', 'lotte-result', 'HYUNDAI', '주문번호', '수하인명'],
  ] as const)(
    '%s: its courier goes for every line, and its reference is asked about',
    (known, layout, courier, reference, recipient) => {
      const understanding = read(sheetOf(known));
      expect(understanding).toMatchObject({ layout, wholeCourier: courier, idKindUnsure: true, lineCount: 5 });
      expect(understanding.columns).toMatchObject({
        productOrderId: columnOf(known, reference),
        trackingNumber: columnOf(known, '운송장번호'),
        recipient: columnOf(known, recipient),
      });
      expect(understanding.columns.dispatchDate).toBeUndefined();
      expect(understanding.columns.courier).toBeUndefined();
      expect(understanding.questions.map(({ field }) => field)).toEqual(['productOrderId']);
      expect(understanding.questions[0]?.candidates[0]?.samples).toEqual([order(0), order(1), order(2)]);
      const checked = checkAll(linesOf(understanding), {
        market: 'naver',
        operation: 'dispatch',
        now: 0,
        wholeCourier: courier,
      });
      expect(checked.every((line) => line.job?.kind === 'dispatch')).toBe(true);
    },
  );

  it('the list of reservations has a reservation number that is no tracking number, and no orders', () => {
    const understanding = read(sheetOf('cj_reservation_list'));
    expect(understanding).toMatchObject({ layout: 'cj-reservations', wholeCourier: 'CJGLS' });
    expect(understanding.columns.trackingNumber).toBe(columnOf('cj_reservation_list', '운송장번호'));
    expect(understanding.columns.productOrderId).toBeUndefined();
  });

  it('Logen’s header stands under titles, repeats the sender’s words first, and ends in a total', () => {
    const headers = knownHeaders.logen_export;
    const rows = people.map((person, index) => [
      number11(index),
      productOrder(index),
      '발송상점',
      '02',
      '02',
      '서울 발송로 1',
      person,
      '010',
      '010',
      '부산 받는로 1',
      '머그컵',
      '1',
      '',
      '',
    ]);
    const sheet = table([
      ['로젠택배 출력 내역'],
      ['', '', '보내는 분', '', '', '', '받는 분'],
      [...headers],
      ...rows,
      ['합계', '', '', '', '', '', '', '', '', '', '', '5'],
    ]);
    const understanding = read(sheet);
    expect(understanding).toMatchObject({
      layout: 'logen-result',
      headerRow: 2,
      wholeCourier: 'KGB',
      lineCount: 5,
      skipped: { titles: 2, totals: 1 },
    });
    expect(understanding.columns).toMatchObject({ recipient: 6, phone: 8, address: 9, productOrderId: 1 });
  });

  it('the post’s sheet leaves parcel or registered mail to each number', () => {
    const sheet = table([
      ['주문번호', '등기번호', '수취인명'],
      [productOrder(0), '6865109394355', '김하늘'],
      [productOrder(1), '1234567890123', '이바다'],
    ]);
    const understanding = read(sheet);
    expect(understanding.layout).toBe('epost-result');
    const checked = checkAll(linesOf(understanding), { market: 'naver', operation: 'dispatch', now: 0 });
    expect(checked.map((line) => line.job?.values)).toMatchObject([
      { dispatch: { deliveryCompanyCode: 'EPOST' } },
      { dispatch: { deliveryCompanyCode: 'REGISTPOST' } },
    ]);
    expect(read(sheetOf('epost_kpacket_result_csv'))).toMatchObject({
      layout: 'epost-kpacket-result',
      columns: { trackingNumber: 1, recipient: 2 },
    });
  });

  it.each([
    ['lotte_upload_form', 'lotte-upload-form'],
    ['logen_upload_form_8', 'logen-upload-form'],
    ['hanjin_oneclick_upload_form', 'hanjin-upload-form'],
    ['epost_contract_upload_form', 'epost-upload-form'],
    ['cu_upload_form', 'cu-upload-form'],
    ['gs_upload_form', 'gs-upload-form'],
  ] as const)('%s is a form for the way there: said so, never answered with lines', (known, layout) => {
    expect(read(sheetOf(known)).refusal).toEqual({ code: 'courier-form', detail: layout });
  });
});

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

  it('follow the seller’s choice of before for the same headers, and the choice of now before that', () => {
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

describe('rows', () => {
  const header = ['상품주문번호', '택배사', '송장번호', '쇼핑몰', '수취인명'];
  const row = (index: number, mall = '스마트스토어'): string[] => [
    productOrder(index),
    'CJ',
    number12(index),
    mall,
    people[index % 5] ?? '',
  ];

  it('that are titles, totals, empty, repeated headers or other malls’ are counted and left out', () => {
    const sheet = table([
      ['9월 출고'],
      header,
      row(0),
      header,
      row(1, '쿠팡'),
      ['', '', '', '', '이하 여백'].slice(0, 4).concat(''),
      ['소계: 2건'],
      ['비고: 없음'],
      row(2),
    ]);
    const understanding = read(sheet);
    expect(linesOf(understanding).map((line) => line.cells.productOrderId)).toEqual([productOrder(0), productOrder(2)]);
    expect(understanding.skipped).toEqual({ empty: 0, titles: 3, totals: 1, otherMalls: 1 });
    expect([...understanding.otherMallLines()].flat()).toHaveLength(1);
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
