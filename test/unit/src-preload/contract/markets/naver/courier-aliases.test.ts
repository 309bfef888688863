import { describe, expect, it } from 'vitest';
import { aliasRows } from '../../../../../../src-preload/contract/markets/naver/alias-list';
import {
  companyList,
  companyName,
  searchCompanies,
} from '../../../../../../src-preload/contract/markets/naver/companies';
import {
  leavesCourierOpen,
  resolveCourier,
} from '../../../../../../src-preload/contract/markets/naver/courier-aliases';

const codeOf = (text: string, hints = {}): string | undefined => {
  const answer = resolveCourier(text, hints);
  return answer.is === 'code' ? answer.code : undefined;
};

describe('the couriers NAVER takes', () => {
  it('are the 203 rows of the document, the row printed the wrong way round included', () => {
    expect(companyList).toHaveLength(203);
    expect(companyList[0]).toEqual({ code: 'CJGLS', name: 'CJ대한통운' });
    expect(companyName('GS더프레시')).toBe('GSTHEFRESH');
    expect(new Set(companyList.map((company) => company.code)).size).toBe(203);
  });

  it('are found by their initial consonants, by a known spelling and by code', () => {
    expect(searchCompanies('ㅎㅈ').map((company) => company.name)).toEqual(['한진택배']);
    expect(searchCompanies('씨제이')[0]?.code).toBe('CJGLS');
    expect(searchCompanies('kgb')[0]?.name).toBe('로젠택배');
    expect(searchCompanies('')).toHaveLength(203);
    expect(searchCompanies('없는택배')).toEqual([]);
  });
});

describe('the words of a courier cell', () => {
  it('resolve by official name, spelling or code, whatever the blanks and cases', () => {
    for (const company of companyList) expect(codeOf(company.name), company.name).toBe(company.code);
    expect(codeOf('CJ 대한통운')).toBe('CJGLS');
    expect(codeOf('ｃｊ택배')).toBe('CJGLS');
    expect(codeOf('롯데택배(구현대택배)')).toBe('HYUNDAI');
    expect(codeOf('teamfresh')).toBe('TEAMFRESH');
  });

  it('resolve every sourced spelling of the dictionary to its code', () => {
    const doubtful = new Set(['CU', 'GS25', '현대', '우체국']);
    for (const row of aliasRows) {
      for (const alias of row.aliases) if (!doubtful.has(alias)) expect(codeOf(alias), alias).toBe(row.code);
    }
  });

  it('never take CU, GS25, GSPOSTBOX and KY for the codes of that name', () => {
    expect(codeOf('CU')).toBe('CUPARCEL');
    expect(codeOf('GSPOSTBOX')).toBe('CVSNET');
    expect(resolveCourier('GS25')).toEqual({ is: 'ask', candidates: ['CVSNET', 'GS25'], why: 'quick-or-parcel' });
    expect(codeOf('GS25', { trackingNumber: '210076467112' })).toBe('CVSNET');
    expect(codeOf('KY')).toBeUndefined();
  });

  it('ask where the dictionary says ask, and shortening never reaches such a word', () => {
    expect(resolveCourier('편의점').is).toBe('ask');
    expect(resolveCourier('KGB 택배')).toEqual({ is: 'ask', candidates: ['KGB'], why: 'closed-courier' });
    expect(codeOf('우편택배')).toBeUndefined();
    expect(resolveCourier('04')).toEqual({ is: 'ask', candidates: ['CJGLS'], why: 'foreign-code' });
  });

  it('let the post be decided by the first of 13 digits', () => {
    expect(codeOf('우체국', { trackingNumber: '6865109394355' })).toBe('EPOST');
    expect(codeOf('우체국', { trackingNumber: '1234567890123' })).toBe('REGISTPOST');
    expect(resolveCourier('우체국', { trackingNumber: '123456789012' }).is).toBe('ask');
  });

  it("follow the seller's earlier answer, but not against an official name or two couriers", () => {
    expect(codeOf('편의점', { memory: { 편의점: 'CUPARCEL' } })).toBe('CUPARCEL');
    expect(codeOf('까치', { memory: { 까치: 'HANJIN' } })).toBe('HANJIN');
    expect(codeOf('한진택배', { memory: { 한진택배: 'CJGLS' } })).toBe('HANJIN');
    expect(codeOf('롯데/경동', { memory: { 롯데경동: 'HYUNDAI' } })).toBeUndefined();
    expect(codeOf('까치', { memory: { 까치: 'NOT-A-CODE' } })).toBeUndefined();
  });

  it('refuse two couriers in one cell', () => {
    expect(resolveCourier('롯데/경동')).toEqual({ is: 'two-couriers', codes: ['HYUNDAI', 'KDEXP'] });
    expect(resolveCourier('한진, CJ')).toEqual({ is: 'two-couriers', codes: ['HANJIN', 'CJGLS'] });
  });

  it('tell methods, states of the row and the bare word 택배 from couriers', () => {
    expect(resolveCourier('퀵서비스')).toEqual({ is: 'method', method: 'QUICK_SVC' });
    expect(resolveCourier('직접수령')).toEqual({ is: 'method', method: 'VISIT_RECEIPT' });
    expect(resolveCourier('재고소진')).toEqual({ is: 'status-text', text: '재고소진' });
    expect(resolveCourier('택배')).toEqual({ is: 'default' });
  });

  it.each([
    ['CJ대한통운 강남대리점', 'CJGLS'],
    ['한진택배(강서)', 'HANJIN'],
    ['롯데택배 02-1234-5678', 'HYUNDAI'],
    ['롯데택배(구 현대)', 'HYUNDAI'],
    ['CJ 1588-1255', 'CJGLS'],
    ['[CJ대한통운]', 'CJGLS'],
    ['1. 로젠택배', 'KGB'],
    ['CJ대한통운 대신동', 'CJGLS'],
    ['강남 한진택배 대리점', 'HANJIN'],
    ['우체국택배(서울중앙)', 'EPOST'],
  ])('ask about a name with a branch, a telephone or a bracket: %s', (written, code) => {
    expect(resolveCourier(written)).toEqual({ is: 'ask', candidates: [code], why: 'decorated' });
  });

  it('follow the answer that was given to a decorated name, for that spelling alone', () => {
    const memory = { cj대한통운강남대리점: 'CJGLS' };
    expect(codeOf('CJ대한통운 (강남대리점)', { memory })).toBe('CJGLS');
    expect(codeOf('CJ대한통운 강북대리점', { memory })).toBeUndefined();
  });

  it('are kept as an answer only where they leave it open: one line of CJ put right does not rename CJ', () => {
    for (const open of ['까치택배', '편의점', '한진택배(강서)', '대한통운택배'])
      expect(leavesCourierOpen(open)).toBe(true);
    for (const sure of ['CJ', 'CJ대한통운', '한진', '롯데/경동', '품절', '택배'])
      expect(leavesCourierOpen(sure)).toBe(false);
  });

  it('refuse two couriers that nothing but a blank, an arrow or a bracket parts', () => {
    for (const written of ['CJ대한통운 한진택배', 'CJ대한통운→한진', 'CJ대한통운(한진)', 'CJ대한통운 or 한진']) {
      expect(resolveCourier(written), written).toEqual({ is: 'two-couriers', codes: ['CJGLS', 'HANJIN'] });
    }
  });

  it('suggest what a shortened name may mean, and nothing for a stranger', () => {
    expect(resolveCourier('대한')).toMatchObject({ is: 'unknown', suggestions: ['CJGLS', 'KOREXG'] });
    expect(resolveCourier('security')).toEqual({ is: 'unknown', suggestions: [] });
    expect(resolveCourier('  ')).toEqual({ is: 'unknown', suggestions: [] });
  });
});

it.each([
  ['CJ대한통운(주)', 'CJGLS'],
  ['㈜한진', 'HANJIN'],
  ['주식회사 로젠', 'KGB'],
])('%s is understood without asking: what kind of company it is does not tell which', (text, code) => {
  expect(resolveCourier(text)).toMatchObject({ is: 'code', code });
});

it('(주) alone names no one', () => {
  expect(resolveCourier('(주)')).toMatchObject({ is: 'unknown' });
});
