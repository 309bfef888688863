import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../../../src-preload/contract/join/join';
import { lineOf, only, orderOf, stranger, ticked } from './made-up-people';

describe('by number', () => {
  it('finds a product order number in any cell', () => {
    const box = only([lineOf(1, { references: ['문 앞', '★2026112700000007-1'] })], [orderOf(7), orderOf(8, stranger)]);
    expect(box).toMatchObject({ is: 'joined', ticked: true, notes: [] });
    expect(box.candidates[0]?.by).toBe('product-order');
    expect(ticked(box)).toEqual([orderOf(7).productOrderId]);
  });

  it('finds an order number', () => {
    const box = only([lineOf(1, { references: [orderOf(7).orderId ?? ''] })], [orderOf(7), orderOf(8, stranger)]);
    expect(box.candidates[0]?.by).toBe('order');
    expect(ticked(box)).toEqual([orderOf(7).productOrderId]);
  });

  it('takes an order number of another form only where a whole cell of its column is one of an open order', () => {
    const odd = '2026112112345';
    const orders = [orderOf(7, { ...stranger, orderId: odd }), orderOf(8, stranger)];
    const line = { recipient: '박먼곳', phones: [], address: '' };
    const box = only([lineOf(1, { ...line, namedAs: [odd] })], orders);
    expect(box).toMatchObject({ is: 'joined', ticked: true, notes: [] });
    expect(ticked(box)).toEqual([orderOf(7).productOrderId]);
    expect(only([lineOf(1, { ...line, references: [odd] })], orders).is).toBe('alone');
    expect(only([lineOf(1, { ...line, namedAs: [`${odd}0`] })], orders)).toMatchObject({ is: 'alone', notes: [] });
  });

  it('does not tick an order of somebody else', () => {
    const box = only([lineOf(1, { references: [orderOf(8).productOrderId] })], [orderOf(8, stranger)]);
    expect(box).toMatchObject({ is: 'joined', ticked: false, notes: ['number-disagrees'] });
  });

  it('takes what the market ships together with the first product order of a combined parcel', () => {
    const together = { packageNumber: 'p1' };
    const box = only(
      [lineOf(1, { references: [orderOf(1).productOrderId] })],
      [orderOf(1, together), orderOf(2, { ...together, product: '유자차' })],
    );
    expect(ticked(box)).toHaveLength(2);
  });

  it('only offers another order of the same person', () => {
    const box = only([lineOf(1, { references: [orderOf(1).productOrderId] })], [orderOf(1), orderOf(2)]);
    expect(ticked(box)).toEqual([orderOf(1).productOrderId]);
    expect(box.candidates[0]?.orders).toHaveLength(2);
  });

  it('asks where one product order has two numbers', () => {
    const references = [orderOf(1).productOrderId];
    const { boxes } = joinLines([lineOf(1, { references }), lineOf(2, { references })], [orderOf(1)]);
    expect(boxes.map(({ is, ticked: goes, notes }) => ({ is, goes, notes }))).toEqual([
      { is: 'asked', goes: false, notes: ['two-numbers'] },
      { is: 'asked', goes: false, notes: ['two-numbers'] },
    ]);
  });

  it('tells several boxes of one order apart by their products', () => {
    const orders = [
      orderOf(1, { orderId: '2026112755555555' }),
      orderOf(2, { orderId: '2026112755555555', product: '유자차' }),
    ];
    const references = ['2026112755555555'];
    const { boxes } = joinLines(
      [lineOf(1, { references, product: '유자차' }), lineOf(2, { references, product: '린넨 앞치마' })],
      orders,
    );
    expect(boxes.map(ticked)).toEqual([[orderOf(2).productOrderId], [orderOf(1).productOrderId]]);
  });

  it('ticks nothing for a number that is not open', () => {
    const box = only([lineOf(1, { references: ['2026112600000001'] })], [orderOf(1)]);
    expect(box).toMatchObject({ is: 'suggested', ticked: false, notes: ['number-not-open'] });
  });

  it('asks where the numbers of one line are of orders for different people', () => {
    const references = [orderOf(1).productOrderId, orderOf(8).productOrderId];
    const box = only([lineOf(1, { references })], [orderOf(1), orderOf(8, stranger)]);
    expect(box).toMatchObject({ is: 'asked', ticked: false, notes: ['two-orders-named'] });
    expect(box.candidates).toHaveLength(2);
  });

  it('gives what is left of a parcel to none of two boxes that name the others', () => {
    const together = { packageNumber: 'p1' };
    const orders = [orderOf(1, together), orderOf(2, together), orderOf(3, together)];
    const lines = [1, 2].map((n) => lineOf(n, { references: [orderOf(n).productOrderId] }));
    expect(joinLines(lines, orders).boxes.map(ticked)).toEqual([
      [orderOf(1).productOrderId],
      [orderOf(2).productOrderId],
    ]);
  });
});

describe('by name, phone and address', () => {
  it('ticks what two of them prove', () => {
    expect(only([lineOf(1)], [orderOf(1)])).toMatchObject({ is: 'suggested', ticked: true });
    expect(only([lineOf(1, { address: '' })], [orderOf(1)])).toMatchObject({ is: 'suggested', ticked: true });
    expect(only([lineOf(1, { phones: ['0502-1234-5678'] })], [orderOf(1)])).toMatchObject({ ticked: true });
    expect(only([lineOf(1, { recipient: '김*루' })], [orderOf(1)])).toMatchObject({ ticked: true });
  });

  it('suggests without a tick where the third differs', () => {
    const moved = { address: '서울 은평구 나루길 3' };
    expect(only([lineOf(1, moved)], [orderOf(1)])).toMatchObject({ is: 'suggested', ticked: false });
    expect(only([lineOf(1, { recipient: '박바다' })], [orderOf(1)])).toMatchObject({ is: 'suggested', ticked: false });
  });

  it('joins nothing by a name alone, by a postcode alone, by a product', () => {
    const nameOnly = only([{ row: 1, recipient: '김하루' }], [orderOf(1)]);
    expect(nameOnly).toMatchObject({ is: 'alone', ticked: false });
    expect(nameOnly.candidates).toHaveLength(1);
    expect(only([{ row: 1, zipCode: '10380' }], [orderOf(1, { zipCode: '10380' })]).candidates).toEqual([]);
    const withGoods = only([{ row: 1, recipient: '김하루', product: '린넨 앞치마' }], [orderOf(1)]);
    expect(withGoods).toMatchObject({ is: 'suggested', ticked: false });
  });

  it('asks between two open candidates', () => {
    const twin = { phones: ['010-5555-0007'], address: '경기 하남시 물빛로 5' };
    const line = lineOf(1, { phones: ['010-****-****'], address: '' });
    expect(only([line], [orderOf(1), orderOf(2, twin)]).is).toBe('alone');
    const both = only(
      [lineOf(1, { phones: [], address: '서울 은평구 가람길 21' })],
      [orderOf(1), orderOf(2, { phones: ['010-5555-0007'], address: '서울 은평구 가람길 21, 1동 403호' })],
    );
    expect(both).toMatchObject({ is: 'asked', ticked: false });
    expect(both.candidates).toHaveLength(2);
  });

  it('keeps neighbours with one name apart', () => {
    const neighbour = { phones: ['010-5555-0007'], address: '서울 은평구 가람길 21, 1동 403호' };
    expect(ticked(only([lineOf(1)], [orderOf(1), orderOf(2, neighbour)]))).toEqual([orderOf(1).productOrderId]);
  });

  it('proposes a parcel with all its orders, and asks where the person has two parcels', () => {
    const bundle = [orderOf(1, { packageNumber: 'p' }), orderOf(2, { packageNumber: 'p', product: '유자차' })];
    const box = only([lineOf(1)], bundle);
    expect(box).toMatchObject({ is: 'suggested', ticked: true });
    expect(ticked(box)).toHaveLength(2);
    const apart = [orderOf(1), orderOf(2, { product: '유자차' })];
    expect(only([lineOf(1)], apart)).toMatchObject({ is: 'asked', ticked: false });
    expect(only([lineOf(1, { product: '린넨 앞치마 외 1건' })], apart)).toMatchObject({
      is: 'suggested',
      ticked: true,
    });
    const named = only([lineOf(1, { product: '유자차' })], apart);
    expect(named).toMatchObject({ is: 'asked', ticked: false });
    expect(ticked(named)).toEqual([orderOf(2).productOrderId]);
  });

  it('tells two boxes of one person apart by their products, and asks where it cannot', () => {
    const orders = [orderOf(1), orderOf(2, { product: '유자차' })];
    const lines = [lineOf(1, { product: '유자차' }), lineOf(2, { product: '린넨 앞치마' })];
    expect(joinLines(lines, orders).boxes.map(ticked)).toEqual([
      [orderOf(2).productOrderId],
      [orderOf(1).productOrderId],
    ]);
    const options = [orderOf(1, { option: '차콜' }), orderOf(2, { option: '베이지' })];
    const half = [lineOf(1, { product: '린넨 앞치마' }), lineOf(2, { product: '린넨 앞치마 베이지' })];
    expect(joinLines(half, options).boxes.map(ticked)).toEqual([
      [orderOf(1).productOrderId],
      [orderOf(2).productOrderId],
    ]);
    const open = [lineOf(1, { product: '린넨 앞치마' }), lineOf(2, { product: '린넨 앞치마' })];
    expect(joinLines(open, options).boxes.some((box) => box.ticked)).toBe(false);
    const silent = joinLines([lineOf(1), lineOf(2)], [orderOf(1)]).boxes;
    expect(silent.map(({ is, notes }) => ({ is, notes }))).toEqual([
      { is: 'asked', notes: ['two-numbers'] },
      { is: 'asked', notes: ['two-numbers'] },
    ]);
  });

  it('puts lines with one number together, and ticks none that are for different people', () => {
    const together = joinLines([lineOf(1, { trackingNumber: '1' }), lineOf(2, { trackingNumber: '1' })], [orderOf(1)]);
    expect(together.boxes.map(({ rows }) => rows)).toEqual([[1, 2]]);
    const other = { recipient: '박바다', phones: ['010-2222-3334'], address: '부산 중구 중앙로 1' };
    const apart = joinLines(
      [lineOf(1, { trackingNumber: '1' }), lineOf(2, { ...other, trackingNumber: '1' })],
      [orderOf(1), orderOf(2, other)],
    );
    expect(apart.boxes.map(({ ticked: goes, notes }) => ({ goes, notes }))).toEqual([
      { goes: false, notes: ['two-recipients'] },
      { goes: false, notes: ['two-recipients'] },
    ]);
  });

  it('leaves an order that has a number already to its number', () => {
    expect(only([lineOf(1)], [orderOf(1, { hasNumber: true })])).toMatchObject({ is: 'alone', candidates: [] });
  });

  it('lists the orders that no line was found for', () => {
    const far = { recipient: '박바다', phones: ['010-2222-3334'], address: '부산 중구 중앙로 1' };
    expect(joinLines([lineOf(1)], [orderOf(1), orderOf(2, far)]).withoutLine).toEqual([orderOf(2).productOrderId]);
  });
});
