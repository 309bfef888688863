import { describe, expect, it } from 'vitest';
import { canonicalSalt, isSecretForm, signSecret } from '../../../../../src-main/markets/naver/sign';

describe('the signature of a token request', () => {
  it('is the one of the documented example', async () => {
    expect(await signSecret('aaaabbbbcccc', '$2a$10$abcdefghijklmnopqrstuv', 1_643_961_623_299)).toBe(
      'JDJhJDEwJGFiY2RlZmdoaWprbG1ub3BxcnN0dXVCVldZSk42T0VPdEx1OFY0cDQxa2IuTnpVaUEzbmsy',
    );
  });

  it('keeps the prefix of the secret: $2b$ would sign something else', async () => {
    const sign = await signSecret('desk-app', '$2a$04$abcdefghijklmnopqrstuu', 1_700_000_000_000);
    expect(Buffer.from(sign, 'base64').toString()).toMatch(/^\$2a\$04\$abcdefghijklmnopqrstuu.{31}$/);
    expect(sign).toHaveLength(80);
  });

  it.each([
    ['v', 'u'],
    ['u', 'u'],
    ['.', '.'],
    ['/', '.'],
    ['P', 'O'],
    ['9', 'u'],
    ['f', 'e'],
  ])('reads a last salt letter %s as %s', (last, canonical) => {
    expect(canonicalSalt(`$2a$04$abcdefghijklmnopqrstu${last}`)).toBe(`$2a$04$abcdefghijklmnopqrstu${canonical}`);
  });

  it.each([
    '',
    'desk-app',
    '$2a$04$abc',
    '$2a$31$abcdefghijklmnopqrstuu',
    '$2a$03$abcdefghijklmnopqrstuu',
    '$2a$04$abcdefghijklmnopqrstuu\n',
    ' $2a$04$abcdefghijklmnopqrstuu',
  ])('is not tried with %j, which is no secret', (text) => {
    expect(isSecretForm(text)).toBe(false);
  });
});
