import { describe, expect, it } from 'vitest';
import { noticeChanges } from '../../../../src-main/services/book/notice-changes';
import type { FeedRow } from '../../../../src-main/markets/market';
import { stageOf } from '../../../../src-preload/contract/book/rules';
import type { Finding } from '../../../../src-preload/contract/job';
import type { OrderPersonal } from '../../../../src-preload/contract/book/personal';

const minute = 60_000;
const readAt = 100 * minute;
const seen = (finding: Partial<Finding> = {}, personal: OrderPersonal = { recipient: '가나다', address: '서울 1' }) => {
  const whole = { at: 1, productOrderStatus: 'PAYED', placeOrderStatus: 'OK', ...finding };
  return { stage: stageOf(whole), finding: whole, personal };
};
const row = (type: string, at = readAt - minute, addressChanged = false) => ({
  productOrderId: '1',
  type,
  at,
  addressChanged,
});
type Seen = Omit<ReturnType<typeof seen>, 'personal'> & { personal: OrderPersonal | undefined };
const notice = (before: Seen | undefined, now: Seen, rows: FeedRow[] = [], last?: number) =>
  noticeChanges(before, now, { rows, lastOf: () => last, readAt });
const cancel = { claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', claimId: 'C1' };

describe('a cancel request', () => {
  it('is noticed once, a further one again, at the time the feed tells', () => {
    expect(notice(seen(), seen(cancel), [row('CLAIM_REQUESTED', 7)])).toEqual([{ what: 'cancel-requested', at: 7 }]);
    expect(notice(undefined, seen(cancel))).toEqual([{ what: 'cancel-requested', at: readAt }]);
    expect(notice(seen(cancel), seen(cancel), [row('CLAIM_REQUESTED')])).toEqual([]);
    expect(notice(seen(cancel), seen({ ...cancel, claimId: 'C2' }))).toMatchObject([{ what: 'cancel-requested' }]);
  });

  it('that ended as a cancellation is noticed as one, of what was still to be sent', () => {
    const cancelled = seen({ productOrderStatus: 'CANCELED' });
    expect(notice(seen(cancel), cancelled)).toEqual([{ what: 'cancelled', at: readAt }]);
    expect(notice(cancelled, cancelled)).toEqual([]);
    expect(notice(undefined, cancelled)).toEqual([]);
    expect(notice(seen({ productOrderStatus: 'DELIVERING' }), cancelled)).toEqual([]);
  });
});

describe('an order that is not confirmed yet', () => {
  const unconfirmed = { placeOrderStatus: 'NOT_YET' };

  it('is watched like one that waits', () => {
    expect(notice(seen(unconfirmed), seen(unconfirmed, { recipient: '라마바', address: '서울 1' }))).toMatchObject([
      { what: 'address-changed', from: '가나다 서울 1', to: '라마바 서울 1' },
    ]);
    expect(notice(seen(unconfirmed), seen({ productOrderStatus: 'CANCELED' }), [row('CLAIM_COMPLETED', 7)])).toEqual([
      { what: 'cancelled', at: 7 },
    ]);
  });
});

describe('a changed address', () => {
  const moved = seen({}, { recipient: '가나다', address: '부산 2' });

  it('is noticed by what was read, whatever the feed says', () => {
    expect(notice(seen(), moved)).toEqual([
      { what: 'address-changed', at: readAt, from: '가나다 서울 1', to: '가나다 부산 2' },
    ]);
    expect(notice(seen(), moved, [row('DELIVERY_ADDRESS_CHANGED', 7)])).toMatchObject([{ at: 7 }]);
    expect(notice(seen(), seen())).toEqual([]);
  });

  it('is noticed by the feed alone, for what the book did not know', () => {
    expect(notice(undefined, moved, [row('DELIVERY_ADDRESS_CHANGED', 7)])).toEqual([
      { what: 'address-changed', at: 7 },
    ]);
    const { at: _at, ...timeless } = row('DELIVERY_ADDRESS_CHANGED');
    expect(notice(undefined, moved, [timeless])).toEqual([{ what: 'address-changed', at: readAt }]);
    expect(notice(undefined, moved, [row('PAYED', 9, true)])).toEqual([{ what: 'address-changed', at: 9 }]);
  });

  it('is not noticed twice by a row that comes after the reading', () => {
    expect(notice(moved, moved, [row('DELIVERY_ADDRESS_CHANGED', readAt)], readAt - 1)).toEqual([]);
    expect(notice(moved, moved, [row('CLAIM_REJECTED', readAt, true)], 7)).toEqual([]);
    expect(notice(moved, moved, [row('DELIVERY_ADDRESS_CHANGED', readAt)], readAt - 2 * minute)).toHaveLength(1);
  });

  it('takes the time of the feed where that is new, and of the reading where it is an older event', () => {
    const at = (feedAt: number, last: number) =>
      notice(seen(), moved, [row('DELIVERY_ADDRESS_CHANGED', feedAt)], last).map((one) => one.at);
    expect(at(8, 7)).toEqual([8]);
    expect(at(7, 7)).toEqual([readAt]);
    // The same event within a minute, by two clocks.
    expect(notice(moved, moved, [row('DELIVERY_ADDRESS_CHANGED', 7 + minute)], 7)).toEqual([]);
    expect(notice(moved, moved, [row('DELIVERY_ADDRESS_CHANGED', 8 + minute)], 7)).toHaveLength(1);
    const rows = [9, 7].map((feedAt) => row('DELIVERY_ADDRESS_CHANGED', feedAt));
    expect(notice(undefined, moved, rows)).toEqual([{ what: 'address-changed', at: 9 }]);
  });

  it('is one of the person alone, too, and none where the market says less', () => {
    expect(notice(seen({}, { recipient: '가' }), seen({}, { recipient: '나' }))).toMatchObject([
      { from: '가', to: '나' },
    ]);
    expect(notice(seen({}, { address: '1' }), seen({}, { address: '2' }))).toMatchObject([{ from: '1', to: '2' }]);
    expect(notice(seen(), seen({}, {}))).toEqual([]);
  });

  it('does not matter once it was sent, nor where nothing is known of it', () => {
    const sent = seen({ productOrderStatus: 'DELIVERING' }, { recipient: '가나다', address: '부산 2' });
    expect(notice(seen(), sent, [row('DELIVERY_ADDRESS_CHANGED')])).toEqual([]);
    expect(notice(seen({}, {}), moved)).toEqual([]);
  });
});

it('notices another option and another hoped-for day, with what they were', () => {
  const option = (text: string) => seen({}, { option: text });
  expect(notice(option('초록'), option('검정'))).toEqual([
    { what: 'option-changed', at: readAt, from: '초록', to: '검정' },
  ]);
  expect(notice(option('초록'), option('초록'), [row('EXCHANGE_OPTION', 7)])).toEqual([
    { what: 'option-changed', at: 7 },
  ]);
  expect(notice(seen({ hopeDeliveryYmd: '20261201' }), seen({ hopeDeliveryYmd: '20261205' }))).toEqual([
    { what: 'hope-date-changed', at: readAt, from: '20261201', to: '20261205' },
  ]);
  expect(notice(undefined, seen({ hopeDeliveryYmd: '20261205' }))).toEqual([]);
  expect(notice(undefined, option('초록'))).toEqual([]);
  expect(notice({ ...seen(), personal: undefined }, option('초록'))).toEqual([]);
  expect(notice(option('초록'), { ...seen(), personal: undefined })).toEqual([]);
});

it('notices an option and a hoped-for day that the feed tells of, once each time they change', () => {
  const same = seen({}, { option: '초록' });
  const told = [row('EXCHANGE_OPTION', 7), row('HOPE_DELIVERY_INFO_CHANGED', 9)];
  expect(notice(same, same, told)).toEqual([
    { what: 'option-changed', at: 7 },
    { what: 'hope-date-changed', at: 9 },
  ]);
  expect(notice(same, same, [row('EXCHANGE_OPTION', 7 + minute)], 7)).toEqual([]);
  expect(notice(same, same, [row('EXCHANGE_OPTION', 8 + minute)], 7)).toHaveLength(1);
  expect(notice(same, seen({}, { option: '검정' }), [row('EXCHANGE_OPTION', 7)], 7)).toMatchObject([{ at: readAt }]);
});
