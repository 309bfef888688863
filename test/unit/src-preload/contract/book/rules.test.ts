import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mustBeSent } from '../../../../../src-preload/contract/markets/naver/can-be-sent';
import { badgesOf, namesDay } from '../../../../../src-preload/contract/markets/naver/badges';
import {
  businessDayAfter,
  businessDaysAfter,
  lastBusinessDays,
  isBusinessDay,
  lastYearOfHolidays,
} from '../../../../../src-preload/contract/book/business-days';
import {
  dispatchUntil,
  endOfKoreanDay,
  isScanned,
  isUntracked,
  penaltyPoints,
  scannedUntil,
  stageOf,
  unscannedDeliveries,
} from '../../../../../src-preload/contract/book/rules';

const dayMs = 86_400_000;
const dayArbitrary = fc
  .integer({ min: Date.parse('2026-01-01') / dayMs, max: Date.parse('2027-12-31') / dayMs })
  .map((n) => new Date(n * dayMs).toISOString().slice(0, 10));

describe('business days', () => {
  it('leave out weekends and public holidays, substitute ones among them', () => {
    expect(['2026-09-23', '2026-09-24', '2026-09-25', '2026-09-26', '2026-09-28'].map(isBusinessDay)).toEqual([
      true,
      false,
      false,
      false,
      true,
    ]);
    const daysOff = ['2026-01-01', '2026-02-18', '2026-03-02', '2026-12-25', '2027-02-08', '2027-02-09', '2027-12-27'];
    for (const day of daysOff) expect([day, isBusinessDay(day)]).toEqual([day, false]);
    expect(lastYearOfHolidays).toBe(2027);
  });

  it('are counted as a look at every day counts them', () => {
    fc.assert(
      fc.property(dayArbitrary, fc.integer({ min: -3, max: 40 }), (from, ahead) => {
        const to = new Date(Date.parse(from) + ahead * dayMs).toISOString().slice(0, 10);
        let count = 0;
        for (let at = Date.parse(from) + dayMs; at <= Date.parse(to); at += dayMs) {
          if (isBusinessDay(new Date(at).toISOString().slice(0, 10))) count += 1;
        }
        expect(businessDaysAfter(from, to)).toBe(count);
      }),
    );
  });

  it('lie as many ahead as was asked for', () => {
    fc.assert(
      fc.property(dayArbitrary, fc.integer({ min: 1, max: 12 }), (from, count) => {
        const day = businessDayAfter(from, count);
        expect(isBusinessDay(day)).toBe(true);
        expect(businessDaysAfter(from, day)).toBe(count);
      }),
    );
    expect(businessDayAfter('2026-09-23', 0)).toBe('2026-09-23');
  });

  it('are counted up to 400, whatever date a market tells', () => {
    expect(businessDaysAfter('2026-01-02', '2027-06-01')).toBe(345);
    expect(businessDaysAfter('2026-01-02', '2027-10-01')).toBe(400);
    expect(businessDaysAfter('2026-01-02', '9999-12-31')).toBe(400);
  });
});

describe('penalty points', () => {
  it.each([
    // Due on a Tuesday.
    ['2026-11-24', '2026-11-24', 0],
    ['2026-11-24', '2026-11-25', 1],
    ['2026-11-24', '2026-11-30', 1],
    ['2026-11-24', '2026-12-01', 3],
    // Due on a Friday: the weekend costs nothing yet.
    ['2026-11-27', '2026-11-29', 0],
    ['2026-11-27', '2026-11-30', 1],
    // Chuseok between.
    ['2026-09-23', '2026-09-27', 0],
    ['2026-09-23', '2026-09-28', 1],
    ['2026-12-01', '2026-11-24', 0],
  ] as const)('of what was due on %s are on %s: %d', (due, today, points) => {
    expect(penaltyPoints(due, today)).toBe(points);
  });
});

it('knows the last three business days', () => {
  expect(lastBusinessDays('2026-11-27', 3)).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
  expect(lastBusinessDays('2026-11-29', 3)).toEqual(['2026-11-25', '2026-11-26', '2026-11-27']);
  expect(lastBusinessDays('2026-09-28', 3)).toEqual(['2026-09-22', '2026-09-23', '2026-09-28']);
});

it('gives a number two business days to be scanned', () => {
  expect(scannedUntil(Date.parse('2026-11-26T23:30:00+09:00'))).toBe('2026-11-30');
  expect(scannedUntil(undefined)).toBeUndefined();
});

describe('where a product order is on its way', () => {
  it.each([
    [{ productOrderStatus: 'PAYMENT_WAITING' }, 'unpaid'],
    [{ productOrderStatus: 'PAYED', placeOrderStatus: 'NOT_YET' }, 'new'],
    [{ productOrderStatus: 'PAYED', placeOrderStatus: 'CANCEL' }, 'new'],
    [{ productOrderStatus: 'PAYED', placeOrderStatus: 'OK' }, 'waiting'],
    [{ productOrderStatus: 'DELIVERING', placeOrderStatus: 'OK' }, 'sent'],
    [{ productOrderStatus: 'DELIVERED' }, 'closed'],
    [{ productOrderStatus: 'CANCELED' }, 'closed'],
    [{ productOrderStatus: 'CANCELED_BY_NOPAYMENT' }, 'closed'],
    [{ productOrderStatus: 'RETURNED' }, 'closed'],
    [{ productOrderStatus: 'EXCHANGED' }, 'closed'],
    [{ productOrderStatus: 'PURCHASE_DECIDED' }, 'closed'],
    [{ placeOrderStatus: 'OK' }, 'waiting'],
    [{}, 'new'],
    // No one documents it: it is rather looked at than lost.
    [{ productOrderStatus: 'TELEPORTED' }, 'new'],
  ] as const)('%j is %s', (shown, stage) => {
    expect(stageOf(shown)).toBe(stage);
  });

  it('its due date runs while the seller can send it', () => {
    const paid = { productOrderStatus: 'PAYED', placeOrderStatus: 'OK' };
    expect(mustBeSent(paid)).toBe(true);
    expect(mustBeSent({ ...paid, claimStatus: 'CANCEL_REQUEST' })).toBe(false);
    expect(mustBeSent({ ...paid, giftReceivingStatus: 'WAIT_FOR_RECEIVING' })).toBe(false);
    expect(mustBeSent({ ...paid, logisticsDirectContracted: true })).toBe(false);
    expect(mustBeSent({ productOrderStatus: 'DELIVERING' })).toBe(false);
  });

  it('its number is doubted by a flag or by a status, once it was sent', () => {
    const sent = { productOrderStatus: 'DELIVERING' };
    const at = Date.parse('2026-11-27T13:00:00+09:00');
    expect(isUntracked({ ...sent, isWrongTrackingNumber: true }, { at })).toBe(true);
    expect(isUntracked(sent, { at, deliveryStatus: 'NOT_TRACKING' })).toBe(true);
    expect(isUntracked(sent, { at, deliveryStatus: 'WRONG_INVOICE' })).toBe(true);
    expect(isUntracked(sent, { at, deliveryStatus: 'DELIVERING' })).toBe(false);
    expect(isUntracked({ productOrderStatus: 'DELIVERED', isWrongTrackingNumber: true }, { at })).toBe(false);
  });

  it.each([
    ['the same day', '2026-11-27T09:00:00+09:00', 'COLLECT_REQUEST', false],
    ['the business day after', '2026-11-26T23:00:00+09:00', 'COLLECT_REQUEST', true],
    ['the business day after, by a word that is not documented', '2026-11-26T23:00:00+09:00', 'TELEPORTED', false],
    ['the business day after, scanned', '2026-11-26T23:00:00+09:00', 'COLLECT_CARGO', false],
    ['the business day after, whose taking failed', '2026-11-26T23:00:00+09:00', 'COLLECT_CARGO_FAIL', true],
    ['the business day after, without a word on it', '2026-11-26T23:00:00+09:00', undefined, false],
    ['a day no one knows', undefined, 'COLLECT_REQUEST', false],
  ])('its number is doubted where no courier has scanned it by %s', (_, sent, deliveryStatus, expected) => {
    const sentAt = sent === undefined ? undefined : Date.parse(sent);
    const parcel = { sentAt, deliveryStatus, at: Date.parse('2026-11-27T13:00:00+09:00') };
    expect(isUntracked({ productOrderStatus: 'DELIVERING' }, parcel)).toBe(expected);
    expect(isUntracked({ productOrderStatus: 'DELIVERING' }, { ...parcel, pickedUpAt: parcel.at - 1 })).toBe(false);
  });

  it('it is scanned by a courier’s taking, or by a status of the way after it', () => {
    const at = Date.parse('2026-11-27T13:00:00+09:00');
    expect(isScanned({ at, deliveryStatus: 'DELIVERING' })).toBe(true);
    expect(isScanned({ at, deliveryStatus: 'COLLECT_REQUEST', pickedUpAt: at })).toBe(true);
    expect(isScanned({ at })).toBe(false);
    expect([...unscannedDeliveries].toSorted()).toEqual([
      'COLLECT_CARGO_FAIL',
      'COLLECT_REQUEST',
      'COLLECT_WAIT',
      'NOT_TRACKING',
      'WRONG_INVOICE',
    ]);
    for (const deliveryStatus of unscannedDeliveries) expect(isScanned({ at, deliveryStatus })).toBe(false);
  });

  it('is not doubted on days on which no courier drives', () => {
    const parcel = { sentAt: Date.parse('2026-11-27T17:00:00+09:00'), deliveryStatus: 'COLLECT_WAIT' };
    const sent = { productOrderStatus: 'DELIVERING' };
    expect(isUntracked(sent, { ...parcel, at: Date.parse('2026-11-29T13:00:00+09:00') })).toBe(false);
    expect(isUntracked(sent, { ...parcel, at: Date.parse('2026-11-30T09:00:00+09:00') })).toBe(true);
  });
});

it('counts 오늘출발 by its hour, where the seller has set one, and all else by the due date', () => {
  const due = Date.parse('2026-11-27T23:59:59+09:00');
  const at15 = Date.parse('2026-11-27T15:00:00+09:00');
  expect(dispatchUntil(due, 'TODAY', 15 * 60)).toBe(at15);
  expect(dispatchUntil(due, 'OPTION_TODAY', 15 * 60)).toBe(at15);
  expect(dispatchUntil(due, 'TODAY', undefined)).toBe(due);
  expect(dispatchUntil(due, 'NORMAL', 15 * 60)).toBe(due);
  expect(dispatchUntil(undefined, 'TODAY', 15 * 60)).toBeUndefined();
  expect(endOfKoreanDay(Date.parse('2026-11-26T15:30:00Z'))).toBe(Date.parse('2026-11-27T23:59:59.999+09:00'));
});

it('marks what makes an order another than most, and keeps words it does not know out of it', () => {
  const finding = {
    at: 1,
    deliveryAttributeType: 'TODAY',
    productClass: '추가구성상품',
    initialQuantity: 2,
    remainQuantity: 1,
  };
  expect(badgesOf({ finding, delayedDispatchReason: 'ETC' })).toEqual([
    'today',
    'add-on',
    'partly-cancelled',
    'delayed',
  ]);
  expect(badgesOf({ finding: { at: 1, deliveryAttributeType: 'HOPE', hopeDeliveryYmd: '20261130' } })).toEqual([
    'hope-date',
  ]);
  expect(badgesOf({ finding: { at: 1, deliveryAttributeType: 'TELEPORT' } })).toEqual([]);
});

it.each([
  ['11월 30일에 보내 주세요', true],
  ['12/3 이후 배송', true],
  ['25일까지 부탁드려요', true],
  ['월요일에 받고 싶어요', true],
  ['내일 꼭 보내주세요', true],
  ['문 앞에 놓아 주세요', false],
  ['101동 1203호 비밀번호 1234', false],
  [undefined, false],
] as const)('finds a day in the memo %j: %s', (memo, names) => {
  expect(namesDay(memo)).toBe(names);
});
