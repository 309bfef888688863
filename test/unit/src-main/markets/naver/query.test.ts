import { describe, expect, it } from 'vitest';
import { queryBody, queryOutcome } from '../../../../../src-main/markets/naver/query';
import { findingSchema } from '../../../../../src-preload/contract/job';
import { answerOf } from '../../../../support/http/scripted-request';
import type { Scripted } from '../../../../support/http/scripted-request';

const id = '2022040521691281';
const entry = (productOrder: object, rest: object = {}) => ({
  order: { orderId: '2022040500001', ordererName: '가나다' },
  productOrder: { productOrderId: id, productOrderStatus: 'PAYED', placeOrderStatus: 'OK', ...productOrder },
  ...rest,
});
const read = (...data: unknown[]) =>
  queryOutcome([id, '2'], answerOf({ status: 200, body: { traceId: 't', data } }, 5_000));
const findingOf = (...data: unknown[]) => {
  const outcome = read(...data);
  const finding = outcome.type === 'answered' ? outcome.findings.get(id) : undefined;
  // What leaves here must fit the contract, which knows no extra and no undefined members.
  if (finding) findingSchema.parse(finding);
  return finding;
};

describe('reading product orders', () => {
  it('says that it understands claims on parts of a quantity', () => {
    expect(queryBody([id])).toEqual({ productOrderIds: [id], quantityClaimCompatibility: true });
  });

  it('finds a shipment, measured from the moment it was asked', () => {
    const delivery = {
      deliveryMethod: 'DELIVERY',
      deliveryCompany: 'CJGLS',
      trackingNumber: '102030405064',
      sendDate: '2026-03-02T16:30:00.000+09:00',
      deliveryStatus: 'DELIVERING',
    };
    expect(findingOf(entry({ productOrderStatus: 'DELIVERING', shippingDueDate: '2026-03-03' }, { delivery }))).toEqual(
      {
        at: 5_000,
        productOrderStatus: 'DELIVERING',
        placeOrderStatus: 'OK',
        orderId: '2022040500001',
        deliveryMethod: 'DELIVERY',
        deliveryCompanyCode: 'CJGLS',
        trackingNumber: '102030405064',
        sentAt: '2026-03-02T16:30:00.000+09:00',
        shippingDueDate: '2026-03-03',
      },
    );
  });

  it('takes along what makes an order another than most, and keeps unknown words', () => {
    const special = {
      deliveryAttributeType: 'BY_DRONE',
      logisticsDirectContracted: true,
      giftReceivingStatus: 'WAIT_FOR_RECEIVING',
      expectedDeliveryMethod: 'VISIT_RECEIPT',
      productClass: '추가구성상품',
      initialQuantity: 2,
      remainQuantity: '1',
    };
    const hopeDelivery = { hopeDeliveryYmd: '20260310', hopeDeliveryHm: '1400', region: '서울' };
    expect(findingOf(entry({ ...special, hopeDelivery }))).toMatchObject({
      ...special,
      remainQuantity: 1,
      hopeDeliveryYmd: '20260310',
    });
  });

  it('reads the order although one of these is of another shape', () => {
    const odd = {
      deliveryAttributeType: { code: 'HOPE' },
      logisticsDirectContracted: 'perhaps',
      giftReceivingStatus: null,
      hopeDelivery: '20260310',
      initialQuantity: 'two',
      remainQuantity: -1,
    };
    expect(findingOf(entry(odd))).toEqual({
      at: 5_000,
      productOrderStatus: 'PAYED',
      placeOrderStatus: 'OK',
      orderId: '2022040500001',
    });
  });

  it('leaves out what is null or empty', () => {
    const delivery = { deliveryMethod: 'DELIVERY', deliveryCompany: null, trackingNumber: '' };
    expect(
      findingOf(entry({ claimType: null, claimStatus: '' }, { delivery, currentClaim: null, order: null })),
    ).toEqual({
      at: 5_000,
      productOrderStatus: 'PAYED',
      placeOrderStatus: 'OK',
      deliveryMethod: 'DELIVERY',
    });
  });

  it.each([
    ['on the product order', entry({ claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', claimId: 'c1' })],
    [
      'with its id under currentClaim',
      entry(
        { claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST' },
        { currentClaim: { cancel: { claimId: 'c1', claimStatus: 'CANCEL_REQUEST' } } },
      ),
    ],
    [
      'under currentClaim alone',
      entry({}, { currentClaim: { cancel: { claimId: 'c1', claimStatus: 'CANCEL_REQUEST' } } }),
    ],
    ['in the old place alone', entry({}, { cancel: { claimId: 'c1', claimStatus: 'CANCEL_REQUEST' } })],
    [
      'beside another claim on the product order',
      entry(
        { claimType: 'EXCHANGE', claimStatus: 'EXCHANGE_REJECT', claimId: 'e1' },
        { currentClaim: { cancel: { claimId: 'c1', claimStatus: 'CANCEL_REQUEST' }, exchange: 'odd' } },
      ),
    ],
  ])('finds an open cancellation %s', (_where, data) => {
    expect(findingOf(data)).toMatchObject({ claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST', claimId: 'c1' });
  });

  it('takes a claim’s id from another place only for the same step', () => {
    const withId = (claimStatus: string) =>
      entry(
        { claimType: 'CANCEL', claimStatus: 'CANCEL_REQUEST' },
        { currentClaim: { cancel: { claimId: 'c1', claimStatus } } },
      );
    expect(findingOf(withId('CANCEL_REJECT'))).not.toHaveProperty('claimId');
    expect(findingOf(withId('CANCEL_REQUEST'))).toMatchObject({ claimId: 'c1' });
  });

  it('tells an exchange that stands in its own place alone', () => {
    const exchange = { claimId: 'e1', claimStatus: 'EXCHANGE_REQUEST' };
    expect(findingOf(entry({}, { currentClaim: { exchange } }))).toMatchObject({
      claimType: 'EXCHANGE',
      claimId: 'e1',
    });
  });

  it.each([
    ['on the product order', entry({ claimStatus: ['CANCEL_REQUEST'] })],
    ['in its own place', entry({}, { currentClaim: { cancel: 'CANCEL_REQUEST' } })],
    ['of another kind', entry({}, { currentClaim: { cancel: null, return: { claimStatus: true } } })],
    ['with all others', entry({}, { currentClaim: [] })],
    ['in the old place', entry({}, { cancel: { claimStatus: {} } })],
  ])('that cannot be read %s is not taken for none: the order counts as not returned', (_where, data) => {
    expect(read(data)).toEqual({ type: 'answered', findings: new Map(), refused: new Map() });
  });

  it('tells what the market calls what was found: the product and its option', () => {
    const outcome = read(
      entry({ productName: ' 겨울 파자마 세트\u200b ', productOption: 'M 네이비' }),
      { ...entry({ productOrderId: '2', productName: '유자차 500g', productOption: null }) },
      { ...entry({ productOrderId: '3', productName: '묻지 않은 상품' }) },
    );
    expect(outcome).toMatchObject({
      names: new Map([
        [id, '겨울 파자마 세트 · M 네이비'],
        ['2', '유자차 500g'],
      ]),
    });
    const nameless = read(entry({ productName: ' \u200b', productOption: '' }));
    expect(nameless.type === 'answered' ? nameless.names : 'none').toBeUndefined();
    const optionAlone = read(entry({ productName: '', productOption: 'M' }));
    expect(optionAlone).toMatchObject({ names: new Map([[id, 'M']]) });
    const long = read(entry({ productName: '가'.repeat(300) }));
    expect(long.type === 'answered' ? long.names?.get(id) : '').toHaveLength(200);
  });

  it('does not find what was not asked, what has no status, and what cannot be read', () => {
    const other = entry({ productOrderId: '3' });
    const withoutStatus = entry({ productOrderStatus: null });
    expect(read(other, withoutStatus, 'odd', null)).toEqual({
      type: 'answered',
      findings: new Map(),
      refused: new Map(),
    });
  });

  it('takes a missing list for an empty one only inside the envelope', () => {
    const of = (body: object) => queryOutcome([id], answerOf({ status: 200, body }));
    expect(of({ timestamp: 'x', traceId: 't' })).toMatchObject({ type: 'answered', findings: new Map() });
    expect(of({})).toMatchObject({ type: 'trouble', failure: { kind: 'market' } });
    expect(of({ traceId: 't', data: { contents: [] } })).toMatchObject({ type: 'trouble' });
    // A gateway's error that came with a 200 says nothing about what exists.
    const error = { timestamp: 'x', traceId: 't', code: 'GW.INTERNAL_SERVER_ERROR', message: '작업 중 오류' };
    expect(of(error)).toMatchObject({ type: 'trouble', failure: { kind: 'market' } });
  });

  it.each<[string, Scripted, object]>([
    ['cut', { cut: 'UND_ERR_SOCKET' }, { type: 'trouble', failure: { kind: 'market', code: 'UND_ERR_SOCKET' } }],
    ['500', { status: 500, body: { code: 'GW.PROXY.03' } }, { type: 'trouble', failure: { kind: 'market' } }],
    ['HTML', { status: 200, body: '<html>' }, { type: 'trouble', failure: { kind: 'market' } }],
    ['offline', { notWritten: 'ENETUNREACH' }, { type: 'trouble', failure: { kind: 'offline' } }],
    ['limited', { status: 429, body: { code: 'GW.RATE_LIMIT' } }, { type: 'trouble', failure: { kind: 'rate' } }],
    [
      '400',
      { status: 400, body: { code: '4000', message: '말' } },
      { type: 'refused-whole', code: '4000', message: '말' },
    ],
  ])('that ends with %s is transient, trouble or split', (_what, scripted, expected) => {
    expect(queryOutcome([id], answerOf(scripted))).toMatchObject(expected);
  });
});

describe('what the order book keeps of a product order', () => {
  const detailsOf = (...data: unknown[]) => {
    const outcome = read(...data);
    return outcome.type === 'answered' ? outcome.details?.get(id) : undefined;
  };

  it('is the parcel, the days, and whose it is', () => {
    const productOrder = {
      productName: '유기농 현미  5kg',
      productOption: '색상: 초록',
      packageNumber: '2026112112345677',
      quantity: '2',
      shippingDueDate: '2026-11-24T23:59:59.0+09:00',
      shippingMemo: ' 문 앞 ',
      delayedDispatchReason: 'PRODUCT_PREPARE',
      shippingAddress: { name: '가나다', tel1: '010-0000-1234', tel2: '', baseAddress: '서울', detailedAddress: '1층' },
    };
    expect(detailsOf(entry(productOrder, { delivery: { deliveryStatus: 'NOT_TRACKING' } }))).toEqual({
      orderId: '2022040500001',
      packageNumber: '2026112112345677',
      dueAt: Date.parse('2026-11-24T23:59:59+09:00'),
      quantity: 2,
      deliveryStatus: 'NOT_TRACKING',
      delayedDispatchReason: 'PRODUCT_PREPARE',
      personal: {
        recipient: '가나다',
        phones: ['010-0000-1234'],
        address: '서울 1층',
        memo: '문 앞',
        product: '유기농 현미  5kg',
        option: '색상: 초록',
      },
    });
  });

  it('is nothing where the market says nothing, and no reason to lose the rest', () => {
    const odd = { shippingAddress: 'somewhere', quantity: -1, shippingDueDate: 'soon', shippingMemo: null };
    expect(detailsOf(entry(odd))).toEqual({ orderId: '2022040500001', personal: {} });
  });
});
