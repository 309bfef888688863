import { beforeAll, describe, expect, it } from 'vitest';
import { noCounts } from '../../../../../src-preload/contract/job-states';
import { storeIdSchema } from '../../../../../src-preload/contract/ids';
import { jobSchema } from '../../../../../src-preload/contract/job';
import type { Job } from '../../../../../src-preload/contract/job';
import type { JobState } from '../../../../../src-preload/contract/job-states';
import { storeSchema, storeStatusSchema } from '../../../../../src-preload/contract/store';
import { restOf, shipmentOf, wordsFor } from '../../../../../src-renderer/ui/job/job-words';
import { useAppState } from '../../../../../src-renderer/state/app-state';
import { monday } from '../../../../support/outbox/test-database';

const storeId = storeIdSchema.parse('018f0000-0000-7000-8000-000000000001');
const storeOf = (id: string, market: string) =>
  storeSchema.parse({
    id,
    market,
    label: '하늘상점',
    practice: false,
    accountId: 'client0001',
    hasSecrets: true,
    confirmFirst: 'ask',
  });
beforeAll(() => useAppState.setState({ stores: [storeOf(storeId, 'naver')] }));

const status = (given: object) =>
  storeStatusSchema.parse({
    storeId,
    connection: 'online',
    filed: 0,
    unread: 0,
    rateLimited: false,
    counts: noCounts,
    progress: { done: 0, total: 0 },
    ...given,
  });
const paused = (cause: string) => status({ connection: 'paused', pause: { cause, since: monday } });

const job = (state: JobState, more: object = {}) =>
  jobSchema.parse({
    id: '018f0000-0000-7000-8000-000000000002',
    storeId,
    kind: 'dispatch',
    target: '2026112100000011',
    values: { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY' } },
    state,
    revision: 1,
    seq: 1,
    attempts: 0,
    failures: 0,
    dueAt: monday + 20_000,
    createdAt: monday,
    changedAt: monday,
    ...more,
  });
const said = (state: JobState, ...statuses: ReturnType<typeof status>[]) =>
  wordsFor(job(state), monday, restOf({ statuses, isSafe: false }, job(state).storeId)).title;

describe('the sentence of a job that something stands against', () => {
  it('names the order of the parcel that it is about', () => {
    const held = { holdReason: 'cancel-requested', message: '2026112100000021' };
    const own = wordsFor(job('held', { ...held, code: 'cancel-requested' }), monday, undefined);
    const other = wordsFor(job('held', { ...held, code: 'parcel-cancel-requested' }), monday, undefined);
    expect(own.title).toBe('구매자가 취소를 요청했어요.');
    expect(other.title).toBe('같은 상자의 다른 주문(…0021)에 취소 요청이 있어요.');
  });

  it('says of a special order exactly what the market shows', () => {
    const held = (holdReason: Job['holdReason'], finding: object) =>
      wordsFor(job('held', { holdReason, code: holdReason, finding: { at: monday, ...finding } }), monday, undefined)
        .title;
    expect(held('partly-cancelled', { initialQuantity: 2, remainQuantity: 1 })).toBe('2개 중 1개 취소됨');
    expect(held('hope-date', { hopeDeliveryYmd: '20260309' })).toBe('배송 희망일이 3월 9일이에요.');
    expect(held('hope-date', { hopeDeliveryYmd: '다음 주' })).toBe('배송 희망일: 다음 주');
    expect(held('pick-up', { expectedDeliveryMethod: 'VISIT_RECEIPT' })).toBe('방문수령 주문이에요.');
  });

  it('says what an order waits for that cannot go out yet', () => {
    const gift = wordsFor(job('waiting', { code: 'gift-not-accepted', dueAt: monday + 1000 }), monday, undefined);
    expect(gift.title).toBe('받는 분이 아직 선물을 받지 않았어요.');
    const behind = { code: 'after-main-product', afterJob: job('queued', {}).id };
    expect(wordsFor(job('waiting', behind), monday, undefined).title).toBe('본상품 다음에 처리해요.');
  });

  it('says since when the market shows what is done, and what it shows instead', () => {
    const shown = { at: monday, productOrderStatus: 'DELIVERING' };
    const done = (more: object) => wordsFor(job('succeeded', more), monday, undefined);
    expect(done({ finding: shown }).body).toMatch(/^네이버에서 확인함 \(.+\)$/u);
    expect(done({ finding: { at: monday, productOrderStatus: 'PAYED' } })).toEqual({ title: '쇼핑몰에 등록됐어요.' });
    expect(done({ code: 'cancel-overridden', finding: shown }).title).toBe(
      '발송 처리하면서 구매자의 취소 요청이 거부됐어요.',
    );
  });

  it('speaks of another number only where there is one', () => {
    const dispatch = { deliveryMethod: 'DELIVERY', deliveryCompanyCode: 'CJGLS', trackingNumber: '102030405064' };
    const values = { kind: 'dispatch', dispatch };
    const conflict = (state: JobState, finding: object) =>
      wordsFor(job(state, { code: 'conflict', values, finding: { at: monday, ...finding } }), monday, undefined);
    for (const state of ['rejected', 'succeeded'] as const) {
      expect(conflict(state, { trackingNumber: '403020102030' }).title).toContain('다른 송장번호');
      expect(conflict(state, { deliveryMethod: 'DIRECT_DELIVERY' }).title).toBe(
        '네이버에 다른 배송방법으로 발송 처리되어 있어요.',
      );
      expect(conflict(state, { productOrderStatus: 'DELIVERING' }).title).not.toContain('다른 송장번호');
    }
  });

  it('says what closed an order, by the state the market shows', () => {
    const closed = (productOrderStatus: string) =>
      wordsFor(job('rejected', { code: 'closed', finding: { at: monday, productOrderStatus } }), monday, undefined);
    expect(closed('CANCELED')).toEqual({
      title: '구매자가 취소한 주문이에요.',
      body: '처리하지 않았어요. 상자를 빼 두세요.',
    });
    const titles = ['CANCELED', 'CANCELED_BY_NOPAYMENT', 'PAYMENT_WAITING', 'RETURNED', 'EXCHANGED', 'NEW_STATE'].map(
      (state) => closed(state).title,
    );
    expect(new Set(titles).size).toBe(6);
  });

  it('says of an order that a reading left out that it is asked for again, and when', () => {
    expect(wordsFor(job('queued', { code: 'not-found' }), monday, undefined)).toEqual({
      title: '네이버의 답에 이 주문이 없어서 다시 조회해요.',
      body: '다음 조회는 20초 뒤예요.',
    });
  });
});

describe('the sentence of a job that has not gone out', () => {
  it('counts down while its store works', () => {
    expect(said('queued', status({}))).toBe('20초 뒤에 시작해요.');
    expect(said('waiting', status({}))).toBe('20초 뒤에 다시 시도해요.');
  });

  it('says what it waits for while its store rests, and no time that is not true then', () => {
    for (const state of ['queued', 'waiting'] as const) {
      expect(said(state, paused('permission'))).toBe('스토어 연결이 다시 되면 이어서 처리해요.');
      expect(said(state, paused('quota'))).toBe('호출 한도가 풀리면 이어서 처리해요.');
      expect(said(state, paused('seller'))).toBe('잠시 멈춰 두었어요. 다시 시작하면 이어서 처리해요.');
      expect(said(state, paused('look-first'))).toBe('먼저 살펴보고 고르면 이어서 처리해요.');
      expect(said(state, status({ connection: 'offline', offlineCause: 'no-line' }))).toBe('연결되면 이어서 처리해요.');
      expect(said(state, status({ connection: 'offline', offlineCause: 'no-word' }))).toBe(
        '쇼핑몰이 다시 답하면 이어서 처리해요.',
      );
    }
  });

  it('says of an app that was started with --safe that it begins once sending is started', () => {
    const rest = restOf({ statuses: [], isSafe: true }, job('queued').storeId);
    for (const state of ['queued', 'waiting'] as const)
      expect(wordsFor(job(state), monday, rest).title).toBe(
        '발송 처리를 멈춘 채로 열었어요. 시작하면 이어서 처리해요.',
      );
  });

  it('says of an order held for a day that nothing can be read of that it stays a question', () => {
    const hope = { holdReason: 'hope-date', code: 'hope-date' } as const;
    const read = { ...hope, finding: { at: monday, hopeDeliveryYmd: '20260309' } };
    expect(wordsFor(job('held', read), monday, undefined).body).toContain('희망일 전날에 이어서 처리해요');
    const unread = { ...hope, dueAt: undefined, finding: { at: monday, hopeDeliveryYmd: '다음 주' } };
    expect(wordsFor(job('held', unread), monday, undefined).body).not.toContain('이어서 처리해요');
  });

  it('does not say that the market is asked while its store rests', () => {
    const held = job('held', { holdReason: 'by-file', code: 'by-file' });
    const gift = job('waiting', { code: 'gift-not-accepted', wait: 'back-off' });
    const asked = /조회하고 있|10분마다 조회|30분마다 조회/u;
    for (const one of [job('unknown'), held, gift]) {
      expect(wordsFor(one, monday, undefined).body).toMatch(asked);
      for (const rest of ['quota', 'offline', 'seller', 'trouble', 'safe'] as const) {
        expect(wordsFor(one, monday, rest).body, rest).not.toMatch(asked);
      }
    }
    expect(wordsFor(job('unknown'), monday, 'look-first').body, 'all is read then').toMatch(asked);
    expect(wordsFor(job('unknown'), monday, 'offline').body).toMatch(/먼저 조회해요\. 연결되면 이어서 처리해요\.$/u);
  });

  it("does not call the market's own cancellation a request of the buyer", () => {
    const held = { holdReason: 'cancel-requested', code: 'cancel-requested' } as const;
    const by = (claimStatus: string) =>
      wordsFor(job('held', { ...held, finding: { at: monday, claimStatus } }), monday, undefined).title;
    expect(by('CANCEL_REQUEST')).toBe('구매자가 취소를 요청했어요.');
    expect(by('ADMIN_CANCELING')).not.toContain('구매자');
  });

  it('names no time of a next reading while its store rests', () => {
    const { body } = wordsFor(job('unknown'), monday, 'offline');
    expect(body).not.toContain('다음 조회는');
    expect(wordsFor(job('unknown'), monday, undefined).body).toContain('다음 조회는 20초 뒤예요.');
  });

  it('says of an order the market does not show that only the seller can tell', () => {
    const { title, body } = wordsFor(job('unknown', { code: 'not-found' }), monday, undefined);
    expect(title).toBe('네이버를 조회해도 이 상품주문이 나오지 않아요.');
    expect(body).toMatch(/스마트스토어센터에서 본 뒤 .* 다음 조회는 20초 뒤예요\.$/u);
  });

  it('says of what is done what was done', () => {
    const done = (kind: 'confirm' | 'dispatch' | 'lookup') =>
      wordsFor(job('succeeded', { kind }), monday, undefined).title;
    expect(done('dispatch')).toBe('쇼핑몰에 등록됐어요.');
    expect(done('confirm')).toBe('발주 확인으로 등록됐어요.');
    expect(done('lookup'), 'only looked up: nothing was registered').toBe('상품주문번호를 찾았어요.');
  });
});

describe('courier and number of a row', () => {
  const given = { deliveryCompanyCode: 'CJGLS', trackingNumber: '680000000001' };

  it('are those that are sent', () => {
    const parcel = { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY', ...given } } as const;
    expect(shipmentOf({ storeId, values: parcel })).toEqual({ by: 'CJ대한통운', number: '680000000001' });
  });

  it('are not shown of a method that goes without a parcel, whatever stood in the file', () => {
    const byHand = { kind: 'dispatch', dispatch: { deliveryMethod: 'DIRECT_DELIVERY', ...given } } as const;
    expect(shipmentOf({ storeId, values: byHand }).number).toBeUndefined();
    expect(shipmentOf({ storeId, values: byHand }).by).not.toContain('CJ');
  });

  it("are named by the market of the job's store, whichever is chosen, and also when that was removed meanwhile", () => {
    const parcel = { kind: 'dispatch', dispatch: { deliveryMethod: 'DELIVERY', ...given } } as const;
    const other = storeOf('018f0000-0000-7000-8000-000000000009', 'brightmall');
    useAppState.setState({ stores: [other], chosen: other.id });
    expect(shipmentOf({ storeId, values: parcel }).by).toBe('CJ대한통운');
    expect(shipmentOf({ storeId: other.id, values: parcel }).by, 'it knows no couriers').toBe('CJGLS');
    const never = storeIdSchema.parse('018f0000-0000-7000-8000-000000000008');
    expect(() => shipmentOf({ storeId: never, values: parcel })).toThrow('there is no store');
  });
});
