import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckContext } from '../../../../../src-preload/contract/check/assessment';
import { staysBecause } from '../../../../../src-preload/contract/check/goes-out';
import { mendsOf } from '../../../../../src-preload/contract/check/mends';
import { checkAll, checkLine, checkSheet, createReview } from '../../../../../src-preload/contract/check/review';
import type { CheckedLine, Line, LineField } from '../../../../../src-preload/contract/line';

const context: CheckContext = { market: 'naver', operation: 'dispatch', now: Date.UTC(2025, 1, 1, 5) };
const cj = ['577417824035', '575029149521', '347575800551', '699568375375'] as const;

function line(row: number, cells: Partial<Record<LineField, string>> = {}, more: Partial<Line> = {}): Line {
  const usual = {
    productOrderId: `20250101${10_000_000 + row * 11 + 1}`,
    courier: 'CJ대한통운',
    trackingNumber: cj[0],
  };
  return { row, cells: { ...usual, ...cells }, ...more };
}

/** A number that passes CJ's rule. */
const cjNumber = (seed: number): string => `60${String(seed).padStart(9, '0')}${seed % 7}`;

const codes = (checked: CheckedLine | undefined): string[] => checked?.remarks.map((remark) => remark.code) ?? [];
const only = (
  cells: Partial<Record<LineField, string>>,
  more: Partial<Line> = {},
  changed: Partial<CheckContext> = {},
): CheckedLine => checkLine(line(2, cells, more), { ...context, ...changed });

describe('a line by itself', () => {
  it('without fault is a job with the market’s codes', () => {
    const checked = only({ orderId: '2025010199999999' });
    expect(checked).toMatchObject({ level: 'ok', remarks: [] });
    expect(checked.job).toEqual({
      kind: 'dispatch',
      target: '2025010110000023',
      orderId: '2025010199999999',
      values: {
        kind: 'dispatch',
        dispatch: { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: cj[0] },
      },
    });
  });

  it.each<[string, Partial<Record<LineField, string>>, string]>([
    ['without a product order number', { productOrderId: ' ' }, 'product-order-missing'],
    ['with words for a product order', { productOrderId: '머그컵' }, 'product-order-form'],
    ['with a product order Excel made an exponent', { productOrderId: '2.02501E+15' }, 'digits-exponent'],
    ['without a courier', { courier: '' }, 'courier-missing'],
    ['with an unknown courier', { courier: '까치택배' }, 'courier-unknown'],
    ['with a courier to be asked about', { courier: '편의점' }, 'courier-ask'],
    ['with two couriers', { courier: '롯데/경동' }, 'courier-two'],
    ['with a state in the courier cell', { courier: '품절' }, 'courier-status'],
    ['with an unknown method', { deliveryMethod: '드론' }, 'method-unknown'],
    ['without a number', { trackingNumber: '' }, 'tracking-missing'],
    ['with a state for a number', { trackingNumber: '재고소진' }, 'tracking-status'],
    ['with a memo for a number', { trackingNumber: '오전10시상차' }, 'tracking-words'],
    ['with several numbers', { trackingNumber: '577417824035, 575029149521' }, 'tracking-several'],
    ['with its own order for a number', { trackingNumber: '2025010110000023' }, 'tracking-is-order'],
    ['with a number of the wrong length', { trackingNumber: '57741782403' }, 'tracking-length'],
  ])('%s stays in the draft', (_, cells, code) => {
    const checked = only(cells);
    expect(checked.level).toBe('error');
    expect(codes(checked)).toContain(code);
    expect(checked.job).toBeUndefined();
    expect(staysBecause(checked)).toBe('error');
  });

  it('keeps all its remarks', () => {
    expect(codes(only({ productOrderId: '', courier: '까치택배', trackingNumber: '' }))).toEqual([
      'product-order-missing',
      'courier-unknown',
      'tracking-missing',
    ]);
  });

  it('with digits Excel may have broken waits for a tick, a text cell with the same digits does not', () => {
    const broken = only({ productOrderId: '2025010112345670' }, { marks: { productOrderId: 'number' } });
    expect(codes(broken)).toEqual(['digits-broken']);
    expect(staysBecause(broken)).toBe('needs-tick');
    expect(staysBecause(broken, ['digits-broken'])).toBeUndefined();
    expect(codes(only({ productOrderId: '2025010112345670' }))).toEqual([]);
    expect(codes(only({ productOrderId: '2025010112345671' }, { marks: { productOrderId: 'number' } }))).toEqual([]);
  });

  it('with a number that fails here and passes there waits for a tick and names the others', () => {
    const checked = only({ trackingNumber: '530727039920' });
    expect(staysBecause(checked)).toBe('needs-tick');
    const [remark] = checked.remarks;
    expect(remark).toMatchObject({ code: 'other-courier', needsTick: true, detail: { candidates: 'HANJIN,HYUNDAI' } });
    expect(remark && mendsOf(remark, checked)).toEqual([
      { do: 'set', field: 'courier', value: '한진택배', label: '한진택배' },
      { do: 'set', field: 'courier', value: '롯데택배', label: '롯데택배' },
      { do: 'keep' },
    ]);
    expect(staysBecause(checkLine({ ...checked.line, chosen: true }, context))).toBeUndefined();
  });

  it('with a wrong check digit that fits nowhere is only warned about', () => {
    const checked = only({ trackingNumber: '577417824038' });
    expect(checked).toMatchObject({ level: 'warning', remarks: [{ code: 'tracking-digit' }] });
    expect(staysBecause(checked)).toBeUndefined();
  });

  it('of odd length goes out once the seller keeps it', () => {
    const kept = only({ trackingNumber: '57741782403' }, { chosen: true });
    expect(codes(kept)).toEqual(['tracking-length-kept']);
    expect(staysBecause(kept)).toBeUndefined();
  });

  it('takes the courier of the whole file where it names none', () => {
    for (const courier of ['', '택배']) {
      const checked = only({ courier }, {}, { wholeCourier: 'CJGLS' });
      expect(checked.job?.values).toMatchObject({ dispatch: { deliveryCompanyCode: 'CJGLS' } });
    }
    expect(only({ courier: '한진' }, {}, { wholeCourier: 'CJGLS' }).job?.values).toMatchObject({
      dispatch: { deliveryCompanyCode: 'HANJIN' },
    });
  });

  it('that is no parcel needs neither courier nor number', () => {
    const quick = only({ courier: '퀵', trackingNumber: '' });
    expect(quick.job?.values).toEqual({ kind: 'dispatch', dispatch: { deliveryMethod: 'QUICK_SVC' } });
    const visit = only({ deliveryMethod: '방문수령', courier: '까치', trackingNumber: '직접수령' });
    expect(visit).toMatchObject({ level: 'ok', job: { values: { dispatch: { deliveryMethod: 'VISIT_RECEIPT' } } } });
    expect(codes(only({ deliveryMethod: '직접전달' }))).toEqual(['shipment-unused']);
  });

  it('dates a past day after its orders, and today as the moment of sending', () => {
    const at = (dispatchDate: string): unknown => only({ dispatchDate }).job?.values;
    expect(at('2025-01-31')).toMatchObject({ dispatch: { dispatchDate: Date.UTC(2025, 0, 31, 14, 59, 59) } });
    expect(at('2025-02-01')).not.toHaveProperty('dispatch.dispatchDate');
    expect(at('2025-02-01 09:30')).toMatchObject({ dispatch: { dispatchDate: Date.UTC(2025, 1, 1, 0, 30) } });
    expect(at('2025-02-03')).not.toHaveProperty('dispatch.dispatchDate');
    expect(codes(only({ dispatchDate: '1900-01-05' }))).toEqual(['date-far']);
  });

  it('whose formula has no value is said so, not guessed', () => {
    expect(codes(only({ trackingNumber: '' }, { marks: { trackingNumber: 'formula-without-value' } }))).toEqual([
      'cell-without-value',
    ]);
  });

  it('with an order number only becomes a lookup that dispatches afterwards', () => {
    const checked = only({ productOrderId: '', orderId: '2025010155555555' });
    expect(checked.job).toMatchObject({
      kind: 'lookup',
      target: '2025010155555555',
      values: { lookup: { thenDispatch: { trackingNumber: cj[0] } } },
    });
    expect(codes(checked)).toEqual(['order-lookup']);
    expect(codes(only({ productOrderId: '', orderId: '2025010155555555' }, {}, { byOrder: false }))).toContain(
      'product-order-missing',
    );
  });

  it('of a stock sheet says what BrightMall needs', () => {
    const stock = (cells: Partial<Record<LineField, string>>): CheckedLine =>
      checkLine(
        { row: 2, cells: { itemId: '202601220157_000020196_[1]', ...cells } },
        { ...context, market: 'brightmall', operation: 'stock' },
      );
    expect(stock({ available: '가능', unitPrice: '75000', quantity: '2' }).job?.values).toEqual({
      kind: 'stock',
      stock: { available: true, price: { unit: 75000, quantity: 2, total: 150000 } },
    });
    expect(stock({ available: '품절' }).job?.values).toEqual({
      kind: 'stock',
      stock: { available: false, reason: 'out_of_stock' },
    });
    expect(codes(stock({ available: '불가' }))).toEqual(['reason-missing']);
    expect(codes(stock({ available: '' }))).toEqual(['available-missing']);
    expect(codes(stock({ available: '불가', reason: '단종', memo: '가'.repeat(501) }))).toEqual(['memo-long']);
  });
});

describe('lines among each other', () => {
  it('with one product order and two numbers are both kept back until one stands for it', () => {
    const twice = { productOrderId: '2025010112345671' };
    const review = createReview(
      [line(2, twice), line(3, { ...twice, trackingNumber: cj[1] }), line(4, { trackingNumber: cj[2] })],
      context,
    );
    expect(review.lines().map((checked) => checked.level)).toEqual(['error', 'error', 'ok']);
    expect(review.line(3)?.remarks[0]).toMatchObject({ code: 'product-order-differs', detail: { rows: '2,3' } });
    const changed = review.change(3, { chosen: false });
    expect(changed.map((checked) => checked.line.row).toSorted()).toEqual([2, 3]);
    expect(review.line(2)).toMatchObject({ level: 'ok', remarks: [] });
  });

  it('saying the same twice are sent once', () => {
    const twice = { productOrderId: '2025010112345671' };
    const [first, second] = checkAll(
      [line(2, twice), line(3, { ...twice, trackingNumber: '5774-1782-4035' })],
      context,
    );
    expect(first && staysBecause(first)).toBeUndefined();
    expect(codes(second)).toContain('product-order-again');
    expect(second && staysBecause(second)).toBe('again');
  });

  it('without a number does not block the line of the same product order that has one', () => {
    const twice = { productOrderId: '2025010112345671' };
    const [first, second] = checkAll([line(2, twice), line(3, { ...twice, trackingNumber: '' })], context);
    expect(first?.level).toBe('ok');
    expect(codes(second)).toEqual(['tracking-missing']);
  });

  it('of one parcel are right when they share an order, a recipient or an address', () => {
    for (const shared of [{ orderId: '2025010199999999' }, { recipient: '김하늘' }, { address: '서울 중구 1' }]) {
      expect(checkAll([line(2, shared), line(3, shared)], context).map(codes)).toEqual([
        ['same-number'],
        ['same-number'],
      ]);
    }
    expect(checkAll([line(2), line(3)], context).map(codes)).toEqual([['same-number'], ['same-number']]);
  });

  it('of one number and different recipients wait for a tick', () => {
    const [one] = checkAll([line(2, { recipient: '김하늘' }), line(3, { recipient: '이바다' })], context);
    expect(codes(one)).toEqual(['different-recipients']);
    expect(one && staysBecause(one)).toBe('needs-tick');
    const [other] = checkAll([line(2, { orderId: '1' }), line(3, { orderId: '2' })], context);
    expect(codes(other)).toEqual(['same-number-orders']);
    expect(other && staysBecause(other)).toBeUndefined();
  });

  it('whose numbers are mostly order numbers come from a shifted column', () => {
    const shifted = Array.from({ length: 8 }, (_, index) => {
      const orderId = `20250101${20_000_000 + index}`;
      return line(index + 2, { orderId, trackingNumber: index < 6 ? orderId : cjNumber(index * 7) });
    });
    const review = createReview(shifted, context);
    expect(review.file()).toMatchObject([{ code: 'file-shifted-column', detail: { same: '6', total: '8' } }]);
    for (const checked of review.lines()) expect(staysBecause(checked)).toBe('needs-tick');
  });

  it('say once for the file that a courier’s numbers do not follow the rule', () => {
    // Last digit 8 fits no rule of seven: no other courier is likely, the rule is not this seller's.
    const odd = Array.from({ length: 12 }, (_, index) =>
      line(index + 2, { trackingNumber: `6000000${String(index).padStart(4, '0')}8` }),
    );
    expect(checkAll(odd, context).flatMap(codes)).toEqual([]);
    expect(checkSheet(odd, context)).toMatchObject([
      { code: 'file-tracking-digit', detail: { courier: 'CJGLS', failed: '12', total: '12' } },
    ]);
  });

  it('keep the suggestion on each line when the failing numbers are another courier’s', () => {
    const whole = (body: number): string => `52${String(body).padStart(9, '0')}${(52_000_000_000 + body) % 7}`;
    const wrong = Array.from({ length: 12 }, (_, index) => line(index + 2, { trackingNumber: whole(index * 13) }));
    expect(checkSheet(wrong, context)).toEqual([]);
    expect(checkAll(wrong, context).every((checked) => codes(checked).includes('other-courier'))).toBe(true);
  });
});

describe('a review after edits', () => {
  it('says the same as a fresh check of the edited lines, and names every line that changed', () => {
    const texts: Record<string, string[]> = {
      productOrderId: ['2025010112345671', '2025010112345672', ''],
      courier: ['CJ', '한진', '까치', ''],
      trackingNumber: [...cj, '530727039920', '2025010112345671', '577417824038', ''],
      recipient: ['김하늘', '이바다', ''],
    };
    const fields = ['productOrderId', 'courier', 'trackingNumber', 'recipient'] as const;
    const cells = fc.record(
      Object.fromEntries(fields.map((field) => [field, fc.constantFrom(...(texts[field] ?? []))])),
    );
    const edits = fc.array(
      fc.record({
        row: fc.integer({ min: 1, max: 14 }),
        field: fc.constantFrom(...fields),
        pick: fc.nat(),
        chosen: fc.constantFrom(null, true, false),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(cells, { minLength: 1, maxLength: 14 }), edits, (rows, changes) => {
        const settled = { ...context, byOrder: false };
        const review = createReview(
          rows.map((each, index) => ({ row: index + 1, cells: each })),
          settled,
        );
        const shown = new Map(review.lines().map((checked) => [checked.line.row, checked]));
        for (const { row, field, pick, chosen } of changes) {
          const choices = texts[field] ?? [];
          const change = { cells: { [field]: choices[pick % choices.length] ?? '' }, chosen };
          for (const checked of review.change(row, change)) shown.set(checked.line.row, checked);
        }
        const fresh = checkAll(
          review.lines().map((checked) => checked.line),
          settled,
        );
        expect([...shown.values()]).toEqual(fresh);
        expect(review.lines()).toEqual(fresh);
      }),
      { numRuns: 300 },
    );
  });

  it('forgets what the reader noticed about a cell that was typed anew', () => {
    const review = createReview(
      [line(2, { productOrderId: '2025010112345670' }, { marks: { productOrderId: 'number' } })],
      context,
    );
    expect(codes(review.line(2))).toEqual(['digits-broken']);
    const [checked] = review.edit(2, 'productOrderId', '2025010112345670');
    expect(codes(checked)).toEqual([]);
    expect(checked?.line.edited).toEqual(['productOrderId']);
  });
});
