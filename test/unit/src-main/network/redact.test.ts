import { describe, expect, it } from 'vitest';
import { redact } from '../../../../src-main/network/redact';

describe('redact', () => {
  it.each([
    ['one long word', 'a'],
    ['digits', '0'],
    ['letters and dots', 'a.'],
    ['names of members', '"name":"'],
    ['signs of mail addresses', '@a-'],
  ])('takes time in proportion to a text of %s', (_what, piece) => {
    const of = (length: number): string => piece.repeat(Math.ceil(length / piece.length));
    const cpuMs = (text: string): number => {
      const begun = process.cpuUsage();
      redact(text);
      const used = process.cpuUsage(begun);
      return (used.user + used.system) / 1000;
    };
    cpuMs(of(1_000));
    // By the square of the length this would be some twenty seconds.
    expect(cpuMs(of(65_536))).toBeLessThan(2_000);
  });

  it('takes out what was cut in the middle', () => {
    expect(redact('{"a":1,"baseAddress":"어느시, 어느로 1')).not.toContain('어느');
    expect(redact('{"access_token":"6Fz9 Qk1')).not.toContain('Qk1');
  });

  it.each([
    ['a bearer token', 'authorization: Bearer abc.DEF-123_x=', 'abc.DEF'],
    ['a token in JSON', '{"access_token":"6Fz9Qk1","expires_in":10799}', '6Fz9Qk1'],
    ['a token form', 'client_id=x&client_secret_sign=JDJhJDA0JHNvbWU&type=SELF', 'JDJhJDA0'],
    ['a client secret', 'secret $2a$04$abcdefghijklmnopqrstuu was pasted', 'abcdefghijklmnopqrstuu'],
    ['a signature', 'sign JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42 sent', 'JDJhJDEw'],
    ['a vendor key', 'X-Vendor-Api-Key: bm_0123456789', '0123456789'],
    ['a vendor key by itself', 'key bm_abcdEFGH_1', 'abcdEFGH'],
    ['a mobile number', '받는 분 010-1234-5678 입니다', '1234-5678'],
    ['a mobile number without dashes', 'tel 01012345678,', '01012345678'],
    ['a landline', 'call 02-123-4567', '123-4567'],
    ['a safe number', '0507-1234-5678', '1234'],
    ['an international number', '+82-10-1234-5678', '1234-5678'],
    ['a name in an answer', '{"shippingAddress":{"name":"가나다","tel1":"010-0000-0000"}}', '가나다'],
    ['an orderer', '{"ordererName":"라마\\"바","x":1}', '라마'],
    ['a street', '{"baseAddress":"어느시 어느로 1","detailedAddress":"101호"}', '어느로'],
    ['a mail address', 'from someone@example.com', 'someone'],
  ])('takes out %s', (_what, text, leak) => {
    const clean = redact(text);
    expect(clean).not.toContain(leak);
    expect(clean).toContain('***');
  });

  it.each([
    '2022040521691281 -> succeeded, 102030405064, CJGLS',
    'product order 2026030212345671 104119 택배사 코드 확인',
    '1020-3040-5064',
    'trace ar2-55f4fd5f54-mwk8w^1643182339983^366577',
  ])('leaves what a log is for: %s', (text) => {
    expect(redact(text)).toBe(text);
  });
});
