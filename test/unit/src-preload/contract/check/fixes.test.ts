import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { fixesOf, type Fix } from '../../../../../src-preload/contract/check/fixes';
import { makeRemark } from '../../../../../src-preload/contract/check/remark-codes';
import { checkAll, checkLine, checkSheet, createReview } from '../../../../../src-preload/contract/check/review';
import type { BookLine, CheckedLine, Line, Remark } from '../../../../../src-preload/contract/line';
import { marketRules } from '../../../../../src-preload/contract/markets/rules';
import { cj, cjNumber, context, line } from './made-up-lines';

/** A click in short: what it does, and where or to what. */
function short(fix: Fix): string {
  switch (fix.do) {
    case 'set':
      return `${fix.represents === true ? 'represent by' : 'set'} ${fix.field} ${fix.value}`;
    case 'edit':
    case 'choose-column':
      return `${fix.do} ${fix.field}`;
    case 'keep':
      return fix.includes === true ? 'include' : 'keep';
    case 'pick-courier':
    case 'exclude':
    case 'represent':
    case 'courier-for-file':
      return fix.do;
  }
}

const clicks = (checked: CheckedLine | undefined, code: string, rules = context.rules): string[] => {
  const remark = checked?.remarks.find((each) => each.code === code);
  return checked && remark ? fixesOf(remark, checked, rules).map(short) : expect.fail(`no ${code}`);
};

const byOrder: CheckContext = { ...context, byOrder: true };
const byProductOrder: CheckContext = { ...context, byOrder: false };
const order = { productOrderId: '', orderId: '2026112110000017' };
const id = '2026112120000017';

describe('the clicks that mend a line of a dispatch', () => {
  it.each<[string, string[], Line['cells'], CheckContext?, Partial<Line>?]>([
    ['product-order-missing', ['edit productOrderId', 'exclude'], { productOrderId: '' }, byProductOrder],
    ['product-order-form', ['edit productOrderId', 'exclude'], { productOrderId: '머그컵' }],
    [
      'product-order-form',
      [`set productOrderId ${id}`, 'edit productOrderId', 'exclude'],
      { productOrderId: `주문 ${id} 확인` },
    ],
    ['product-order-odd', ['edit productOrderId', 'exclude', 'keep'], { productOrderId: '12345' }],
    ['order-missing', ['edit orderId', 'exclude'], { productOrderId: '', orderId: '' }, byOrder],
    ['order-form', [`set orderId ${id}`, 'edit orderId', 'exclude'], { ...order, orderId: `주문 ${id}` }],
    ['order-odd', ['edit orderId', 'exclude', 'keep'], { ...order, orderId: '12345' }],
    ['number-suffix', [`set orderId ${id}`, 'edit orderId', 'exclude'], { ...order, orderId: `${id}-1` }],
    [
      'number-suffix',
      ['set trackingNumber 685000000106', 'edit trackingNumber', 'exclude'],
      { trackingNumber: '685000000106-1' },
    ],
    ['several-orders', ['edit orderId', 'exclude'], { ...order, orderId: `${id}, 2026112120000024` }],
    ['digits-exponent', ['exclude', 'edit orderId'], { ...order, orderId: '2.02611E+15' }],
    ['digits-exponent', ['exclude', 'edit trackingNumber'], { trackingNumber: '6.85E+11' }],
    [
      'digits-broken',
      ['exclude', 'edit orderId'],
      { ...order, orderId: '2026112110000010' },
      context,
      { marks: { orderId: 'number' } },
    ],
    ['cell-without-value', ['edit courier', 'exclude'], {}, context, { marks: { courier: 'formula-without-value' } }],
    [
      'cell-error',
      ['edit trackingNumber', 'exclude'],
      { trackingNumber: '#N/A' },
      context,
      { marks: { trackingNumber: 'error-cell' } },
    ],
    ['courier-missing', ['courier-for-file', 'pick-courier'], { courier: '' }],
    ['courier-unknown', ['pick-courier'], { courier: '까치택배' }],
    ['courier-ask', ['set courier GSPostbox택배', 'set courier CU편의점택배', 'pick-courier'], { courier: '편의점' }],
    ['courier-ask', ['set deliveryMethod 직접전달', 'pick-courier'], { courier: '화물' }],
    ['courier-two', ['set courier 롯데택배', 'set courier 경동택배', 'exclude'], { courier: '롯데/경동' }],
    ['courier-status', ['exclude', 'pick-courier'], { courier: '품절' }],
    ['method-unknown', ['edit deliveryMethod'], { deliveryMethod: '드론' }],
    ['tracking-missing', ['edit trackingNumber', 'exclude'], { trackingNumber: '' }],
    ['tracking-status', ['exclude'], { trackingNumber: '재고소진' }],
    ['tracking-status', ['exclude', 'set deliveryMethod 방문수령'], { trackingNumber: '방문수령' }],
    [
      'tracking-words',
      ['set trackingNumber 685000000106', 'edit trackingNumber', 'exclude'],
      { trackingNumber: '송장 685000000106' },
    ],
    [
      'tracking-several',
      [`represent by trackingNumber ${cj[0]}`, `represent by trackingNumber ${cj[1]}`, 'exclude'],
      { trackingNumber: `${cj[0]}, ${cj[1]}` },
    ],
    [
      'tracking-is-order',
      ['choose-column trackingNumber', 'edit trackingNumber', 'exclude'],
      { productOrderId: id, trackingNumber: id },
    ],
    ['tracking-short', ['edit trackingNumber', 'exclude'], { courier: '기타택배', trackingNumber: '12345' }],
    [
      'tracking-doubtful',
      ['edit trackingNumber', 'exclude', 'keep'],
      { courier: '기타택배', trackingNumber: '01012345678' },
    ],
    [
      'tracking-length-rare',
      ['edit trackingNumber', 'pick-courier', 'keep'],
      { trackingNumber: cjNumber(123).slice(2) },
    ],
    ['tracking-length', ['edit trackingNumber', 'pick-courier', 'keep'], { trackingNumber: '57741782403' }],
    ['tracking-length-odd', ['edit trackingNumber'], { courier: '대신택배', trackingNumber: '123456789' }],
    ['tracking-digit', ['edit trackingNumber'], { trackingNumber: '577417824038' }],
    ['hidden-row', ['exclude'], {}, context, { hidden: true }],
    ['hidden-row', ['include'], {}, context, { hidden: true, chosen: false }],
    ['example-row', ['include'], {}, context, { example: true }],
    ['example-row', ['exclude'], {}, context, { example: true, chosen: true }],
    ['order-lookup', [], order],
  ])('for %s are %j', (code, wanted, cells, settled = context, more = {}) => {
    expect(clicks(checkLine(line(2, cells, more), settled), code)).toEqual(wanted);
  });

  it('for what lines say of each other take the slip out, or keep it', () => {
    const twice = { productOrderId: id };
    const [differs] = checkAll([line(2, twice), line(3, { ...twice, trackingNumber: cj[1] })], context);
    expect(clicks(differs, 'product-order-differs')).toEqual(['represent', 'exclude']);
    const [stranger] = checkAll([line(2, { recipient: '김하늘' }), line(3, { recipient: '이바다' })], context);
    expect(clicks(stranger, 'different-recipients')).toEqual(['keep', 'edit trackingNumber', 'exclude']);
    const cut = Array.from({ length: 6 }, () => line(2, { productOrderId: '2026112120000010' }));
    const collided = checkAll(
      cut.map((each, row) => ({ ...each, row, marks: { productOrderId: 'number' } as const })),
      context,
    );
    expect(clicks(collided[0], 'digits-collide')).toEqual(['exclude', 'edit productOrderId']);
  });

  it('for a shifted column let the seller choose it again, on a line and for the file', () => {
    const shifted = [1, 2, 3].map((row) => line(row, { productOrderId: `${id.slice(0, 15)}${row}` }));
    const lines = shifted.map((each) => ({
      ...each,
      cells: { ...each.cells, trackingNumber: each.cells.productOrderId ?? '' },
    }));
    const [first] = checkAll(lines, context);
    expect(clicks(first, 'shifted-column')).toEqual(['choose-column trackingNumber']);
    const [ofFile] = checkSheet(lines, context);
    expect(ofFile && first && fixesOf(ofFile, first, context.rules).map(short)).toEqual([
      'choose-column trackingNumber',
    ]);
  });

  it('for what the log and the order book know leave the order out first where it is cancelled', () => {
    const review = createReview([line(2)], context);
    review.learnUses([{ row: 2, at: context.now, target: id, is: 'done', others: 0 }]);
    expect(clicks(review.line(2), 'used-before')).toEqual(['edit trackingNumber', 'exclude', 'keep']);
    const ofBook = (is: BookLine['is'], code: string): string[] => {
      review.learnBook([{ row: 2, is }]);
      return clicks(review.line(2), code);
    };
    expect(ofBook('cancelled', 'book-cancelled')).toEqual(['exclude']);
    expect(ofBook('cancel-requested', 'book-cancel-requested')).toEqual(['exclude']);
    expect(ofBook('other-recipient', 'recipient-differs')).toEqual(['exclude', 'keep']);
  });

  it('offer no courier that the market does not name, and nothing for a remark of another version', () => {
    const checked = checkLine(line(2), context);
    const remark: Remark = makeRemark('courier-two', 'courier', { candidates: 'NO_SUCH,HANJIN' });
    expect(fixesOf(remark, checked, context.rules).map(short)).toEqual(['set courier 한진택배', 'exclude']);
    expect(fixesOf({ level: 'note', code: 'of-tomorrow' }, checked, context.rules)).toEqual([]);
    expect(fixesOf({ level: 'note', code: 'toString' }, checked, context.rules)).toEqual([]);
  });

  it('name the courier, the number and the method on their buttons', () => {
    const labels = (cells: Line['cells']): string[] => {
      const checked = checkLine(line(2, cells), context);
      return checked.remarks
        .flatMap((remark) => fixesOf(remark, checked, context.rules))
        .flatMap((fix) => (fix.do === 'set' ? [fix.label] : []));
    };
    expect(labels({ courier: '롯데/경동' })).toEqual(['롯데택배', '경동택배']);
    expect(labels({ courier: '화물' })).toEqual(['직접전달']);
    expect(labels({ trackingNumber: '방문수령' })).toEqual(['방문수령']);
    expect(labels({ trackingNumber: '685000000106-1' })).toEqual(['685000000106']);
  });
});

describe('the clicks that mend a line about stock', () => {
  const rules = marketRules.brightmall;
  const settled: CheckContext = { ...context, rules, operation: 'stock' };
  const item: Line['cells'] = { itemId: '202601220157_000020196_[1]', available: '가능' };
  const reasons = ['재고 부족 (품절)', '다른 주문에 예약됨', '상품 파손', '단종', '기타 사유'].map(
    (name) => `set reason ${name}`,
  );

  it.each<[string, string[], Line['cells']]>([
    ['item-missing', ['edit itemId', 'exclude'], { itemId: '' }],
    ['available-missing', ['edit available'], { available: '' }],
    ['available-unknown', ['edit available'], { available: '글쎄' }],
    ['reason-missing', reasons, { available: '불가' }],
    ['reason-unknown', reasons, { available: '불가', reason: '글쎄' }],
    ['memo-long', [`set memo ${'가'.repeat(500)}`], { memo: ` ${'가'.repeat(501)}` }],
    ['price-partial', ['edit quantity'], { unitPrice: '75000' }],
    ['price-unreadable', ['edit quantity'], { unitPrice: '75000', quantity: '둘' }],
    ['price-uneven', ['set totalAmount 150000', 'keep'], { unitPrice: '75000', quantity: '2', totalAmount: '160000' }],
  ])('for %s are %j', (code, wanted, cells) => {
    expect(clicks(checkLine({ row: 2, cells: { ...item, ...cells } }, settled), code, rules)).toEqual(wanted);
  });

  it('name the limit of the memo and the right sum on their buttons', () => {
    const cells = {
      ...item,
      memo: '가'.repeat(501),
      unitPrice: '75000',
      quantity: '2',
      totalAmount: '160000',
    };
    const checked = checkLine({ row: 2, cells }, settled);
    expect(checked.remarks.flatMap((remark) => fixesOf(remark, checked, rules))).toMatchObject([
      { label: '500' },
      { label: '150000' },
      { do: 'keep' },
    ]);
  });

  it('take one of two answers about one item', () => {
    const lines = ['가능', '품절'].map((available, index) => ({ row: index + 2, cells: { ...item, available } }));
    expect(clicks(checkAll(lines, settled)[0], 'item-differs', rules)).toEqual(['represent', 'exclude']);
  });
});
