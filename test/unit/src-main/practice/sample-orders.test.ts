import { describe, expect, it } from 'vitest';
import { makeSheetOrders } from '../../../../src-main/practice/made-orders';
import {
  cancelRequestedSample,
  sampleExtras,
  sampleLessons,
  sampleOrders,
} from '../../../../src-main/practice/sample-orders';
import { judgeTrackingNumber } from '../../../../src-main/practice/tracking-number';

const sixteen = /^20\d{6}\d{8}$/;

describe('the sample sheet', () => {
  it('has 65 product orders of sixteen digits, always the same ones', () => {
    const orders = sampleOrders();
    expect(orders).toHaveLength(65);
    expect(new Set(orders.map((order) => order.productOrderId)).size).toBe(65);
    for (const order of orders) {
      expect(order.productOrderId).toMatch(sixteen);
      expect(order.orderId).toMatch(sixteen);
    }
    expect(sampleOrders()).toEqual(orders);
  });

  it('has combined parcels, every courier, and several spellings', () => {
    const orders = sampleOrders();
    expect(new Set(orders.map((order) => order.orderId)).size).toBeLessThan(60);
    expect(new Set(orders.map((order) => order.courier)).size).toBe(5);
    expect(new Set(orders.map((order) => order.courierText)).size).toBeGreaterThan(8);
  });

  it('has exactly one wrong check digit, and it does not look like another courier', () => {
    const wrong = sampleOrders().filter((order) => judgeTrackingNumber(order.courier, order.trackingNumber) !== 'fine');
    expect(wrong.map((order) => order.productOrderId)).toEqual([sampleLessons().wrongDigit]);
    expect(judgeTrackingNumber('HYUNDAI', wrong[0]?.trackingNumber ?? '')).toBe('check-digit');
  });

  it('keeps a number to one parcel', () => {
    const orders = sampleOrders();
    for (const order of orders) {
      const sharing = orders.filter((other) => other.trackingNumber === order.trackingNumber);
      expect(new Set(sharing.map((other) => other.orderId)).size).toBe(1);
    }
  });

  it('has the special lines stand alone in their parcel, so that nothing else is touched by them', () => {
    const orders = sampleOrders();
    const lessons = sampleLessons();
    const special = [lessons.unknownCourier, lessons.wrongDigit, ...lessons.refused.map((one) => one.productOrderId)];
    for (const id of special) {
      const order = orders.find((one) => one.productOrderId === id);
      expect(orders.filter((one) => one.orderId === order?.orderId)).toHaveLength(1);
    }
  });

  it('keeps the order under a cancel request out of the sheet', () => {
    const ids = new Set(sampleOrders().map((order) => order.productOrderId));
    expect(ids.has(cancelRequestedSample().productOrderId)).toBe(false);
    for (const extra of sampleExtras()) expect(ids.has(extra.productOrderId)).toBe(false);
  });
});

describe('made orders', () => {
  it('are the same for the same seed and share no id with another', () => {
    const made = makeSheetOrders({ count: 500, seed: 1 });
    expect(makeSheetOrders({ count: 500, seed: 1 })).toEqual(made);
    const other = new Set(makeSheetOrders({ count: 500, seed: 281 }).map((order) => order.productOrderId));
    expect(made.some((order) => other.has(order.productOrderId))).toBe(false);
    expect(new Set(made.map((order) => order.productOrderId)).size).toBe(500);
  });

  it('give one number to a parcel and every parcel its own', () => {
    const made = makeSheetOrders({ count: 3000, seed: 7 });
    const parcels = new Map(made.map((order) => [order.orderId, `${order.courier} ${order.trackingNumber}`]));
    expect(new Set(parcels.values()).size).toBe(parcels.size);
    for (const order of made) {
      expect(parcels.get(order.orderId)).toBe(`${order.courier} ${order.trackingNumber}`);
      expect(judgeTrackingNumber(order.courier, order.trackingNumber)).toBe('fine');
    }
  });

  it('puts special states on the first ones', () => {
    const made = makeSheetOrders({ count: 5, seed: 3, specials: { 'cancel-requested': 2, shipped: 1 } });
    expect(made.map((order) => order.specials)).toEqual([
      ['cancel-requested'],
      ['cancel-requested'],
      ['shipped'],
      [],
      [],
    ]);
  });
});
