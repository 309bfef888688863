import { describe, expect, it } from 'vitest';
import { aliasRows } from '../../../../src-preload/contract/markets/naver/alias-list';
import { naverClassOf, naverCodeList } from '../../../../src-preload/contract/markets/naver/codes';
import { companies } from '../../../../src-preload/contract/markets/naver/company-list';
import { trackingFormats } from '../../../../src-preload/contract/markets/naver/tracking-formats';
import { isDeliveryCompany } from '../../../../src-main/practice/delivery-companies';
import { itemMessages } from '../../../../src-main/practice/item-codes';
import { headerWords, neverTaken } from '../../../../src-renderer/sheets/understanding/header-words';
import { codeProblems, courierProblems, headerProblems, trackingProblems } from '../../../support/tables/check-tables';
import { publishedNumbers } from '../../../support/tables/published-numbers';

const rowOf = (more: Partial<(typeof aliasRows)[number]>) => ({
  code: 'CJGLS',
  aliases: ['CJ'],
  unsourced: [],
  sources: 'N1',
  ...more,
});

describe('the table of header words', () => {
  it('is sound', () => expect(headerProblems(headerWords, neverTaken)).toEqual([]));

  it('is not, with a word that is not folded, stands twice, or is never taken', () => {
    const table = {
      orderId: { 1: ['예약번호'], 2: ['주문번호'], 3: ['주문 번호'] },
      productOrderId: { 1: [], 2: ['주문번호'], 3: [] },
    };
    expect(headerProblems(table, neverTaken)).toEqual([
      'orderId: 주문 번호 is not folded',
      'orderId: 예약번호 is never to be taken',
      '주문번호 stands in orderId and in productOrderId',
    ]);
  });
});

describe('the tables of couriers', () => {
  it('are sound', () => expect(courierProblems(companies, aliasRows)).toEqual([]));

  it('are not, with a code or spelling of two meanings, an unlisted code, or no source', () => {
    const problems = courierProblems(
      [...companies, ['CJGLS', '다른택배']],
      [rowOf({}), rowOf({ code: 'HANJIN', aliases: ['c j'] }), rowOf({ code: 'LOTTE', aliases: [], sources: 'Z9' })],
    );
    expect(problems).toEqual([
      'CJGLS stands twice',
      'c j means CJGLS and HANJIN',
      'LOTTE is no company of the list',
      'LOTTE has no sourced spelling',
      'LOTTE: no source Z9',
    ]);
  });
});

describe('the table of tracking numbers', () => {
  it('is sound, and holds for every published number', () => {
    expect(trackingProblems(trackingFormats, companies, publishedNumbers)).toEqual([]);
  });

  it("is not, with the rule for CJ that is often copied, another length's rule, or an unlisted company", () => {
    const formats = new Map([
      ['CJGLS', { form: /^\d{12}$/u, certain: true, check: 'whole' as const, checked: [12] }],
      ['HANJIN', { form: /^\d{12}$/u, certain: true, check: 'whole' as const, checked: [13] }],
      ['LOTTE', { form: /^\d{12}$/u, certain: true, check: 'cj' as const }],
    ]);
    const problems = trackingProblems(formats, companies, {
      CJGLS: { '577417824035': 'issue 177', '5774': 'nowhere' },
      EMS: { RB123456785GB: 'S10' },
    });
    expect(problems).toEqual([
      'HANJIN checks 13 digits and does not take them',
      'LOTTE is no company of the list',
      'LOTTE has a rule and no length it holds for',
      'CJGLS does not take 5774 (nowhere)',
      "CJGLS's rule fails for 577417824035 (issue 177)",
      'EMS does not take RB123456785GB (S10)',
    ]);
  });
});

describe('the table of codes', () => {
  it('is sound', () => expect(codeProblems({ codes: naverCodeList, classOf: naverClassOf })).toEqual([]));

  it('is not, with an odd code, an unknown class, or a certainty that the gateway cannot give', () => {
    const classOf = (_kind: string, code: string): string =>
      code === 'GW.TIMEOUT.01' ? 'transient' : code === '104122' ? 'auth' : 'maybe';
    expect(codeProblems({ codes: ['GW.TIMEOUT.01', '104122', 'X'], classOf })).toEqual([
      'GW.TIMEOUT.01 is transient for dispatch',
      'GW.TIMEOUT.01 is transient for confirm',
      ...Array.from({ length: 4 }, () => "104122: auth is the gateway's to say"),
      ...Array.from({ length: 4 }, () => ['X has an odd form', 'X: maybe is no class']).flat(),
    ]);
  });
});

describe("the practice market's own tables", () => {
  it("know the companies and the codes of the client's, which were written down apart from them", () => {
    expect(companies.filter(([code]) => !isDeliveryCompany(code, { kurlyCode: 'KURLY' }))).toEqual([]);
    expect(isDeliveryCompany('LOTTE', { kurlyCode: 'KURLY' })).toBe(false);
    const ofItems = naverCodeList.filter((code) => !code.startsWith('GW.') && code !== '000400');
    const practised = Object.keys(itemMessages);
    expect(practised.filter((code) => !naverCodeList.some((known) => known === code))).toEqual([]);
    // Electronic coupons are not among what the practice market sells.
    expect(ofItems.filter((code) => !practised.includes(code))).toEqual(['105001', '105002']);
  });
});
