import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clickOf, ownCodes } from '../../../../../../src-preload/contract/codes';
import { jobKinds } from '../../../../../../src-preload/contract/job-states';
import { codeClasses } from '../../../../../../src-preload/contract/markets/code-class';
import { brightmallClassOf, brightmallCode } from '../../../../../../src-preload/contract/markets/brightmall/codes';
import { naverClassOf, naverCodeList } from '../../../../../../src-preload/contract/markets/naver/codes';

const documented = [
  4000, 9999, 100001, 100003, 101009, 104105, 104116, 104117, 104118, 104119, 104120, 104121, 104122, 104131, 104133,
  104417, 104441, 104442, 104443, 104444, 104445, 104446, 104138, 104449, 104450, 105306,
].map(String);
const further = ['101011', '105308', '104139'];
const gateway = [
  'AUTHN',
  'IP_NOT_ALLOWED',
  'NOT_FOUND',
  'RATE_LIMIT',
  'QUOTA_LIMIT',
  'PROXY.01',
  'PROXY.02',
  'PROXY.03',
  'PROXY.04',
  'PROXY.05',
  'INTERNAL_SERVER_ERROR',
  'BLOCK.01',
  'BLOCK.02',
  'TIMEOUT.01',
  'TIMEOUT.02',
].map((each) => `GW.${each}`);

describe("NAVER's codes", () => {
  it('are all listed: the 26 documented, three further, and the gateway’s', () => {
    expect(documented).toHaveLength(26);
    expect(naverCodeList).toEqual(expect.arrayContaining([...documented, ...further, ...gateway]));
  });

  it('each have a class for every kind of call', () => {
    for (const code of naverCodeList) {
      for (const kind of ['dispatch', 'confirm', 'lookup', 'read'] as const)
        expect(codeClasses).toContain(naverClassOf(kind, code));
    }
  });

  it('that leave a write open are read first, never sent again and never called refused', () => {
    for (const code of [
      '9999',
      '104442',
      '105306',
      'GW.TIMEOUT.01',
      'GW.PROXY.03',
      'GW.INTERNAL_SERVER_ERROR',
      '987654',
    ]) {
      expect(naverClassOf('dispatch', code), code).toBe('unknown');
      expect(naverClassOf('confirm', code), code).toBe('unknown');
    }
  });

  it('that were certainly not applied may be sent again', () => {
    expect(naverClassOf('dispatch', 'GW.RATE_LIMIT')).toBe('limited');
    expect(naverClassOf('dispatch', 'GW.BLOCK.02')).toBe('transient');
    expect(naverClassOf('dispatch', 'GW.AUTHN')).toBe('auth');
    expect(naverClassOf('read', 'GW.TIMEOUT.02')).toBe('transient');
  });

  it('offer the click that helps', () => {
    expect(clickOf('dispatch', '104443')).toBe('confirm-then-dispatch');
    expect(clickOf('confirm', '104443')).toBe('reread');
    expect(clickOf('dispatch', '104119')).toBe('edit');
    expect(clickOf('dispatch', '101009')).toBe('none');
    expect(clickOf('dispatch', 'conflict')).toBe('reread');
    expect(clickOf('dispatch', '987654')).toBe('retry');
    for (const code of [...Object.keys(ownCodes), ...naverCodeList]) {
      for (const kind of jobKinds)
        if (kind === 'confirm' || kind === 'lookup') expect(clickOf(kind, code)).not.toBe('edit');
    }
  });
});

describe("BrightMall's statuses", () => {
  it('never make a repeatable answer wait for a reading', () => {
    expect(brightmallClassOf(brightmallCode(502))).toBe('transient');
    expect(brightmallClassOf(brightmallCode(429))).toBe('limited');
    expect(brightmallClassOf(brightmallCode(403))).toBe('auth');
    expect(brightmallClassOf(brightmallCode(418))).toBe('rejected');
    expect(brightmallClassOf('something new')).toBe('transient');
  });
});

it('has no code twice', () => {
  const source = readFileSync('src-preload/contract/markets/naver/codes.ts', 'utf8');
  const keys = [...source.matchAll(/^ {2}'([^']+)':/gmu)].map((found) => found[1]);
  expect(new Set(keys).size).toBe(keys.length);
});
