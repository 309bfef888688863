import { describe, expect, it } from 'vitest';
import type { JoinLine, JoinOrder } from '../../../../../src-preload/contract/join/facts';
import { joinLines } from '../../../../../src-preload/contract/join/join';
import { lineOf, only, orderOf, stranger, ticked } from './made-up-people';

const orderId = '2026112755555555';
const id = (n: number): string => orderOf(n).productOrderId;
const moved = { address: '서울 은평구 나루길 3' };

describe('an order number', () => {
  it('finds all of the order but what has a number already, whatever product the line names', () => {
    const orders = [
      orderOf(1, { orderId }),
      orderOf(2, { orderId, product: '유자차' }),
      orderOf(3, { orderId, hasNumber: true }),
      orderOf(4, { orderId: undefined }),
    ];
    const box = only([lineOf(1, { references: [orderId], product: '유자차' })], orders);
    expect(box).toMatchObject({ is: 'joined', ticked: true });
    expect(ticked(box)).toEqual([id(1), id(2)]);
    // Its own number is the seller's word.
    expect(ticked(only([lineOf(1, { references: [id(3)] })], orders))).toEqual([id(3)]);
  });

  it('on two lines is asked where one of them names no product', () => {
    const orders = [orderOf(1, { orderId }), orderOf(2, { orderId, product: '유자차' })];
    const lines = [lineOf(1, { references: [orderId], product: '유자차' }), lineOf(2, { references: [orderId] })];
    expect(joinLines(lines, orders).boxes).toMatchObject([
      { is: 'asked', notes: ['two-numbers'] },
      { is: 'asked', notes: ['two-numbers'] },
    ]);
  });

  it('of things for two people is told apart by the products of two lines', () => {
    const orders = [orderOf(1, { orderId }), orderOf(2, { orderId, product: '유자차', ...stranger })];
    const lines = [
      lineOf(1, { references: [orderId], product: '린넨 앞치마' }),
      lineOf(2, { references: [orderId], product: '유자차', ...stranger }),
    ];
    expect(joinLines(lines, orders).boxes).toMatchObject([
      { is: 'joined', ticked: true, notes: [], candidates: [{ orders: [{ productOrderId: id(1) }] }] },
      { is: 'joined', ticked: true, notes: [], candidates: [{ orders: [{ productOrderId: id(2) }] }] },
    ]);
  });
});

it('two order numbers of one line are told apart from another line’s by their products', () => {
  const [one, other] = ['2026112755555555', '2026112766666666'];
  const orders = [orderOf(1, { orderId: one }), orderOf(2, { orderId: other, product: '유자차' })];
  const lines = [
    lineOf(1, { references: [one, other], product: '유자차' }),
    lineOf(2, { references: [one], product: '린넨 앞치마' }),
  ];
  expect(joinLines(lines, orders).boxes).toMatchObject([
    { is: 'joined', ticked: true, candidates: [{ orders: [{ productOrderId: id(2) }] }] },
    { is: 'joined', ticked: true, candidates: [{ orders: [{ productOrderId: id(1) }] }] },
  ]);
});

describe('a product order number', () => {
  it('on two lines is asked, whatever product they name', () => {
    const orders = [orderOf(1), orderOf(2, { product: '유자차' })];
    const lines = [lineOf(1, { references: [id(1), id(2)], product: '유자차' }), lineOf(2, { references: [id(1)] })];
    expect(joinLines(lines, orders).boxes).toMatchObject([
      { is: 'asked', ticked: false, notes: ['two-numbers'] },
      { is: 'asked', ticked: false, notes: ['two-numbers'] },
    ]);
  });

  it('of another person next to one that two lines name says both', () => {
    const orders = [orderOf(1), orderOf(2, stranger)];
    const lines = [lineOf(1, { references: [id(1), id(2)] }), lineOf(2, { references: [id(1)] })];
    expect(joinLines(lines, orders).boxes[0]).toMatchObject({
      is: 'asked',
      notes: ['two-numbers', 'two-orders-named'],
    });
  });

  it('next to another of the same person joins both, though they are two parcels', () => {
    const orders = [orderOf(1), orderOf(2, { address: '' }), orderOf(3, { phones: [], address: '' })];
    const box = only([lineOf(1, { references: [id(3), id(1), id(2)] })], orders);
    expect(box).toMatchObject({ is: 'joined', ticked: true, notes: [] });
    expect(box.candidates).toHaveLength(1);
    expect(ticked(box)).toEqual([id(1), id(2), id(3)]);
  });

  it.each<[string, boolean, Partial<JoinLine>, Partial<JoinOrder>]>([
    ['who has moved', false, {}, moved],
    ['who has moved, with another phone', false, { phones: ['010-2222-3334'] }, moved],
    ['whose present goes to somebody there', false, { recipient: '박바다' }, {}],
    ['of another name and phone', true, { recipient: '박바다', phones: ['010-2222-3334'] }, {}],
    ['of another name and address', true, { recipient: '박바다' }, moved],
    ['of whom nothing else is known', false, { recipient: '박바다', phones: [], address: '' }, {}],
  ])('of a person %s speaks for somebody else: %s', (_, disagrees, line, order) => {
    const box = only([lineOf(1, { references: [id(1)], ...line })], [orderOf(1, order)]);
    expect(box).toMatchObject({
      is: 'joined',
      ticked: !disagrees,
      notes: disagrees ? ['number-disagrees'] : [],
      candidates: [{ by: 'product-order' }],
    });
  });
});
