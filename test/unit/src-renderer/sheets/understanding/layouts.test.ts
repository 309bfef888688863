import { describe, expect, it } from 'vitest';
import { checkAll } from '../../../../../src-preload/contract/check/review';
import { knownHeaders } from './known-headers';
import { columnOf, linesOf, number11, order, people, productOrder, read, sheetOf } from './made-up-sheets';
import { table } from './table';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';

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
      const checked = checkAll(linesOf(understanding), { rules: marketRules.naver, operation: 'dispatch', now: 0 });
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
      const context = { rules: marketRules.naver, operation: 'dispatch', now: 0, wholeCourier: courier } as const;
      // Nothing goes out before the seller has said what the numbers are.
      expect(checkAll(linesOf(understanding), context).every((line) => line.job === undefined)).toBe(true);
      const answered = read(sheetOf(known), { columns: understanding.columns });
      expect(checkAll(linesOf(answered), context).every((line) => line.job?.kind === 'dispatch')).toBe(true);
    },
  );

  it('the list of reservations has a reservation number that is no tracking number, and no orders', () => {
    const understanding = read(sheetOf('cj_reservation_list'));
    expect(understanding).toMatchObject({ layout: 'cj-reservations', wholeCourier: 'CJGLS' });
    expect(understanding.columns.trackingNumber).toBe(columnOf('cj_reservation_list', '운송장번호'));
    expect(understanding.columns.productOrderId).toBeUndefined();
  });

  it('Logen’s header stands under titles, repeats the sender’s words first, and ends in a total', () => {
    const headers = knownHeaders('logen_export');
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
    const answered = read(sheet, { columns: understanding.columns });
    const checked = checkAll(linesOf(answered), { rules: marketRules.naver, operation: 'dispatch', now: 0 });
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
